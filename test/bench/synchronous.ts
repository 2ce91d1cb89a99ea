import { createRequire } from "node:module";
import type { OnnxModel } from "../../src/pairs/onnx/onnx-model.ts";
import { feedsOf, type Pass, type Past } from "./passes.ts";

type Outputs = NonNullable<Past>;

/** The runtime's native session, beneath its promises: it computes while the caller waits. */
interface Native {
  loadModel(file: string, options: object): void;
  run(feeds: object, fetches: object, options: object): Outputs;
  dispose(): void;
}
/** A model's recorded passes, each made before the call returns. */
export interface Synchronous {
  /** The loop over recorded passes, from the first: each call makes the next one and gives its logits. */
  start(passes: readonly Pass[]): () => { readonly logits: Float32Array; readonly fresh: BigInt64Array };
  release(): void;
}

export const synchronous = (model: OnnxModel): Synchronous => {
  // The open model has initialised the runtime.
  const { binding } = createRequire(import.meta.url)("onnxruntime-node/dist/binding.js") as {
    binding: { InferenceSession: new () => Native };
  };
  const native = new binding.InferenceSession();
  native.loadModel(model.file, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 });
  const fetches = Object.fromEntries(model.session.outputNames.map((name) => [name, null]));
  return {
    start: (passes) => {
      let [at, past]: [number, Past] = [0, undefined];
      return () => {
        const pass = passes[at++] as Pass;
        past = native.run(feedsOf(pass, past), fetches, {});
        return { logits: past.logits?.data as Float32Array, fresh: pass.fresh };
      };
    },
    release: () => native.dispose(),
  };
};
