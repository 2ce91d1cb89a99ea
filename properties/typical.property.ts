import { typical } from "../src/core/algorithms/typical.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { sameToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import { emitsNothing, forgetsToNormalise, goesOnAfterStop, redrawsForEver } from "./support/mutation.ts";

describeAlgorithm(typical, {
  worlds: anyWorld({ relation: "same" }),
  proposes: sameToken,
  mutants: {
    normalizes: [forgetsToNormalise("target", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
  },
});
