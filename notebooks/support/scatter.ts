import * as Plot from "@observablehq/plot";
import { type Axis, axisMarks, margins, scaleOf } from "../../src/pages/figures/axes.ts";
import type { Panel } from "../../src/pages/figures/frame.ts";
import type { Point } from "../../src/pages/figures/lines.ts";
import { ink, type StyleId, styles } from "../../src/pages/styles.ts";

/** Points of one kind, in the style of an algorithm, named at a place of its own. */
export interface Cloud {
  readonly id: StyleId;
  readonly label: string;
  readonly points: readonly Point[];
}

/** Points over two axes with a legend on the right, and dotted lines that they are compared with, named at their ends. */
export const scatter = (
  x: Axis,
  y: Axis,
  clouds: readonly Cloud[],
  guides: readonly { readonly label: string; readonly points: readonly Point[] }[],
): Panel => ({
  options: {
    ...margins,
    height: 380,
    x: scaleOf(x),
    y: scaleOf(y),
    marks: [
      ...axisMarks(x, y),
      ...guides.flatMap(({ label, points }) => [
        Plot.line(points, {
          x: "x",
          y: "y",
          clip: true,
          stroke: ink("bound"),
          strokeWidth: 2.2,
          strokeDasharray: "1 4",
          strokeLinecap: "round",
        }),
        Plot.text(points.slice(-1), {
          x: "x",
          y: "y",
          text: () => label,
          dx: 8,
          textAnchor: "start",
          fill: ink("bound"),
          fontWeight: 600,
          fontSize: 13,
        }),
      ]),
      ...clouds.map(({ id, points }) =>
        Plot.dot(points, {
          x: "x",
          y: "y",
          symbol: styles[id].mark,
          fill: ink(id),
          fillOpacity: 0.75,
          stroke: ink("page"),
          strokeWidth: 0.8,
          r: 4.5,
        }),
      ),
      ...clouds.flatMap(({ id, label }, at) => [
        Plot.dot([0], {
          frameAnchor: "top-right",
          dx: 14,
          dy: 8 + 20 * at,
          symbol: styles[id].mark,
          fill: ink(id),
          r: 4.5,
        }),
        Plot.text([label], {
          frameAnchor: "top-right",
          dx: 26,
          dy: 8 + 20 * at,
          textAnchor: "start",
          lineAnchor: "middle",
          fill: ink(id),
          fontWeight: 600,
          fontSize: 13,
        }),
      ]),
    ],
  },
});
