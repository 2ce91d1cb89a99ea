import type { Finding, Verdict } from "./verdict.ts";

/** The tiers as columns, strongest first. */
export const TIERS = ["theorem", "oracle", "symbolic", "enumeration", "statistics"] as const;

/** One row of the guarantee table: an algorithm and, for each tier, what was found and in how many worlds. */
export interface Guarantee {
  readonly algorithm: string;
  readonly cells: Readonly<Record<(typeof TIERS)[number], string>>;
}

/**
 * Algorithm × tier, built from verdicts and from nothing else: a cell counts the worlds that its tier really looked at.
 * The theorem column lists what the registry names.
 */
export function guaranteeTable(
  verdicts: readonly Verdict[],
  algorithms: readonly { readonly id: string; readonly theorems: readonly string[] }[],
): Guarantee[] {
  return algorithms.map(({ id, theorems }) => {
    const cell = (tier: Verdict["tier"]): string =>
      summarise(verdicts.filter((verdict) => verdict.algorithm === id && verdict.tier === tier));
    return {
      algorithm: id,
      cells: {
        theorem: theorems.length === 0 ? "no theorem" : theorems.map((name) => lawOf(id, name)).join(" "),
        oracle: cell("oracle"),
        symbolic: cell("symbolic"),
        enumeration: cell("enumeration"),
        statistics: cell("statistics"),
      },
    };
  });
}

/** The law a theorem is about: its name without the algorithm's. */
const lawOf = (id: string, theorem: string): string => {
  const prefix = `${id.replaceAll("-", "_")}_`;
  return theorem.startsWith(prefix) ? theorem.slice(prefix.length) : theorem;
};

const summarise = (verdicts: readonly Verdict[]): string => {
  const [first] = verdicts;
  if (first === undefined) return "not run";
  const order: Finding[] = ["proved", "consistent", "refuted", "unknown"];
  const counted = order
    .map((finding) => ({ finding, worlds: new Set(verdicts.filter((v) => v.verdict === finding).map((v) => v.world)) }))
    .filter(({ worlds }) => worlds.size > 0)
    .map(({ finding, worlds }) => `${worlds.size} ${finding}`);
  const alpha = verdicts.reduce((sum, v) => sum + (v.alpha ?? 0), 0);
  const coarsest = Math.max(...verdicts.map((v) => v.detectable ?? 0));
  const rates = alpha > 0 ? ` (α ${alpha.toExponential(0)}, power ${first.power}, TV ${coarsest.toFixed(3)})` : "";
  return counted.join(", ") + rates;
};
