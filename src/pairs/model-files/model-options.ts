import { existsSync } from "node:fs";
import type { Sampling } from "../../core/models/sampling-law.ts";
import { UsageError } from "../../system/usage.ts";
import { shipped } from "./open-drafter.ts";

/** The options that say which real models are run, and how; the same for every command that runs some. */
export const MODEL_OPTIONS = {
  target: { type: "string" },
  drafter: { type: "string" },
  temperature: { type: "string" },
  "top-k": { type: "string" },
  "top-p": { type: "string" },
  "repetition-penalty": { type: "string" },
  threads: { type: "string" },
  "exact-rows": { type: "boolean", default: false },
  "not-lossless": { type: "boolean", default: false },
} as const;

/** Their help. */
export const MODEL_HELP = `  --target DIR       a folder with config.json, tokenizer.json and onnx/model.onnx (default: the one that ships)
  --drafter DIR      the same, or the short name of one that ships (64x1, 3gram, bytes), or copy: copy from the context,
                     without a model (default: 64x1)
  --temperature X    divides the logits; 0 is greedy (default 1)
  --top-k N          only the N likeliest tokens, ties included (default: all)
  --top-p X          only the likeliest tokens that together reach this probability (default 1)
  --repetition-penalty X   makes tokens of the context less likely, X above 1 (default 1)
                     target and drafter are changed alike: p and q are the laws that are sampled
  --threads N        the target's threads (default 1)
  --exact-rows       score with passes of 2 to 6 rows, so that a block has the same bits as single steps
  --not-lossless     run a target whose law of one row depends on the other rows all the same, marked as not lossless
`;

/** What these options say. */
export interface ModelChoice {
  readonly target: string;
  readonly drafter: string;
  readonly sampling: Sampling;
  readonly threads: number;
  readonly exactRows: boolean;
  readonly notLossless: boolean;
}

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

const SHIPPED = { target: "target", drafter: "64x1" };

/** Reads them. */
export const modelChoice = (values: Values, temperature = 1): ModelChoice => {
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const target = text("target") ?? SHIPPED.target;
  if (text("target") === undefined && !existsSync(shipped(target))) {
    throw new UsageError("found no --target, and no model that ships with this package; expected --target DIR");
  }
  return {
    target,
    drafter: text("drafter") ?? SHIPPED.drafter,
    sampling: {
      temperature: decimal("--temperature", text("temperature"), 0, 100) ?? temperature,
      topK: whole("--top-k", text("top-k"), 1, 1_000_000) ?? 0,
      topP: decimal("--top-p", text("top-p"), 1e-6, 1) ?? 1,
      repetitionPenalty: decimal("--repetition-penalty", text("repetition-penalty"), 0.01, 100) ?? 1,
    },
    threads: whole("--threads", text("threads"), 1, 256) ?? 1,
    exactRows: values["exact-rows"] === true,
    notLossless: values["not-lossless"] === true,
  };
};

/** A whole number of an option, or undefined where it was not given. */
export const whole = (option: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`found ${option} "${text}", expected a whole number from ${least} to ${most}`);
};

/** A decimal number of an option, or undefined where it was not given. */
export const decimal = (option: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`found ${option} "${text}", expected a number from ${least} to ${most}`);
};
