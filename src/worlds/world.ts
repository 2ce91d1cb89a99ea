import type { LanguageModel } from "../models/model.ts";
import type { Field } from "../num/field.ts";
import { type Shared, shared } from "../vocab/shared.ts";
import type { Text } from "../vocab/text.ts";

/** All that one run of an algorithm depends on: two models, a prompt, how far to draft. */
export interface World<W> {
  readonly name: string;
  /** One sentence on what the world shows. */
  readonly about?: string;
  readonly field: Field<W>;
  readonly target: LanguageModel<W, "target">;
  readonly drafter: LanguageModel<W, "drafter">;
  readonly prompt: Text;
  /** Tokens drafted in one round. */
  readonly lookahead: number;
  /** Independent drafts for one position, for the algorithms that draw several. */
  readonly candidates: number;
  /** $T \cap D$. */
  readonly shared: Shared;
}

/** A world from its parts. */
export const world = <W>(parts: Omit<World<W>, "shared">): World<W> => ({
  ...parts,
  shared: shared(parts.target.tokenizer.vocabulary, parts.drafter.tokenizer.vocabulary),
});
