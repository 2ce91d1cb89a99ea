/** The package has no types of its own. */
declare module "subset-font" {
  /** A font cut down to the glyphs of a text. */
  export default function subset(font: Uint8Array, text: string, options: { targetFormat: "woff2" }): Promise<Buffer>;
}
