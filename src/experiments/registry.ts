import { acceptanceByLength } from "./acceptance-by-length.ts";
import { acceptanceByTemperature } from "./acceptance-by-temperature.ts";
import { acceptanceByVocabulary } from "./acceptance-by-vocabulary.ts";
import { blockVerification, severalCandidates } from "./block-and-candidates.ts";
import type { Experiment } from "./experiment.ts";
import { lookaheadMeasured } from "./lookahead-measured.ts";
import { psiPasses } from "./psi-passes.ts";
import { speedupByFormula } from "./speedup-by-formula.ts";
import { tokensARound } from "./tokens-a-round.ts";
import { tokensByLookahead } from "./tokens-by-lookahead.ts";
import { twoProposals } from "./two-proposals.ts";

/** Every experiment, in the order of the notebooks that show them. */
export const experiments: readonly Experiment[] = [
  acceptanceByVocabulary,
  acceptanceByLength,
  psiPasses,
  speedupByFormula,
  lookaheadMeasured,
  acceptanceByTemperature,
  blockVerification,
  severalCandidates,
  tokensARound,
  tokensByLookahead,
  twoProposals,
];
