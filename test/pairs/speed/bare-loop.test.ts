import { describe, expect, test } from "vitest";
import type { OnnxModel } from "../../../src/pairs/onnx/onnx-model.ts";
import { bareLoop } from "../../../src/pairs/speed/bare-loop.ts";

class Tensor {
  readonly type: string;
  readonly data: Iterable<number | bigint>;
  readonly dims: readonly number[];
  constructor(type: string, data: Iterable<number | bigint>, dims: readonly number[]) {
    this.type = type;
    this.data = data;
    this.dims = dims;
  }
}
type Feeds = Readonly<Record<string, Tensor>>;

/** A session whose likeliest token after any is that token plus one; a pass takes as long as it has tokens. */
const model = (parts: object = {}) => {
  let clock = 0;
  const asked: Feeds[] = [];
  const part = { type: "float32", heads: 2, width: 8 };
  const signature = {
    mask: true,
    positions: true,
    cache: [
      { ...part, input: "past.0", output: "present.0" },
      { ...part, type: "float16", input: "past.1", output: "present.1", width: 4 },
    ],
    ...parts,
  };
  const run = async (feeds: Feeds) => {
    asked.push(feeds);
    const ids = [...(feeds.input_ids as Tensor).data].map(Number);
    clock += 10 * ids.length;
    const rows = ids.flatMap((id) =>
      [0, 1, 2, 3, 4].map((next) => (next === (id + 1) % 5 ? 2 : next === 0 ? 1 : -next)),
    );
    const present = { "present.0": `p0 after ${asked.length}`, "present.1": `p1 after ${asked.length}` };
    return { ...present, logits: new Tensor("float32", Float32Array.from(rows), [1, ids.length, 5]) };
  };
  const source = { session: { run }, runtime: { Tensor }, signature } as unknown as OnnxModel;
  return { source, asked, now: () => clock };
};
const ids = (feeds: Feeds | undefined): number[] => [...(feeds?.input_ids?.data ?? [])].map(Number);

describe("a bare loop", () => {
  test("reads the prompt, then one token a pass, each the likeliest; the prompt's pass is not timed", async () => {
    const { source, asked, now } = model();
    expect(await bareLoop(source, [1, 2], 3, now)).toBe(10);
    expect(asked.map(ids)).toEqual([[1, 2], [3], [4], [0]]);
    expect(asked[0]?.input_ids).toMatchObject({ type: "int64", dims: [1, 2] });
    const { source: other, asked: seen } = model();
    await bareLoop(other, [4], 1, now);
    expect(seen.map(ids)).toEqual([[4], [0]]);
  });
  test("feeds the cache that the pass before gave, first an empty one", async () => {
    const { source, asked, now } = model();
    await bareLoop(source, [1, 2], 1, now);
    expect(asked[0]?.["past.0"]).toEqual(new Tensor("float32", new Float32Array(0), [1, 2, 0, 8]));
    expect(asked[0]?.["past.1"]).toEqual(new Tensor("float16", new Uint16Array(0), [1, 2, 0, 4]));
    expect(asked[1]).toMatchObject({ "past.0": "p0 after 1", "past.1": "p1 after 1" });
  });
  test("feeds a mask over all tokens and the places of the new ones, where the model asks for them", async () => {
    const { source, asked, now } = model();
    await bareLoop(source, [1, 2], 2, now);
    expect(asked.map(({ attention_mask: mask }) => [mask?.dims, [...(mask?.data ?? [])]])).toEqual([
      [
        [1, 2],
        [1n, 1n],
      ],
      [
        [1, 3],
        [1n, 1n, 1n],
      ],
      [
        [1, 4],
        [1n, 1n, 1n, 1n],
      ],
    ]);
    expect(asked.map(({ position_ids: places }) => [places?.dims, [...(places?.data ?? [])]])).toEqual([
      [
        [1, 2],
        [0n, 1n],
      ],
      [[1, 1], [2n]],
      [[1, 1], [3n]],
    ]);
    const { source: plain, asked: bare } = model({ mask: false, positions: false });
    await bareLoop(plain, [1], 1, now);
    expect(Object.keys(bare[0] ?? {}).sort()).toEqual(["input_ids", "past.0", "past.1"]);
  });
});
