import type { Token } from "../vocab/vocabulary.ts";
import type { LanguageModel, Scored } from "./model.ts";

/** A language model whose forward passes take time: `score` promises the laws that a {@link LanguageModel} gives. */
export interface AsyncModel<W, V extends string>
  extends Pick<LanguageModel<W, V>, "tokenizer" | "order" | "period" | "state"> {
  /** The laws along a draft, from one forward pass. */
  score(context: readonly Token<V>[], draft: readonly Token<V>[]): Promise<Scored<W, V>>;
}
