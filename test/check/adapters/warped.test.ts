import { expect, test } from "vitest";
import { warped } from "../../../src/check/adapters/warped.ts";
import { gauntlet } from "../../../src/check/plan/gauntlet.ts";
import { weightsOf } from "../../../src/dist/dist.ts";

const wide = gauntlet().find(({ name }) => name === "wide-drafter-top-k")?.world;

test("a drafter that is cut to its likeliest tokens has these alone, in proportion, and the target stays as it is", () => {
  if (wide === undefined) throw new Error("there is no such case");
  const cut = warped(wide, 1, { drafterTopK: 50 });
  const [before, after] = [wide.drafter.next([]), cut.drafter.next([])];
  expect(after.support).toHaveLength(50);
  expect(weightsOf(after).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  const least = Math.min(...after.support.map((token) => before.weight(token)));
  expect(before.support.filter((token) => before.weight(token) > least)).toHaveLength(0);
  const [p, q] = [wide.target.next([]), cut.target.next([])];
  for (const token of p.support) expect(q.weight(token)).toBeCloseTo(p.weight(token), 12);
});

test("more tokens than there are cut nothing off", () => {
  if (wide === undefined) throw new Error("there is no such case");
  const whole = warped(wide, 1, { drafterTopK: 1000 }).drafter.next([]);
  for (const token of whole.support) expect(whole.weight(token)).toBeCloseTo(wide.drafter.next([]).weight(token), 12);
});
