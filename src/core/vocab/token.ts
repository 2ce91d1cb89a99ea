declare const brand: unique symbol;

/** A token id. Branded by its vocabulary: passing a drafter's token where a target's is meant does not compile. */
export type Token<V extends string> = number & { readonly [brand]: V };

/** Whose vocabulary: the model whose law must be preserved, or the one that drafts. */
export type Side = "target" | "drafter";
