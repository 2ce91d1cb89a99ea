import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { OnnxModel } from "../../../src/pairs/onnx/onnx-model.ts";
import { probeRows } from "../../../src/pairs/onnx/row-probe.ts";
import { type Folder, removeFolder, tinyFolder } from "../../support/onnx/tiny-folder.ts";

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

const probe = async (parts: Partial<Folder>, least = 1, most = Number.POSITIVE_INFINITY) => {
  const folder = tinyFolder(parts);
  folders.push(folder);
  const heads = { heads: undefined, width: undefined };
  const model = await OnnxModel.open(join(folder, "onnx/model.onnx"), {
    positions: 64,
    threads: 1,
    least,
    most,
    heads,
  });
  const found = await probeRows(model, 257);
  await model.release();
  return found;
};

describe("does a row depend on its company?", () => {
  test("float weights: later tokens change no bit", async () => {
    const { rows, content } = await probe({});
    expect(rows).toBeGreaterThan(30);
    expect(content).toBe(0);
  });
  test("int8 weights unpacked in the graph: neither", async () => {
    expect((await probe({ weights: "int8" })).content).toBe(0);
  });
  test("activations quantised as they come: they do", async () => {
    expect((await probe({ weights: "dynamic" })).content).toBeGreaterThan(1e-4);
  });
  test("as many key heads as heads: bits may depend on the number of rows, in passes of two to six they do not", async () => {
    const free = await probe({ grouped: 2 });
    // Last bits of 24: far below anything that an error in the cache would make.
    expect(free.shape).toBeLessThan(1e-5);
    expect(await probe({ grouped: 2 }, 2, 6)).toMatchObject({ content: 0, differing: 0, shape: 0 });
  });
});
