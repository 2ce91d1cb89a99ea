import { expect, test } from "vitest";
import { Thinned, thinned } from "../../../src/core/law/thinned.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, ratio, written } from "../../support/toy-world.ts";

const p = law({ a: "1/2", b: "1/3", c: "1/6" });
const keep = (x: string) => ratio({ a: "1/3", b: "1/2", c: "0" }[x] as string);

test("the law of what stays: each weight times its chance to stay, over their sum", () => {
  // 1/2 · 1/3 = 1/6 and 1/3 · 1/2 = 1/6; c never stays.
  expect(written(thinned(rational, p, keep))).toEqual({ a: "1/2", b: "1/2" });
  expect(thinned(rational, p, keep).support).toEqual(["a", "b", "c"]);
  expect(rational.print(thinned(rational, p, keep).weight("d"))).toBe("0");
});

test("who draws finds what to draw from and when to stop, and the chances are asked for only then", () => {
  const asked: string[] = [];
  const law = thinned(rational, p, (x) => {
    asked.push(x);
    return keep(x);
  });
  expect(law).toBeInstanceOf(Thinned);
  const { base, keep: chance } = law as Thinned<typeof rational.zero, string>;
  expect(base).toBe(p);
  expect(asked).toEqual([]);
  expect(rational.print(chance("b"))).toBe("1/2");
  expect(asked).toEqual(["b"]);
});

test("the law is computed once", () => {
  let asked = 0;
  const law = thinned(rational, p, (x) => {
    asked++;
    return keep(x);
  });
  expect(written(law)).toEqual(written(law));
  expect(asked).toBe(3);
});

test("where nothing may stay there is no law", () => {
  expect(() => thinned(rational, p, () => rational.zero).weight("a")).toThrow("by zero");
});
