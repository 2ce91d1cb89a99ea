import { type Ids, idsBelow, plainSampling, samplingLaw } from "../../core/models/sampling-law.ts";
import type { WholeLaw } from "../../core/models/whole-law.ts";
import { at as itemAt } from "../../core/num/at.ts";
import type { OnnxModel } from "./onnx-model.ts";

/** What was found out about the rows of a pass: does a row's law depend on what else is in the pass? */
export interface RowProbe {
  /** Rows compared. */
  readonly rows: number;
  /** Largest total variation between a row's law and its law in a pass that differs only in **later** tokens. */
  readonly content: number;
  /** Rows that have other bits when they are computed one by one than in a block, or in one pass over the whole. */
  readonly differing: number;
  /** The largest total variation that this makes. */
  readonly shape: number;
  /** Rows whose likeliest token it changes. */
  readonly likeliest: number;
}

/** Drafts as long as decoding makes them. */
const DRAFT = 5;

/**
 * Compares the laws of rows computed in different company, on random contexts.
 *
 * A decoder's row must not depend on later tokens at all: where it does (activations quantised with one scale for the
 * whole pass), the target's law would depend on the draft, and no algorithm is lossless. Independently of that, kernels
 * may round a single row otherwise than one of many; then "scored in a block" and "decoded one by one" are laws that
 * differ by the distance found here, on these rows.
 */
export async function probeRows(model: OnnxModel, size: number): Promise<RowProbe> {
  const random = generator();
  const ids = idsBelow(size);
  const text = (length: number): number[] => Array.from({ length }, () => random() % size);
  const lengths = [2, 7, 24, 90, 300].filter((length) => length + DRAFT <= model.positions);
  let [rows, content, differing, shape, likeliest] = [0, 0, 0, 0, 0];
  for (const length of lengths.length > 0 ? lengths : [2]) {
    const context = text(length);
    const drafts = [text(DRAFT), text(DRAFT), new Array<number>(DRAFT).fill(itemAt(context, 0))];
    model.reset();
    await model.rows(context.slice(0, -1), 1);
    const blocks: (readonly Float32Array[])[] = [];
    for (const draft of drafts) blocks.push(await model.rows([...context, ...draft], DRAFT + 1));
    const [first] = blocks as [readonly Float32Array[]];
    for (const row of first) law(row, ids, 0, model.file);
    for (const other of blocks.slice(1)) {
      content = Math.max(content, distance(itemAt(first, 0), itemAt(other, 0), ids));
    }
    const whole = [...context, ...itemAt(drafts, 0)];
    model.reset();
    const atOnce = await model.rows(whole, DRAFT + 1);
    model.reset();
    await model.rows(context.slice(0, -1), 1);
    for (let at = 0; at <= DRAFT; at++) {
      const [alone] = (await model.rows(whole.slice(0, length + at), 1)) as [Float32Array];
      for (const block of [first, atOnce]) {
        const row = itemAt(block, at);
        rows += 1;
        if (row.every((value, id) => id >= size || value === alone[id])) continue;
        differing += 1;
        shape = Math.max(shape, distance(alone, row, ids));
        if (law(alone, ids, 0).support[0] !== law(row, ids, 0).support[0]) likeliest += 1;
      }
    }
  }
  model.reset();
  return { rows, content, differing, shape, likeliest };
}

const law = (logits: Float32Array, ids: Ids, temperature: number, file?: string): WholeLaw =>
  samplingLaw(logits, ids, { ...plainSampling, temperature }, [], file);

/** Total variation between the laws of two rows of logits. */
const distance = (a: Float32Array, b: Float32Array, ids: Ids): number => {
  const [p, q] = [law(a, ids, 1), law(b, ids, 1)];
  return (
    p.weights.reduce((sum, weight, id) => sum + Math.abs(weight / p.total - itemAt(q.weights, id) / q.total), 0) / 2
  );
};

/** Numbers for contexts, the same on every machine: a linear congruential generator's upper bits. */
const generator = (): (() => number) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
};
