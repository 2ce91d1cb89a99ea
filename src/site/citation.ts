import type { Entry, Material } from "./material.ts";

const field = (name: string, value: string): string => `  ${name} = {${value}},\n`;

/** TeX reads these signs as commands. */
const tex = (text: string): string => text.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`);

/** A part of this software: an algorithm's page, or a theorem, by its address on these pages. */
export const citePart = ({ version, year }: Material, key: string, title: string, address: string): string =>
  `@software{lossless_lab_${key.replace(/-/g, "_")},
${field("author", "{The lossless-lab authors}")}${field("title", `{${tex(title)}}`)}${field("year", year)}${field("version", version)}${field("note", `lossless-lab ${version}, ${tex(address)}`)}}`;

/** The whole of it. */
export const citeAll = ({ version, year }: Material): string =>
  `@software{lossless_lab,
${field("author", "{The lossless-lab authors}")}${field("title", "{lossless-lab: does a speculative-decoding algorithm preserve the target's output law?}")}${field("year", year)}${field("version", version)}${field("license", "MIT")}}`;

/** A paper of the bibliography. */
export const citePaper = (key: string, { authors, title, year, venue, arxiv }: Entry): string =>
  `@misc{${key},
${field("author", authors.map(tex).join(" and "))}${field("title", `{${tex(title)}}`)}${field("year", String(year))}${venue === undefined ? "" : field("howpublished", tex(venue))}${arxiv === undefined ? "" : field("eprint", arxiv) + field("archivePrefix", "arXiv")}}`;
