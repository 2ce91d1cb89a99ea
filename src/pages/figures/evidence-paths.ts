import * as Plot from "@observablehq/plot";
import { at as itemAt } from "../../core/num/at.ts";
import { ink } from "../styles.ts";
import { type Axis, axisMarks, margins, scaleOf } from "./axes.ts";
import { type Panel, widths } from "./frame.ts";
import { spread } from "./spread.ts";
import { powerOfTen, thousands } from "./text.ts";

/** How the evidence of one run grew: log₁₀ E after so many samples. */
export interface EvidencePath {
  readonly name: string;
  readonly faulty: boolean;
  readonly points: readonly { readonly samples: number; readonly log10E: number }[];
}

const LOW = -6;
const CAP = 12;

/** Paths of e-processes: faulty runs in red up to the cap 10¹², correct ones in grey, and the line where an alarm is raised. */
export function evidencePaths(
  paths: readonly EvidencePath[],
  threshold: number,
  most: number,
  width: number = widths.page,
): Panel {
  const limit = Math.log10(threshold);
  const step = 10 ** Math.floor(Math.log10(most));
  const every = [1, 2, 5, 10].map((k) => (k * step) / 5).find((tick) => most / tick <= (width < 500 ? 4 : 8)) ?? step;
  const x: Axis = {
    title: "samples tested",
    domain: [0, most],
    ticks: Array.from({ length: Math.floor(most / every) + 1 }, (_, i) => i * every),
    format: thousands,
  };
  const ticks = [-6, -3, 0, 3, 6, 9, 12];
  const y: Axis = { title: "evidence E", domain: [LOW, CAP], ticks, format: powerOfTen };
  const shown = paths.map((path) => ({ ...path, points: path.points.map(clamped) }));
  const faulty = shown.filter((path) => path.faulty);
  const hits = faulty.flatMap(({ name, points }) => {
    const hit = points.find(({ log10E }) => log10E >= limit);
    const exit = points.at(-1);
    return hit === undefined || exit === undefined ? [] : [{ name, hit: hit.samples, exit: exit.samples }];
  });
  const inner = width - margins.marginLeft - 20;
  const places = spread(
    hits.map(({ exit }) => (exit / most) * inner),
    118,
    [48, inner - 48],
  );
  const at = { x: "samples", y: "log10E" } as const;
  return {
    options: {
      ...margins,
      marginRight: 20,
      marginTop: 66,
      height: width < 500 ? 260 : 400,
      x: scaleOf(x),
      y: scaleOf(y),
      marks: [
        Plot.rect([0], { x1: 0, x2: most, y1: limit, y2: CAP, fill: ink("bad"), fillOpacity: 0.06 }),
        ...axisMarks(x, y, 56),
        ...shown
          .filter((path) => !path.faulty)
          .map(({ points }) =>
            Plot.line(points, { ...at, stroke: ink("muted"), strokeWidth: 0.9, strokeOpacity: 0.5 }),
          ),
        ...faulty.map(({ points }) => Plot.line(points, { ...at, stroke: ink("bad"), strokeWidth: 2 })),
        Plot.ruleY([limit], { stroke: ink("ink"), strokeWidth: 1.5, strokeDasharray: "7 3" }),
        Plot.text(["alarm"], { x: [most], y: [limit], dy: -9, textAnchor: "end", fill: ink("ink"), fontWeight: 600 }),
        Plot.dot(hits, { x: "hit", y: () => limit, r: 4.5, fill: ink("bad"), stroke: ink("page") }),
        ...hits.map(({ name, hit }, i) =>
          Plot.text([`${name}\n${thousands(hit)}`], {
            x: [(itemAt(places, i) / inner) * most],
            frameAnchor: "top",
            dy: -7,
            lineAnchor: "bottom",
            fill: ink("bad"),
            fontSize: 12.5,
            fontWeight: 600,
          }),
        ),
      ],
    },
  };
}

const clamped = ({ samples, log10E }: EvidencePath["points"][number]) => ({
  samples,
  log10E: Math.max(LOW, Math.min(CAP, log10E)),
});
