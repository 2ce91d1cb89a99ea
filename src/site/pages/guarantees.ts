import { TIERS } from "../../evidence/tiers/guarantee-table.ts";
import { guaranteeBadge, guarantees } from "../guarantee.ts";
import { code, link, table } from "../html.ts";
import type { Material } from "../material.ts";
import type { Page } from "../page.ts";

const MEANINGS = [
  ["theorem", "the algorithm is lossless", "every vocabulary, law, drafter, lookahead"],
  [
    "oracle",
    "the code computes the same law as the functions in the theorem, which were extracted from the proof and run beside it",
    "the worlds compared",
  ],
  [
    "symbolic",
    "one round is lossless for all real laws: an exact identity on the symbolic run of the code itself",
    "these token strings, this lookahead",
  ],
  ["enumeration", "output law = target law, gap exactly 0", "one world, every horizon where its contexts close"],
  ["statistics", "a bias above the stated size would have been seen; never a proof", "anything that can be sampled"],
] as const;

/** Algorithm × tier, from the verdicts of a run. */
export function guaranteesPage(material: Material): Page {
  const rows = material.algorithms.map((described) => ({
    id: described.id,
    cells: [
      link(`/algorithms/${described.id}.html#guarantees`, code(described.id)),
      ...guarantees(material, described).map(guaranteeBadge),
    ],
  }));
  const worlds = new Set(material.verdicts.map(({ world }) => world)).size;
  return {
    path: "guarantees.html",
    title: "Guarantees",
    description: "What a run found out about each algorithm, tier by tier",
    wide: true,
    body: `<h1>Guarantees</h1>
<p class="lead">What was shown for each algorithm, strongest evidence first. The cells count the worlds that a tier really looked at in one run of the tests: ${material.verdicts.length} verdicts in ${worlds} worlds.</p>
${table("Algorithm × tier; numbers are worlds", ["algorithm", ...TIERS], [{ rows }])}
<h2 id="tiers">The tiers</h2>
${table("What a tier shows, and for which worlds", ["tier", "what it shows", "for which worlds"], [{ rows: MEANINGS.map((cells) => ({ cells: [...cells] })) }])}
<p>“Not run” and “unknown” are not zero: nothing was found out there. A statistical verdict names its false-alarm rate α, its power and the smallest total variation that it sees with that power.</p>
<p>The same table at the end of your own run: ${code("npm test")}.</p>`,
  };
}
