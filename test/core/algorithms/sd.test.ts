import { describe, expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

describe("p = (1/2, 1/2), q = (3/4, 1/4), one draft", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "1/4" }));

  test("one round", () => {
    expect(emissions(world, sd)).toEqual({
      // a is drafted with 3/4 and kept with (1/2)/(3/4) = 2/3: that is 1/2, and the bonus is a or b.
      a·a: "1/4",
      a·b: "1/4",
      // The other 1/4 is corrected from max(p - q, 0) = (0, 1/4): surely b.
      b: "1/4",
      // b is drafted with 1/4 and always kept, since p(b) > q(b).
      b·a: "1/8",
      b·b: "1/8",
    });
    // So the first token is a with 1/4 + 1/4 = 1/2, as it must be.
  });

  test("acceptance: min(1/2, 3/4) + min(1/2, 1/4) = 3/4", () => {
    expect(rational.print(decide(rational, sd.acceptance?.(world) as never))).toBe("3/4");
  });
});

test("a drafted stop token ends the draft; accepted it ends the round without a bonus", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" }),
  );
  expect(emissions(world, sd)).toEqual({
    // a: drafted with 1/4, always kept, then a bonus, which may stop.
    a·a: "1/8",
    "a·<eos>": "1/8",
    // stop: drafted with 3/4, kept with 2/3.
    "<eos>": "1/2",
    // rejected with 1/4: max(p - q, 0) is left on a only.
    a: "1/4",
  });
});

test("p = q: everything is kept, and the residual, which does not exist, is never drawn", () => {
  const same = iid({ a: "1/3", b: "2/3" });
  expect(emissions(toyWorld(same, same), sd)).toEqual({ a·a: "1/9", a·b: "2/9", b·a: "2/9", b·b: "4/9" });
});

test("it asks for one vocabulary, stop tokens by their role", () => {
  const two = iid({ a: "1/2", b: "1/2" });
  expect(sd.fits?.(toyWorld(two, iid({ b: "1/2", a: "1/2" })))).toBe(true);
  expect(sd.fits?.(toyWorld(two, iid({ a: "1/2", c: "1/2" })))).toBe(false);
  expect(sd.fits?.(toyWorld(two, iid({ a: "1/2", b: "1/2" }, { eos: "b" })))).toBe(false);
});

const three = toyWorld(iid({ a: "1/2", b: "1/3", c: "1/6" }), iid({ a: "1/5", b: "1/5", c: "3/5" }), 2);

describeWorked(sd, {
  world: three,
  // 9 drafts; each is rejected first (3 corrections), second (3 corrections), or never (3 bonus tokens).
  paths: 81,
  drafterPasses: [2],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // a and b are kept with 1/2 each; then a bonus.
  afterFirst: { a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" },
  endsAtStop: true,
});
