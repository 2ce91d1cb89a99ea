import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Dist } from "../../core/law/dist.ts";
import type { AsyncModel } from "../../core/models/async-model.ts";
import { copyModel } from "../../core/models/copy.ts";
import type { LanguageModel } from "../../core/models/model.ts";
import type { Sampling } from "../../core/models/sampling-law.ts";
import type { WholeLaw } from "../../core/models/whole-law.ts";
import type { Field } from "../../core/num/field.ts";
import type { Tokenizer } from "../../core/vocab/tokenizer.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { packageRoot } from "../../system/files.ts";
import { openTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { type OpenModel, openModel } from "./open-model.ts";

/** The drafter that copies from the context. */
export const COPY = "copy";

/** Which drafter, as an argument names it, opened. */
export interface OpenDrafter {
  readonly name: string;
  /** Undefined for the drafter without a network. */
  readonly opened: OpenModel<"drafter"> | undefined;
  laws<W>(
    field: Field<W>,
    sampling: Sampling,
    law: (whole: WholeLaw) => Dist<W, Token<"drafter">>,
  ): AsyncModel<W, "drafter"> | LanguageModel<W, "drafter">;
  release(): Promise<void>;
}

/** The folder of the models that ship with the package. */
export function shipped(name: string): string {
  return join(packageRoot(), "fixtures", "models", name);
}

/** Where an argument's model is: a folder, or the short name of one that ships. */
const locate = (argument: string, prefix: string): string => {
  if (existsSync(argument)) return argument;
  const inside = shipped(`${prefix}${argument}`);
  return /^[\w-]+$/.test(argument) && existsSync(inside) ? inside : argument;
};

export function openTarget(argument: string, threads: number, exactRows: boolean): Promise<OpenModel<"target">> {
  return openModel("target", locate(argument, ""), {
    threads,
    // Passes of two to six rows give a row the same bits on the kernels that were looked at.
    least: exactRows ? 2 : 1,
    most: exactRows ? 6 : Number.POSITIVE_INFINITY,
  });
}

/** Opens the drafter of a target: a folder, a short name, or `copy`. */
export async function openDrafter(argument: string, target: OpenModel<"target">): Promise<OpenDrafter> {
  if (argument === COPY) return copying(target);
  const folder = locate(argument, "drafter-");
  if (existsSync(folder) && realpathSync(folder) === realpathSync(target.folder)) {
    throw new BadInput(folder, "the target's own folder as drafter", "another model, or copy");
  }
  const opened = await openModel("drafter", folder, { threads: 1, least: 1, most: Number.POSITIVE_INFINITY });
  return {
    name: opened.name,
    opened,
    laws: (field, sampling, law) => opened.laws(field, sampling, true, law),
    release: () => opened.release(),
  };
}

const copying = async (target: OpenModel<"target">): Promise<OpenDrafter> => {
  const { vocabulary, tokenizer } = await openTokenizer("drafter", target.folder, [...target.stops][0]);
  const stop = (vocabulary.eos ?? vocabulary.size) as Token<"drafter">;
  // A target without a stop token: the drafter has one all the same, to end its drafts with.
  const withStop: Tokenizer<"drafter"> =
    vocabulary.eos !== null
      ? tokenizer()
      : {
          ...tokenizer(),
          vocabulary: { ...vocabulary, size: vocabulary.size + 1, eos: stop, label: labelled(vocabulary.label, stop) },
        };
  return { name: COPY, opened: undefined, laws: (field) => copyModel(field, withStop, stop), release: async () => {} };
};

const labelled =
  (label: (token: Token<"drafter">) => string, stop: Token<"drafter">) =>
  (token: Token<"drafter">): string =>
    token === stop ? "<stop>" : label(token);
