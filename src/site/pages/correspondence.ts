import { at } from "../../core/num/at.ts";
import { escaped } from "../../pages/figures/text.ts";
import { code, link, table } from "../html.ts";
import { inline } from "../markdown.ts";
import type { Described, Material } from "../material.ts";
import type { Page } from "../page.ts";

/** Paper ↔ code ↔ proof ↔ property, one row an algorithm, made from the doc comments and checked against the files. */
export function correspondencePage({ algorithms, sources, statements, matrix }: Material): Page {
  const files = (names: readonly string[]): string =>
    names.map((file) => link(sources.href(file), code(file.split("/").at(-1) ?? file))).join(", ");
  const file = (name: string, words: string): string => link(sources.href(name), words);
  const theorem = (name: string, id: string): string => {
    if (!statements.has(name)) throw new Error(`${id}: the theorem ${name} is not in proofs/Statements.v`);
    return link(`/algorithms/${id}.html#${name}`, code(name));
  };
  const faults = (id: string): string => {
    const of = matrix.filter(({ wounds, kind }) => wounds === id && kind !== "control");
    const seen = of.filter(({ tiers }) => Object.values(tiers).includes("killed")).length;
    return of.length === 0 ? "none listed" : `${seen} of ${of.length} seen`;
  };
  const row = ({ id, algorithm, section, proofs, tested }: Described) => ({
    cells: [
      link(`/algorithms/${id}.html`, code(id)),
      inline(at(section("cite").split(". "), 0).replace(/\s+/g, " ")),
      file(`src/core/algorithms/${id}.ts`, "source"),
      `${algorithm.theorems.map((name) => theorem(name, id)).join("<br>")}<br><span class="scope">in ${files(proofs)}</span>`,
      tested.map((name) => file(name, "tested")).join(", "),
      `${file(`test/core/algorithms/${id}.test.ts`, "tests")}, ${file(`fixtures/worked/${id}.json`, "example")}`,
      escaped(faults(id)),
    ],
  });
  return {
    path: "correspondence.html",
    title: "Paper, code, proof, property",
    description: "Which statement of which paper is which code, which theorem and which tested property",
    wide: true,
    body: `<h1>Paper ↔ code ↔ proof ↔ property</h1>
<p class="lead">One row an algorithm. The row is a rule, not a note: a test fails when a cell is missing, a file or theorem does not exist, or a citation is not in the ${link("/bibliography.html", "bibliography")}.</p>
${table("What corresponds to what", ["algorithm", "paper", "code", "theorems", "tested", "worked by hand", "known faults"], [{ rows: algorithms.map(row) }])}`,
  };
}
