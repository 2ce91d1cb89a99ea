/** The tiers that `verify` runs, and how its summary names them. */
export const TIER_NAMES = {
  enumeration: "exact enumeration",
  symbolic: "exact identities for all laws",
  oracle: "comparison with the functions of the theorems",
  statistics: "statistics",
} as const;

export type TierName = keyof typeof TIER_NAMES;

export function isTier(name: string): name is TierName {
  return Object.hasOwn(TIER_NAMES, name);
}
