import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/checker/evidence` and `src/checker/steps`, in the samples that were judged. */
export const checker: readonly Survivor[] = [
  ...survivorsOf(
    "src/checker/evidence/case-evidence.ts",
    "equivalent",
    "What comes before the first token is no token, and no stop token either.",
    [["if (at > 0 && stops.includes(tokens[at - 1] as number))", "at > 0 → at >= 0"]],
  ),
  ...survivorsOf(
    "src/checker/steps/scored-model.ts",
    "equivalent",
    "Either way the logits are no numbers apart, and the row is the same.",
    [["const [alone = []] = await scores(model, [context]);", '[] → ["Stryker was here"]']],
  ),
];
