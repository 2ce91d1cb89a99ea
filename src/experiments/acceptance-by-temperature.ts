import { stream } from "../core/handlers/random.ts";
import type { Random } from "../core/handlers/sample.ts";
import { float64 } from "../core/num/float64.ts";
import { each, oneOf, share } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { firstTokenAcceptance } from "./measures/first-token-acceptance.ts";
import { iidWorld, wholeWeights } from "./worlds/iid-world.ts";

const TOKENS = 200;
const TEXTS = Array.from({ length: TOKENS }, (_, at) => String.fromCharCode(32 + at));

/** A standard normal number (Box and Muller). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const softmax = (logits: readonly number[], temperature: number): number[] => {
  const most = logits.reduce((a, b) => Math.max(a, b));
  return wholeWeights(logits.map((logit) => Math.exp((logit - most) / temperature)));
};

/** Acceptance against the target's and the drafter's temperature, one context a row, by closed formulas in doubles. */
export const acceptanceByTemperature = experiment({
  name: "acceptance-by-temperature",
  question:
    "How do rejection, exact match and greedy drafting part as the temperature grows, and which draft temperature is best?",
  seed: 1,
  points: grid({
    target: [0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5, 2],
    drafter: ["same", 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2],
    context: Array.from({ length: 24 }, (_, at) => at + 1),
  }).filter(({ target, drafter }) => drafter === "same" || target === 1),
  columns: { how: oneOf("formula, in doubles"), ...each(["rejection", "exact match", "greedy draft"], share) },
  row: ({ target, drafter, context }): Row => {
    // The logits of a context are the same at every temperature: their stream is named by the context alone.
    const random = stream(1, `context ${context}`);
    const logits = TEXTS.map(() => 2.5 * normal(random));
    const noisy = logits.map((logit) => logit + normal(random));
    const temperature = drafter === "same" ? target : drafter;
    const world = iidWorld(
      float64,
      { texts: TEXTS, weights: softmax(logits, target) },
      { texts: TEXTS, weights: softmax(noisy, temperature) },
      1,
    );
    const { sd, slem, "greedy-draft": greedy } = firstTokenAcceptance(float64, world, ["sd", "slem", "greedy-draft"]);
    return { how: "formula, in doubles", rejection: sd, "exact match": slem, "greedy draft": greedy };
  },
});
