import { slem } from "../src/algorithms/slem.ts";
import { slrs } from "../src/algorithms/slrs.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
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
import { speltToken } from "./support/proposals.ts";
import { drawsTwice, forgetsTheDifference, unverifiedLast } from "./support/text-mutants.ts";
import { anyWorld } from "./support/worlds.ts";

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
