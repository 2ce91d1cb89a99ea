import type fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dist } from "../src/core/law/dist.ts";
import type { LanguageModel } from "../src/core/models/model.ts";
import { type Rational, rational } from "../src/core/num/rational.ts";
import { showTokens } from "../src/core/vocab/vocabulary.ts";
import { holdsEverywhere, refutedAfter, sampleOf } from "../src/testing/check.ts";
import { anyContextCase, type ContextCase, type ModelLawName, modelLaws } from "../src/testing/model-laws.ts";
import { twoLetters } from "../src/testing/vocabularies.ts";
import { worldOf } from "../src/testing/world-file.ts";
import { anyWorld } from "../src/testing/worlds.ts";

type Model = LanguageModel<Rational, "target">;

const models = (kind: "markov" | "table"): fc.Arbitrary<Model> =>
  anyWorld({ alphabet: twoLetters })
    .filter(({ target }) => target.model.kind === kind)
    .map((file) => worldOf(rational, file).target);

const sample = sampleOf({ seed: 4, runs: 150 });
const shown = ({ model, context, other, more }: ContextCase<"target">): string =>
  [context, other, more].map((tokens) => showTokens(model.tokenizer.vocabulary, tokens)).join(" | ");

for (const kind of ["markov", "table"] as const) {
  describe(kind, () => {
    for (const [law, judge] of Object.entries(modelLaws)) {
      test(law, () => holdsEverywhere(`${kind} ${law}`, anyContextCase(models(kind)), judge, shown, sample));
    }
  });
}

const wrong: Record<ModelLawName, readonly [string, (right: Model) => Model][]> = {
  sumsToOne: [
    [
      "the first token is left out",
      (right) => ({
        ...right,
        next: (context) => {
          const law = right.next(context);
          const rest = law.support.slice(1);
          const weights = rest.map((token) => law.weight(token));
          return dist(rational, rest, weights);
        },
      }),
    ],
  ],
  scoresByNext: [
    [
      "score ends before the bonus",
      (right) => ({
        ...right,
        score: (context, draft) => {
          const laws = right.score(context, draft);
          return (at) => laws(Math.min(at, draft.length - 1));
        },
      }),
    ],
    [
      "score forgets the draft",
      (right) => ({
        ...right,
        score: (context) => () => right.next(context),
      }),
    ],
    [
      "score answers the last question again",
      (right) => {
        const known = new Map<readonly number[], ReturnType<Model["score"]>>();
        return {
          ...right,
          score: (context, draft) => {
            const laws = known.get(context) ?? right.score(context, draft);
            known.set(context, laws);
            return laws;
          },
        };
      },
    ],
  ],
  stateIsInjective: [
    ["the state is the last token", (right) => ({ ...right, state: (context) => String(context.at(-1)) })],
    [
      "the state forgets the position",
      (right) => ({ ...right, state: (context) => right.state(context).replace(/^\d+:/, "") }),
    ],
  ],
  readsWhatItSays: [["claims a smaller order", (right) => ({ ...right, order: Math.max(0, right.order - 1) })]],
};

describe("the laws refute", () => {
  for (const [law, mutants] of Object.entries(wrong)) {
    for (const [name, mutate] of mutants) {
      test(`${law}: ${name}`, () => {
        const cases = anyContextCase(models("markov").map(mutate));
        expect(refutedAfter(cases, modelLaws[law as ModelLawName], { ...sample, runs: 2_000 })).toBeDefined();
      });
    }
  }
});
