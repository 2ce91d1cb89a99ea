import { slem } from "../src/core/algorithms/slem.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { isAtLeast } from "../src/testing/laws.ts";
import { speltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  claimsLongerDrafts,
  correctsFromTarget,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  instead,
  keepsAll,
  keepsHalf,
  keepsMore,
  keepsUncapped,
  redrawsForEver,
} from "./support/mutation.ts";
import {
  exactSegmentations,
  noProposalFromTarget,
  promptPsi,
  truncatedPsi,
  unconditionedDraft,
} from "./support/text-mutants.ts";

describeAlgorithm(slrs, {
  worlds: anyWorld(),
  proposes: speltToken,
  dominates: isAtLeast(slem),
  mutants: {
    lossless: [
      keepsAll,
      keepsHalf,
      correctsFromTarget,
      forgetsContext,
      instead(exactSegmentations),
      instead(truncatedPsi),
      instead(unconditionedDraft),
      instead(promptPsi),
      instead(noProposalFromTarget),
    ],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), claimsLongerDrafts, instead(truncatedPsi)],
    acceptance_bound: [keepsAll, keepsMore, instead(exactSegmentations)],
    dominates: [keepsHalf],
  },
});
