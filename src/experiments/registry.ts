import { acceptanceByVocabulary } from "./acceptance-by-vocabulary.ts";
import type { Experiment } from "./experiment.ts";
import { speedupByFormula } from "./speedup-by-formula.ts";
import { tokensARound } from "./tokens-a-round.ts";

/** Every experiment, in the order of the notebooks that show them. */
export const experiments: readonly Experiment[] = [acceptanceByVocabulary, speedupByFormula, tokensARound];
