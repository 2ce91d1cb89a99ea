import { typical } from "../src/algorithms/typical.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { emitsNothing, forgetsToNormalise, goesOnAfterStop, redrawsForEver } from "./support/mutation.ts";
import { sameToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

describeAlgorithm(typical, {
  worlds: anyWorld({ relation: "same" }),
  proposes: sameToken,
  mutants: {
    normalizes: [forgetsToNormalise("target", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
  },
});
