import { escaped } from "../../pages/figures/text.ts";
import { citePart } from "../citation.ts";
import { guaranteeBadge, guarantees, strongest } from "../guarantee.ts";
import { code, copyable, link, table } from "../html.ts";
import { inline, markdown } from "../markdown.ts";
import type { Described, Material } from "../material.ts";
import type { Page } from "../page.ts";
import { playLink } from "../play/link.ts";
import { statementBlock } from "../statement-block.ts";
import { compute, worldOf } from "../worked.ts";

const product = (sum: string): string => escaped(sum.replaceAll("*", "·"));

/** The example by hand beside what the code gives: the numbers shown are the code's, and a test holds the two equal. */
const example = ({ algorithms }: Material, { id, worked, computed }: Described): string => {
  const rows = worked.paths.map(({ emitted, probability, because }) => ({
    cells: [code(emitted), `${product(probability)} = ${computed.emissions.get(emitted)}`, inline(because)],
  }));
  const { acceptance, expectedTokens, gap, contexts, scope } = computed.verdict;
  const others = (worked.compare ?? []).map((name) => {
    const other = algorithms.find((one) => one.id === name) as Described;
    const { verdict } = compute(other.algorithm, worldOf(id, worked));
    return `<li>${link(`/algorithms/${name}.html`, code(name))} in the same world: acceptance ${verdict.acceptance}, tokens a round ${verdict.expectedTokens}.</li>`;
  });
  return `<p>${inline(worked.about)}</p>
${table("What one round emits, derived by hand and computed by the code", ["emitted", "probability", "because"], [{ rows }])}
<ul><li>Acceptance ${product(worked.acceptance)} = ${acceptance}.</li>
<li>Tokens a round ${product(worked.tokens)} = ${expectedTokens}.</li>
<li>Gap to the target's law: ${gap}; ${escaped(scope)}, ${contexts} class${contexts === 1 ? "" : "es"} of contexts.</li>
${others.join("\n")}</ul>
<p>${link(playLink(worked.world, id), "Open this world on the interactive page")} and change it.</p>`;
};

/** The specification of one algorithm, from its doc comment, the proofs, a run's verdicts and its worked example. */
export const algorithmPage = (material: Material, described: Described): Page => {
  const { sources, matrix } = material;
  const { id, sentence, section, theorems, algorithm } = described;
  const path = `algorithms/${id}.html`;
  const name = sentence.split(":")[0] as string;
  const wounded = matrix.filter(({ wounds, kind }) => wounds === id && kind !== "control");
  const killed = wounded.filter(({ tiers }) => Object.values(tiers).includes("killed"));
  const tiers = guarantees(material, described).map((one) => ({
    cells: [one.tier, guaranteeBadge(one), escaped(one.scope), code(one.command)],
  }));
  const keys = algorithm.cite.map((key) => link(`/bibliography.html#${key}`, escaped(key)));
  const body = `<nav aria-label="Breadcrumb"><small><a href="/index.html">lossless-lab</a> / <a href="/algorithms/index.html">algorithms</a> / ${id}</small></nav>
<h1>${code(id)}</h1>
<p class="lead">${inline(sentence)}</p>
<p>${strongest(material, described)} · <a href="#guarantees">all tiers</a> · <a href="#cite">how to cite it</a></p>
<h2 id="definition">Definition</h2>
${markdown(section("definition"))}
<h2 id="algorithm">Algorithm</h2>
<p class="muted">The words in parentheses name the choices in the code and in every counterexample. ${link(sources.href(`src/core/algorithms/${id}.ts`), "The code")}.</p>
${markdown(section("algorithm"))}
<h2 id="theorems">Theorems</h2>
${theorems.map((theorem) => statementBlock(material, described, theorem)).join("\n")}
<h2 id="property">Property and faults</h2>
<p>${described.properties.map((file) => link(sources.href(file), code(file))).join(", ")} tests these laws on random worlds and refutes wrong variants;
${link(sources.href(`test/core/algorithms/${id}.test.ts`), code(`test/core/algorithms/${id}.test.ts`))} works small rounds out by hand.
Known faults of this algorithm: ${killed.length} of ${wounded.length} seen (${link("/mutants.html", "which tier sees which")}).</p>
<h2 id="guarantees">Guarantees</h2>
${table(`What a run found out about ${id}, strongest evidence first`, ["tier", "verdict", "scope", "find it out again"], [{ rows: tiers }])}
<h2 id="acceptance">Acceptance</h2>
${markdown(section("acceptance"))}
<p class="muted">The probability that the first proposed target token is accepted, at the world's prompt.</p>
<h2 id="cost">Cost</h2>
${markdown(section("cost"))}
<h2 id="example">Worked example</h2>
${example(material, described)}
<h2 id="limits">Limits</h2>
${markdown(section("limits"))}
<h2 id="differs">How it differs</h2>
${markdown(section("differs"))}
<h2 id="cite">Cite</h2>
<p>Where it comes from: ${inline(section("cite"))}${keys.length === 0 ? "" : ` (${keys.join(", ")})`}</p>
<p>This page's address is ${code(path)}; each theorem's is that with its name behind a hash. To cite this version:</p>
${copyable("BibTeX entry", citePart(material, id, `${name} (${id}), specification and machine-checked theorems`, path))}`;
  return { path, title: id, description: sentence.replaceAll("$", ""), body };
};
