import { evidencePaths } from "../../pages/figures/evidence-paths.ts";
import { figure } from "../../pages/figures/frame.ts";
import { escaped } from "../../pages/figures/text.ts";
import { type Badge, badge, figureHtml, tableHtml } from "../../pages/html.ts";
import { page } from "../../pages/page.ts";
import type { CheckResult, PathPoint } from "../check-algorithm.ts";
import { largest, overall } from "../overall.ts";
import type { CheckRow, CheckVerdict } from "../verdict.ts";
import type { ReportFrame } from "./frame.ts";
import { printed, type Reported } from "./printed.ts";
import { again, alike, isFirst, summary } from "./text.ts";

/** All results as one page in one file: verdicts, the path of every e-process, rows, and how to see each again. */
export function htmlReport(reported: readonly Reported[]): Promise<string> {
  const results = reported.map(printed);
  const names = [...new Set(results.map(({ result }) => result.hello?.name ?? "adapter"))].join(", ");
  const lead =
    "Every token was tested, given the whole emitted past, against the target's exact law. A black box can be refuted; what is right is consistent, never proved.";
  const sections = results.map(({ result, frame }, at) => section(result, frame, `paths-${at}`));
  return page({
    title: `Check of ${names}`,
    description: results.map(({ result }) => `${result.algorithm}: ${overall(result)}.`).join(" "),
    body: `<h1>Check of ${escaped(names)}</h1>\n<p class="lead">${escaped(lead)}</p>\n${sections.join("\n")}`,
    wide: true,
  });
}

const section = (result: CheckResult, frame: ReportFrame, id: string): string => {
  const { algorithm, rows, errors, paths } = result;
  const verdict = overall(result);
  return [
    `<h2>${escaped(algorithm)} ${badge(kindOf(verdict), verdict)}</h2>`,
    ...rows.filter((row) => row.verdict === "refuted").map((row) => refutation(result, row, frame)),
    ...(errors.length === 0 ? [] : [`<pre>${escaped(errors.join("\n"))}</pre>`]),
    ...summary(result).map((line) => `<p class="muted">${escaped(line)}</p>`),
    ...(paths.size === 0 ? [] : [figureHtml(pathFigure(result, frame, id))]),
    tableHtml(`Steps and cases of ${algorithm}`, HEADER, rows.map(cells)),
    `<p>Repeat: <code>${escaped(frame.repeat)}</code></p>`,
  ].join("\n");
};

const refutation = (result: CheckResult, row: CheckRow, { repeat, suspects }: ReportFrame): string => {
  const { witness } = row;
  const lines = [
    `<strong>${escaped(row.kind ?? "law")}</strong> in ${escaped(row.step)}: ${escaped(row.what)}`,
    ...(witness === undefined
      ? []
      : [
          `Witness: after the prompt ${escaped(JSON.stringify(witness.prompt))} the answer <code>${escaped(witness.text)}</code>, ${witness.seed === null ? "unseeded" : `seed ${witness.seed}`}.`,
        ]),
    `See it again: <code>${escaped(again(repeat, row))}</code>`,
    ...(suspects.length === 0 || !isFirst(result, row) ? [] : [`${escaped(alike(suspects))}.`]),
  ];
  return `<div class="decision">${lines.map((line) => `<p>${line}</p>`).join("")}</div>`;
};

const pathFigure = (result: CheckResult, { repeat }: ReportFrame, id: string) => {
  const { algorithm, rows, paths, threshold } = result;
  const refuted = new Set(rows.filter(({ verdict }) => verdict === "refuted").map(({ step }) => step));
  const shown = [...paths].map(([name, path]) => ({
    name,
    faulty: refuted.has(name),
    points: thinned(path).map(([samples, log10E]) => ({ samples, log10E })),
  }));
  const alarms = shown.filter(({ faulty }) => faulty).length;
  const most = Math.max(1, ...shown.map(({ points }) => points.at(-1)?.samples ?? 0));
  const peak = largest(result);
  return figure(
    {
      id,
      title: `${algorithm}: ${alarms === 0 ? "no case" : `${alarms} of ${shown.length} cases`} reached the alarm`,
      subtitle: "Evidence against the decoder over sequences of one case; a line for each case",
      alt: `${shown.length} e-processes over at most ${most} sequences, alarm at 10^${threshold.toFixed(1)}, largest ${peak === null ? "infinite" : `10^${peak.toFixed(1)}`}.`,
      footer: [repeat],
    },
    [{ options: evidencePaths(shown, 10 ** threshold, most).options }],
  );
};

/** Points of one path in the figure, about. */
const POINTS = 150;

const thinned = (path: readonly PathPoint[]): readonly PathPoint[] => {
  const every = Math.ceil(path.length / POINTS);
  return path.filter((_, at) => at % every === 0 || at === path.length - 1);
};

const HEADER = ["step or case", "verdict", "sequences", "tokens", "largest e-value", "what"];

const cells = ({ step, verdict, sequences, tokens, evidence, what }: CheckRow) => {
  const none = evidence === undefined || sequences === 0;
  const peak = none ? "" : evidence.peak === null ? "∞" : `10^${evidence.peak.toFixed(1)}`;
  return [step, { html: badge(kindOf(verdict), verdict) }, sequences, tokens, peak, what];
};

/** The sign and border of a verdict: what is consistent was looked at within bounds, never proved. */
const kindOf = (verdict: CheckVerdict): Badge =>
  verdict === "refuted" || verdict === "broken" ? "refuted" : verdict === "consistent" ? "bounded" : "unknown";
