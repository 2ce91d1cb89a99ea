import { strongest } from "../guarantee.ts";
import { code, link, table } from "../html.ts";
import { inline } from "../markdown.ts";
import type { Described, Material } from "../material.ts";
import type { Page } from "../page.ts";

const firstFormula = (text: string): string => /\$[^$]+\$/.exec(text)?.[0] ?? "";

/** The list of algorithms: what each is, what is shown about it, how often it accepts. */
export function algorithmsPage(material: Material): Page {
  const row = (described: Described) => ({
    cells: [
      link(`/algorithms/${described.id}.html`, code(described.id)),
      inline(described.sentence),
      strongest(material, described),
      inline(firstFormula(described.section("acceptance"))),
    ],
  });
  const lossless = material.algorithms.filter(({ algorithm }) => algorithm.lossless ?? true);
  const lossy = material.algorithms.filter((one) => !lossless.includes(one));
  return {
    path: "algorithms/index.html",
    title: "Algorithms",
    description: "Every algorithm of the laboratory, with its strongest evidence and its acceptance",
    wide: true,
    body: `<h1>Algorithms</h1>
<p class="lead">Each is written once, as a program that reads like the paper's pseudo-code; proofs, enumeration, sampling and these pages are about that source.</p>
<p>Table of correspondence: ${link("/correspondence.html", "paper ↔ code ↔ proof ↔ property")}.</p>
${table(
  "Algorithms, their strongest evidence and their acceptance",
  ["algorithm", "what it does", "strongest evidence", "acceptance"],
  [{ rows: lossless.map(row) }, { heading: "A control that changes the law", rows: lossy.map(row) }],
)}`,
  };
}
