import { describe, expect, test } from "vitest";
import type { Figure } from "../../../src/pages/figures/frame.ts";
import { bestChoices, type Choice } from "../../../src/pairs/speed/decision.ts";
import { acceptanceFigure, blockFigure, speedupFigure, whatIfFigure } from "../../../src/pairs/speed/report-figures.ts";
import type { BenchRow } from "../../../src/pairs/speed/row.ts";
import { pairOf, benchRowOf as row } from "./rows.ts";

const first = (rows: readonly BenchRow[]): Choice => bestChoices(rows)[0] as Choice;
const titleOf = ({ svg }: Figure): string => /<title[^>]*>(.*?)<\/title>/.exec(svg)?.[1] ?? "";
/** Everything that can be read in a figure, a text each. */
const texts = ({ svg }: Figure): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = ""]) => text);

describe("the figure of speed-ups", () => {
  const rows = [
    row({ algorithm: "autoregressive", speedup: 1 }),
    row({ speedup: 3, lookahead: 4 }),
    row({ speedup: 1.5, task: "code", lookahead: 4 }),
    row({ speedup: 2, algorithm: "slem" }),
    row({ speedup: 1.75, task: "code", algorithm: "slem" }),
    row({ speedup: 9, temperature: 0 }),
  ];
  const figure = speedupFigure(rows, 1, ["the command"]);
  test("names the fastest way of its temperature, and what it gains in each task", () => {
    expect(figure.id).toBe("speedup-1");
    expect(speedupFigure([row({ temperature: 0.5 })], 0.5, []).id).toBe("speedup-0-5");
    expect(titleOf(figure)).toBe("At temperature 1, d tli 4 is the fastest over all tasks: 2.12×");
    expect(figure.alt).toBe("Speed-ups by task at temperature 1: prose 3.00×, code 1.50× for d tli 4.");
  });
  test("has a number for each way and task, the best of each task framed", () => {
    const found = texts(figure);
    for (const text of ["3.00×", "1.50×", "2.00×", "1.75×", "d tli 4", "d slem 2", "prose", "code", "the command"])
      expect(found).toContain(text);
    expect(found).not.toContain("9.00×");
    expect(found).not.toContain("1.00×");
    expect(
      figure.svg
        .match(/stroke-width="2\.4"[^>]*>(?:<rect[^>]*>(?:<\/rect>)?)*/g)
        ?.join("")
        .match(/<rect/g),
    ).toHaveLength(2);
  });
});

describe("the figure of acceptance", () => {
  const rows = [
    row({ algorithm: "autoregressive", lookahead: 1, acceptanceByPosition: [] }),
    row({ lookahead: 2, acceptanceByPosition: [0.9, 0.8] }),
    row({ lookahead: 4, acceptance: 0.5, acceptanceByPosition: [0.5, 0.3, 0.2] }),
    row({ lookahead: 4, acceptance: 0.5, task: "code", acceptanceByPosition: [0.7] }),
    row({ lookahead: 4, drafter: "other", acceptanceByPosition: [0.11] }),
    row({ lookahead: 4, temperature: 0, acceptanceByPosition: [0.12] }),
    row({ algorithm: "slem", lookahead: 2, acceptanceByPosition: [0.4] }),
    row({ algorithm: "slrs", lookahead: 2, acceptanceByPosition: [] }),
  ];
  const best = { ...first(rows), drafter: "d", temperature: 1, algorithm: "tli", acceptance: 0.6 };
  const figure = acceptanceFigure(rows, best, ["the command"]);
  test("has the longest lookahead of each algorithm, the mean over tasks at each position", () => {
    expect(figure.id).toBe("acceptance");
    expect(figure.alt).toBe("tli: 60 %, 30 %, 20 %; slem: 40 %");
    expect(titleOf(figure)).toBe("d's first token is accepted 60 % of the time by tli at temperature 1");
  });
  test("labels each line with its last value, and each position", () => {
    const found = texts(figure);
    for (const text of ["tli 20 %", "slem 40 %", "1", "2", "3", "0 %", "25 %", "100 %"]) expect(found).toContain(text);
    expect(found).not.toContain("4");
    expect(found.join(" ")).not.toContain("autoregressive");
  });
  test("has a band from the least to the most of the tasks", () => {
    const bands = (some: readonly BenchRow[]): string[] =>
      [...acceptanceFigure(some, best, []).svg.matchAll(/<path[^>]* d="([^"]*)"/g)].map(([, path = ""]) => path);
    const wide = bands(rows);
    const narrow = bands(
      rows.map((one) => ({ ...one, acceptanceByPosition: one.acceptanceByPosition.map(() => 0.5) })),
    );
    expect(wide).not.toEqual(narrow);
    expect(wide.length).toBe(narrow.length);
  });
  test("has two positions at least", () => {
    const one = [row({ acceptanceByPosition: [0.5] })];
    expect(texts(acceptanceFigure(one, first(one), []))).toEqual(expect.arrayContaining(["1", "2"]));
    expect(acceptanceFigure(one, first(one), []).alt).toBe("tli: 50 %");
  });
});

describe("the figure of blocks", () => {
  test("compares passes with those over one token, mean over tasks", () => {
    const pair = pairOf([row(), row({ task: "code" })]);
    const tasks = { ...pair.tasks, code: { ...pair.tasks.code, passMilliseconds: [Number.NaN, 1, 3, Number.NaN] } };
    const figure = blockFigure({ ...pair, tasks } as typeof pair, ["the command"]);
    expect(figure.id).toBe("block");
    expect(figure.alt.split(", ").slice(0, 3)).toEqual(["1 tokens 1.00×", "2 tokens 2.13×", "3 tokens 1.50×"]);
    expect(figure.alt.split(", ")).toHaveLength(12);
    expect(titleOf(figure)).toBe("A target pass over 12 tokens costs 3.75× that over one");
    const found = texts(figure);
    expect(found.join(" ")).toContain("a pass over one token (1.50 ms)");
    for (const text of ["target 3.75×", "12", "a free block", "0", "4"]) expect(found).toContain(text);
    expect(found).not.toContain("5.00×");
  });
  test("ends with the longest pass that was timed, and reaches up to two at least", () => {
    const pair = pairOf([row()]);
    const short = { prose: { ...pair.tasks.prose, passMilliseconds: [Number.NaN, 2, 2.5, Number.NaN] } };
    const figure = blockFigure({ ...pair, tasks: short } as typeof pair, []);
    expect(titleOf(figure)).toBe("A target pass over 2 tokens costs 1.25× that over one");
    expect(texts(figure)).toEqual(expect.arrayContaining(["0", "1", "2"]));
    expect(texts(figure)).not.toContain("3");
  });
});

describe("the figure of other drafters", () => {
  const rows = [row({ tokensPerRound: 4.8 }), row({ task: "code", tokensPerRound: 1.2 })];
  // Geometric mean of the tokens: 2.4, over 1.4 passes and the latency's share of 2 ms.
  const figure = whatIfFigure(first(rows), 2, ["the command"]);
  test("says up to which latency something is gained", () => {
    expect(figure.id).toBe("what-if");
    expect(titleOf(figure)).toBe("A drafter that answers within 1 ms a round still pays");
    expect(figure.alt).toBe(
      "0 ms 1.71×, 0.5 ms 1.45×, 1 ms 1.26×, 2 ms 1.00×, 5 ms 0.62×, 10 ms 0.38×, 20 ms 0.21×, 50 ms 0.09×",
    );
    const poor = first([row({ tokensPerRound: 1 })]);
    expect(titleOf(whatIfFigure(poor, 2, []))).toBe("Even a drafter without latency does not pay");
  });
  test("has each latency and each price", () => {
    const found = texts(figure);
    for (const text of ["0.5", "50", "0.09×", "0.02", "0.05", "0.1", "0.2", "speed-up"]) expect(found).toContain(text);
    // Two passes at half a target pass: 2.4 / 2.2; free ones: 2.4 / 1.2.
    expect(found).toEqual(expect.arrayContaining(["1.09×", "2.00×"]));
    expect(found.join(" ")).toContain("d tli 2 at temperature 1:");
  });
});
