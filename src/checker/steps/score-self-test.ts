import { at as itemAt } from "../../core/num/at.ts";
import { processedLaw } from "../evidence/processed-law.ts";
import type { Case } from "../plan/case.ts";
import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { loadWorld } from "./load-world.ts";

/** Contexts of one side of one world. */
const CONTEXTS = 20;
/** How far a probability may be off: room for a softmax in single precision. */
const TOLERANCE = 1e-5;
/** Rounding of a logit in single precision, relative to its size; a loud offset is felt in the probabilities. */
const SINGLE = 2 ** -23;

/** Do the stub models behind the engine have the laws of the tables? Without this, a wrong stub looks like a wrong engine. */
export async function scoreSelfTest(context: StepContext): Promise<CheckRow | CheckRow[]> {
  const step = "score self-test";
  // Models without tables have had a self-test of their own.
  if (!context.hello.tables) return [];
  const row = (verdict: CheckRow["verdict"], what: string): CheckRow => ({
    step,
    verdict,
    what,
    sequences: 0,
    tokens: 0,
  });
  if (!context.hello.score) return row("not applicable", "the adapter does not answer score");
  const worlds = new Map(context.cases.map((at) => [at.file.name, at]));
  let compared = 0;
  for (const at of worlds.values()) {
    context.progress(`${step}: ${at.file.name}`);
    const adapter = await context.bench.adapter();
    if ((await loadWorld(adapter, context.hello, at)) !== undefined) continue;
    for (const side of ["target", "drafter"] as const) {
      const contexts = contextsOf(at, side);
      const rows = await adapter.score(at.file.name, side, contexts);
      for (const [i, logits] of rows.entries()) {
        const asked = itemAt(contexts, i);
        const law = processedLaw<string>(at.world[side], 1, {}, asked, 0);
        const off = distance(logits, law);
        const tolerance = TOLERANCE + SINGLE * Math.abs(at.file[side].model.offset ?? 0);
        if (!(off <= tolerance)) {
          const found = `the ${side} of ${at.file.name} has another law than its table after ${asked.join(" ")}`;
          return row("broken", `adapter or stub is wrong: ${found} (off by ${off})`);
        }
        compared += 1;
      }
    }
  }
  if (compared === 0) return row("not applicable", "the adapter refuses every world");
  return row("consistent", `the stubs have the laws of the tables after ${compared} contexts`);
}

/** Beginnings that start with the prompt: for the drafter any tokens of its own. */
const contextsOf = (at: Case, side: "target" | "drafter"): number[][] => {
  const size = at.file[side].vocabulary.length;
  const [first = 0] = side === "target" ? (at.prompts[0] ?? []) : [];
  return Array.from({ length: CONTEXTS }, (_, i) => [
    first,
    ...Array.from({ length: i % 5 }, (_, j) => (i * 7 + j) % size),
  ]);
};

/** Largest difference of probabilities; infinite where logits are missing. Those behind the last id are padding without mass. */
const distance = (logits: readonly number[], law: readonly number[]): number => {
  if (logits.length < law.length) return Number.POSITIVE_INFINITY;
  const largest = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(...weights.map((weight, token) => Math.abs(weight / total - (law[token] ?? 0))));
};
