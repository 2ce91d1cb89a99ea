import { at } from "../../core/num/at.ts";
import { engineFindings } from "../../faults/findings/engines.ts";
import { escaped } from "../../pages/figures/text.ts";
import { enginesTable } from "../engines-table.ts";
import { code, link } from "../html.ts";
import { inline } from "../markdown.ts";
import { filesIn, type Material } from "../material.ts";
import type { Page } from "../page.ts";
import { guidesOf } from "./guides.ts";

const firstSentence = (text: string): string => at(text.split(/(?<=\.) /), 0);

/** The first screen: what can be found out here, and the ways in. */
export function frontPage(material: Material): Page {
  const { root, algorithms, statements, matrix, verdicts } = material;
  const guides = guidesOf(root).map(
    ({ href, title, lead }) => `<li><h3>${link(href, escaped(title))}</h3><p>${inline(firstSentence(lead))}</p></li>`,
  );
  const faults = matrix.filter(({ kind }) => kind === "law").length;
  const door = (href: string, title: string, text: string): string =>
    `<li><h3>${link(href, title)}</h3><p>${text}</p></li>`;
  const engines = engineFindings(matrix);
  const wrong = engines.filter(({ state }) => state === "wrong" || state === "open");
  const repaired = engines.filter(({ state }) => state === "repaired").length;
  const notebooks = filesIn(root, "notebooks", ".ipynb");
  return {
    path: "index.html",
    title: "Is it lossless?",
    description: "Find out whether a speculative-decoding algorithm preserves the target model's output law",
    wide: true,
    body: `<h1>Is your speculative decoding lossless?</h1>
<p class="lead">A small model drafts, a large one verifies, and the text should come out exactly as if the large one had written it alone. Does it? Here you find out, for an algorithm or an engine, even when the two models have different vocabularies: by theorem, by exact enumeration, by statistics with stated power. Where the answer is no, you get the shortest counterexample.</p>
<h2 id="wrong">Which engines are wrong today</h2>
${enginesTable(material, wrong, "Run here and refuted, or told in a thread that was open when it was read")}
<p>${link("/findings.html#all", `All ${engines.length} faults of decoders`)}: ${repaired} are known to be repaired, others were not followed to their end.</p>
<h2 id="ways">Ways in</h2>
<ul class="doors">
${door("/play.html", "See it happen", "Edit two small vocabularies in the browser; acceptance, ψ and the exact output law of every algorithm follow as you type.")}
${guides.join("\n")}
</ul>
<h2 id="found">What was found out</h2>
<ul class="doors">
${door("/algorithms/index.html", `${algorithms.length} algorithms`, "Definition, pseudo-code, theorems, acceptance, cost, an example by hand, limits, and how to cite each.")}
${door("/guarantees.html", "The guarantee table", `Algorithm by kind of evidence, from ${verdicts.length} verdicts of one run.`)}
${door("/theorems.html", `${statements.size} theorems`, "Machine-checked, each with what it assumes and where its proof is.")}
${door("/findings.html", "Findings", "Where published statements fail, and where decoders in use were wrong: exact counterexamples.")}
${door("/mutants.html", `${faults} faults of the law, and more`, "Which check sees which known fault, and which correct code leaves them quiet.")}
${notebooks.length === 0 ? "" : door("/notebooks/index.html", "Notebooks", "Experiments with their figures, as executed.")}
</ul>
<p>Also here: ${link("/correspondence.html", "paper ↔ code ↔ proof ↔ property")}, row by row; ${link("/api/index.html", "the library")}, for your own algorithms, worlds and checks; ${link("/bibliography.html", "papers, and how to cite")} the software, an algorithm or a theorem.</p>
<p>From a shell, in the repository: ${code("npm ci && npm run verify")}.</p>`,
  };
}
