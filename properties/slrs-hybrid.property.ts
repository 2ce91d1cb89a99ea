import { slrsHybridEndFromTarget } from "../fixtures/faults/slrs-hybrid-end-from-target.ts";
import { slrsHybridKindsByTheirOwnLaws } from "../fixtures/faults/slrs-hybrid-kinds-by-their-own-laws.ts";
import { slrsHybridLooksAtTheDraft } from "../fixtures/faults/slrs-hybrid-looks-at-the-draft.ts";
import { slrsHybridPsiReused } from "../fixtures/faults/slrs-hybrid-psi-reused.ts";
import { slrsHybridRunsLeftOut } from "../fixtures/faults/slrs-hybrid-runs-left-out.ts";
import { slrsHybridTextsLeftOut } from "../fixtures/faults/slrs-hybrid-texts-left-out.ts";
import { slrsHybridTextsOfAll } from "../fixtures/faults/slrs-hybrid-texts-of-all.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { slrsHybrid } from "../src/core/algorithms/slrs-hybrid.ts";
import { tli } from "../src/core/algorithms/tli.ts";
import { union } from "../src/core/algorithms/union.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { isAtLeast } from "../src/testing/laws.ts";
import { sharedElseSpeltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  correctsFromTarget,
  dropsLast,
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
  stutters,
} from "./support/mutation.ts";

describeAlgorithm(slrsHybrid, {
  worlds: anyWorld(),
  proposes: sharedElseSpeltToken,
  dominates: isAtLeast(union),
  mutants: {
    lossless: [
      ...[keepsAll, keepsHalf, correctsFromTarget, stutters, dropsLast, forgetsContext],
      ...[
        slrsHybridLooksAtTheDraft,
        slrsHybridKindsByTheirOwnLaws,
        slrsHybridTextsLeftOut,
        slrsHybridRunsLeftOut,
        slrsHybridTextsOfAll,
        slrsHybridPsiReused,
        slrsHybridEndFromTarget,
      ].map(({ algorithm }) => instead(algorithm)),
    ],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slrs), claims(tli), claims(union), keepsHalf],
    acceptance_bound: [keepsAll, keepsMore],
    dominates: [keepsHalf, instead(slrs)],
  },
});
