import { expect, test } from "vitest";
import { Exploration, MERGED } from "../../../src/core/handlers/exploration.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, ratio } from "../../support/toy-world.ts";

const goesOn = () => false;
const trusted = { checking: false, masses: false };

test("depth-first: the last choice changes first", () => {
  const exploration = new Exploration(rational, [], rational.one, trusted, goesOn);
  const seen: string[] = [];
  do {
    exploration.restart();
    const x = exploration.sample("letter", () => law({ a: "1/2", b: "1/2" }));
    seen.push(x + exploration.flip("coin", () => ratio("1/3")));
  } while (exploration.next());
  expect(seen).toEqual(["atrue", "afalse", "btrue", "bfalse"]);
});

test("fixed choices are answered and never changed; the weight starts at theirs", () => {
  const fixed = [{ kind: "sample", label: "letter", value: "b" }] as const;
  const exploration = new Exploration(rational, fixed, ratio("1/2"), { checking: true, masses: true }, goesOn);
  const paths: string[] = [];
  do {
    exploration.restart();
    const x = exploration.sample("letter", () => law({ a: "1/2", b: "1/2" }));
    exploration.flip("coin", () => ratio("1/3"));
    paths.push(x + rational.print(exploration.weight()));
  } while (exploration.next());
  expect(paths).toEqual(["b1/6", "b1/3"]);
  expect(fixed).toEqual([{ kind: "sample", label: "letter", value: "b" }]);
});

test("a path ends at the first new merge point where it is told to, and is no choice", () => {
  const met: string[] = [];
  const exploration = new Exploration(rational, [], rational.one, trusted, (label) => met.push(label) === 2);
  exploration.restart();
  exploration.merge("first", () => "");
  expect(() => exploration.merge("second", () => "")).toThrow();
  expect(met).toEqual(["first", "second"]);
  expect(typeof MERGED).toBe("symbol");
  expect(exploration.choices()).toEqual([]);
  exploration.restart();
  exploration.merge("first", () => "");
  expect(met).toHaveLength(2);
});
