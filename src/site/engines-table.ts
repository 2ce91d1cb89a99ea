import type { EngineFinding, Severity, State } from "../faults/findings/engines.ts";
import { escaped } from "../pages/figures/text.ts";
import { type Badge, badge } from "../pages/html.ts";
import { code, link, table } from "./html.ts";
import type { Material } from "./material.ts";

const STATES: Readonly<Record<State, readonly [Badge, string]>> = {
  wrong: ["refuted", "wrong today"],
  open: ["refuted", "open"],
  unknown: ["unknown", "not followed"],
  "on purpose": ["bounded", "on purpose"],
  "never released": ["bounded", "not released"],
  repaired: ["proved", "repaired"],
};

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

const sourceLink = ({ sources }: Material, { source }: EngineFinding): string =>
  source.startsWith("https://")
    ? link(source, escaped(source.split("/").slice(-2).join(" ").replace("issues", "issue")))
    : link(sources.href(source), "report");

/** Decoders in use, a row each; a column's hidden key sorts what words would not. */
export function enginesTable(material: Material, findings: readonly EngineFinding[], caption: string): string {
  const keyed = (key: number, html: string): string => `<span data-key="${key}">${html}</span>`;
  const rows = findings.map((one) => {
    const [kind, word] = STATES[one.state];
    const about = one.id.startsWith("transformers-universal")
      ? escaped(one.what)
      : link(`/findings.html#${one.id}`, escaped(one.what));
    return {
      cells: [
        `${escaped(one.engine).replace("/", "/<wbr>")}${one.version === undefined ? "" : ` <b>${escaped(one.version)}</b>`}`,
        keyed(
          Object.keys(STATES).indexOf(one.state),
          `${badge(kind, word)}${one.note === "" ? "" : ` <span class="scope">${escaped(one.note)}</span>`}`,
        ),
        keyed(SEVERITIES.indexOf(one.severity), one.severity),
        `${about} <span class="scope">${escaped(one.size)}</span>`,
        one.novelty === "new" ? "<b>found here</b>" : "known",
        `${code(one.command)} ${sourceLink(material, one)}`,
      ],
    };
  });
  const head = ["engine", "today", "severity", "what is wrong, and how large", "news", "see it yourself"];
  return table(caption, head, [{ rows }], "sortable");
}
