import { at } from "../core/num/at.ts";
import { guaranteeTable, TIERS } from "../evidence/tiers/guarantee-table.ts";
import { escaped } from "../pages/figures/text.ts";
import { type Badge, badge } from "../pages/html.ts";
import type { Described, Material } from "./material.ts";
import { withoutAxioms } from "./statements.ts";

/** What one tier found out about one algorithm, as a badge with its scope in words. */
export interface Guarantee {
  readonly tier: (typeof TIERS)[number];
  readonly kind: Badge;
  readonly words: string;
  readonly scope: string;
  /** The command that finds it out again. */
  readonly command: string;
}

const COMMANDS = {
  theorem: "npm run proofs",
  oracle: "lossless verify --tier oracle --algorithm ",
  symbolic: "lossless verify --tier symbolic --algorithm ",
  enumeration: "lossless verify --algorithm ",
  statistics: "lossless verify --tier statistics --algorithm ",
} as const;

const SCOPES = {
  theorem: "every vocabulary, law, drafter and lookahead",
  oracle: "the code's whole law of a round equals the proved function's, in the worlds compared",
  symbolic: "one round, all real laws over the token strings of these worlds",
  enumeration: "these worlds, every horizon where the contexts close",
  statistics: "these worlds, sampled",
} as const;

const theorem = ({ statements }: Material, { algorithm, id }: Described): Guarantee => {
  const stem = id.replaceAll("-", "_");
  const proved = (name: string): boolean =>
    algorithm.theorems.includes(name) && statements.has(name) && withoutAxioms(statements.get(name) as never);
  const found = proved(`${stem}_lossless`)
    ? ({ kind: "proved", words: "proved", scope: SCOPES.theorem } as const)
    : proved(`${stem}_lossy`)
      ? ({ kind: "refuted", words: "refuted", scope: "there are laws for which it is wrong" } as const)
      : ({ kind: "unknown", words: "no theorem", scope: "nothing is proved about it" } as const);
  return { tier: "theorem", ...found, command: COMMANDS.theorem };
};

/** All tiers, strongest first, from the verdicts of a run and the committed list of theorems. */
export function guarantees(material: Material, described: Described): Guarantee[] {
  const { id, algorithm } = described;
  const [row] = guaranteeTable(material.verdicts, [algorithm]);
  return TIERS.map((tier) => {
    if (tier === "theorem") return theorem(material, described);
    const words = row?.cells[tier] ?? "not run";
    const found = material.verdicts.filter((verdict) => verdict.algorithm === id && verdict.tier === tier);
    const has = (verdict: string): boolean => found.some((one) => one.verdict === verdict);
    const kind: Badge = has("refuted")
      ? "refuted"
      : has("proved")
        ? "proved"
        : has("consistent")
          ? "bounded"
          : "unknown";
    return { tier, kind, words, scope: SCOPES[tier], command: COMMANDS[tier] + id };
  });
}

/** The strongest verdict there is, and how it is shown. */
export function strongest(material: Material, described: Described): string {
  const all = guarantees(material, described);
  const best = all.find(({ kind }) => kind !== "unknown") ?? at(all, 0);
  return `${badge(best.kind, `${best.kind}: ${best.tier}`)} <span class="scope">${best.scope}</span>`;
}

const KIND: Readonly<Record<string, Badge>> = { proved: "proved", consistent: "bounded", refuted: "refuted" };

/** One badge for each finding of a tier; rates in parentheses stand below. */
export function guaranteeBadge({ kind, words }: Guarantee): string {
  const [, findings = words, rates = ""] = /^(.*?) \((.*)\)$/.exec(words) ?? [];
  const parts = findings.split(", ");
  const badges = parts.map((part) =>
    badge(parts.length === 1 ? kind : (KIND[part.split(" ")[1] ?? ""] ?? "unknown"), part),
  );
  return `${badges.join(" ")}${rates === "" ? "" : `<br><span class="scope">${escaped(rates)}</span>`}`;
}
