import type { SamplingPlan } from "../evidence/tiers/statistics/sampled-law.ts";
import type { TierName } from "../evidence/tiers/tier-name.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";

/** What a module's process is asked. */
export interface ModuleTask {
  /** What it is called in messages. */
  readonly module: string;
  /** The script that was made of it. */
  readonly script: string;
  /** The world's file. */
  readonly world: string;
  readonly lookahead: number;
  /** Judge the module by a tier that needs its code, or sample it. */
  readonly work: { readonly tier: TierName; readonly seed: number } | { readonly sample: SamplingPlan };
}

/** The parts of a refusal. */
export interface Refusal {
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}

/** What a module's process answers. */
export type ModuleReply =
  | { readonly verdict: Verdict }
  | { readonly counts: readonly (readonly [string, number])[]; readonly id: string }
  | { readonly misfit: string }
  | { readonly refusal: Refusal; readonly id?: string }
  /** The module cannot be loaded or is no algorithm. */
  | { readonly unloadable: Refusal };
