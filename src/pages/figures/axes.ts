import * as Plot from "@observablehq/plot";
import { ink } from "../styles.ts";

/** One axis: what it shows with its unit in words after a comma, and where it is labelled. */
export interface Axis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly log?: boolean;
  readonly format?: (value: number) => string;
}

/** Room in px around the plotting area: on the right for labels, below and above for the axes' titles. */
export const margins = { marginLeft: 52, marginRight: 118, marginTop: 30, marginBottom: 44 } as const;

/** What an axis says to Plot's scale; the axis itself is drawn by {@link axisMarks}. */
export function scaleOf({ domain, log }: Axis): Plot.ScaleOptions {
  return {
    type: log ? "log" : "linear",
    domain: [...domain],
    label: null,
  };
}

/** Titles of two axes: the vertical one lies flat, its middle `above` px over the plotting area. */
export function axisTitles(x: string, y: string, left: number = margins.marginLeft, above = 24): Plot.Markish[] {
  return [
    Plot.text([y], {
      frameAnchor: "top-left",
      dx: 4 - left,
      dy: -above,
      textAnchor: "start",
      fill: ink("ink"),
      fontSize: 13,
    }),
    Plot.text([x], { frameAnchor: "bottom", dy: 38, fill: ink("ink"), fontSize: 13 }),
  ];
}

/** Both axes and a horizontal grid on the labelled ticks. */
export function axisMarks(x: Axis, y: Axis, above?: number): Plot.Markish[] {
  return [
    Plot.gridY([...y.ticks], { stroke: ink("grid"), strokeOpacity: 1, strokeWidth: 1 }),
    // As texts: a logarithmic scale would leave out the labels of all ticks but its own.
    Plot.axisY([...y.ticks], { text: y.format ?? String, tickSize: 0, color: ink("muted"), label: null }),
    Plot.axisX([...x.ticks], { text: x.format ?? String, tickSize: 4, color: ink("muted"), label: null }),
    Plot.ruleY([y.domain[0]], { stroke: ink("muted") }),
    ...axisTitles(x.title, y.title, margins.marginLeft, above),
  ];
}

/** From values to px: the same map that Plot makes of the axis, for placing labels. */
export function pixels({ domain: [low, high], log }: Axis, from: number, to: number): (value: number) => number {
  const at = log ? Math.log : (value: number) => value;
  return (value) => from + ((at(value) - at(low)) / (at(high) - at(low))) * (to - from);
}
