import type { CheckResult } from "../check-algorithm.ts";
import { overall } from "../overall.ts";
import type { CheckRow } from "../verdict.ts";
import { escaped } from "./junit.ts";
import { pathPlot } from "./path-plot.ts";
import { again, type ReportFrame, summary } from "./text.ts";

/** All results as one page without scripts, fonts or requests of its own. */
export const htmlReport = (
  results: readonly { readonly result: CheckResult; readonly frame: ReportFrame }[],
): string => {
  const names = [...new Set(results.map(({ result }) => result.hello?.name ?? "adapter"))].join(", ");
  const title = `Check of ${names}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>Every token was tested, given the whole emitted past, against the target's exact law. A black box can be refuted; what is
right is consistent, never proved.</p>
${results.map(({ result, frame }) => section(result, frame)).join("\n")}
</main>
</body>
</html>
`;
};

const section = (result: CheckResult, frame: ReportFrame): string => {
  const verdict = overall(result);
  const refuted = result.rows.filter((row) => row.verdict === "refuted");
  const errors = result.errors.length === 0 ? "" : `<pre>${escaped(result.errors.join("\n"))}</pre>`;
  return `<section>
<h2>${escaped(result.algorithm)}: <span class="${verdict.replace(" ", "-")}">${verdict}</span></h2>
${refuted.map((row) => refutation(row, frame)).join("\n")}
${errors}
${summary(result)
  .map((line) => `<p class="small">${escaped(line)}</p>`)
  .join("\n")}
${result.paths.size === 0 ? "" : `<figure>${pathPlot(result)}<figcaption>Evidence against the decoder, case by case.</figcaption></figure>`}
<div class="wide" tabindex="0" role="region" aria-label="Rows of ${escaped(result.algorithm)}"><table>
<thead><tr><th scope="col">step or case</th><th scope="col">verdict</th><th scope="col">sequences</th><th scope="col">tokens</th><th scope="col">largest e-value</th><th scope="col">what</th></tr></thead>
<tbody>
${result.rows.map(tableRow).join("\n")}
</tbody></table></div>
<p>Repeat: <code>${escaped(frame.repeat)}</code></p>
</section>`;
};

const refutation = (row: CheckRow, { repeat, suspects }: ReportFrame): string => {
  const { witness } = row;
  const shown =
    witness === undefined
      ? ""
      : `<p>Witness: after the prompt ${escaped(JSON.stringify(witness.prompt))} the answer <code>${escaped(witness.text)}</code>, ${witness.seed === null ? "unseeded" : `seed ${witness.seed}`}.</p>`;
  const like =
    suspects.length === 0 ? "" : `<p>Known faults that are first seen like this: ${escaped(suspects.join(", "))}.</p>`;
  return `<div class="box"><p><strong>${escaped(row.kind ?? "law")}</strong> in ${escaped(row.step)}: ${escaped(row.what)}</p>
${shown}<p>See it again: <code>${escaped(again(repeat, row))}</code></p>${like}</div>`;
};

const tableRow = ({ step, verdict, sequences, tokens, evidence, what }: CheckRow): string => {
  const peak =
    evidence === undefined || sequences === 0 ? "" : evidence.peak === null ? "∞" : `10^${evidence.peak.toFixed(1)}`;
  const cells = [verdict, sequences, tokens, peak, what].map((cell) => `<td>${escaped(String(cell))}</td>`);
  return `<tr class="${verdict.replace(" ", "-")}"><th scope="row">${escaped(step)}</th>${cells.join("")}</tr>`;
};

const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #1a1a1a; --muted: #5c6370; --line: #d5d9e0; --bad: #b3261e; --good: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --page: #14161a; --ink: #e8eaed; --muted: #a3abb8; --line: #3a404a; --bad: #ff8a80; --good: #7fd6a2; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.refuted, .broken { color: var(--bad); } .consistent { color: var(--good); }
tr.consistent, tr.not-applicable { color: inherit; }
.small { color: var(--muted); font-size: .875rem; margin: .25rem 0; }
.box { border-left: 4px solid var(--bad); padding: .25rem 1rem; margin: 1rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
code, pre { font-size: .8125rem; overflow-wrap: anywhere; white-space: pre-wrap; }
figure { margin: 1rem 0; } figcaption { color: var(--muted); font-size: .875rem; }
svg { width: 100%; height: auto; } svg text { fill: var(--muted); font-size: 12px; } svg .strong { fill: var(--ink); }
svg .grid { stroke: var(--line); } svg polyline { fill: none; }
svg .path { stroke: var(--muted); stroke-width: 1; stroke-opacity: .6; }
svg .refuted { stroke: var(--bad); stroke-width: 2.5; }
svg .alarm { stroke: var(--ink); stroke-dasharray: 7 3; stroke-width: 1.5; }
`;
