import type { OpenPair } from "../../src/pairs/model-files/open-pair.ts";
import type { OnnxModel } from "../../src/pairs/onnx/onnx-model.ts";

type Feeds = Parameters<OnnxModel["session"]["run"]>[0];
type Tensor = Feeds[string];

/** A forward pass as it was made: how much the cache held, and the ids read after it. */
export interface Pass {
  readonly model: OnnxModel;
  readonly known: number;
  readonly fresh: BigInt64Array;
}

/** The passes that a run makes, in their order. */
export const recordPasses = async ({ target, drafter }: OpenPair, run: () => Promise<unknown>): Promise<Pass[]> => {
  const passes: Pass[] = [];
  const models = [target.source, ...(drafter.opened === undefined ? [] : [drafter.opened.source])];
  for (const model of models) {
    const { session, signature } = model;
    const original = session.run.bind(session);
    session.run = async (feeds: Feeds) => {
      const past = feeds[signature.cache[0]?.input as string] as Tensor;
      const fresh = ((feeds.input_ids as Tensor).data as BigInt64Array).slice();
      passes.push({ model, known: past.dims[2] as number, fresh });
      return original(feeds);
    };
  }
  await run();
  for (const { session } of models) Reflect.deleteProperty(session, "run");
  return passes;
};

/** What one model has read in a loop of bare passes: the outputs of its last one. */
export type Past = Readonly<Record<string, Tensor>> | undefined;

/** The inputs of a pass: ids ready, the cache cropped as a view. */
export const feedsOf = ({ model, known, fresh }: Pass, past: Past): Record<string, Tensor> => {
  const { runtime, signature } = model;
  const { Tensor } = runtime;
  const total = known + fresh.length;
  const feeds: Record<string, Tensor> = { input_ids: new Tensor("int64", fresh, [1, fresh.length]) };
  if (signature.mask) feeds.attention_mask = new Tensor("int64", new BigInt64Array(total).fill(1n), [1, total]);
  if (signature.positions) {
    const places = BigInt64Array.from(fresh, (_, at) => BigInt(known + at));
    feeds.position_ids = new Tensor("int64", places, [1, fresh.length]);
  }
  for (const { input, output, heads, width } of signature.cache) {
    const data = (past?.[output]?.data ?? new Float32Array(0)) as Float32Array;
    feeds[input] = new Tensor("float32", data.subarray(0, known * width), [1, heads, known, width]);
  }
  return feeds;
};

/** The same passes with nothing around `session.run`: nothing is done with the logits. */
export const barePasses = async (passes: readonly Pass[]): Promise<void> => {
  const pasts = new Map<OnnxModel, Past>();
  for (const pass of passes) pasts.set(pass.model, await pass.model.session.run(feedsOf(pass, pasts.get(pass.model))));
};
