import { at } from "../core/num/at.ts";
import { printable } from "../core/vocab/printable.ts";
import { TIER_NAMES } from "../evidence/tiers/tier-name.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import type { Io } from "./io.ts";
import { readable, table } from "./table.ts";

/** A verdict with the seconds it took. */
export type Row = Verdict & { readonly seconds: number };

/** One row, with the time it took. */
export async function timed(verdict: () => Verdict | Promise<Verdict>, io: Pick<Io, "now">): Promise<Row> {
  const start = io.now();
  return { ...(await verdict()), seconds: Math.round(io.now() - start) / 1000 };
}

/** The rows of one world as a table, under the world's name and sentence, with what they say more. */
export function worldTable(title: string, rows: readonly Row[]): string {
  const statistics = rows[0]?.tier === "statistics" ? ["detectable TV", "samples"] : [];
  const header = ["  algorithm", "verdict", "scope", "gap", "acceptance", "tokens/round", "contexts", ...statistics];
  const cells = rows.map((row) => [
    `  ${row.algorithm}`,
    ...cellsOf(row),
    ...(statistics.length === 0 ? [] : [(row.detectable ?? 0).toFixed(4), String(row.samples)]),
  ]);
  return [printable(title), table(header, cells), ...rows.flatMap(explain).map((line) => printable(line))].join("\n");
}

/** What the columns of a row say, after its name. */
export function cellsOf(row: Verdict): string[] {
  return [
    row.kind === undefined ? row.verdict : `${row.verdict} (${row.kind})`,
    shownScope(row),
    readable(row.gap),
    readable(row.acceptance),
    readable(row.expectedTokens),
    row.contexts === null ? "-" : String(row.contexts),
  ];
}

/** How far a verdict reaches; a refutation reaches no farther than its witness. */
const shownScope = ({ verdict, kind, scope, witness }: Verdict): string => {
  if (kind !== undefined) return "-";
  if (verdict === "refuted") return witness === undefined ? "-" : `at horizon ${witness.horizon}`;
  return at(scope.split(";"), 0);
};

/** What is said of all rows together: how many of which verdict, the rates, and what their scopes leave out. */
export function summary(rows: readonly Row[]): string {
  const count = (verdict: string): string => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`;
  const seconds = rows.reduce((total, row) => total + row.seconds, 0).toFixed(1);
  const found = ["proved", "consistent", "refuted", "unknown"].filter((verdict) =>
    rows.some((row) => row.verdict === verdict),
  );
  const [first] = rows;
  const how = TIER_NAMES[first?.tier as keyof typeof TIER_NAMES] ?? TIER_NAMES.enumeration;
  const sampled = rows.find(({ alpha }) => alpha !== undefined);
  const rates = sampled === undefined ? "" : `; each sampled row: false alarm ${sampled.alpha}, power ${sampled.power}`;
  const noun = rows.length === 1 ? "row" : "rows";
  const lines = [`${rows.length} ${noun} by ${how}: ${found.map(count).join(", ")}${rates}; ${seconds} s`];
  return [...leftOut(rows), ...lines].join("\n");
}

/** The parts of scopes behind the first, each once, with the rows that have it. */
const leftOut = (rows: readonly Row[]): string[] => {
  const by = new Map<string, string[]>();
  for (const { scope, world, algorithm } of rows) {
    const rest = scope.split("; ").slice(1).join("; ");
    if (rest !== "") by.set(rest, [...(by.get(rest) ?? []), `${algorithm} in ${world}`]);
  }
  return [...by].map(([rest, of]) => {
    const whose = of.length === rows.length ? "all rows" : of.length <= 3 ? of.join(", ") : `${of.length} rows`;
    return printable(`scope of ${whose}: ${rest}`);
  });
};

/** What a row that is not proved says more. */
export function explain({ algorithm, tier, why, witness }: Row): string[] {
  const lines = why === undefined ? [] : [`  ${algorithm}: ${why}`];
  if (witness === undefined) return lines;
  const { law, prompt, tokens, target, output, path } = witness;
  const choices = path.length === 0 ? [] : [`    ${path.slice(0, -1).join(" → ")}, ${path.at(-1)}`];
  if (law === "contract") return [...lines, ...(path.length === 0 ? [] : [`    by ${path.join(" → ")}`])];
  return [
    ...lines,
    `  ${algorithm}: after the prompt "${prompt}" ${tier === "oracle" ? "the theorem's function" : "the target"} says ${tokens} with probability ${target}, the algorithm with ${output}`,
    ...choices,
  ];
}
