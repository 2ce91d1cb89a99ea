import { stream } from "../../../src/core/handlers/random.ts";
import { type Element, Graph } from "./graph.ts";

/** What a tiny decoder is like; every part can be left out or named wrongly, to see what is made of it. */
export interface Shape {
  /** Columns of the logits. */
  readonly columns: number;
  readonly heads: number;
  /** Key and value heads. */
  readonly grouped: number;
  readonly layers: number;
  readonly positions: number;
  readonly seed: number;
  readonly cache: boolean;
  readonly positionIds: boolean;
  /** An input `use_cache_branch`, as merged models have. */
  readonly merged: boolean;
  /** Type of the cache and the logits. */
  readonly element: "float" | "float16";
  /** Weights of the linear layers: as they are, int8 unpacked in the graph, or int8 with activations quantised as they come. */
  readonly weights: "float" | "int8" | "dynamic";
  /** Adds this constant to the logits. */
  readonly offset: number;
  /** An input nobody knows. */
  readonly unknown: string | undefined;
  /** A file for the weights. */
  readonly external: string | undefined;
}

export const tiny: Shape = {
  columns: 260,
  heads: 2,
  grouped: 1,
  layers: 2,
  positions: 64,
  seed: 1,
  cache: true,
  positionIds: true,
  merged: false,
  element: "float",
  weights: "float",
  offset: 0,
  unknown: undefined,
  external: undefined,
};

const WIDTH = 16;

/** A decoder with random weights in the form that exporters give to causal language models. */
export const tinyDecoder = (parts: Partial<Shape> = {}): { model: Uint8Array; external: Uint8Array | undefined } => {
  const shape = { ...tiny, ...parts };
  const { columns, heads, grouped, layers, positions, cache, element } = shape;
  const head = WIDTH / heads;
  const random = stream(shape.seed, "tiny decoder");
  const noise = (n: number, size: number): Float32Array =>
    Float32Array.from({ length: n }, () => (random() - 0.5) * size);
  const g = new Graph();
  if (shape.external !== undefined) g.external = { location: shape.external, chunks: [] };
  const past = cache ? "past_sequence_length" : undefined;
  const total = past === undefined ? "sequence_length" : "past_sequence_length + sequence_length";
  g.input("input_ids", "int64", ["batch_size", "sequence_length"]);
  g.input("attention_mask", "int64", ["batch_size", total]);
  if (shape.positionIds) g.input("position_ids", "int64", ["batch_size", "sequence_length"]);
  if (shape.merged) g.input("use_cache_branch", "bool", [1]);
  if (shape.unknown !== undefined) g.input(shape.unknown, "float", [1]);

  const cast = (x: string, to: Element): string =>
    g.op("Cast", [x], { to: to === "float" ? 1 : to === "float16" ? 10 : 9 });
  const linear = (x: string, rows: number, cols: number): string => {
    const w = noise(rows * cols, 2 / Math.sqrt(rows));
    if (shape.weights === "float") return g.op("MatMul", [x, g.floats(w, [rows, cols])]);
    const scale = Math.max(...w.map(Math.abs)) / 127;
    const q = g.constant(
      "int8",
      Int8Array.from(w, (v) => Math.round(v / scale)),
      [rows, cols],
    );
    const step = g.floats([scale], []);
    if (shape.weights === "int8") return g.op("MatMul", [x, g.op("Mul", [cast(q, "float"), step])]);
    const [xq, xs, xz] = [g.fresh(), g.fresh(), g.fresh()];
    g.node("DynamicQuantizeLinear", [x], {}, [xq, xs, xz]);
    return g.op("Mul", [cast(g.op("MatMulInteger", [xq, q, xz]), "float"), g.op("Mul", [xs, step])]);
  };
  const zero = g.ints([0], []);
  const one = g.ints([1], []);
  const read = g.op("Gather", [g.op("Shape", ["input_ids"]), one]);
  const length = g.op("Gather", [g.op("Shape", ["attention_mask"]), one]);
  const before = g.op("Sub", [length, read]);
  const places = g.op("Add", [g.op("Range", [zero, read, one]), before]);
  const embedding = g.floats(noise(columns * WIDTH, 2), [columns, WIDTH]);
  const place = g.floats(noise(positions * WIDTH, 2), [positions, WIDTH]);
  const at = shape.positionIds ? "position_ids" : g.op("Unsqueeze", [places, g.ints([0])]);
  let x = g.op("Add", [g.op("Gather", [embedding, "input_ids"]), g.op("Gather", [place, at])]);
  const sees = g.op("LessOrEqual", [
    g.op("Unsqueeze", [g.op("Range", [zero, length, one]), g.ints([0])]),
    g.op("Unsqueeze", [places, g.ints([1])]),
  ]);
  const blocked = g.op("Where", [sees, g.floats([0], []), g.floats([-3e38], [])]);
  const split = (y: string, perm: readonly number[]): string =>
    g.op("Transpose", [g.op("Reshape", [y, g.ints([0, 0, -1, head])])], { perm });
  for (let layer = 0; layer < layers; layer++) {
    const stored = (kind: "key" | "value"): string => {
      const fresh = split(linear(x, WIDTH, grouped * head), [0, 2, 1, 3]);
      if (past === undefined) return fresh;
      const name = g.input(`past_key_values.${layer}.${kind}`, element, ["batch_size", grouped, past, head]);
      const all = g.op("Concat", [element === "float16" ? cast(name, "float") : name, fresh], { axis: 2 });
      g.op("Cast", [all], { to: element === "float16" ? 10 : 1 }, `present.${layer}.${kind}`);
      g.output(`present.${layer}.${kind}`, element, ["batch_size", grouped, total, head]);
      return all;
    };
    // Heads of one group are rows of one product with the group's keys.
    const group = (y: string): string => (grouped === heads ? y : g.op("Reshape", [y, g.ints([0, grouped, -1, head])]));
    const apart = (y: string): string => (grouped === heads ? y : g.op("Reshape", [y, stack(y)]));
    const stack = (_: string): string =>
      g.op("Concat", [g.ints([1, heads]), g.op("Unsqueeze", [read, zero]), g.ints([-1])], { axis: 0 });
    const query = group(split(linear(x, WIDTH, WIDTH), [0, 2, 1, 3]));
    const keys = g.op("Transpose", [stored("key")], { perm: [0, 1, 3, 2] });
    const scores = g.op("Add", [
      g.op("Mul", [apart(g.op("MatMul", [query, keys])), g.floats([1 / Math.sqrt(head)], [])]),
      blocked,
    ]);
    const weights = g.op("Softmax", [scores], { axis: -1 });
    const mixed =
      grouped === heads
        ? weights
        : g.op("Reshape", [
            weights,
            g.op("Concat", [g.ints([1, grouped, -1]), g.op("Unsqueeze", [length, zero])], { axis: 0 }),
          ]);
    const seen = apart(g.op("MatMul", [mixed, stored("value")]));
    const joined = g.op("Reshape", [g.op("Transpose", [seen], { perm: [0, 2, 1, 3] }), g.ints([0, 0, WIDTH])]);
    x = g.op("Add", [x, linear(joined, WIDTH, WIDTH)]);
  }
  const logits = g.op("Add", [linear(x, WIDTH, columns), g.floats([shape.offset], [])]);
  g.op("Cast", [logits], { to: element === "float16" ? 10 : 1 }, "logits");
  g.output("logits", element, ["batch_size", "sequence_length", columns]);
  const chunks = g.external?.chunks;
  return { model: g.bytes(), external: chunks === undefined ? undefined : Buffer.concat(chunks) };
};
