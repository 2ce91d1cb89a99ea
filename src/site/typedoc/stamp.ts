import { escaped } from "../../pages/figures/text.ts";
import type { Edition } from "../../system/spec.ts";

/** The line under a title: which text this is, exactly, and of which day its evidence. */
export function stamp(edition: Edition, id: string | undefined, evidence: string | undefined): string {
  const { version, commit, changed = false, date, specs } = edition;
  const parts = [
    ...(id === undefined ? [] : [`specification <code>${escaped(specs[id] ?? "unknown")}</code>`]),
    `lossless-lab ${escaped(version)}`,
    commit === undefined
      ? "commit unknown"
      : `commit <code>${escaped(commit.slice(0, 12))}</code>${date === undefined ? "" : ` of ${escaped(date)}`}${changed ? " and changes since" : ""}`,
    ...(id === undefined ? [] : [`evidence of ${escaped(evidence ?? "no run")}`]),
  ];
  return `<p class="stamp">${parts.join(" · ")}</p>`;
}
