import { escaped } from "../../pages/figures/text.ts";
import { citeAll, citePaper } from "../citation.ts";
import { code, copyable, link } from "../html.ts";
import type { Entry, Material } from "../material.ts";
import type { Page } from "../page.ts";

/** The papers that the algorithms cite, and how to cite this software. */
export function bibliographyPage(material: Material): Page {
  const { bibliography, algorithms, sources } = material;
  const entry = ([key, paper]: readonly [string, Entry]): string => {
    const users = algorithms.filter(({ algorithm }) => algorithm.cite.includes(key));
    const where =
      paper.arxiv === undefined ? "" : ` ${link(`https://arxiv.org/abs/${paper.arxiv}`, `arXiv ${paper.arxiv}`)}.`;
    return `<section class="statement" id="${key}"><h3>${escaped(key)}</h3>
<p>${escaped(paper.authors.join(", "))} (${paper.year}). <cite>${escaped(paper.title)}</cite>. ${escaped(paper.venue ?? "")}${paper.venue === undefined ? "" : "."}${where}</p>
<p class="muted">For ${escaped(paper.about)}. Cited by ${users.map(({ id }) => link(`/algorithms/${id}.html`, code(id))).join(", ")}.</p>
<details><summary>BibTeX</summary>${copyable(`BibTeX entry of ${key}`, citePaper(key, paper))}</details></section>`;
  };
  return {
    path: "bibliography.html",
    title: "Bibliography and citing",
    description: "The papers behind the algorithms, and how to cite this software, an algorithm or a theorem",
    body: `<h1>Bibliography and citing</h1>
<h2 id="cite">Cite this software</h2>
${copyable("BibTeX entry of lossless-lab", citeAll(material))}
<p>The same as ${link(sources.href("CITATION.cff"), code("CITATION.cff"))}. To cite an algorithm or a theorem, take the entry on its page: it names the version and an address that stays.</p>
<h2 id="papers">Papers</h2>
${Object.entries(bibliography).map(entry).join("\n")}`,
  };
}
