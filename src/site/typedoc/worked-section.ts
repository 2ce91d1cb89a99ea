import { escaped } from "../../pages/figures/text.ts";
import { code, link, table } from "../html.ts";
import { inline } from "../markdown.ts";
import type { Described, Material } from "../material.ts";
import { playLink } from "../play/link.ts";
import { compute, worldOf } from "../worked.ts";

const product = (sum: string): string => escaped(sum.replaceAll("*", "·"));

/** The example by hand beside what the code gives: the numbers shown are the code's, and a test holds the two equal. */
export function workedSection({ algorithms }: Material, { id, worked, computed }: Described): string {
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
}
