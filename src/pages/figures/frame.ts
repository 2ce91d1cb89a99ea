import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { ink } from "../styles.ts";
import { escaped, wrapped } from "./text.ts";

/** Widths in px. Printed at 171.5 mm and 82.6 mm, 13 px are 8.8 pt; text is never scaled: draw again at the other width. */
export const widths = { page: 720, column: 360 } as const;

/** The faces that PNGs use and that pages carry; the second has the set signs that the first lacks. */
export const fontFamily = "'Source Sans 3', 'DejaVu Sans', system-ui, sans-serif";

/** What stands around a plot. */
export interface Frame {
  /** Unique on its page. */
  readonly id: string;
  /** The finding, as a sentence with a verb. */
  readonly title: string;
  /** What is drawn, over what, and what a band means. */
  readonly subtitle: string;
  /** The finding and at least two numbers, for those who hear the figure. */
  readonly alt: string;
  /** Seed, the command that draws it again, settings that are not on an axis: one line each. */
  readonly footer: readonly string[];
  /** 720 unless told. */
  readonly width?: number;
}

/** A drawing: one SVG that follows the page's light or dark mode. */
export interface Figure {
  readonly id: string;
  readonly svg: string;
  readonly alt: string;
}

/** A plot to be put into a frame, with a heading where there are several. */
export interface Panel {
  readonly heading?: string;
  readonly options: Plot.PlotOptions;
}

const HEADING = 20;

/** Panels side by side, `columns` to a row, under one title and over one footer. */
export function figure(frame: Frame, panels: readonly Panel[], columns = 1): Figure {
  const { id, alt, width = widths.page } = frame;
  const titles = wrapped(frame.title, width - 8, 16 * 0.5);
  const subtitles = wrapped(frame.subtitle, width - 8, 13 * 0.47);
  const footers = frame.footer.flatMap((line) => wrapped(line, width - 8, 11 * 0.475));
  const top = 8 + titles.length * 20 + subtitles.length * 17;
  const each = Math.floor(width / columns);
  let bottom = top;
  let body = "";
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels
      .slice(first, first + columns)
      .map(({ heading, options }) => ({ heading, ...drawn(options, each) }));
    const above = row.some(({ heading }) => heading !== undefined) ? HEADING : 0;
    row.forEach(({ heading, element }, at) => {
      if (heading !== undefined) body += line(heading, at * each + 4, bottom + 15, 13, "ink", 600);
      element.setAttribute("x", String(at * each));
      element.setAttribute("y", String(bottom + above));
      body += element.outerHTML;
    });
    bottom += above + Math.max(...row.map(({ height }) => height));
  }
  const height = bottom + 8 + footers.length * 14 + 6;
  const lines = (
    texts: string[],
    y: number,
    step: number,
    size: number,
    colour: "ink" | "muted",
    weight = 400,
  ): string => texts.map((text, at) => line(text, 4, y + at * step, size, colour, weight)).join("");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" ` +
    `height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">` +
    `<title id="${id}-title">${escaped(frame.title)}</title><desc id="${id}-desc">${escaped(alt)}</desc>` +
    lines(titles, 18, 20, 16, "ink", 600) +
    lines(subtitles, 16 + titles.length * 20, 17, 13, "muted") +
    ownClips(id, body.replace(/ xmlns(:xlink)?="[^"]*"/g, "")) +
    lines(footers, bottom + 16, 14, 11, "muted") +
    "</svg>";
  return { id, svg, alt };
}

/** Plot numbers its clip paths through a process: numbered through the figure, the same drawing has the same bytes. */
const ownClips = (id: string, svg: string): string => {
  const names = [...new Set(svg.match(/plot-clip-\d+/g))];
  return svg.replace(/plot-clip-\d+/g, (name) => `${id}-clip-${names.indexOf(name) + 1}`);
};

const line = (text: string, x: number, y: number, size: number, colour: "ink" | "muted", weight: number): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${ink(colour)}">${escaped(text)}</text>`;

/** Draws one plot, without the style sheet and class that Plot adds: the frame says the same once. */
const drawn = (options: Plot.PlotOptions, width: number): { element: Element; height: number } => {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const element = Plot.plot({ document, width, ...options } as Plot.PlotOptions) as unknown as Element;
  for (const style of element.querySelectorAll("style")) style.remove();
  for (const name of ["class", "style"]) element.removeAttribute(name);
  const root = { fill: ink("muted"), "font-family": fontFamily, "font-size": "12", "text-anchor": "middle" };
  for (const [name, value] of Object.entries(root)) element.setAttribute(name, value);
  element.setAttribute("aria-hidden", "true");
  element.setAttribute("overflow", "visible");
  return { element, height: Number(element.getAttribute("height")) };
};
