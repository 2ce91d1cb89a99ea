import * as Plot from "@observablehq/plot";
import { at as itemAt } from "../../core/num/at.ts";
import { ink } from "../styles.ts";
import { axisTitles } from "./axes.ts";
import { type Panel, widths } from "./frame.ts";

/** One cell: its place by name and its value. */
export interface Cell {
  readonly column: string;
  readonly row: string;
  readonly value: number;
  /** Framed: the best of its row, say. */
  readonly framed?: boolean;
}

/** A table whose numbers are tinted as well as printed. */
export interface HeatMap {
  readonly x: string;
  readonly y: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly Cell[];
  readonly print: (value: number) => string;
  /**
   * `ratio`: brown below 1, near-white at exactly 1, green above, on a logarithmic scale; `share`: one hue from 0 to 1.
   */
  readonly scale: "ratio" | "share";
}

/** A heat map: the number stands in every cell, and framed cells of neighbouring rows are joined by a line. */
export function heatMap(map: HeatMap, width: number = widths.page, heading?: string): Panel {
  const { columns, rows, cells, print, scale } = map;
  const left = 12 + 7 * Math.max(...rows.map((row) => row.length), 8);
  const most = Math.max(...cells.map(({ value }) => Math.max(value, 1 / value)).filter(Number.isFinite), 1.01);
  const tint = ({ value }: Cell): string =>
    scale === "ratio" ? ramp(DIVERGING, 0.5 + Math.log(value) / Math.log(most) / 2) : ramp(SEQUENTIAL, value);
  const digits = (cell: Cell): string => (luminance(tint(cell)) < 0.179 ? "#ffffff" : "#000000");
  const framed = cells.filter(({ framed: yes }) => yes);
  const at = { x: "column", y: "row" } as const;
  const fontSize = width < 500 ? 11 : 12;
  return {
    ...(heading === undefined ? {} : { heading }),
    options: {
      height: 74 + 25 * rows.length,
      marginLeft: left,
      marginRight: 16,
      marginTop: 30,
      marginBottom: 44,
      x: { type: "band", domain: [...columns], label: null, padding: 0 },
      y: { type: "band", domain: [...rows], label: null, padding: 0 },
      marks: [
        Plot.cell(cells, { ...at, fill: tint, inset: 0.5 }),
        Plot.line(framed, { ...at, stroke: "#16191d", strokeWidth: 1.6, strokeOpacity: 0.75 }),
        Plot.cell(framed, { ...at, fill: tint, stroke: "#16191d", strokeWidth: 2.4, inset: 1 }),
        Plot.text(cells, { ...at, text: ({ value }: Cell) => print(value), fill: digits, fontSize }),
        Plot.axisX({ color: ink("muted"), label: null, tickSize: 0 }),
        Plot.axisY({ color: ink("muted"), label: null, tickSize: 0 }),
        ...axisTitles(map.x, map.y, left),
      ],
    },
  };
}

type Rgb = readonly [number, number, number];

/** Lightness falls on both sides of the middle, so that grey prints keep the distance from it. */
const DIVERGING: readonly Rgb[] = [
  [84, 48, 5],
  [153, 96, 28],
  [205, 158, 90],
  [236, 215, 172],
  [246, 245, 243],
  [191, 226, 218],
  [103, 182, 168],
  [25, 125, 112],
  [0, 68, 60],
];
const SEQUENTIAL: readonly Rgb[] = [
  [246, 245, 243],
  [191, 226, 218],
  [103, 182, 168],
  [25, 125, 112],
  [0, 68, 60],
];

const ramp = (stops: readonly Rgb[], share: number): string => {
  const place = Math.min(0.9999, Math.max(0, share)) * (stops.length - 1);
  const below = Math.floor(place);
  const [from, to] = [itemAt(stops, below), itemAt(stops, below + 1)];
  return `rgb(${from.map((part, i) => Math.round(part + (itemAt(to, i) - part) * (place - below))).join(",")})`;
};

const luminance = (rgb: string): number => {
  const [r, g, b] = (rgb.match(/\d+/g) as string[]).map((part) => {
    const c = Number(part) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
