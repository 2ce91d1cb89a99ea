import { describe, expect, test } from "vitest";
import { mutants } from "../../../fixtures/faults/registry.ts";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { BudgetExceeded } from "../../../src/core/handlers/budget.ts";
import { Refused, writtenSide } from "../../../src/core/worlds/written-side.ts";
import { answer, inWords, judge } from "../../../src/site/play/answer.ts";
import { choices } from "../../../src/site/play/choices.ts";
import { playLink, toState } from "../../../src/site/play/link.ts";
import { fromFragment, START, toFragment, toWorldFile } from "../../../src/site/play/state.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

const side = (more: object = {}, model: object = {}) => ({
  vocabulary: ["a", "b"],
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [], otherwise: { a: "1/2", b: "1/2" }, ...model },
  ...more,
});
const world = (target: object = side(), more: object = {}) => ({
  prompt: "p",
  lookahead: 3,
  target,
  drafter: side(),
  ...more,
});
const written = (...args: Parameters<typeof side>): string | undefined => toState(world(side(...args)), "sd")?.target;

describe("a world of a file as the fields of the page", () => {
  test("has everything that they edit", () => {
    const law = "a 1/2\nb 1/2";
    expect(toState(world(), "tli")).toEqual({
      target: law,
      drafter: law,
      prompt: "p",
      lookahead: "3",
      candidates: "2",
      algorithm: "tli",
    });
    expect(toState(world(side(), { candidates: 4 }), "tli")?.candidates).toBe("4");
  });
  test("writes stop tokens, tokens without a chance, and tokens that need quotes", () => {
    expect(written({ vocabulary: ["a", "b", "c"], eos: "b" })).toBe("a 1/2\nb 1/2 stop\nc 0");
    expect(written({ vocabulary: ["x y", 'q"', "after", "after1"] }, { otherwise: { "x y": "1" } })).toBe(
      '"x y" 1\n"q\\"" 0\n"after" 0\nafter1 0',
    );
  });
  test("writes the laws that hold after one token", () => {
    const rows = [
      { context: ["a"], next: { b: "1" } },
      { context: ["b"], next: { a: "1/3", b: "2/3" } },
    ];
    expect(written({}, { order: 1, rows })).toBe("a 1/2\nb 1/2\nafter a\nb 1\nafter b\na 1/3\nb 2/3");
  });
  test("takes the law without a context where nothing else says what holds otherwise", () => {
    const first = { context: [], next: { a: "1" } };
    const after = ["a", "b"].map((token) => ({ context: [token], next: { b: "1" } }));
    expect(written({}, { otherwise: undefined, rows: [first] })).toBe("a 1\nb 0");
    expect(written({}, { otherwise: undefined, order: 1, rows: [first, ...after] })).toBe(
      "a 1\nb 0\nafter a\nb 1\nafter b\nb 1",
    );
    expect(written({}, { otherwise: undefined, order: 1, rows: [first, ...after.slice(1)] })).toBeUndefined();
    expect(written({}, { otherwise: undefined, rows: after })).toBeUndefined();
    expect(written({}, { otherwise: undefined, rows: undefined })).toBeUndefined();
  });
  test.each([
    ["another tokenizer", { tokenizer: { bpe: [] } }, {}],
    ["bytes", { bytes: "hex" }, {}],
    ["another kind of model", {}, { kind: "table" }],
    ["a period", {}, { period: 2 }],
    ["a longer memory", {}, { order: 2 }],
    ["too many tokens", { vocabulary: [..."abcdefghijklm"] }, {}],
    ["a token that is too long", { vocabulary: ["a".repeat(21)] }, {}],
  ])("%s cannot be said", (_, more, model) => expect(written(more, model)).toBeUndefined());
  test.each([
    ["a period of one", {}, { period: 1 }],
    ["a memory of one token", {}, { order: 1, rows: [] }],
    ["twelve tokens", { vocabulary: [..."abcdefghijkl"] }, {}],
    ["a token of twenty letters", { vocabulary: ["a".repeat(20)] }, {}],
  ])("%s can", (_, more, model) => expect(written(more, model)).toBeTypeOf("string"));
  test("both sides must be said", () => {
    expect(toState(world(side(), { drafter: side({ bytes: "hex" }) }), "sd")).toBeUndefined();
    expect(playLink(world(), "sd")).toBe(`/play.html#${toFragment(toState(world(), "sd") as typeof START)}`);
  });
});

describe("a law as a person writes it", () => {
  const line = (token: string): string => `${token} 1/1`;
  test.each([
    ["letters", line("x".repeat(20)), line("x".repeat(21))],
    ["digits above", `a ${"1".repeat(12)}/${"1".repeat(12)}`, `a ${"1".repeat(13)}/${"1".repeat(13)}`],
    ["digits below", `a 1/${"0".repeat(11)}1`, `a 1/${"0".repeat(12)}1`],
    ["letters in quotes", line(`"${"x".repeat(20)}"`), line(`"${"x".repeat(21)} "`)],
    ["characters", `${" ".repeat(3997)}a 1`, `${" ".repeat(3998)}a 1`],
  ])("as many %s as it reads, and no more", (_, good, bad) => {
    expect(writtenSide(good)).toMatchObject({ eos: null });
    expect(() => writtenSide(bad)).toThrow(Refused);
  });
  const many = (n: number): string =>
    Array.from({ length: n }, (_, at) => `${String.fromCharCode(97 + at)} ${at === 0 ? 1 : 0}`).join("\n");
  test("twelve tokens, and as many laws", () => {
    expect(writtenSide(many(12))).toMatchObject({ vocabulary: [..."abcdefghijkl"] });
    expect(() => writtenSide(many(13))).toThrow("found 13 tokens, expected 1 to 12");
    const laws = [..."abcdefghijkl"].map((token) => `after ${token}\na 1`).join("\n");
    expect((writtenSide(`${many(12)}\n${laws}`) as { model: { rows: object[] } }).model.rows).toHaveLength(12);
    expect(() => writtenSide(`${many(13)}\n${laws}\nafter m`)).toThrow("line 38: expected at most 12 laws");
    expect(() => writtenSide("")).toThrow("found 0 tokens, expected 1 to 12");
  });
  test.each([
    ["a 1/0", "line 1: found 1/0, expected a fraction"],
    ["a 1/2\na 1/2", "line 2: the token “a” is there twice"],
    ["a 1\nafter a\na 1/2\na 1/2", "line 4: the token “a” is there twice"],
    ["a 1\nafter a\na 1/3", "after a: the probabilities add up to 1/3, expected 1: 2/3 is missing"],
    [`${"y".repeat(31)} 1`, `line 1: found “${"y".repeat(30)}…”, expected a token and a number, as ab 3/10 or ab 0.3`],
    [`a ${"y".repeat(28)}`, `line 1: found “a ${"y".repeat(28)}”, expected a token and a number, as ab 3/10 or ab 0.3`],
    ["a 1 stopp", "line 1: found “a 1 stopp”, expected a token and a number, as ab 3/10 or ab 0.3"],
    ["a 1 x", "line 1: found “a 1 x”, expected a token and a number, as ab 3/10 or ab 0.3"],
    ["x a 1", "line 1: found “x a 1”, expected a token and a number, as ab 3/10 or ab 0.3"],
  ])("%j is refused: %s", (text, message) => expect(() => writtenSide(text)).toThrow(new Refused(message)));
  test("a decimal is the fraction that it is", () => {
    const { model } = writtenSide("a 0.25\nb .125\nc 5/8") as { model: { otherwise: object } };
    expect({ ...model.otherwise }).toEqual({ a: "25/100", b: "125/1000", c: "5/8" });
  });
  test("spaces, a colon and quotes are read as they are meant", () => {
    const read = writtenSide('  "a \\" b"   1/2  stop \n b\t1/2\n after   "a \\" b" :\n b 1\n after b :\n b 1 stop');
    expect(read).toEqual({
      vocabulary: ['a " b', "b"],
      eos: 'a " b',
      tokenizer: "longest-prefix",
      model: {
        kind: "markov",
        order: 1,
        rows: [
          { context: ['a " b'], next: { b: "1" } },
          { context: ["b"], next: { b: "1" } },
        ],
        otherwise: { 'a " b': "1/2", b: "1/2" },
      },
    });
    expect(() => writtenSide("after 1")).toThrow("line 1: found “after 1”, expected a token of the first lines");
  });
});

describe("the state of the page", () => {
  test("is written without the signs that an address gives a meaning", () => {
    const odd = { ...START, prompt: "\u{3ff}\u{3fe}???>>>~~~" };
    expect(toFragment(odd)).toMatch(/^w=[\w-]+$/);
    expect(fromFragment(toFragment(odd))).toEqual(odd);
    const text = toFragment(odd);
    expect(text).toMatch(/[-_]/);
  });
  test("is read up to a length, and no other kind of value", () => {
    const of = (value: unknown): string => `w=${btoa(JSON.stringify(value)).replaceAll("=", "")}`;
    expect(fromFragment(of({ prompt: 7, lookahead: null, more: 1 }))).toEqual({ ...START, prompt: "7" });
    expect(fromFragment(of(7))).toBeUndefined();
    expect(fromFragment(of("x"))).toBeUndefined();
    expect(fromFragment(of(null))).toBeUndefined();
    expect(fromFragment(`x${of({})}`)).toBeUndefined();
    expect(fromFragment(`${of({})}!`)).toBeUndefined();
    const long = (letters: number): string => of({ prompt: "x".repeat(letters) });
    expect(long(8_987).length - 2).toBe(12_000);
    expect(fromFragment(long(8_987))?.prompt).toHaveLength(8_987);
    expect(fromFragment(long(8_988))).toBeUndefined();
  });
  const refusals = (more: object): string[] => {
    const found: string[] = [];
    toWorldFile({ ...START, ...more }, (field, message) => found.push(`${field}: ${message}`));
    return found;
  };
  test("is a world file, or names the fields at fault", () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ lookahead: "7", candidates: "5", target: "a", drafter: "" })).toEqual([
      "lookahead: lookahead: found “7”, expected a whole number from 1 to 6",
      "candidates: candidates: found “5”, expected a whole number from 1 to 4",
      "target: line 1: found “a”, expected a token and a number, as ab 3/10 or ab 0.3",
      "drafter: found 0 tokens, expected 1 to 12",
    ]);
    const file = toWorldFile({ ...START, lookahead: " 6 ", candidates: "4", prompt: "ab" }, (...told) =>
      expect.fail(String(told)),
    );
    expect(file).toMatchObject({ format: "lossless-world/1", prompt: "ab", lookahead: 6, candidates: 4 });
  });
  test.each(["0", "-1", "1.5", "1e0", "x1", "1x", "0001", "", "9".repeat(30)])("%j is no lookahead", (lookahead) => {
    expect(refusals({ lookahead })).toEqual([
      `lookahead: lookahead: found “${lookahead.slice(0, 20)}”, expected a whole number from 1 to 6`,
    ]);
  });
});

describe("what the page can run", () => {
  test("is every algorithm, then the faults that change the law and were met or read, each with what it does", () => {
    expect(choices.slice(0, algorithms.length).map(({ algorithm }) => algorithm)).toEqual(algorithms);
    const readings = ["slrs-no-proposal-from-target", "slrs-psi-exact-segmentations", "slrs-psi-all-lengths"];
    for (const mutant of mutants) {
      const choice = choices.find(({ fault, algorithm }) => fault !== "" && algorithm.id === mutant.id);
      const offered =
        mutant.kind === "law" &&
        "algorithm" in mutant &&
        (mutant.documented !== undefined || readings.includes(mutant.id)) &&
        !algorithms.includes(mutant.algorithm);
      expect([mutant.id, choice?.fault]).toEqual([mutant.id, offered ? mutant.mechanism : undefined]);
    }
  });
});

describe("an answer", () => {
  const one = toyWorld(iid({ a: "2/3", b: "1/3" }), iid({ a: "1/3", b: "2/3" }));
  test("lists emissions, likeliest first", () => {
    const { emissions, verdict, nothing, tokens } = answer(one, sd);
    expect(nothing).toBe("0");
    expect(tokens).toEqual([
      { token: "a", target: "2/3", output: "2/3", psi: "1/3" },
      { token: "b", target: "1/3", output: "1/3", psi: "2/3" },
    ]);
    const weights = emissions.map(({ probability }) => probability.split("/").map(Number));
    const values = weights.map(([n = 0, d = 1]) => n / d);
    expect(values).toEqual([...values].sort((x, y) => y - x));
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(verdict).toEqual(judge(one, sd));
  });
  test("stopped by its budget says what to do; other errors are no one's world", () => {
    const words = inWords(new BudgetExceeded("paths", 7));
    expect(words).toMatch(/: make the world smaller, or use the command$/);
    expect(inWords(new Error("x"))).toBeUndefined();
  });
});
