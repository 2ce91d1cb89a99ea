import { describe, expect, test } from "vitest";
import { autoregressive } from "../../../../src/core/algorithms/autoregressive.ts";
import { algorithms } from "../../../../src/core/algorithms/registry.ts";
import { slem } from "../../../../src/core/algorithms/slem.ts";
import { union } from "../../../../src/core/algorithms/union.ts";
import { normalise } from "../../../../src/core/law/normalise.ts";
import { restrict } from "../../../../src/core/law/restrict.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { defaultLimits } from "../../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../../src/evidence/tiers/enumeration/lossless.ts";
import { type Emit, mutant } from "../../../support/mutant.ts";
import { chain, iid, toyWorld } from "../../../support/toy-world.ts";

const p = { a: "1/2", b: "1/3", c: "1/6" };
const q = { a: "1/6", b: "1/3", c: "1/2" };
const world = toyWorld(chain(p, { a: q }), chain(q, { b: p }), 2, "b");

test.each(algorithms.filter(({ lossless, fits }) => (lossless ?? true) && (fits?.(world) ?? true)))(
  "$id is proved, at every horizon",
  (algorithm) => {
    const verdict = lossless(rational, world, algorithm);
    expect(verdict).toMatchObject({
      world: "toy",
      algorithm: algorithm.id,
      tier: "enumeration",
      verdict: "proved",
      scope: "every horizon",
      gap: "0",
    });
    expect(verdict.witness).toBeUndefined();
  },
);

/** Drafts one token, accepts it with a chance, else corrects: rejection sampling, for mutation. */
const rejection =
  (accept: "min(1, p/q)" | "always" | "p", correct: "residual" | "p" | "q"): Emit =>
  (ask, { field, target, drafter, shared }, committed) => {
    const [q, p] = [drafter.next(committed as never), target.next(committed)];
    const d = ask.sample("draft", () => q);
    const t = shared.toTarget(d) as never;
    const ratio = () => field.min(field.one, field.div(p.weight(t), q.weight(d)));
    const chance = { "min(1, p/q)": ratio, always: () => field.one, p: () => p.weight(t) }[accept];
    if (ask.flip("accept", chance)) return [t];
    const left = (x: never) => field.monus(p.weight(x), q.weight(shared.toDrafter(x) as never));
    const residual = () => normalise(field, { support: p.support, weight: (x) => left(x as never) });
    return [ask.sample("correction", { residual, p: () => p, q: () => q as never }[correct])];
  };
const independent = toyWorld(iid(p), iid(q));

describe("refuted, with a witness", () => {
  test.each([
    ["every draft is accepted", rejection("always", "residual"), "1/3"],
    ["a rejection draws from p", rejection("min(1, p/q)", "p"), "1/6"],
    ["a rejection draws from q", rejection("min(1, p/q)", "q"), "5/18"],
    ["accepted with p instead of p/q", rejection("p", "residual"), "11/36"],
    [
      "the rarest token is never said",
      (ask, { field, target }, committed) => [
        ask.sample("top", () =>
          normalise(
            field,
            restrict(field, target.next(committed), (x) => x !== (2 as never)),
          ),
        ),
      ],
      "1/6",
    ],
    [
      "the last token again, half of the time",
      (ask, { field, target }, committed) => {
        const drawn = ask.sample("target", () => target.next(committed));
        return ask.flip("again", () => field.ratio(1n, 2n)) ? [drawn, drawn] : [drawn];
      },
      "11/36",
    ],
  ] as [string, Emit, string][])("%s", (_, emit, gap) => {
    const verdict = lossless(
      rational,
      independent,
      mutant(emit, () => ""),
    );
    expect(verdict).toMatchObject({ verdict: "refuted", scope: "every horizon", gap, contexts: 1, acceptance: null });
    const { witness } = verdict;
    expect(witness?.law).toBe("lossless");
    expect(witness?.path.at(-1)).toMatch(/^with probability /);
    expect(witness?.output).not.toBe(witness?.target);
  });
  test("and the faultless one is proved", () => {
    const faultless = mutant(rejection("min(1, p/q)", "residual"), () => "");
    expect(lossless(rational, independent, faultless)).toMatchObject({ verdict: "proved", gap: "0" });
  });
});

test("a law that loses mass is no law", () => {
  const leaking = mutant(
    (ask, { field, target }, committed) => [
      ask.sample("target", () => restrict(field, target.next(committed), (x) => x !== (2 as never))),
    ],
    () => "",
  );
  expect(lossless(rational, independent, leaking)).toMatchObject({
    verdict: "refuted",
    gap: "1/12",
    witness: { law: "normalized", horizon: 1, tokens: "c", target: "1/6", output: "0", path: [] },
  });
});

test("a chance above 1 makes mass", () => {
  const inflating = mutant(
    (ask, { field, target }, committed) => {
      ask.flip("sure", () => field.ratio(3n, 2n));
      return [ask.sample("target", () => target.next(committed))];
    },
    () => "",
  );
  expect(lossless(rational, independent, inflating)).toMatchObject({ verdict: "refuted", gap: "1/4" });
});

describe("unknown, with the reason", () => {
  test("a fault later than any witness is searched for", () => {
    const rows = Array.from({ length: 12 }, (_, position) => ({ position, context: [], next: p }));
    const counting = toyWorld(iid(p, { model: { kind: "markov", order: 0, period: 12, rows } }), iid(q));
    const late = mutant(
      (ask, { target }, committed) =>
        committed.length === 10 ? [0 as never] : [ask.sample("target", () => target.next(committed))],
      () => "",
    );
    const verdict = lossless(rational, counting, late);
    expect(verdict).toMatchObject({ verdict: "unknown", scope: "every horizon", gap: "1/2", contexts: 12 });
    expect(verdict.why).toContain("a round differs from the target");
  });
  test("a first round beyond the budget", () => {
    expect(lossless(rational, world, slem, { ...defaultLimits, paths: 3 })).toMatchObject({
      verdict: "unknown",
      scope: "horizon ≤ 0",
      gap: null,
      acceptance: null,
      expectedTokens: null,
      contexts: null,
      why: "enumeration stopped at its budget of 3 paths",
    });
  });
});

test("an error of the program is its own", () => {
  const broken = mutant(() => {
    throw new TypeError("broken");
  });
  expect(() => lossless(rational, world, broken)).toThrow("broken");
});

test("no witness is searched beyond the contexts that were followed", () => {
  const history = toyWorld(iid(p, { model: { kind: "table", rows: [], otherwise: p } }), iid(q));
  const ahead = mutant((ask, { target }, committed) => {
    const drawn = ask.sample("target", () => target.next(committed));
    return committed.join() === "0" ? [drawn, 0 as never] : [drawn];
  });
  expect(lossless(rational, history, ahead, { ...defaultLimits, unboundedContexts: 4 })).toMatchObject({
    verdict: "unknown",
    scope: "horizon ≤ 2",
    gap: "1/2",
  });
});

test("a target that reads all: the scope is a horizon", () => {
  const world = toyWorld(iid(p, { model: { kind: "table", rows: [], otherwise: p } }), iid(q));
  const verdict = lossless(rational, world, autoregressive, { ...defaultLimits, unboundedContexts: 13 });
  expect(verdict).toMatchObject({ verdict: "proved", scope: "horizon ≤ 3", contexts: 13 });
});

test("acceptance and tokens of the first round: accepted proposals, and all that is emitted", () => {
  // Accept 1/6 + 1/3 + 1/6; with two drafts 1 + 2/3 + 4/9 tokens.
  expect(lossless(rational, toyWorld(iid(p), iid(q), 2), union)).toMatchObject({
    acceptance: "2/3",
    expectedTokens: "19/9",
  });
});
