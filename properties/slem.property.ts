import { slem } from "../src/core/algorithms/slem.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { speltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  claimsLongerDrafts,
  countsTheCorrection,
  dropsLast,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  instead,
  redrawsForEver,
  stutters,
} from "./support/mutation.ts";
import { drawsTwice, forgetsTheDifference, unverifiedLast } from "./support/text-mutants.ts";

describeAlgorithm(slem, {
  worlds: anyWorld(),
  proposes: speltToken,
  mutants: {
    lossless: [instead(drawsTwice), instead(unverifiedLast), stutters, dropsLast, forgetsContext],
    normalizes: [forgetsToNormalise("draft"), forgetsToNormalise("target")],
    terminates: [instead(forgetsTheDifference), emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slrs), claimsLongerDrafts, countsTheCorrection, instead(drawsTwice)],
    acceptance_bound: [countsTheCorrection, instead(unverifiedLast)],
  },
});
