// The one file that imports the ONNX runtime, and only when a model is opened: 45 MB that nothing else needs.
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { BadModel } from "../../core/models/bad-model.ts";
import { withOptional } from "../../core/worlds/optional-package.ts";

export type { InferenceSession, Tensor };

/** The runtime's module. */
export type Runtime = typeof import("onnxruntime-node");

/** Opens a model file; weights in files beside it are found by the runtime. */
export async function openSession(
  file: string,
  threads: number,
): Promise<{ readonly runtime: Runtime; readonly session: InferenceSession }> {
  const runtime = await withOptional("models", () => import("onnxruntime-node"));
  try {
    const session = await runtime.InferenceSession.create(file, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Fatal errors only: others are thrown, and unused initialisers are no concern of the user's.
      logSeverityLevel: 4,
    });
    return { runtime, session };
  } catch (error) {
    throw new BadModel(file, (error as Error).message, "an ONNX model that the runtime can load");
  }
}
