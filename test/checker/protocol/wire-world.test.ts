import { expect, test } from "vitest";
import { type FileModel, type FileSide, MOST_ROWS, wireWorld } from "../../../src/checker/protocol/wire-world.ts";
import { worldFile } from "../whole/world.ts";

const otherwise = { a: "1/4", b: "3/4" };
const logits = (offset = 0): unknown[] => [Math.log(0.25) + offset, Math.log(0.75) + offset];
const near = (values: readonly unknown[]) => values.map((value) => expect.closeTo(value as number, 12));
const side = (model: FileModel, vocabulary: readonly string[] = ["a", "b"]): FileSide => ({
  vocabulary,
  eos: null,
  tokenizer: "longest-prefix",
  model,
});
/** The model of the target of the world that an adapter gets. */
const wired = (model: FileModel, vocabulary?: readonly string[]): FileModel =>
  wireWorld({ ...worldFile("w"), target: side(model, vocabulary) }).target.model;
const contexts = ({ rows }: FileModel) => rows.map(({ context }) => context.join(""));

test("rows that are written get their logits, and all else of the world stays", () => {
  const file = worldFile("w", { a: "1/4", b: "3/4", c: "0" }, { a: "1" });
  const wire = wireWorld(file);
  expect(wire).toMatchObject({
    format: "lossless-world/1",
    name: "w",
    about: "The world w.",
    prompt: "a",
    lookahead: 2,
  });
  expect(wire.target).toEqual({
    ...file.target,
    model: {
      kind: "markov",
      order: 0,
      rows: [{ context: [], next: file.target.model.rows[0]?.next, logits: near([...logits(), -1e4]) }],
    },
  });
  expect(wire.drafter.model.rows[0]?.logits).toEqual([0]);
});

test("a token that a law leaves out has no probability; an offset is added to all logits", () => {
  const model: FileModel = { kind: "markov", order: 0, offset: 100, rows: [{ context: [], next: { b: "1" } }] };
  expect(wired(model).rows[0]?.logits).toEqual([-9900, 100]);
  expect(wired({ ...model, rows: [{ context: [], next: otherwise }] }).rows[0]?.logits).toEqual(near(logits(100)));
});

test("contexts that otherwise serves have rows of their own, up to the order, beside those that are written", () => {
  const model: FileModel = { kind: "markov", order: 2, rows: [{ context: ["b"], next: { a: "1" } }], otherwise };
  const wire = wired(model);
  expect(contexts(wire)).toEqual(["b", "", "a", "aa", "ab", "ba", "bb"]);
  expect(wire).not.toHaveProperty("otherwise");
  expect(wire.rows[0]).toEqual({ context: ["b"], next: { a: "1" }, logits: [0, -1e4] });
  for (const row of wire.rows.slice(1)) {
    expect(row).toEqual({ context: row.context, next: otherwise, logits: near(logits()) });
  }
  expect(contexts(wired({ kind: "markov", rows: [], otherwise }))).toEqual([""]);
});

test("with a period, each position has its rows", () => {
  const rows = [{ position: 1, context: [], next: { a: "1" } }];
  const wire = wired({ kind: "markov", order: 0, period: 3, rows, otherwise });
  expect(wire.rows.map(({ position, next }) => [position, next])).toEqual([
    [1, { a: "1" }],
    [0, otherwise],
    [2, otherwise],
  ]);
});

test("a table keeps its otherwise, and has only the rows that are written", () => {
  const rows = [{ context: ["a"], next: { a: "1" } }];
  expect(wired({ kind: "table", rows, otherwise })).toEqual({
    kind: "table",
    rows: [{ ...rows[0], logits: [0, -1e4] }],
    otherwise,
  });
  expect(wired({ kind: "table", rows })).not.toHaveProperty("otherwise");
});

test("orders whose contexts are too many are listed no further than the most rows", () => {
  const vocabulary = Array.from({ length: 64 }, (_, at) => `t${at}`);
  const wire = wired({ kind: "markov", order: 16, rows: [], otherwise: { t0: "1" } }, vocabulary);
  expect(wire.rows).toHaveLength(1 + 64 + 64 ** 2);
  expect(wire.rows.length).toBeGreaterThan(MOST_ROWS);
});
