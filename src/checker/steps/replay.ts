import { type Case, makeCase } from "../plan/case.ts";
import { OutOfTokens } from "../process/ends.ts";
import type { Sequence } from "../process/run-end.ts";
import type { WorldFile } from "../protocol/wire-world.ts";
import type { CheckRow } from "../verdict.ts";
import { beginnings } from "./beginnings.ts";
import type { StepContext } from "./context.ts";
import { sample } from "./sample.ts";

const SEQUENCES = 64;
const LENGTH = 64;
const ROWS = 4;

const law = { a: "1/4", b: "1/4", c: "1/4", d: "1/4" };
const same = (vocabulary: string[]) => ({
  vocabulary,
  eos: null,
  tokenizer: "longest-prefix" as const,
  model: { kind: "markov" as const, order: 0, rows: [{ context: [], next: law }] },
});
/** Two bits a token; the drafter of the second world has one token more, for engines that insist on two vocabularies. */
const worlds: readonly WorldFile[] = [
  ["a", "b", "c", "d"],
  ["a", "b", "c", "d", "e"],
].map((drafter, at) => ({
  format: "lossless-world/1",
  name: at === 0 ? "replay" : "replay-two",
  prompt: "a",
  lookahead: 3,
  target: same(["a", "b", "c", "d"]),
  drafter: same(drafter),
}));

/** A repetition that is less likely than this has another cause. */
const MOST_CHANCE = 1e-20;

/**
 * The replay check: 64 answers of 64 tokens at two bits each. That any two agree by chance has a probability below
 * 10^-30, so one repetition under different seeds refutes: cached, canned or seedless answers. Models without tables may
 * be surer of themselves; there the repeated answer's own probability decides.
 */
export async function replay(context: StepContext): Promise<CheckRow> {
  const step = "replay check";
  const digests = new Set<string>();
  let repeated: Sequence | undefined;
  let sequences = 0;
  let tokens = 0;
  const row = (verdict: CheckRow["verdict"], what: string, kind?: CheckRow["kind"]): CheckRow => ({
    step,
    verdict,
    ...(kind === undefined ? {} : { kind }),
    what,
    sequences,
    tokens,
  });
  // Rows of a batch that share their draws repeat one another, where the engine has batches.
  const prompts = Array.from({ length: context.hello.maxBatch >= ROWS ? ROWS : 1 }, () => [0]);
  const setting = { budgets: [LENGTH] };
  const cases = context.hello.tables
    ? worlds.map((file) => makeCase(file.name, file, SEQUENCES, setting))
    : context.exactCases(setting);
  for (const at of cases) {
    const sampling = { algorithm: context.algorithm, run: step, count: SEQUENCES, budget: LENGTH, prompts };
    const sampled = await sample(context, at, sampling);
    for (const sequence of sampled.sequences) {
      sequences += 1;
      tokens += sequence.tokens.length;
      if (sequence.tokens.length < LENGTH) continue;
      if (digests.has(sequence.tokens.join())) repeated ??= sequence;
      digests.add(sequence.tokens.join());
    }
    if (sampled.ended?.kind === "refused" || (sampled.ended !== undefined && sequences === 0)) continue;
    if (sampled.ended === undefined && sampled.sequences.length < 2) throw new OutOfTokens();
    const whole = sampled.sequences.filter((sequence) => sequence.tokens.length >= LENGTH).length;
    if (whole < 2) return row("not applicable", "answers are too short to tell whether they repeat");
    const chance = repeated === undefined ? 0 : whole ** 2 * (await probability(context, at, repeated));
    if (chance > MOST_CHANCE)
      return row("not applicable", `answers repeat, as likely ones may: ${chance.toExponential(1)}`);
    if (digests.size === 1) return row("refuted", "every seed gives the same answer", "not random");
    if (digests.size < whole)
      return row("refuted", `${whole - digests.size} of ${whole} answers repeat another one`, "answers repeated");
    return row("consistent", `${whole} answers of ${LENGTH} tokens, all different`);
  }
  return row("not applicable", "the adapter refuses the worlds of this check");
}

/** How likely the target is to give this answer; 0 where something in it cannot be. */
const probability = async (context: StepContext, at: Case, answer: Sequence): Promise<number> => {
  const law = context.lawOf(at);
  const prompt = at.prompts[0] ?? [];
  const pasts = beginnings([prompt], [answer], law.tokens);
  await law.prepare?.(pasts);
  if (pasts.length < answer.tokens.length) return 0;
  const each = pasts.map((past, i) => law.after(past, prompt.length)[law.place(past, answer.tokens[i] as number)] ?? 0);
  return each.reduce((product, p) => product * p, 1);
};
