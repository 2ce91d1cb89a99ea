/** Light pages and print, or dark pages. */
export type Theme = "light" | "dark";

/** Symbols of Observable Plot that can be filled. */
export type Mark = "circle" | "square" | "triangle" | "diamond" | "star" | "cross" | "wye";

/** The look of one line; dash lengths in px, "" for a solid line. */
export interface Style {
  readonly label: string;
  readonly light: string;
  readonly dark: string;
  readonly dash: string;
  readonly mark: Mark;
}

const style = (label: string, light: string, dark: string, dash: string, mark: Mark): Style => ({
  label,
  light,
  dark,
  dash,
  mark,
});

/**
 * One fixed style per algorithm, in the order of legends and tables.
 *
 * Hue names the family, dash and mark the variant, and a direct label says it in words, so that no meaning rests on
 * colour alone. Red is only for what is lossy or faulty. Every colour has at least 4.5:1 on its page: lines and words
 * share it. `test/pages/styles.test.ts` measures this, and the distances under four kinds of colour vision.
 */
export const styles = {
  autoregressive: style("autoregressive", "#2b3036", "#e3e6ea", "", "wye"),
  sd: style("sd", "#0435ee", "#80b8f2", "", "circle"),
  "sd-block": style("sd-block", "#0435ee", "#80b8f2", "2 3", "circle"),
  "greedy-draft": style("greedy-draft", "#0435ee", "#80b8f2", "12 4", "wye"),
  rrs: style("rrs", "#0435ee", "#80b8f2", "7 3", "square"),
  "k-seq": style("k-seq", "#0435ee", "#80b8f2", "7 3 2 3", "cross"),
  union: style("union", "#055168", "#2596b0", "", "square"),
  tli: style("tli", "#178061", "#56f76f", "", "star"),
  "tli-block": style("tli-block", "#487500", "#b3c3a1", "2 3", "star"),
  slem: style("slem", "#743606", "#eb8c08", "", "triangle"),
  slrs: style("slrs", "#9038a5", "#a757fb", "", "diamond"),
  "slrs-thinned": style("slrs-thinned", "#9038a5", "#a757fb", "7 3 2 3", "diamond"),
  "slrs-multi": style("slrs-multi", "#550098", "#9e84fb", "7 3", "diamond"),
  "slrs-block": style("slrs-block", "#aa56ab", "#fb44bd", "2 3", "diamond"),
  "slrs-hybrid": style("slrs-hybrid", "#550098", "#9e84fb", "12 4", "triangle"),
  "slrs-pair": style("slrs-pair", "#9038a5", "#a757fb", "12 4", "square"),
  typical: style("typical (lossy)", "#d72f2f", "#d05d5f", "9 3 2 3", "cross"),
  bound: style("bound", "#5d6672", "#9aa4b1", "1 4", "cross"),
} as const satisfies Record<string, Style>;

/** What has a style: the algorithms' ids, and `bound`. */
export type StyleId = keyof typeof styles;

/** Page, words and signals; `muted` is for axes and footers, `grid` for decoration. */
export const surfaces = {
  light: { page: "#ffffff", ink: "#1d2127", muted: "#5d6672", grid: "#e6e9ed", good: "#178061", bad: "#d72f2f" },
  dark: { page: "#14171c", ink: "#e9ecf0", muted: "#9aa4b1", grid: "#2a303a", good: "#56f76f", bad: "#f07b7b" },
} as const;

/** What {@link ink} can name. */
export type InkId = StyleId | keyof (typeof surfaces)["light"];

/** The colours of a theme by name. */
export function coloursOf(theme: Theme): Record<string, string> {
  return {
    ...surfaces[theme],
    ...Object.fromEntries(Object.entries(styles).map(([id, look]) => [id, look[theme]])),
  };
}

/** A colour as a variable: one drawing then follows the page's light or dark mode. */
export function ink(id: InkId): string {
  return `var(--${id})`;
}

/** The variables of a theme, for a style sheet. */
export function cssVariables(theme: Theme): string {
  return Object.entries(coloursOf(theme))
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

/** The same drawing with a theme's colours put in. */
export function bake(svg: string, theme: Theme): string {
  const colours = coloursOf(theme);
  return svg.replace(/var\(--([a-z-]+)\)/g, (_, name: string) => {
    const colour = colours[name];
    if (colour === undefined) throw new Error(`unknown colour variable --${name}`);
    return colour;
  });
}
