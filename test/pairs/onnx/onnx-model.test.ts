import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { OnnxModel, type OnnxOptions } from "../../../src/pairs/onnx/onnx-model.ts";
import { type Folder, removeFolder, tinyFolder } from "../../support/onnx/tiny-folder.ts";

const options: OnnxOptions = {
  positions: 64,
  threads: 1,
  least: 1,
  most: Number.POSITIVE_INFINITY,
  heads: { heads: undefined, width: undefined },
};
const folders: string[] = [];
const models: OnnxModel[] = [];
const open = async (parts: Partial<Folder> = {}, changed: Partial<OnnxOptions> = {}): Promise<OnnxModel> => {
  const folder = tinyFolder(parts);
  folders.push(folder);
  const model = await OnnxModel.open(join(folder, parts.file ?? "onnx/model.onnx"), { ...options, ...changed });
  models.push(model);
  return model;
};
afterAll(async () => {
  for (const model of models) await model.release();
  folders.forEach(removeFolder);
});

const text = [7, 3, 99, 200, 12, 5, 41, 41, 8, 250];

/** Largest difference of two tables of logits. */
const apart = (a: readonly Float32Array[], b: readonly Float32Array[]): number => {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.flatMap((row, at) => Array.from(row, (value, id) => Math.abs(value - (b[at]?.[id] as number)))));
};

// Logits are of size 1 to 10; kernels for one row and for many may round the last bits of 24 differently.
const ROUNDING = 1e-4;

describe.each<[string, Partial<Folder>]>([
  ["one key head", {}],
  ["as many key heads as heads", { grouped: 2 }],
  ["four heads in two groups", { heads: 4, grouped: 2 }],
  ["no position ids", { positionIds: false }],
  ["merged", { merged: true }],
  ["int8 weights", { weights: "int8" }],
  ["weights in a file of their own", { external: "model.onnx_data" }],
  ["padded vocabulary", { columns: 320 }],
  ["no cache", { cache: false }],
])("%s", (_, parts) => {
  test("what is read bit by bit, cropped and read again has the logits of one pass over the whole", async () => {
    const model = await open(parts);
    const whole = await model.rows(text, text.length);
    model.reset();
    const steps: Float32Array[] = [];
    for (let length = 1; length <= text.length; length++) {
      steps.push(...(await model.rows(text.slice(0, length), 1)));
      // A draft that is rejected: the next call shares only what is before it.
      if (length % 3 === 0) await model.rows([...text.slice(0, length), 77, 78], 3);
    }
    expect(apart(steps, whole)).toBeLessThan(ROUNDING);
    expect(apart(whole, (await model.rows([...text.slice(1), 4], text.length)) as Float32Array[])).toBeGreaterThan(0.1);
  });
});

test("float16 in and out: as float32 up to the precision of 11 bits", async () => {
  const half = await open({ element: "float16" });
  const full = await open();
  await half.rows(text.slice(0, 4), 1);
  const difference = apart(await half.rows(text, 5), await full.rows(text, 5));
  expect(difference).toBeGreaterThan(0);
  // Logits below 16 have steps of at most 2^-7 in half precision; the cache adds an error of the same kind.
  expect(difference).toBeLessThan(0.05);
});

test("only what is new is read: one pass a call, rows counted", async () => {
  const model = await open();
  await model.rows(text, 1);
  expect([model.passes, model.rowsRead]).toEqual([1, text.length]);
  await model.rows([...text, 1, 2, 3], 4);
  expect([model.passes, model.rowsRead]).toEqual([2, text.length + 4]);
  // Two drafts kept, the third rejected, one token of the target's own.
  await model.rows([...text, 1, 2, 9], 1);
  expect([model.passes, model.rowsRead]).toEqual([3, text.length + 5]);
  // Tokenised again from the second token on.
  await model.rows([text[0] as number, 1, 2, 3], 1);
  expect([model.passes, model.rowsRead]).toEqual([4, text.length + 8]);
  // All cached: the last row is computed again.
  await model.rows([text[0] as number, 1, 2, 3], 1);
  expect([model.passes, model.rowsRead]).toEqual([5, text.length + 9]);
});

test("a model without a cache reads everything each time", async () => {
  const model = await open({ cache: false });
  await model.rows(text, 1);
  await model.rows([...text, 1], 1);
  expect([model.passes, model.rowsRead]).toEqual([2, 2 * text.length + 1]);
});

test("passes of two to six rows: the same logits, bit for bit, however the text is cut", async () => {
  const model = await open({ grouped: 2 }, { least: 2, most: 6 });
  const whole = await model.rows(text, text.length);
  model.reset();
  for (let length = 2; length <= text.length; length++) {
    const [row] = await model.rows(text.slice(0, length), 1);
    expect(row).toEqual(whole[length - 1]);
  }
});

describe("refusals say what was not understood", () => {
  test.each<[string, Partial<Folder>, string]>([
    ["an unknown input", { unknown: "encoder_hidden_states" }, 'input "encoder_hidden_states"'],
  ])("%s", async (_, parts, message) => {
    await expect(open(parts)).rejects.toThrow(message);
  });
});
