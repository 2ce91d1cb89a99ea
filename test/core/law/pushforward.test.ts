import { expect, test } from "vitest";
import { pushforward } from "../../../src/core/law/pushforward.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, written } from "../../support/toy-world.ts";

test("equal images are added, undefined ones lose their mass", () => {
  const p = law({ aa: "1/2", ab: "1/4", ba: "1/8", cc: "1/8" });
  const first = pushforward(rational, p, (x) => (x === "cc" ? undefined : x[0]));
  expect(written(first)).toEqual({ a: "3/4", b: "1/8" });
});
