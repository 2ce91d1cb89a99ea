import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Dist } from "../../core/law/dist.ts";
import type { AsyncModel } from "../../core/models/async-model.ts";
import { logitsModel } from "../../core/models/logits-model.ts";
import type { Sampling } from "../../core/models/sampling-law.ts";
import type { WholeLaw } from "../../core/models/whole-law.ts";
import type { Field } from "../../core/num/field.ts";
import { growing } from "../../core/vocab/growing.ts";
import type { RealVocabulary } from "../../core/vocab/real-vocabulary.ts";
import { remembering } from "../../core/vocab/remembering.ts";
import type { Tokenizer } from "../../core/vocab/tokenizer.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { OnnxModel } from "../onnx/onnx-model.ts";
import { openTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { readConfig } from "./config.ts";
import { requireModelFile } from "./model-file.ts";

/** How a pair's models are run: threads, and fewest and most rows of one pass. */
export interface Running {
  readonly threads: number;
  readonly least: number;
  readonly most: number;
}

/** A model folder, opened. */
export interface OpenModel<V extends string> {
  readonly name: string;
  readonly folder: string;
  readonly source: OnnxModel;
  readonly vocabulary: RealVocabulary<V>;
  readonly tokenizer: Tokenizer<V>;
  readonly stops: ReadonlySet<number>;
  /** Tokens that a text may have. */
  readonly positions: number;
  /** The language model with laws in a field; `slides` past its positions it reads only the last tokens. */
  laws<W>(
    field: Field<W>,
    sampling: Sampling,
    slides: boolean,
    law: (whole: WholeLaw) => Dist<W, Token<V>>,
  ): AsyncModel<W, V>;
  release(): Promise<void>;
}

/** Where exporters put the decoder. */
const FILES = ["onnx/model.onnx", "onnx/decoder_model_merged.onnx", "model.onnx"];

/** Opens a model's folder: configuration, tokenizer and network, checked against each other. */
export async function openModel<V extends string>(
  side: V,
  folder: string,
  { threads, least, most }: Running,
): Promise<OpenModel<V>> {
  const config = readConfig(folder);
  const { vocabulary, tokenizer: build } = await openTokenizer(side, folder, config.stops[0]);
  const file = FILES.map((name) => join(folder, name)).find((name) => existsSync(name));
  if (file === undefined) throw new BadInput(folder, "no model file", FILES.join(" or "));
  requireModelFile(file);
  const named = [...config.stops, ...(config.begin === undefined ? [] : [config.begin])];
  const foreign = named.find((id) => id >= vocabulary.size);
  if (foreign !== undefined) {
    throw new BadInput(
      `${folder}, config.json`,
      `the stop or begin token ${foreign}`,
      `an id below ${vocabulary.size}, the tokenizer's size`,
    );
  }
  const source = await OnnxModel.open(file, { positions: config.positions, threads, least, most, heads: config.heads });
  try {
    const columns = source.signature.columns ?? config.vocabularySize ?? (await source.rows([0], 1))[0]?.length ?? 0;
    if (columns < vocabulary.size) {
      throw new BadInput(
        `${file}, output "logits"`,
        `${columns} columns`,
        `at least ${vocabulary.size}, one for each id of the folder's tokenizer.json`,
      );
    }
  } catch (error) {
    await source.release();
    throw error;
  }
  source.passes = 0;
  const tokenizer = growing(remembering(build()));
  const prefix = config.beginsWithToken && config.begin !== undefined ? [config.begin] : [];
  const blank = config.begin ?? config.stops[0] ?? 0;
  return {
    name: basename(folder),
    folder,
    source,
    vocabulary,
    tokenizer,
    stops: new Set(config.stops),
    positions: config.positions - prefix.length,
    laws: (field, sampling, slides, law) =>
      logitsModel(field, tokenizer, source, { sampling, prefix, blank, slides }, law),
    release: () => source.release(),
  };
}
