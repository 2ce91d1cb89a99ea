import { CaseEvidence } from "../evidence/case-evidence.ts";
import { wrongCaseLaw } from "../evidence/wrong-law.ts";
import type { CheckRow } from "../verdict.ts";
import { beginnings } from "./beginnings.ts";
import { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";
import { sample } from "./sample.ts";

/** The engine's own decoding of the target alone, by the name that the protocol gives it. */
export const AUTOREGRESSIVE = "autoregressive";

/** Sequences over all worlds together. */
const SEQUENCES = 200;

/**
 * The engine without speculation must be right, or else the adapter or its stub models are wrong and nothing said of the
 * algorithm would count. Then a positive control, free of charge: the same samples against targets whose likeliest
 * tokens have lost most of their mass must alarm, or else they carry no information.
 */
export async function autoregressiveSelfTest(context: StepContext): Promise<CheckRow[]> {
  const step = "autoregressive self-test";
  const row = (verdict: CheckRow["verdict"], what: string, of = step): CheckRow => ({
    step: of,
    verdict,
    what,
    sequences,
    tokens,
  });
  let sequences = 0;
  let tokens = 0;
  let control = Number.NEGATIVE_INFINITY;
  if (!context.hello.algorithms.includes(AUTOREGRESSIVE))
    return [row("not applicable", `the adapter has no algorithm ${AUTOREGRESSIVE}`)];
  const worlds = [...new Map(context.cases.map((at) => [at.file.name, at])).values()];
  const each = Math.ceil(SEQUENCES / worlds.length);
  for (const at of worlds) {
    context.progress(`${step}: ${at.file.name}`);
    const prompts = at.prompts.slice(0, 1);
    const test = new CaseTest({ ...context, watch: () => undefined }, at);
    const sampling = { algorithm: AUTOREGRESSIVE, run: step, count: each, budget: Math.max(...at.budgets), prompts };
    const sampled = await sample(context, at, sampling);
    if (sampled.ended?.kind === "refused") continue;
    if (sampled.ended !== undefined) return [row("broken", `adapter or stub is wrong: ${sampled.ended.message}`)];
    await test.judge(sampling, sampled);
    sequences += test.evidence.sequences;
    tokens += test.evidence.tokens;
    if (test.row !== undefined)
      return [{ ...test.row, ...row("broken", `adapter or stub is wrong, in ${at.name}: ${test.row.what}`) }];
    const law = context.lawOf(at);
    await law.prepare?.(beginnings(prompts, sampled.sequences, law.tokens));
    const wrong = new CaseEvidence(wrongCaseLaw(law), prompts[0]?.length ?? 0);
    for (const sequence of sampled.sequences) {
      const rules = { prompt: prompts[0] ?? [], budget: sampling.budget, stops: at.stops };
      if (wrong.observe(sequence.tokens, rules) !== undefined) control = Number.POSITIVE_INFINITY;
    }
    control = Math.max(control, wrong.peak);
  }
  if (sequences === 0) return [row("not applicable", "the adapter refuses every world")];
  const says = `${sequences} sequences, ${tokens} tokens`;
  const seen = control >= context.threshold;
  return [
    row("consistent", `the engine without speculation has the target's law: ${says}`),
    seen
      ? row("consistent", "the same samples refute a target with other masses", "positive control")
      : row("unknown", "no evidence: samples carry no information, a wrong target is not refuted", "positive control"),
  ];
}
