import { escaped } from "../pages/figures/text.ts";
import { badge } from "../pages/html.ts";
import { bibtex, citedTheorem } from "../system/bibtex.ts";
import { code, copyable, link } from "./html.ts";
import { inline } from "./markdown.ts";
import type { Described, Material } from "./material.ts";
import { type Statement, withoutAxioms } from "./statements.ts";
import type { ListedTheorem } from "./typedoc/tags.ts";

/** What a proof rests on, as a badge and in words. */
export function rests(statement: Statement): string {
  return withoutAxioms(statement)
    ? `${badge("proved")} <span class="scope">machine-checked, no axiom</span>`
    : `${badge("unknown", "rests on more")} <span class="scope">${escaped(statement.rests)}</span>`;
}

/** The statement as the proof assistant checks it. */
export function formal({ type }: Statement): string {
  return `<details><summary>The statement, as the proof assistant checks it</summary><pre tabindex="0" role="group" aria-label="formal statement"><code>${escaped(type)}</code></pre></details>`;
}

/** A theorem of an algorithm: in words, formally, with its proof, its property and how to cite it. Its name is its address. */
export function statementBlock(material: Material, described: Described, { name, says }: ListedTheorem): string {
  const { sources, statements } = material;
  const statement = statements.get(name);
  if (statement === undefined) throw new Error(`${name} is not in proofs/Statements.v`);
  const properties = described.tested.map((file) => `<li>${link(sources.href(file), "tested")}</li>`);
  return `<section class="statement" id="${name}"><h3>${code(name)} ${rests(statement)}</h3>
<p>${inline(says.charAt(0).toUpperCase() + says.slice(1))}</p>
${formal(statement)}
<details><summary>Cite this theorem</summary>${copyable(`BibTeX entry of ${name}`, bibtex(citedTheorem(described.id, name), material.edition))}</details>
<ul class="links"><li>${link(sources.href(statement.file, statement.line), `proof in ${statement.file}, line ${statement.line}`)}</li>${properties.join("")}<li>${link(`#${name}`, "address of this theorem")}</li></ul></section>`;
}
