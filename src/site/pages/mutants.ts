import type { Row } from "../../faults/kill-matrix/matrix.ts";
import { escaped } from "../../pages/figures/text.ts";
import { code, link, table } from "../html.ts";
import type { Material } from "../material.ts";
import type { Page } from "../page.ts";

const HEADINGS = {
  law: "Faults that change the output law: enumeration and statistics have to see them, the oracle where it runs",
  contract:
    "Faults that break another promise (length, ids, reports, reproducibility, passes): its check has to see them",
  control: "Correct code that looks faulty: every tier has to stay quiet",
} as const;
type Kind = keyof typeof HEADINGS;

const cell = (row: Row, tier: string): string => {
  const found = row.tiers[tier];
  if (found === "not applicable") return '<td class="out">out of scope</td>';
  if (row.kind === "control")
    return found === "killed" ? '<td class="alarm">false alarm!</td>' : '<td class="quiet">quiet</td>';
  if (found === "survived") return '<td class="alarm">missed!</td>';
  return found === "killed" ? '<td class="killed">killed</td>' : '<td class="quiet">not seen</td>';
};

const sourceOf = (source: string): string =>
  source.startsWith("https://")
    ? link(source, escaped(source.replace("https://github.com/", "").replace(/\/(?:issues|pull)\//, " ")))
    : escaped(source);

/** The kill matrix: known faults and controls × tiers, from `lossless mutants --json`. */
export function mutantsPage({ matrix, sources }: Material): Page {
  const tiers = Object.keys(matrix[0]?.tiers ?? {});
  const of = (kind: Kind): Row[] => matrix.filter((row) => row.kind === kind);
  const groups = (Object.keys(HEADINGS) as Kind[]).map((kind) => ({
    heading: `${of(kind).length} · ${HEADINGS[kind]}`,
    rows: of(kind).map((row) => ({
      id: row.mutant,
      cells: [
        `${link(sources.href(`fixtures/faults/${row.mutant}.ts`), code(row.mutant))}<br><span class="scope">of ${code(row.wounds)}</span>`,
        ...tiers.map((tier) => cell(row, tier)),
        `<td class="number">${row.gap === null ? "" : escaped(row.gap.length > 14 ? "see command" : row.gap)}</td>`,
        `<td class="number">${row.samples === null ? "" : row.samples.toLocaleString("en")}</td>`,
        `${escaped(row.mechanism)} <span class="scope">${sourceOf(row.source)}</span>`,
      ],
    })),
  }));
  const killed = (kind: Kind): number => of(kind).filter(({ tiers }) => Object.values(tiers).includes("killed")).length;
  return {
    path: "mutants.html",
    title: "Known faults",
    description: "Known faults of speculative decoders and correct code that looks faulty, against every tier",
    wide: true,
    body: `<h1>Known faults</h1>
<p class="lead">Would these checks have seen the faults that engines shipped? ${killed("law")} of ${of("law").length} faults of the law are seen, ${killed("contract")} of ${of("contract").length} breaches of other promises, and ${killed("control")} of ${of("control").length} controls raise a false alarm.</p>
<p>Each fault is written out as code and run in one fixed bed of small worlds. Documented ones with their source are also on the page of ${link("/findings.html", "findings")}. Again: ${code("lossless mutants")}, or one of them by its name behind it.</p>
${table(`Fault × tier. Gap: exact total variation of what was sampled; samples: drawn by statistics, seed ${matrix[0]?.seed}`, ["fault", ...tiers, "gap", "samples", "what it does, and where it was met"], groups, "matrix")}`,
  };
}
