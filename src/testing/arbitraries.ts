/** Arbitraries for fast-check: worlds as the plain objects of `lossless-world/1`, and what they are made of. */
export { smallLimits } from "./laws.ts";
export { anyContextCase, type ContextCase } from "./model-laws.ts";
export { anyModelChoice, type ModelChoice, modelFile } from "./models.ts";
export { anyTextCase, type TextCase } from "./tokenizer-laws.ts";
export {
  type Alphabet,
  anyTokenizerChoice,
  anyVocabularyPair,
  anyWord,
  bytes,
  type Entry,
  type Relation,
  threeLetters,
  tokenizerFile,
  twoLetters,
} from "./vocabularies.ts";
export { anyLaw, anyWeights, lawFile, type Weights } from "./weights.ts";
export { type LawFile, type ModelFile, replay, type SideFile, type WorldFile, worldOf } from "./world-file.ts";
export { anyCandidates, anyLookahead, anyStops, anyWorld, type WorldOptions } from "./worlds.ts";
