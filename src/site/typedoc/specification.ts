import { escaped } from "../../pages/figures/text.ts";
import { bibtex, citedAlgorithm } from "../../system/bibtex.ts";
import { guaranteeBadge, guarantees } from "../guarantee.ts";
import { code, copyable, link, table } from "../html.ts";
import { inline } from "../markdown.ts";
import type { Described, Material } from "../material.ts";
import { statementBlock } from "../statement-block.ts";
import type { Tag } from "./tags.ts";
import { workedSection } from "./worked-section.ts";

/** A part of an algorithm's page: HTML, or the Markdown of a tag, which typedoc renders. */
export interface Part {
  /** Its anchor. Anchors are cited: they stay. */
  readonly id: string;
  readonly title: string;
  readonly tag?: Tag;
  /** What stands above the tag's text, and what below it; without a tag, all of it. */
  readonly above?: string;
  readonly below?: string;
}

const links = ({ sources }: Material, files: readonly string[]): string =>
  files.map((file) => link(sources.href(file), code(file))).join(", ");

const faults = ({ matrix }: Material, id: string): string => {
  const wounded = matrix.filter(({ wounds, kind }) => wounds === id && kind !== "control");
  if (wounded.length === 0) return "<p>None is listed for this algorithm.</p>";
  const seenBy = (tiers: Readonly<Record<string, string>>): string =>
    Object.keys(tiers)
      .filter((tier) => tiers[tier] === "killed")
      .join(", ") || "none";
  const rows = wounded.map(({ mutant, mechanism, tiers }) => ({
    cells: [link(`/mutants.html#${mutant}`, code(mutant)), escaped(mechanism), seenBy(tiers)],
  }));
  return table("Variants that are wrong, and which check sees them", ["fault", "what it does", "seen by"], [{ rows }]);
};

/** The parts of an algorithm's page in their order: its tags, and what a run, the proofs and the fixtures add. */
export function specification(material: Material, described: Described): Part[] {
  const { id, algorithm } = described;
  const tiers = guarantees(material, described).map((one) => ({
    cells: [one.tier, guaranteeBadge(one), escaped(one.scope), code(one.command)],
  }));
  const papers = algorithm.cite.map((key) => link(`/bibliography.html#${key}`, escaped(key))).join(", ");
  const tests = links(material, [`test/core/algorithms/${id}.test.ts`]);
  return [
    { id: "definition", title: "Definition", tag: "definition" },
    {
      id: "algorithm",
      title: "Algorithm",
      tag: "algorithm",
      above: `<p class="muted">The words in parentheses name the choices in the code and in every counterexample.</p>`,
    },
    {
      id: "theorems",
      title: "Theorems",
      below: described.theorems.map((theorem) => statementBlock(material, described, theorem)).join("\n"),
    },
    { id: "proof", title: "Proof", below: `<p>${links(material, described.proofs)}</p>` },
    {
      id: "tested",
      title: "Tested",
      // The anchor of earlier editions.
      above: '<span id="property"></span>',
      below: `<p>${links(material, described.tested)} tests these laws on random worlds and refutes wrong variants; ${tests} works small rounds out by hand.</p>`,
    },
    {
      id: "guarantees",
      title: "Guarantees",
      below: table(
        `What a run found out about ${id}, strongest evidence first`,
        ["tier", "verdict", "scope", "find it out again"],
        [{ rows: tiers }],
      ),
    },
    {
      id: "acceptance",
      title: "Acceptance",
      tag: "acceptance",
      below: `<p class="muted">The probability that the first proposed target token is accepted, at the world's prompt.</p>`,
    },
    { id: "cost", title: "Cost", tag: "cost" },
    { id: "example", title: "Worked example", below: workedSection(material, described) },
    { id: "faults", title: "Known faults", below: faults(material, id) },
    { id: "limits", title: "Limits", tag: "limits" },
    { id: "differs", title: "How it differs", tag: "differs" },
    {
      id: "cite",
      title: "Cite",
      below: `<p>Where it comes from: ${inline(described.section("cite"))}${papers === "" ? "" : ` (${papers})`}</p>
<p>This page's address is ${code(`algorithms/${id}.html`)}; each theorem's is that with its name behind a hash. To cite this version, or with ${code(`lossless cite ${id}`)}:</p>
${copyable("BibTeX entry", bibtex(citedAlgorithm(id), material.edition))}`,
    },
  ];
}
