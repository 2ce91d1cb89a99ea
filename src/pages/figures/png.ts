import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { bake, surfaces, type Theme } from "../styles.ts";
import type { Figure } from "./frame.ts";

const { resolve } = createRequire(import.meta.url);

/** The files of the faces that figures and pages use, by weight and slope. */
export const fontFiles = {
  regular: resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
  semibold: resolve("@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
  italic: resolve("@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf"),
  signs: resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
} as const;

/**
 * A figure as a PNG: zoom 2 for screens, 4.17 for 300 dpi at the printed width.
 *
 * The faces come from packages and never from the system, so that the same figure has the same bytes.
 */
export function png(figure: Figure, theme: Theme = "light", zoom = 2): Uint8Array {
  return new Resvg(bake(figure.svg, theme), {
    background: surfaces[theme].page,
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  })
    .render()
    .asPng();
}
