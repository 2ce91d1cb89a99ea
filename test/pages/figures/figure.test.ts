import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { evidencePaths } from "../../../src/pages/figures/evidence-paths.ts";
import { type Frame, figure } from "../../../src/pages/figures/frame.ts";
import { heatMap } from "../../../src/pages/figures/heat-map.ts";
import { type Lines, lines } from "../../../src/pages/figures/lines.ts";
import { png } from "../../../src/pages/figures/png.ts";
import { percent, powerOfTen, thousands, wrapped } from "../../../src/pages/figures/text.ts";

const frame: Frame = {
  id: "f",
  title: 'p < q & "more"',
  subtitle: "What is drawn",
  alt: "From 20 % to 80 %",
  footer: ["seed 1"],
};
const plot: Lines = {
  x: { title: "lookahead, tokens", domain: [1, 8], ticks: [1, 4, 8] },
  y: { title: "acceptance", domain: [0, 1], ticks: [0, 1], format: percent },
  series: [
    {
      id: "slrs",
      points: [
        { x: 1, y: 0.2 },
        { x: 8, y: 0.8 },
      ],
      note: " 80 %",
    },
    {
      id: "tli",
      points: [
        { x: 1, y: 0.3, low: 0.2, high: 0.4 },
        { x: 8, y: 0.8, low: 0.7, high: 0.9 },
      ],
    },
    {
      id: "bound",
      label: "p(T ∩ D)",
      points: [
        { x: 1, y: 1 },
        { x: 8, y: 1 },
      ],
    },
  ],
};
/** Every attribute once, every tag closed: what resvg and browsers both read. */
const wellFormed = (svg: string): boolean => {
  const open: string[] = [];
  for (const [, close, name, attributes = "", empty] of svg.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g,
  )) {
    const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size !== names.length) return false;
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name as string);
  }
  return open.length === 0 && svg.replace(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, "").indexOf("<") < 0;
};

describe("a figure", () => {
  const drawn = figure(frame, [lines(plot)]);
  test("is well-formed, named, described and reproducible", () => {
    expect(wellFormed(drawn.svg)).toBe(true);
    expect(wellFormed('<a x="1" x="2"/>')).toBe(false);
    expect(wellFormed("<a><b></a></b>")).toBe(false);
    expect(drawn.svg).toContain(
      '<title id="f-title">p &lt; q &amp; &quot;more&quot;</title><desc id="f-desc">From 20 % to 80 %',
    );
    for (const words of ["What is drawn", "seed 1", "lookahead, tokens", "acceptance", "slrs 80 %", "p(T ∩ D)"]) {
      expect(drawn.svg).toContain(words);
    }
    expect(figure(frame, [lines(plot)]).svg).toBe(drawn.svg);
  });
  test("has colours as variables only, and no style sheet of its own", () => {
    expect(drawn.svg).toContain("var(--slrs)");
    expect(drawn.svg).not.toMatch(/<style|currentColor|class=/);
  });
  test("draws a band for estimates only", () => {
    const bands = (one: Lines): number =>
      (figure(frame, [lines(one)]).svg.match(/aria-label="area"[\s\S]*?<\/g>/g) ?? []).filter((area) =>
        area.includes("<path"),
      ).length;
    expect(bands(plot)).toBe(1);
    expect(bands({ ...plot, series: plot.series.slice(0, 1) })).toBe(0);
  });
  test("puts panels side by side under one title", () => {
    const two = figure(frame, [lines(plot, 360, "left"), lines(plot, 360, "right")], 2);
    expect(two.svg.match(/<svg[^>]* x="(0|360)"/g)).toHaveLength(2);
    expect(two.svg.indexOf(">left<")).toBeLessThan(two.svg.indexOf(">right<"));
  });
  test("becomes the same PNG each time, another one in the dark", () => {
    const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
    expect(hash(png(drawn))).toBe(hash(png(drawn)));
    expect(hash(png(drawn, "dark"))).not.toBe(hash(png(drawn)));
    expect([...png(drawn).slice(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
  });
});

describe("a heat map", () => {
  const cells = [0.5, 1, 2].map((value, at) => ({ column: String(at), row: "r", value, framed: at === 2 }));
  const map = {
    x: "lookahead",
    y: "cost",
    columns: ["0", "1", "2"],
    rows: ["r"],
    cells,
    print: (v: number) => v.toFixed(1),
  };
  test("prints each number, neutral at 1, digits black or white", () => {
    const { svg } = figure(frame, [heatMap({ ...map, scale: "ratio" })]);
    for (const number of [">0.5<", ">1.0<", ">2.0<"]) expect(svg).toContain(number);
    expect(svg).toContain('fill="rgb(246,245,243)"');
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain('fill="#000000"');
    expect(wellFormed(svg)).toBe(true);
  });
});

describe("evidence paths", () => {
  test("name the faulty runs and when they were found", () => {
    const grow = (name: string, faulty: boolean, rate: number) => ({
      name,
      faulty,
      points: Array.from({ length: 11 }, (_, at) => ({ samples: at * 100, log10E: at * rate })),
    });
    const { svg } = figure(frame, [
      evidencePaths([grow("residual from p", true, 2), grow("right", false, -0.1)], 1e6, 1000),
    ]);
    expect(svg).toMatch(/residual from p[\s\S]{0,80}>300</);
    expect(svg).not.toContain(">right<");
  });
});

describe("texts", () => {
  test("are written as people read them", () => {
    expect([percent(0.123), powerOfTen(-6), powerOfTen(0), powerOfTen(12), thousands(65536)]).toEqual([
      "12 %",
      "10⁻⁶",
      "1",
      "10¹²",
      "65,536",
    ]);
  });
  test("break at spaces", () => {
    expect(wrapped("one two three", 40, 5)).toEqual(["one two", "three"]);
    expect(wrapped("p(T\u00a0∩\u00a0D) is", 40, 5)).toEqual(["p(T\u00a0∩\u00a0D)", "is"]);
  });
});
