import type { LanguageModel } from "../models/model.ts";
import type { Field } from "../num/field.ts";
import { type Shared, shared } from "../vocab/shared.ts";
import type { Text } from "../vocab/text.ts";
import { spell, type Token } from "../vocab/vocabulary.ts";

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
  /** Committed tokens in the drafter's ids: its context where the two vocabularies are the same. */
  sameTokens(committed: readonly Token<"target">[]): readonly Token<"drafter">[];
  /** D(text of the committed tokens): the drafter's context where the vocabularies differ. */
  drafterContext(committed: readonly Token<"target">[]): readonly Token<"drafter">[];
}

/** What a world is made from; the rest follows from the two vocabularies. */
export type WorldParts<W> = Omit<World<W>, "shared" | "sameTokens" | "drafterContext">;

/** A world from its parts. */
export function createWorld<W>(parts: WorldParts<W>): World<W> {
  const target = parts.target.tokenizer.vocabulary;
  const drafter = parts.drafter.tokenizer;
  const common = shared(target, drafter.vocabulary);
  return {
    ...parts,
    shared: common,
    sameTokens: (committed) => committed.map((token) => common.toDrafter(token) as Token<"drafter">),
    drafterContext: (committed) => drafter.encodeDropping(spell(target, committed)),
  };
}
