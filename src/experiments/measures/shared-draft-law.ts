import type { WordLaw } from "../../algorithms/parts/beginning.ts";
import { runLaw } from "../../algorithms/parts/shared-run.ts";
import { mass, nothing } from "../../dist/dist.ts";
import { normalise } from "../../dist/normalise.ts";
import { restrict } from "../../dist/restrict.ts";
import type { DecidableField } from "../../num/field.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

/** The law of the word that `tli` proposes: drafts of $T \cap D$, each from $q'$, while it exists and up to the lookahead. */
export const sharedDraftLaw = <W>(
  field: DecidableField<W>,
  world: World<W>,
  start: readonly Token<"drafter">[],
): WordLaw<W> => {
  const { drafter, shared } = world;
  const next: typeof drafter.next = (context) => {
    const both = restrict(field, drafter.next(context), (d) => shared.toTarget(d) !== undefined);
    return field.isZero(mass(field, both)) ? nothing(field) : normalise(field, both);
  };
  return runLaw({ ...world, drafter: { ...drafter, next } }, start);
};
