import { escaped } from "../../pages/figures/text.ts";
import { code, link } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Material } from "../material.ts";
import type { Page } from "../page.ts";
import { formal, rests } from "../statement-block.ts";
import { type Statement, withoutAxioms } from "../statements.ts";

/** The part of the proofs' own README with this heading. */
const part = (readme: string, heading: string): string => {
  const found = new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(readme)?.[1];
  if (found === undefined) throw new Error(`proofs/README.md has no part "${heading}"`);
  return found;
};

/** Every machine-checked statement with what it rests on, file by file. */
export function theoremsPage({ statements, algorithms, sources }: Material): Page {
  const readme = sources.text("proofs/README.md");
  const all = [...statements.values()];
  const files = [...new Set(all.map(({ file }) => file))];
  const owner = (name: string): string | undefined =>
    algorithms.find(({ theorems }) => theorems.some((theorem) => theorem.name === name))?.id;
  const entry = (statement: Statement): string => {
    const id = owner(statement.name);
    const words =
      id === undefined ? "" : `<li>${link(`/algorithms/${id}.html#${statement.name}`, `in words, at ${id}`)}</li>`;
    return `<section class="statement" id="${statement.name}"><h3>${code(statement.name)} ${rests(statement)}</h3>
${formal(statement)}
<ul class="links">${words}<li>${link(sources.href(statement.file, statement.line), `proof, line ${statement.line}`)}</li></ul></section>`;
  };
  const free = all.filter(withoutAxioms).length;
  return {
    path: "theorems.html",
    title: "Theorems",
    description: "Every machine-checked statement of the laboratory, with its assumptions and its proof",
    body: `<h1>Theorems</h1>
<p class="lead">${all.length} statements, checked by Coq; ${free} of them rest on no axiom at all. Each statement below is the text that the proof assistant compares with the theorem's type.</p>
<p>All statements and definitions on one page, for an audit: ${link(sources.href("proofs/Statements.v"), code("proofs/Statements.v"))}.
What each rests on: ${link(sources.href("proofs/assumptions.txt"), code("proofs/assumptions.txt"))}. To check everything again: ${code("npm run proofs")}.</p>
<p>Files: ${files.map((file) => link(`#${file.split("/").at(-1)}`, escaped(file.split("/").at(-1) ?? ""))).join(" · ")}</p>
<h2 id="assumed">What is assumed</h2>
${markdown(part(readme, "What is assumed"))}
<h2 id="not-proved">What is not proved</h2>
${markdown(part(readme, "What is not proved"))}
${files
  .map(
    (file) => `<h2 id="${file.split("/").at(-1)}">${link(sources.href(file), escaped(file))}</h2>
${all
  .filter((statement) => statement.file === file)
  .map(entry)
  .join("\n")}`,
  )
  .join("\n")}`,
  };
}
