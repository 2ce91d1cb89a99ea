import * as Plot from "@observablehq/plot";
import { at as itemAt } from "../../core/num/at.ts";
import { ink, type StyleId, styles } from "../styles.ts";
import { type Axis, axisMarks, margins, pixels, scaleOf } from "./axes.ts";
import { type Panel, widths } from "./frame.ts";
import { spread } from "./spread.ts";

/** One point; `low` and `high` bound it where it is an estimate, and are left out where it is exact. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** One line, drawn in the style of an algorithm or of a bound. */
export interface Series {
  readonly id: StyleId;
  /** The style's label unless told; "" for none. */
  readonly label?: string;
  /** Follows the label: its last value, say. */
  readonly note?: string;
  readonly points: readonly Point[];
  /** Points are marked unless told; bounds never are. */
  readonly marked?: boolean;
  /** Grey and thin: context for the lines that matter. */
  readonly quiet?: boolean;
}

/** A dashed line across the plot: a threshold, or where real data lie. */
export interface Reference {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly label: string;
}

/** Lines over a common axis, each labelled at its end. */
export interface Lines {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly references?: readonly Reference[];
}

const LINE_HEIGHT = 16;

/** A line plot: bands where points are estimates, labels at the ends of lines, in their colours. */
export function lines(plot: Lines, width: number = widths.page, heading?: string): Panel {
  const { x, y, series, references = [] } = plot;
  const height = width < 500 ? 235 : 380;
  const marginRight = margins.marginRight;
  const bottom = height - margins.marginBottom;
  const placed = labels(series, pixels(y, bottom, margins.marginTop), [margins.marginTop, bottom]);
  const named = series.map((one, at) => ({ one, last: one.points.at(-1), at: placed[at] }));
  return {
    ...(heading === undefined ? {} : { heading }),
    options: {
      ...margins,
      marginRight,
      height,
      x: scaleOf(x),
      y: scaleOf(y),
      marks: [
        ...axisMarks(x, y),
        ...references.flatMap((reference) => referenceMarks(reference)),
        ...series.map(({ id, points }) =>
          Plot.areaY(points.filter(isEstimate), {
            x: "x",
            y1: "low",
            y2: "high",
            fill: ink(id),
            fillOpacity: 0.13,
            clip: true,
          }),
        ),
        ...series.map(({ id, points, quiet }) =>
          Plot.line(points, { x: "x", y: "y", clip: true, ...stroke(id, quiet) }),
        ),
        ...series.filter(isMarked).map(({ id, points }) =>
          Plot.dot(points, {
            x: "x",
            y: "y",
            symbol: styles[id].mark,
            fill: ink(id),
            stroke: ink("page"),
            strokeWidth: 1,
            r: 4,
          }),
        ),
        ...named.map(({ one: { id, label = styles[id].label, note = "", quiet }, last, at }) =>
          Plot.text(last === undefined || label === "" ? [] : [last], {
            x: "x",
            dy: at as number,
            frameAnchor: "top",
            text: () => label + note,
            dx: 12,
            textAnchor: "start",
            lineAnchor: "middle",
            fill: quiet ? ink("muted") : ink(id),
            fontWeight: 600,
            fontSize: 13,
          }),
        ),
      ],
    },
  };
}

const isEstimate = ({ low, high }: Point): boolean => low !== undefined && high !== undefined;

const isMarked = ({ id, marked = true, quiet = false }: Series): boolean => id !== "bound" && marked && !quiet;

const stroke = (id: StyleId, quiet = false): Plot.LineOptions =>
  quiet
    ? { stroke: ink("muted"), strokeWidth: 0.9, strokeOpacity: 0.5 }
    : {
        stroke: ink(id),
        strokeWidth: id === "bound" ? 2.2 : 2,
        strokeDasharray: styles[id].dash,
        ...(id === "bound" ? { strokeLinecap: "round" } : {}),
      };

/** Distances of the labels from the top of the plotting area, in px. */
const labels = (
  series: readonly Series[],
  down: (value: number) => number,
  range: readonly [number, number],
): readonly number[] => {
  const wanted = series.map(({ points }) => Math.min(range[1], Math.max(range[0], down(points.at(-1)?.y ?? 0))));
  const shown = series.flatMap(({ label }, at) => (label === "" ? [] : [at]));
  const places = spread(
    shown.map((at) => itemAt(wanted, at)),
    LINE_HEIGHT,
    range,
  );
  return series.map((_, at) => (places[shown.indexOf(at)] ?? 0) - range[0]);
};

const referenceMarks = ({ axis, at, label }: Reference): Plot.Markish[] => {
  const text = { fill: ink("muted"), fontSize: 12, stroke: ink("page"), strokeWidth: 4 };
  return axis === "y"
    ? [
        Plot.ruleY([at], { stroke: ink("ink"), strokeWidth: 1.2, strokeDasharray: "7 3" }),
        Plot.text([label], { y: [at], frameAnchor: "left", dx: 6, dy: -8, textAnchor: "start", ...text }),
      ]
    : [
        Plot.ruleX([at], { stroke: ink("muted"), strokeWidth: 1, strokeOpacity: 0.55 }),
        Plot.text([label], { x: [at], frameAnchor: "top", dx: 4, dy: 4, textAnchor: "start", ...text }),
      ];
};
