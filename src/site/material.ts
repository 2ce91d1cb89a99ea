import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { algorithms } from "../core/algorithms/registry.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import type { Row } from "../faults/kill-matrix/matrix.ts";
import { type Edition, editionOf } from "../system/spec.ts";
import { Sources } from "./sources.ts";
import { readStatements, type Statement } from "./statements.ts";
import type { Library } from "./typedoc/library.ts";
import { type ListedTheorem, listedTheorems, sectionsOf, type Tag } from "./typedoc/tags.ts";
import { type Computed, compute, type WorkedExample, workedExample, worldOf } from "./worked.ts";

/** An entry of the bibliography. */
export interface Entry {
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  readonly venue?: string;
  readonly about: string;
  readonly arxiv?: string;
}

/** One algorithm with all that its page shows. */
export interface Described {
  readonly algorithm: Algorithm;
  readonly id: string;
  /** The first sentence of its doc comment. */
  readonly sentence: string;
  section(tag: Tag): string;
  readonly theorems: readonly ListedTheorem[];
  /** Files named by `@proof` and `@tested`. */
  readonly proofs: readonly string[];
  readonly tested: readonly string[];
  readonly worked: WorkedExample;
  readonly computed: Computed;
}

/** All that the pages are made of, read and computed once. */
export interface Material {
  readonly root: string;
  readonly edition: Edition;
  readonly year: string;
  /** The day on which the verdicts were found, as "2026-11-24". */
  readonly evidence: string | undefined;
  readonly algorithms: readonly Described[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly verdicts: readonly Verdict[];
  readonly matrix: readonly Row[];
  readonly bibliography: Readonly<Record<string, Entry>>;
  readonly sources: Sources;
}

const describe = (root: string, library: Pick<Library, "algorithms">, algorithm: Algorithm): Described => {
  const { id } = algorithm;
  const sections = sectionsOf(library.algorithms.get(id)?.comment);
  const section = (tag: Tag | ""): string => {
    const text = sections.get(tag)?.trim() ?? "";
    if (text === "") throw new Error(`src/core/algorithms/${id}.ts: @${tag} is missing or empty`);
    return text;
  };
  const files = (tag: Tag): string[] => section(tag).match(/[\w./-]+\.\w+/g) ?? [];
  const worked = workedExample(root, id);
  return {
    algorithm,
    id,
    sentence: section("").replace(/\s+/g, " "),
    section,
    theorems: listedTheorems(section("theorem")),
    proofs: files("proof"),
    tested: files("tested"),
    worked,
    computed: compute(algorithm, worldOf(id, worked)),
  };
};

/** What a run found out, and on which day. */
export type Run = Pick<Material, "verdicts" | "matrix" | "evidence">;

/** Reads the repository, with the comments that typedoc read, and what a run found out. */
export function collect(root: string, library: Pick<Library, "algorithms">, run: Run): Material {
  const citation = readFileSync(join(root, "CITATION.cff"), "utf8");
  return {
    root,
    edition: editionOf(root),
    year: /^date-released: "?(\d{4})/m.exec(citation)?.[1] ?? "n.d.",
    algorithms: (algorithms as readonly Algorithm[]).map((algorithm) => describe(root, library, algorithm)),
    statements: new Map(readStatements(root).map((statement) => [statement.name, statement])),
    ...run,
    bibliography: JSON.parse(readFileSync(join(root, "src/core/algorithms/bibliography.json"), "utf8")),
    sources: new Sources(root),
  };
}

/** The names of a folder's files with this ending; none where the folder is missing. */
export function filesIn(root: string, folder: string, ending: string): string[] {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];
}
