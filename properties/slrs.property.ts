import { slem } from "../src/algorithms/slem.ts";
import { slrs } from "../src/algorithms/slrs.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { isAtLeast } from "./support/laws.ts";
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
import { speltToken } from "./support/proposals.ts";
import {
  exactSegmentations,
  noProposalFromTarget,
  promptPsi,
  truncatedPsi,
  unconditionedDraft,
} from "./support/text-mutants.ts";
import { anyWorld } from "./support/worlds.ts";

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
