import { at as itemAt } from "../../core/num/at.ts";
import type { ScoredModel } from "../evidence/scored-law.ts";
import { scores } from "../evidence/scored-law.ts";
import { MODEL } from "../plan/model-cases.ts";
import type { Bench } from "../process/bench.ts";
import type { Hello } from "../protocol/messages.ts";
import type { CheckRow } from "../verdict.ts";

/** Contexts that are scored twice. */
const CONTEXTS = 20;
/** A logit may be this far apart in two answers; every step of an e-process pays for it. */
const MOST_ROUNDING = 1e-3;

/**
 * The law of models that are no tables: the adapter's own `score`. Asked one by one and all at once, as batch mates of
 * different lengths, it must say the same up to rounding, or else there is no law to test against.
 */
export async function openScoredModel(
  bench: Bench,
  hello: Hello,
): Promise<{ readonly row: CheckRow; readonly model?: ScoredModel }> {
  const row = (verdict: CheckRow["verdict"], what: string): { readonly row: CheckRow } => ({
    row: { step: "score self-test", verdict, what, sequences: 0, tokens: 0 },
  });
  const adapter = async () => {
    const at = await bench.adapter();
    await at.load(MODEL, null);
    return at;
  };
  if (!hello.score)
    return row("not applicable", "no law was judged: the models are no tables, and the adapter does not answer score");
  const refusal = await (await bench.adapter()).load(MODEL, null);
  if (refusal !== undefined) return row("not applicable", `no law was judged: the adapter refuses: ${refusal}`);
  const [first = []] = await (await adapter()).score(MODEL, "target", [[0]]);
  const tokens = Math.min(hello.vocabulary ?? first.length, first.length);
  if (tokens < 2) return row("broken", `adapter or stub is wrong: ${tokens} logits after the context 0`);
  const model = { tokens, rounding: 0, world: MODEL, adapter };
  const contexts = Array.from({ length: CONTEXTS }, (_, i) => [
    0,
    ...Array.from({ length: i % 5 }, (_, j) => (i * 7 + j) % tokens),
  ]);
  const together = await scores(model, contexts);
  let rounding = 0;
  for (const [i, context] of contexts.entries()) {
    const [alone = []] = await scores(model, [context]);
    const off =
      together[i]?.map((log, token) => (log === alone[token] ? 0 : Math.abs(log - itemAt(alone, token)))) ?? [];
    rounding = Math.max(rounding, ...off);
    if (off.length !== tokens || !(rounding <= MOST_ROUNDING)) {
      const where = `after ${context.join(" ")}, alone and beside others, the logits are ${rounding.toExponential(1)} apart`;
      return row("unknown", `no law was judged, score has none: ${where}, expected at most ${MOST_ROUNDING}`);
    }
  }
  const says = `score says the same alone and beside others, up to ${rounding.toExponential(1)}: its law of ${tokens} tokens is tested`;
  return { ...row("consistent", says), model: { ...model, rounding } };
}
