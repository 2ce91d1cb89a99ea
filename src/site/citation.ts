import { texEscaped as tex } from "../system/bibtex.ts";
import type { Entry, Material } from "./material.ts";

const field = (name: string, value: string): string => `  ${name} = {${value}},\n`;

/** The whole of it. */
export function citeAll({ edition: { version }, year }: Material): string {
  return `@software{lossless_lab,
${field("author", "{The lossless-lab authors}")}${field("title", "{lossless-lab: does a speculative-decoding algorithm preserve the target's output law?}")}${field("year", year)}${field("version", version)}${field("license", "MIT")}}`;
}

/** A paper of the bibliography. */
export function citePaper(key: string, { authors, title, year, venue, arxiv }: Entry): string {
  return `@misc{${key},
${field("author", authors.map(tex).join(" and "))}${field("title", `{${tex(title)}}`)}${field("year", String(year))}${venue === undefined ? "" : field("howpublished", tex(venue))}${arxiv === undefined ? "" : field("eprint", arxiv) + field("archivePrefix", "arXiv")}}`;
}
