import { describe, expect, test } from "vitest";
import type { PairProfile } from "../../../src/pairs/profile/pair-profile.ts";
import { profilePair } from "../../../src/pairs/profile/pair-profile.ts";
import { paperLines, profileScreen } from "../../../src/pairs/profile/screen.ts";
import { special, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";
import { tinyOpen } from "./tiny-open.ts";

const end = (id: number) => ({ added_tokens: [special(id, "<|end|>")] });
const target = tinyOpen(
  "target",
  tinyByteLevel(
    [
      ["a", "b"],
      ["h", "e"],
    ],
    end(259),
  ),
  "<|end|>",
  "T\u001b",
);
const drafter = tinyOpen("drafter", tinyByteLevel([["h", "e"]]), undefined, "D");

const profiled = (): { profile: PairProfile; steps: string[] } => {
  const steps: string[] = [];
  return { profile: profilePair(target, drafter, (step) => steps.push(step)), steps };
};
const { profile, steps } = profiled();
/** The cells of the line that begins like this. */
const cells = (text: string, label: string): string[] => {
  const line = text.split("\n").find((one) => one.startsWith(label)) ?? "";
  return line.slice(label.length).trim().split(/ {2,}/);
};

describe("the profile of a pair", () => {
  test("says what is being done, with names that can be printed", () => {
    expect(steps).toEqual([
      "counting segmentations",
      "comparing vocabularies",
      expect.stringMatching(/^sending tokens of T\S+ to text and back$/),
      "sending tokens of D to text and back",
      "comparing with the paper",
    ]);
    expect(steps.join()).not.toContain("\u001b");
  });
  test("has all that is measured", () => {
    expect(profile.sameVocabulary).toBe(false);
    expect(profile.target).toMatchObject({ name: "T\u001b", ids: 260, textTokens: 258, stopToken: "<|end|>" });
    expect(profile.drafter).toMatchObject({ name: "D", textTokens: 257, stopToken: null });
    expect(profile.shared).toMatchObject({ bytes: 257, ofTarget: 257 / 258, ofDrafter: 1 });
    expect(profile.psi).toMatchObject({ unspellable: 0, segmentations: { count: 258, max: 2n } });
    // h·e·l·l·o and he·l·l·o.
    expect(profile.hello).toMatchObject({ segmentations: { max: 2n }, passes: { max: 8n } });
    expect(profile.roundTrip.target).toMatchObject({ of: 258, sameText: 258 });
    expect(profile.roundTrip.drafter).toMatchObject({ of: 257 });
    expect(profile.advice[0]).toMatchObject({ algorithm: "tli", suits: "best" });
    expect(profile.paper).toEqual([]);
  });
  test("the same vocabulary has the same tokens, as many, and the same stop token", () => {
    const same = (
      a: Parameters<typeof tinyByteLevel>,
      aStop: string | undefined,
      b: typeof a,
      bStop: string | undefined,
    ) =>
      profilePair(
        tinyOpen("target", tinyByteLevel(...a), aStop),
        tinyOpen("drafter", tinyByteLevel(...b), bStop),
        () => {},
      ).sameVocabulary;
    const one: Parameters<typeof tinyByteLevel> = [[["a", "b"]], end(257)];
    expect(same(one, "<|end|>", one, "<|end|>")).toBe(true);
    expect(same(one, undefined, one, undefined)).toBe(true);
    expect(same(one, "<|end|>", one, undefined)).toBe(false);
    expect(same(one, undefined, one, "<|end|>")).toBe(false);
    expect(same(one, "<|end|>", [[["b", "a"]], end(257)], "<|end|>")).toBe(false);
    expect(same([[["a", "b"]]], undefined, one, undefined)).toBe(false);
    expect(same(one, undefined, [[["a", "b"]]], undefined)).toBe(false);
  });
  test("counts each of the target's byte strings once", () => {
    const twice = tinyOpen(
      "target",
      tinyByteLevel([["a", "b"]], { added_tokens: [{ id: 257, content: "ab", special: false }] }),
    );
    expect(profilePair(twice, drafter, () => {}).psi.segmentations).toMatchObject({ count: 257 });
  });
});

describe("the screen of a pair", () => {
  const screen = profileScreen(profile);
  test("has a line for each figure, both sides", () => {
    const expected: [label: string, ...cells: string[]][] = [
      ["kind", "byte-level", "byte-level"],
      ["ids", "260 (1 unused)", "257"],
      ["special tokens", "1", "0"],
      ["stop token", "<|end|>", "none known"],
      ["tokens with text", "258", "257"],
      ["  with the same bytes as another", "0", "0"],
      ["  not valid UTF-8: pieces of characters", "128", "128"],
      ["bytes per token: mean ± deviation", "1.01 ± 0.09", "1.00 ± 0.06"],
      ["  least, quartiles, most", "1 · 1 · 1 · 1 · 2", "1 · 1 · 1 · 1 · 2"],
      ["equal bytes", "257", "99.6 % / 100.0 %"],
      ["equal strings, as the files write them", "257"],
      ["  after mapping the leading space sign", "257"],
      ["least, quartiles, most", "1 · 1 · 1 · 1 · 2", "1 · 1 · 1 · 1 · 2"],
      ["nine in ten are at most", "1", "1"],
      ["hello", "2", "8"],
      ["T's tokens that D cannot spell", "0"],
      ["gives the same token", "100.0 %", "100.0 %"],
      ["gives the same text", "100.0 %", "100.0 %"],
      ["tokens tested, evenly spaced", "258 of 258", "257 of 257"],
    ];
    for (const [label, ...values] of expected) expect([label, ...cells(screen, label)]).toEqual([label, ...values]);
    expect(screen).not.toContain("\u001b");
    expect(screen).not.toContain("Timor");
  });
  test("is aligned: two columns to the right, and no white space at an end", () => {
    const lines = screen.split("\n");
    expect(lines[0]).toBe(`${" ".repeat(46 + 16)}target${" ".repeat(17)}drafter`);
    for (const line of lines) expect(line).toBe(line.trimEnd());
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe("");
    expect(lines.filter((line) => line === "")).toHaveLength(5);
  });
  test("says which algorithms suit, in lines that hang", () => {
    const [, advice = ""] = screen.split("Which algorithm\n");
    expect(advice).toMatch(/^ {2}tli {3}best {6}T ∩ D is 99\.6 % of T and/);
    const [first = "", second = ""] = advice.split("\n");
    expect(second).toMatch(/^ {18}\S/);
    const [word = ""] = second.trim().split(" ");
    expect(first.length + 1 + word.length).toBeGreaterThan(100);
  });
  test("shows what is not there as a line", () => {
    const none = { segmentations: undefined, passes: undefined, unspellable: 258 };
    const bare = profileScreen({
      ...profile,
      psi: none,
      hello: none,
      drafter: { ...profile.drafter, bytes: undefined, unusedIds: 2 },
    });
    expect(cells(bare, "nine in ten are at most")).toEqual(["-", "-"]);
    expect(cells(bare, "least, quartiles, most")).toEqual(["-", "-"]);
    expect(cells(bare, "mean")).toEqual(["0", "0"]);
    expect(cells(bare, "hello")).toEqual(["-", "-"]);
    expect(cells(bare, "bytes per token: mean ± deviation")).toEqual(["1.01 ± 0.09", "-"]);
    expect(cells(bare, "  least, quartiles, most")).toEqual(["1 · 1 · 1 · 1 · 2", "-"]);
    expect(cells(bare, "ids")).toEqual(["260 (1 unused)", "257 (2 unused)"]);
    expect(cells(bare, "T's tokens that D cannot spell")).toEqual(["258"]);
  });
});

describe("the paper's figures", () => {
  const same = { figure: "hello", paper: "14", measured: "14", agrees: true, why: null };
  test("stand beside ours: the same, or ours and why", () => {
    const why = `${"word ".repeat(30)}end`;
    const lines = paperLines([same, { ...same, figure: "T", measured: "15", agrees: false, why }]);
    const place = (first: string, second: string, third: string): string =>
      first.padEnd(58) + second.padStart(18) + third.padStart(18);
    expect(lines.slice(0, 4)).toEqual([
      "",
      place("Timor et al. 2025", "paper", "here"),
      place("  hello", "14", "the same"),
      place("  T", "14", "15"),
    ]);
    expect(lines.slice(4)).toEqual([
      `    differs: ${"word ".repeat(17)}`.trimEnd(),
      `${" ".repeat(13)}${"word ".repeat(13)}end`,
    ]);
  });
  test("fill a line of 100 signs, and no more", () => {
    const why = (length: number): string[] =>
      paperLines([{ ...same, agrees: false, why: `a ${"x".repeat(length)}` }]).slice(3);
    expect(why(85)).toEqual([`    differs: a ${"x".repeat(85)}`]);
    expect(why(86)).toEqual(["    differs: a", `${" ".repeat(13)}${"x".repeat(86)}`]);
  });
  test("are left out where there are none", () => {
    expect(paperLines([])).toEqual([]);
  });
});
