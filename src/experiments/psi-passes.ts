import { firstTokenLaw } from "../core/algorithms/parts/first-token-law.ts";
import { counted } from "../core/handlers/count.ts";
import { dist } from "../core/law/dist.ts";
import { markov } from "../core/models/markov.ts";
import { float64 } from "../core/num/float64.ts";
import { longestPrefix } from "../core/vocab/longest-prefix.ts";
import type { Text } from "../core/vocab/text.ts";
import { tokensOf, vocabulary } from "../core/vocab/vocabulary.ts";
import { createWorld } from "../core/worlds/world.ts";
import { each, number, oneOf } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { contextsOfToken } from "./measures/contexts-of-token.ts";
import { iidModel } from "./worlds/iid-world.ts";

/** What the drafter's laws depend on. */
const READS = ["text", "last token", "history"] as const;

const LENGTHS = Array.from({ length: 14 }, (_, at) => at + 1);

/** Drafter passes of ψ in the paper's complete vocabulary of one letter, counted while it is computed. */
export const psiPasses = experiment({
  name: "psi-passes",
  question: "How many drafter passes does ψ of a token cost, by what the drafter reads, against the lower bound?",
  seed: 1,
  points: grid({ reads: READS, length: LENGTHS }),
  columns: { how: oneOf("exact"), ...each(["passes", "bound", "paper's 2^(m-1)"], number) },
  row: ({ reads, length }): Row => {
    const texts: Text[] = LENGTHS.slice(0, length).map((n) => "a".repeat(n));
    const words = longestPrefix(vocabulary("drafter", texts, texts, null));
    const all = tokensOf(words.vocabulary);
    const law = dist(
      float64,
      all,
      all.map(() => 1 / all.length),
    );
    const order = reads === "text" ? 0 : reads === "last token" ? 1 : length;
    const drafter = markov(words, order, [], law);
    // A drafter of order 0 has one state for all texts; one that reads the text has one a length.
    const state = (context: readonly number[]): string => String(context.reduce((bytes, d) => bytes + d + 1, 0));
    const target = iidModel(float64, "target", { texts: [...new Set(["a", "a".repeat(length)])], weights: [1, 1] });
    const { world, counts } = counted(
      createWorld({
        name: "complete",
        field: float64,
        target,
        drafter: reads === "text" ? { ...drafter, state } : drafter,
        prompt: "",
        lookahead: length,
        candidates: 2,
      }),
    );
    firstTokenLaw(world, []);
    const { text, lastToken, history } = contextsOfToken(words.vocabulary, "a".repeat(length));
    const bound = { text, "last token": lastToken, history: Number(history) }[reads];
    return { how: "exact", passes: counts.drafterPasses, bound, "paper's 2^(m-1)": 2 ** (length - 1) };
  },
});
