import type { Rounds } from "../protocol/messages.ts";

/** One sequence as it was sent. */
export interface Sequence {
  readonly index: number;
  readonly tokens: readonly unknown[];
  readonly rounds?: Rounds;
}

/** How a run ended, and the forward passes it took. */
export type RunEnd = { readonly received: number; readonly calls: readonly [number, number] } & (
  | { readonly kind: "done"; readonly announced: number }
  | { readonly kind: "error"; readonly sample: number; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
);
