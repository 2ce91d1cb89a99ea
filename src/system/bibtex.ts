import type { Edition } from "./spec.ts";

/** TeX reads these signs as commands. */
export function texEscaped(text: string): string {
  return text.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`);
}

/** A part of the laboratory that can be cited: what it is called, and where it stands on the site. */
export interface Cited {
  readonly key: string;
  readonly title: string;
  /** From the site's root, as "algorithms/tli.html#tli_lossless". */
  readonly address: string;
  /** The id of the algorithm whose specification it belongs to. */
  readonly id: string;
}

/** The entry of a part, with all that finds the same text again: address, version, commit, hash, date. */
export function bibtex({ key, title, address, id }: Cited, edition: Edition): string {
  const { version, commit, changed = false, date, site, specs } = edition;
  const state = commit === undefined ? "" : `, commit ${commit}${changed ? " with changes" : ""}`;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", "{The lossless-lab authors}"],
    ["title", `{${texEscaped(title)}}`],
    ["year", date?.slice(0, 4)],
    ["date", date],
    ["version", version],
    ["url", site === undefined ? undefined : `${site}/${address}`],
    ["note", `lossless-lab ${version}, ${texEscaped(address)}, specification ${specs[id]}${state}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]));
  return `@software{lossless_lab_${key.replace(/\W/g, "_")},\n${lines.join("")}}`;
}

/** The specification of an algorithm, as its page and `lossless cite` give it. */
export function citedAlgorithm(id: string): Cited {
  return {
    key: id,
    id,
    title: `The algorithm ${id}: specification and machine-checked theorems`,
    address: `algorithms/${id}.html`,
  };
}

/** One theorem of an algorithm. */
export function citedTheorem(id: string, name: string): Cited {
  return {
    key: name,
    id,
    title: `Theorem ${name}`,
    address: `algorithms/${id}.html#${name}`,
  };
}
