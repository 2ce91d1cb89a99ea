import { existsSync } from "node:fs";
import type { ModelChoice } from "../pairs/model-files/model-choice.ts";
import { shipped } from "../pairs/model-files/open-drafter.ts";
import { UsageError } from "../system/usage.ts";
import { flag, type Values, value } from "./table/option.ts";
import { decimal, text, whole } from "./table/readers.ts";

/** The options that say which real models are run, and how; the same for every command that runs some. */
export const MODEL_OPTIONS = {
  target: value(
    "DIR",
    "a folder with config.json, tokenizer.json and onnx/model.onnx (default: the one that ships)",
    text,
  ),
  drafter: value(
    "DIR",
    "the same, or the short name of one that ships (64x1, 3gram, bytes), or copy: copy from the context, without a model",
    text,
    "64x1",
  ),
  temperature: value("X", "divides the logits; 0 is greedy", decimal(0, 100), "1"),
  "top-k": value("N", "only the N likeliest tokens, ties included (default: all)", whole(1, 1_000_000)),
  "top-p": value("X", "only the likeliest tokens that together reach this probability", decimal(1e-6, 1), "1"),
  "repetition-penalty": value(
    "X",
    "makes tokens of the context less likely, X above 1; target and drafter are changed alike: p and q are the laws that are sampled",
    decimal(0.01, 100),
    "1",
  ),
  threads: value("N", "the target's threads", whole(1, 256), "1"),
  "exact-rows": flag("score with passes of 2 to 6 rows, so that a block has the same bits as single steps"),
  "not-lossless": flag(
    "run a target whose law of one row depends on the other rows all the same, marked as not lossless",
  ),
};

const SHIPPED = "target";

type All = Values<typeof MODEL_OPTIONS>;
/** A benchmark has temperatures of its own. */
type Chosen = Omit<All, "temperature"> & Partial<Pick<All, "temperature">>;

/** The models that the options choose. */
export function modelChoice(values: Chosen): ModelChoice {
  if (values.target === undefined && !existsSync(shipped(SHIPPED)))
    throw new UsageError("found no --target, and no model that ships with this package; expected --target DIR");
  return {
    target: values.target ?? SHIPPED,
    drafter: values.drafter,
    sampling: {
      temperature: values.temperature ?? 1,
      topK: values["top-k"] ?? 0,
      topP: values["top-p"],
      repetitionPenalty: values["repetition-penalty"],
    },
    threads: values.threads,
    exactRows: values["exact-rows"],
    notLossless: values["not-lossless"],
  };
}
