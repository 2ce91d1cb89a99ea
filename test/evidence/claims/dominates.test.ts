import { expect, test } from "vitest";
import type { Algorithm, Committed } from "../../../src/core/algorithms/algorithm.ts";
import { autoregressive } from "../../../src/core/algorithms/autoregressive.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { dominates } from "../../../src/evidence/claims/dominates.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

// sd accepts with 1/4 + 1/2 = 3/4, slem with 1/2 · 1/4 + 1/2 · 3/4 = 1/2.
const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/4", b: "3/4" }));

test("accepting more, or as much, is no breach", () => {
  expect(dominates(rational, world, sd, slem)).toBeUndefined();
  expect(dominates(rational, world, sd, sd)).toBeUndefined();
});

test("accepting less is, and both acceptances are told", () => {
  expect(dominates(rational, world, slem, sd)).toEqual({
    law: "dominates",
    at: "the prompt",
    found: "slem accepts with probability 1/2",
    expected: "at least 3/4, as sd does",
  });
});

test("who does not say what it accepts dominates nothing, and is not dominated", () => {
  const silent: Algorithm<Committed> = {
    ...autoregressive,
    id: "silent",
    round: (here, committed) => (ask) => ({ emitted: autoregressive.round(here, committed)(ask).emitted }),
  };
  expect(dominates(rational, world, silent, sd)?.found).toBe("silent accepts with probability unknown");
  expect(dominates(rational, world, sd, silent)?.expected).toBe("at least unknown, as silent does");
});
