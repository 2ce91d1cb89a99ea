import type { WordLaw } from "../../core/algorithms/parts/beginning.ts";
import { runLaw } from "../../core/algorithms/parts/shared-run.ts";
import { mass, nothing } from "../../core/law/dist.ts";
import { normalise } from "../../core/law/normalise.ts";
import { restrict } from "../../core/law/restrict.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";

/** The law of the word that `tli` proposes: drafts of $T \cap D$, each from $q'$, while it exists and up to the lookahead. */
export function sharedDraftLaw<W>(
  field: DecidableField<W>,
  world: World<W>,
  start: readonly Token<"drafter">[],
): WordLaw<W> {
  const { drafter, shared } = world;
  const next: typeof drafter.next = (context) => {
    const both = restrict(field, drafter.next(context), (d) => shared.toTarget(d) !== undefined);
    return field.isZero(mass(field, both)) ? nothing(field) : normalise(field, both);
  };
  return runLaw({ ...world, drafter: { ...drafter, next } }, start);
}
