import { mutants } from "../../../fixtures/faults/registry.ts";
import { rational } from "../../core/num/rational.ts";
import { defaultLimits } from "../../evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../evidence/tiers/enumeration/lossless.ts";
import { engineFindings as engines } from "../../faults/findings/engines.ts";
import { compare, type Finding } from "../../faults/findings/finding.ts";
import { paperFindings } from "../../faults/findings/paper.ts";
import { openBed } from "../../faults/kill-matrix/matrix.ts";
import { escaped } from "../../pages/figures/text.ts";
import { badge } from "../../pages/html.ts";
import { enginesTable } from "../engines-table.ts";
import { code, copyable, link, table } from "../html.ts";
import type { Material } from "../material.ts";
import type { Page } from "../page.ts";
import { playLink } from "../play/link.ts";

const PAPER_COMMAND = "npm run --silent verify -- --findings";

/** Tables of one finding's cases: the target's law, the output's, the verdict. */
const cases = ({ cases }: Finding): string =>
  cases
    .map((one) => {
      const { tokens, verdict } = compare(one);
      const rows = tokens.map(({ token, target, output }) => ({
        cells: [code(token), ...[target, output].map((cell) => `<td class="number">${cell}</td>`)],
      }));
      const kind = verdict.verdict === "refuted" ? "refuted" : "proved";
      const about = `${badge(kind, kind === "refuted" ? `lossy, gap ${verdict.gap}` : "lossless")} acceptance ${verdict.acceptance}`;
      const caption = `${code(one.algorithm.id)} with ${escaped(one.file.name)}: law of the first token`;
      return `${table(caption, ["token", "target", "output"], [{ rows }])}
<p>${about} · ${link(playLink(one.file, one.algorithm.id), "open on the interactive page")}</p>`;
    })
    .join("\n");

const paperFinding = ({ statements, algorithms }: Material, finding: Finding): string => {
  const place = (name: string): string => {
    if (!statements.has(name)) throw new Error(`${finding.id}: ${name} is not in proofs/Statements.v`);
    const owner = algorithms.find(({ theorems }) => theorems.some((theorem) => theorem.name === name));
    return link(owner === undefined ? `/theorems.html#${name}` : `/algorithms/${owner.id}.html#${name}`, code(name));
  };
  const said =
    finding.cases.length > 0 ? cases(finding) : `<p>${finding.counterexample().map(escaped).join("<br>")}</p>`;
  return `<section id="${finding.id}"><h3>${badge("refuted", "not so")} ${escaped(finding.claim)}</h3>
<p>${escaped(finding.where)}</p>
${said}
<p><b>Instead:</b> ${escaped(finding.repair)} ${finding.theorems.length === 0 ? "" : `Machine-checked: ${finding.theorems.map(place).join(", ")}.`}</p></section>`;
};

/** A fault whose state never comes again is cut here; the shortest difference shows long before. */
const limits = { ...defaultLimits, contexts: 200, unboundedContexts: 50 };

/** A documented fault: where it was met, what it does, and the shortest difference that exact enumeration finds. */
const engineFindings = ({ matrix, sources }: Material): string => {
  const { exact } = openBed();
  return matrix
    .filter(({ documented, source }) => /^S\d/.test(documented ?? "") && source.startsWith("https://"))
    .sort((a, b) => (a.documented as string).localeCompare(b.documented as string))
    .map(({ mutant: id, source, mechanism, kind, wounds, gap, world: name, what }) => {
      const mutant = mutants.find((one) => one.id === id);
      const world = exact.find((one) => one.name === name);
      const witness =
        kind === "law" && mutant !== undefined && "algorithm" in mutant && world !== undefined
          ? lossless(rational, world, mutant.algorithm, limits).witness
          : undefined;
      const shown =
        witness === undefined
          ? `<p>Seen in the world ${code(name ?? "")}${what === null ? "" : ` (${escaped(what)})`}${gap === null ? "" : `; exact total variation of what was generated there ${escaped(gap)}`}.</p>`
          : `<p>In the world ${code(name ?? "")} the target says ${code(witness.tokens)} with probability ${escaped(witness.target)}; with the fault it comes with ${escaped(witness.output)}${witness.path.length === 0 ? "" : `, for instance by ${code(witness.path.join(" → "))}`}.</p>`;
      const breaks = kind === "law" ? badge("refuted", "changes the law") : badge("bounded", "breaks another promise");
      return `<section id="${id}"><h3>${code(id)} ${breaks}</h3>
<p>${escaped(mechanism[0]?.toUpperCase() ?? "")}${escaped(mechanism.slice(1))}. Met in ${link(source, escaped(source.replace("https://github.com/", "")))}; modelled here as a fault of ${code(wounds)}, in ${link(sources.href(`fixtures/faults/${id}.ts`), "code")}.</p>
${shown}
${copyable(`command for ${id}`, `lossless mutants ${id}`)}</section>`;
    })
    .join("\n");
};

/** Where published statements or widely used code are wrong or unclear, each with a counterexample that can be run. */
export function findingsPage(material: Material): Page {
  return {
    path: "findings.html",
    title: "Findings",
    description: "Where published statements fail and where decoders were wrong, each with an exact counterexample",
    wide: true,
    body: `<h1>Findings</h1>
<p class="lead">Where statements of the paper do not hold as printed or as they can be read, and where decoders in use were wrong. Every number on this page was computed for it, exactly, and every counterexample can be run.</p>
<h2 id="all">All decoders, which are wrong today first</h2>
${enginesTable(material, engines(material.matrix), "Decoders in use. Press a heading to sort. Open: the thread was open when it was read; wrong today: the version was run here")}
<p class="muted">Severity is the total variation of what was measured, or of our model of a fault in its world: critical from 1/4, high from 1/10; low where the text stays right and another promise breaks.</p>
<p>The paper's algorithms are right, and proved right here; these are conditions, counts and readings beside them. The faults of decoders are known from public threads, most of them long repaired; what runs here is our model of the fault, not the project's code.</p>
<h2 id="paper">The paper on heterogeneous vocabularies</h2>
<p>${link("/bibliography.html#Timor2025", "Timor2025")}. All of them again:</p>
${copyable("command", PAPER_COMMAND)}
${paperFindings.map((finding) => paperFinding(material, finding)).join("\n")}
<h2 id="engines">Decoders in use</h2>
<p>How the checks fare against all of these and more: ${link("/mutants.html", "the kill matrix")}.</p>
${engineFindings(material)}`,
  };
}
