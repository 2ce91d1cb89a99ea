import { slrsHybridEndFromTarget } from "../fixtures/mutants/slrs-hybrid-end-from-target.ts";
import { slrsHybridKindsByTheirOwnLaws } from "../fixtures/mutants/slrs-hybrid-kinds-by-their-own-laws.ts";
import { slrsHybridLooksAtTheDraft } from "../fixtures/mutants/slrs-hybrid-looks-at-the-draft.ts";
import { slrsHybridPsiReused } from "../fixtures/mutants/slrs-hybrid-psi-reused.ts";
import { slrsHybridRunsLeftOut } from "../fixtures/mutants/slrs-hybrid-runs-left-out.ts";
import { slrsHybridTextsLeftOut } from "../fixtures/mutants/slrs-hybrid-texts-left-out.ts";
import { slrsHybridTextsOfAll } from "../fixtures/mutants/slrs-hybrid-texts-of-all.ts";
import { slrs } from "../src/algorithms/slrs.ts";
import { slrsHybrid } from "../src/algorithms/slrs-hybrid.ts";
import { tli } from "../src/algorithms/tli.ts";
import { union } from "../src/algorithms/union.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { isAtLeast } from "./support/laws.ts";
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
import { sharedElseSpeltToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
