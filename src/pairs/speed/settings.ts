import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { fromUnicode } from "../../core/vocab/text.ts";
import { named } from "../../system/choose-algorithms.ts";
import { UsageError } from "../../system/usage.ts";
import type { ModelChoice } from "../model-files/model-choice.ts";
import type { OpenPair } from "../model-files/open-pair.ts";
import type { Setting } from "./run-once.ts";

/** The settings to run: lookaheads for each algorithm; ψ of a whole real vocabulary can be had for one draft only. */
export function settingsFor(
  pair: OpenPair,
  list: readonly string[] | undefined,
  lookaheads: readonly number[],
  { sampling }: ModelChoice,
  temperature: number,
): Setting[] {
  const { world } = pair.world(fromUnicode("x"), 1, sampling);
  const fits = (algorithm: Algorithm): boolean => algorithm.fits?.(world) ?? true;
  const same = world.shared.sameVocabulary;
  const ids = list ?? (same ? ["sd", "sd-block", "slem", "slrs"] : ["slem", "tli", "tli-block", "slrs"]);
  return ids.flatMap((id) => {
    const algorithm = named(id);
    if (!fits(algorithm))
      throw new UsageError(`the algorithm "${id}" needs one vocabulary; ${pair.drafter.name} has another`);
    const whole = /^slrs/.test(id) && temperature > 0 && sampling.topK === 0 && pair.drafter.opened !== undefined;
    return (whole ? [1] : lookaheads).map((lookahead) => ({
      algorithm,
      lookahead,
      sampling: { ...sampling, temperature },
    }));
  });
}
