import { describe, expect, test } from "vitest";
import { mass } from "../../../src/core/law/dist.ts";
import { ngram } from "../../../src/core/models/ngram.ts";
import { expr } from "../../../src/core/num/expr.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { longestPrefix } from "../../../src/core/vocab/longest-prefix.ts";
import { type Token, tokensOf, vocabulary } from "../../../src/core/vocab/vocabulary.ts";

const words = longestPrefix(vocabulary("target", ["a", "b", "ab", ""], ["a", "b", "ab", "end"], 3));
const [a, b, ab, end] = tokensOf(words.vocabulary) as [T, T, T, T];
type T = Token<"target">;

/** The law after some tokens, as `a 1/2, b 1/2`. */
const law = (model: ReturnType<typeof ngram<Parameters<typeof rational.print>[0], "target">>, context: T[]): string =>
  model
    .next(context)
    .support.map((x) => `${words.vocabulary.label(x)} ${rational.print(model.next(context).weight(x))}`)
    .join(", ");

// Tokenised: ab·a·end, b·ab·a·end, a·end.
const texts = ["aba", "baba", "a"];

describe("frequencies, by hand", () => {
  const model = ngram(rational, words, 1, texts);
  test("of everything, where nothing was said", () => expect(law(model, [])).toBe("a 1/3, b 1/9, ab 2/9, end 1/3"));
  test("after a token", () => {
    expect(law(model, [ab])).toBe("a 1");
    expect(law(model, [b])).toBe("ab 1");
    expect(law(model, [b, a])).toBe("end 1");
  });
  test("an unseen context is shortened from the left", () => {
    const second = ngram(rational, words, 2, texts);
    expect(law(second, [b, b])).toBe(law(second, [b]));
    expect(second.state([b, b])).toBe(second.state([b]));
    expect(law(second, [end])).toBe(law(second, []));
  });
});

test("adding k: (n + k) / (total + k |V|), for every token", () => {
  const half = ngram(rational, words, 1, texts, { numerator: 1n, denominator: 2n });
  // After b came ab once: (1 + 1/2) / (1 + 4/2), and (1/2) / 3 for the others.
  expect(law(half, [b])).toBe("a 1/6, b 1/6, ab 1/2, end 1/6");
});

test("no text at all gives the uniform law", () => {
  expect(law(ngram(rational, words, 2, []), [a])).toBe("a 1/4, b 1/4, ab 1/4, end 1/4");
});

test("laws have mass one in every field, and the state names all they depend on", () => {
  const exact = ngram(rational, words, 2, texts);
  const floating = ngram(float64, words, 2, texts);
  const symbolic = ngram(expr, words, 2, texts);
  const byState = new Map<string, string>();
  for (const first of tokensOf(words.vocabulary)) {
    for (const second of tokensOf(words.vocabulary)) {
      const context = [first, second];
      expect(rational.equal(mass(rational, exact.next(context)), rational.one)).toBe(true);
      expect(mass(float64, floating.next(context))).toBeCloseTo(1, 12);
      expect(symbolic.next(context).support).toEqual(exact.next(context).support);
      const seen = byState.get(exact.state(context)) ?? law(exact, context);
      expect(law(exact, context)).toBe(seen);
      byState.set(exact.state(context), seen);
    }
  }
});

test("one pass scores a draft", () => {
  const model = ngram(rational, words, 1, texts);
  const scores = model.score([b], [ab, a]);
  expect([0, 1, 2].map((at) => scores(at).support)).toEqual([[ab], [a], [end]]);
});
