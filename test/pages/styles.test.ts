import { describe, expect, test } from "vitest";
import { bake, coloursOf, ink, type StyleId, styles, surfaces, type Theme } from "../../src/pages/styles.ts";

type Triple = readonly [number, number, number];
const linear = (hex: string): Triple =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Triple;

/** WCAG 2 contrast. */
const contrast = (a: string, b: string): number => {
  const luminance = (hex: string): number => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const VISION: Record<string, readonly Triple[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const oklab = (rgb: Triple): Triple => {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
};

/** The distance of two colours in OKLab, in hundredths, as one kind of vision sees them. */
const distance = (a: string, b: string, kind: string): number => {
  const seen = (hex: string): Triple =>
    oklab(
      times(VISION[kind] as readonly Triple[], linear(hex)).map((c) =>
        Math.min(1, Math.max(0, c)),
      ) as unknown as Triple,
    );
  const [x, y] = [seen(a), seen(b)];
  return 100 * Math.hypot(...x.map((part, i) => part - (y[i] as number)));
};

/** Those that need one vocabulary share the hue of `sd`. */
const family = (id: string): string =>
  ["rrs", "k-seq", "greedy-draft"].includes(id) ? "sd" : (id.split("-")[0] as string);
const ids = (Object.keys(styles) as StyleId[]).filter((id) => id !== "bound");
const themes: Theme[] = ["light", "dark"];

const nearest = (theme: Theme, among: readonly StyleId[]): number =>
  Math.min(
    ...among.flatMap((a, at) =>
      among
        .slice(at + 1)
        .filter((b) => family(a) !== family(b))
        .flatMap((b) => Object.keys(VISION).map((kind) => distance(styles[a][theme], styles[b][theme], kind))),
    ),
  );

describe("the palette", () => {
  test.each(themes)("has 4.5:1 on its page, grid aside: %s", (theme) => {
    const faint = Object.entries(coloursOf(theme))
      .filter(([name]) => name !== "page" && name !== "grid")
      .filter(([, colour]) => contrast(colour, surfaces[theme].page) < 4.5);
    expect(faint).toEqual([]);
  });
  test.each(themes)("keeps families apart under four kinds of colour vision: %s", (theme) => {
    const heads = ids.filter((id) => id === family(id));
    expect(nearest(theme, heads)).toBeGreaterThan(7.5);
    expect(nearest(theme, ids)).toBeGreaterThan(5);
  });
  test("gives no two algorithms the same colour, dash and mark", () => {
    const looks = ids.map((id) => `${styles[id].light}/${styles[id].dash}/${styles[id].mark}`);
    expect(new Set(looks).size).toBe(looks.length);
  });
  test("would be refused with seaborn's colours", () => {
    expect(contrast("#de8f05", "#ffffff")).toBeLessThan(4.5);
    expect(distance("#d55e00", "#949494", "deuteranopia")).toBeGreaterThan(
      distance("#029e73", "#d55e00", "protanopia"),
    );
  });
});

describe("ink", () => {
  test("is a variable that a theme fills in", () => {
    expect(bake(`<a fill="${ink("slrs-multi")}"/>`, "dark")).toBe('<a fill="#9e84fb"/>');
  });
  test("refuses a colour that is none", () => {
    expect(() => bake("var(--mauve)", "light")).toThrow("--mauve");
  });
});
