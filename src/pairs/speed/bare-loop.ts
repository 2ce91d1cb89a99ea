import { at as itemAt } from "../../core/num/at.ts";
import type { OnnxModel } from "../onnx/onnx-model.ts";

type Feeds = Parameters<OnnxModel["session"]["run"]>[0];

/**
 * Greedy decoding with nothing around `session.run`: what autoregressive decoding in Node can cost at least.
 *
 * Milliseconds a token after the first, for a model with a cache and the usual inputs.
 */
export async function bareLoop(
  { session, runtime, signature }: OnnxModel,
  prompt: readonly number[],
  budget: number,
  now: () => number,
): Promise<number> {
  const { Tensor } = runtime;
  let past: Record<string, Feeds[string]> = {};
  for (const { input, type, heads, width } of signature.cache) {
    const empty = type === "float16" ? new Uint16Array(0) : new Float32Array(0);
    past[input] = new Tensor(type, empty, [1, heads, 0, width]);
  }
  let ids = BigInt64Array.from(prompt, BigInt);
  let length = 0;
  let start = now();
  for (let made = 0; made <= budget; made++) {
    const total = length + ids.length;
    const feeds: Record<string, Feeds[string]> = { ...past, input_ids: new Tensor("int64", ids, [1, ids.length]) };
    if (signature.mask) feeds.attention_mask = new Tensor("int64", new BigInt64Array(total).fill(1n), [1, total]);
    if (signature.positions) {
      const places = BigInt64Array.from(ids, (_, at) => BigInt(length + at));
      feeds.position_ids = new Tensor("int64", places, [1, ids.length]);
    }
    const outputs = await session.run(feeds);
    past = Object.fromEntries(signature.cache.map(({ input, output }) => [input, outputs[output] as Feeds[string]]));
    const { data, dims } = outputs.logits as { readonly data: Float32Array; readonly dims: readonly number[] };
    const row = data.subarray(data.length - itemAt(dims, 2));
    let best = 0;
    for (let id = 1; id < row.length; id++) if (itemAt(row, id) > itemAt(row, best)) best = id;
    length = total;
    ids = BigInt64Array.of(BigInt(best));
    if (made === 0) start = now();
  }
  return (now() - start) / budget;
}
