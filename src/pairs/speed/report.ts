import { join } from "node:path";
import { at } from "../../core/num/at.ts";
import { escaped, percent } from "../../pages/figures/text.ts";
import { figureHtml, tableHtml } from "../../pages/html.ts";
import { page } from "../../pages/page.ts";
import { writablePlace } from "../../system/writable-place.ts";
import { writeWhole } from "../../system/write-whole.ts";
import { bestChoices, breakEven, type Choice, WORTHWHILE } from "./decision.ts";
import type { PairResult } from "./pair-result.ts";
import { acceptanceFigure, blockFigure, speedupFigure, whatIfFigure } from "./report-figures.ts";
import type { BenchRow } from "./row.ts";

const times = (value: number): string => `${value.toFixed(2)}×`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The page on which a team can decide: one file, with its figures inside. */
export async function reportPage(results: readonly PairResult[], command: string): Promise<string> {
  const rows = results.flatMap(({ tasks }) => Object.values(tasks).flatMap((task) => task.rows));
  const best = bestChoices(rows);
  const [result] = results as [PairResult];
  const target = result.target;
  if (best.length === 0) {
    const body = `<h1>${escaped(target)}: nothing lossless was measured</h1><p>${escaped(result.numerics)}</p>${rowsTable(rows)}`;
    return page({ title: `${target}: benchmark`, description: "Nothing lossless was measured.", body, wide: true });
  }
  const overall = best.reduce((a, b) => (b.speedup > a.speedup ? b : a));
  const pair = results.find(({ drafter }) => drafter === overall.drafter) as PairResult;
  const single = mean(Object.values(pair.tasks).map(({ passMilliseconds }) => at(passMilliseconds, 1)));
  const footer = [command];
  const title = best.every(({ speedup }) => speedup < WORTHWHILE)
    ? `${target}: no drafter that was measured pays`
    : `${target}: deploy ${overall.drafter} with ${overall.algorithm}, ${times(overall.speedup)} at temperature ${overall.temperature}`;
  const temperatures = best.map(({ temperature }) => temperature);
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p class="lead">${escaped(lead(best))}</p>`,
    `<div class="decision">${best.map((choice) => `<p>${escaped(decision(choice))}</p>`).join("")}</div>`,
    numbers(overall, single),
    "<h2>How much faster</h2>",
    ...temperatures.map((temperature) => figureHtml(speedupFigure(rows, temperature, footer))),
    "<h2>Why</h2>",
    `<p>${escaped(reasons(overall))}</p>`,
    figureHtml(acceptanceFigure(rows, overall, footer)),
    figureHtml(blockFigure(pair, footer)),
    "<h2>What if the drafter were remote, or another one</h2>",
    figureHtml(whatIfFigure(overall, single, footer)),
    "<h2>What to monitor</h2>",
    `<ul>${monitor(best)
      .map((line) => `<li>${escaped(line)}</li>`)
      .join("")}</ul>`,
    "<h2>What these figures are worth</h2>",
    `<p>${escaped(`${result.numerics[0]?.toUpperCase()}${result.numerics.slice(1)}. Every speed-up compares runs of the same prompt, next to each other, on this machine; another machine has other costs of passes, and the acceptance stays. The ceiling uses the measured tokens a round and costs of passes; what lies between it and the speed-up is the time spent outside of the passes.`)}</p>`,
    rowsTable(rows),
  ].join("\n");
  return page({ title, description: lead(best), body, wide: true });
}

const lead = (best: readonly Choice[]): string =>
  best
    .map(({ temperature, drafter, algorithm, lookahead, speedup }) =>
      speedup < WORTHWHILE
        ? `At temperature ${temperature} nothing is worth deploying: the best, ${algorithm} with ${drafter}, is ${times(speedup)} as fast.`
        : `At temperature ${temperature}: ${algorithm} with ${drafter}, lookahead ${lookahead}, ${times(speedup)} as fast over all tasks.`,
    )
    .join(" ");

const decision = ({ temperature, drafter, algorithm, lookahead, speedup, rows }: Choice): string => {
  const worst = rows.reduce((a, b) => (b.speedup < a.speedup ? b : a));
  const top = rows.reduce((a, b) => (b.speedup > a.speedup ? b : a));
  const range = `from ${times(worst.speedup)} (${worst.task}) to ${times(top.speedup)} (${top.task})`;
  return speedup < WORTHWHILE
    ? `Temperature ${temperature}: decode without a drafter. ${algorithm} with ${drafter} gives ${range}.`
    : `Temperature ${temperature}: ${drafter}, ${algorithm}, lookahead ${lookahead}. Expect ${range}. The output keeps the target's law.${worst.speedup < 1 ? ` Switch it off for ${worst.task}, where it costs.` : ""}`;
};

const numbers = (choice: Choice, single: number): string => {
  const of = (value: (row: BenchRow) => number): number => mean(choice.rows.map(value));
  const items: [string, string][] = [
    [times(choice.speedup), "as fast as autoregressive decoding, geometric mean over tasks"],
    [percent(choice.acceptance), "of first proposed tokens accepted"],
    [of((row) => row.tokensPerRound).toFixed(2), "tokens for one target pass"],
    [of((row) => row.costRatio).toFixed(3), `of a target pass (${single.toFixed(2)} ms) is what a drafter pass costs`],
    [times(of((row) => row.ceiling)), "is the ceiling by measured acceptance and costs"],
  ];
  return `<ul class="numbers">${items.map(([value, what]) => `<li><b>${escaped(value)}</b><span>${escaped(what)}</span></li>`).join("")}</ul>`;
};

const reasons = ({ rows, drafter, algorithm }: Choice): string => {
  const of = (value: (row: BenchRow) => number): number => mean(rows.map(value));
  const drafting = of((row) => row.drafterPassesPerRound * row.costRatio);
  const block = of((row) => row.blockCost);
  const reached = of((row) => row.speedup / row.ceiling);
  return (
    `A round of ${algorithm} with ${drafter} gives ${of((row) => row.tokensPerRound).toFixed(2)} tokens and costs ` +
    `${(drafting + block).toFixed(2)} target passes: ${drafting.toFixed(2)} for drafting and ${block.toFixed(2)} for the target's pass over the whole block. ` +
    `Decoding reaches ${percent(reached)} of what that allows. ` +
    `${drafting > block - 1 ? "The drafter's passes cost most of what is lost: a cheaper drafter or a shorter lookahead helps." : "The price of scoring a block costs most of what is lost: a cheaper drafter would change little, a better one much."}`
  );
};

const monitor = (best: readonly Choice[]): string[] => [
  ...best.map((choice) => {
    const limit = mean(choice.rows.map(breakEven));
    return `Temperature ${choice.temperature}: acceptance of the first proposed token, here ${percent(choice.acceptance)}; below ${percent(limit)} the drafter no longer pays, if all positions are accepted alike.`;
  }),
  "Tokens a round and milliseconds a token of both models: the ceiling follows from them, and a fall of one says which part changed.",
  "The law itself: compare single-step laws with those of blocks after every change of runtime, quantisation or threads (lossless verify does it at start-up), and watch a sample of generations with a sequential test (LawMonitor in this package).",
];

const rowsTable = (rows: readonly BenchRow[]): string =>
  tableHtml(
    "Every row that was measured; quartiles over prompts and repetitions",
    [
      "task",
      "drafter",
      "algorithm",
      "temperature",
      "lookahead",
      "tokens/s",
      "speed-up",
      "quartiles",
      "ceiling",
      "acceptance",
      "tokens/round",
      "first token, ms",
      "best lookahead",
    ],
    rows.map((row) => [
      row.task,
      row.drafter,
      row.algorithm,
      row.temperature,
      row.algorithm === "autoregressive" ? "–" : row.lookahead,
      Math.round(row.tokensPerSecond),
      row.speedup.toFixed(2),
      row.speedupSpread.map((value) => value.toFixed(2)).join(" to "),
      row.ceiling.toFixed(2),
      row.acceptance.toFixed(2),
      row.tokensPerRound.toFixed(2),
      row.ttftMilliseconds.toFixed(1),
      row.algorithm === "autoregressive" ? "–" : row.bestLookahead,
    ]),
  );

/** The file of the page in a folder, which is made where it is missing; refused where it cannot be written. */
export function reportFile(folder: string): string {
  const file = join(folder, "index.html");
  writablePlace(file, true);
  return file;
}

/** Writes the page into a folder; gives its file. */
export function writeReport(folder: string, html: string): string {
  const file = reportFile(folder);
  writeWhole(file, html, true);
  return file;
}
