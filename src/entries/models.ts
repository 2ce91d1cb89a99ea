// Models: tables, texts, copies and real networks; vocabularies, tokenizers, and worlds that are made of them.

export { generateSuspended, suspendedWorld } from "../core/handlers/generate-suspended.ts";
export type { AsyncModel } from "../core/models/async-model.ts";
export { BadModel } from "../core/models/bad-model.ts";
export { copyModel } from "../core/models/copy.ts";
export { type LogitsSource, logitsModel, type Reading } from "../core/models/logits-model.ts";
export { markov, type Row as MarkovRow } from "../core/models/markov.ts";
export { scoreBy, scoreByNext, scored } from "../core/models/model.ts";
export { ngram } from "../core/models/ngram.ts";
export { restrictModel } from "../core/models/restrict.ts";
export { plainSampling, type Sampling, samplingLaw } from "../core/models/sampling-law.ts";
export { table } from "../core/models/table.ts";
export { inDoubles, inFractions } from "../core/models/whole-law.ts";
export { bytePairEncoding } from "../core/vocab/bpe.ts";
export { longestPrefix } from "../core/vocab/longest-prefix.ts";
export { countSegmentations, segmentations } from "../core/vocab/segmentations.ts";
export { type Shared, shared } from "../core/vocab/shared.ts";
export { characters, fromBytes, toBytes, toUnicode } from "../core/vocab/text.ts";
export { tokensOf, vocabulary } from "../core/vocab/vocabulary.ts";
export { createWorld, type WorldParts } from "../core/worlds/world.ts";
export { worldInDoubles } from "../core/worlds/world-in-doubles.ts";
export { type OpenPair, openPair } from "../pairs/model-files/open-pair.ts";
export { openTokenizer } from "../pairs/tokenizer-files/open-tokenizer.ts";
