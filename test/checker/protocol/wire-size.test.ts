import { expect, test } from "vitest";
import { isTooLong } from "../../../src/checker/protocol/wire-size.ts";
import type { FileSide, WorldFile } from "../../../src/checker/protocol/wire-world.ts";

const words = (count: number): string[] => Array.from({ length: count }, (_, at) => `w${at}`);
const side = (size: number, model: object): FileSide =>
  ({
    vocabulary: words(size),
    eos: null,
    tokenizer: "longest-prefix",
    model: { rows: [], ...model },
  }) as unknown as FileSide;
const small = side(1, { kind: "markov", order: 0, otherwise: { w0: "1" } });
const world = (target: FileSide, drafter = small): WorldFile => ({
  format: "lossless-world/1",
  name: "size",
  prompt: "",
  lookahead: 1,
  target,
  drafter,
});
const otherwise = { w0: "1" };

test("a line holds 1 MiB, two bytes a logit: contexts by order, times the period, or the rows that are written", () => {
  // 724 rows and one of 724 logits: 2 · 724 · 725 bytes.
  expect(isTooLong(world(side(723, { kind: "markov", order: 1, otherwise })))).toBe(false);
  expect(isTooLong(world(side(724, { kind: "markov", order: 1, otherwise })))).toBe(true);
  expect(isTooLong(world(small, side(724, { kind: "markov", order: 1, otherwise })))).toBe(true);
  expect(isTooLong(world(side(600, { kind: "markov", order: 1, otherwise })))).toBe(false);
  expect(isTooLong(world(side(600, { kind: "markov", order: 1, period: 2, otherwise })))).toBe(true);
});

test("without otherwise, and for tables, only the rows that are written count", () => {
  expect(isTooLong(world(side(724, { kind: "markov", order: 1 })))).toBe(false);
  expect(isTooLong(world(side(724, { kind: "table", order: 1, otherwise })))).toBe(false);
  expect(isTooLong(world(side(724, { kind: "table", rows: Array.from({ length: 725 }, () => ({})) })))).toBe(true);
});

test("an order without bound is counted no further than it needs to be", () => {
  // Rows beyond the most that are listed are served by otherwise.
  expect(isTooLong(world(side(9, { kind: "markov", order: 1e9, otherwise })))).toBe(false);
  expect(isTooLong(world(side(300, { kind: "markov", order: 1e9, otherwise })))).toBe(true);
  // One context of each length: 4097 of them, as wireWorld lists them, at 127 positions, beside 4000 logits in one row.
  const drafter = side(4000, { kind: "markov", order: 0, otherwise });
  const long = (period: number) => side(1, { kind: "markov", order: 1e9, period, otherwise });
  expect([126, 127].map((period) => isTooLong(world(long(period), drafter)))).toEqual([false, true]);
});
