import { existsSync, readFileSync } from "node:fs";
import { basename, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { tex } from "@mdit/plugin-tex";
import {
  Application,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type SourceReference,
} from "typedoc";
import { formula } from "../markdown.ts";
import { categorise } from "./categories.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { writeStyle } from "./style.ts";
import { TAGS } from "./tags.ts";

/** What typedoc read of the package. */
export interface Library {
  readonly app: Application;
  readonly project: ProjectReflection;
  /** The constant of each algorithm, by its id. */
  readonly algorithms: ReadonlyMap<string, DeclarationReflection>;
}

const FOLDER = "src/core/algorithms";

/** The file in which something is declared, from the root, with forward slashes. */
const fileOf = (root: string, { sources }: DeclarationReflection): string =>
  relative(root, sources?.[0]?.fullFileName ?? root).replaceAll("\\", "/");

/** An algorithm's file bears its id, which a test holds true. */
function algorithmsOf(root: string, project: ProjectReflection): Map<string, DeclarationReflection> {
  const found = new Map<string, DeclarationReflection>();
  for (const one of project.getReflectionsByKind(ReflectionKind.Variable)) {
    if (!one.isDeclaration()) continue;
    const file = fileOf(root, one);
    if (posix.dirname(file) === FOLDER && !/^(?:algorithm|registry)\.ts$/.test(basename(file)))
      found.set(basename(file, ".ts"), one);
  }
  return found;
}

/** Every place in a source file that typedoc's pages name. */
export function sourcesOf({ reflections }: ProjectReflection): SourceReference[] {
  return Object.values(reflections).flatMap((one) =>
    one.isDeclaration() || one.isSignature() ? (one.sources ?? []) : [],
  );
}

/** Where a line of the source is shown: at the repository's host by commit, if that is known, else on this site. */
export function sourceAddress(root: string, commit: string | undefined, path: string, line: number): string {
  const file = join(root, "package.json");
  const { repository } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { repository: undefined };
  const url = typeof repository === "string" ? repository : repository?.url;
  const host = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?$/.exec(url ?? "")?.[1];
  return host === undefined || commit === undefined
    ? `/sources/${path}.html#L${line}`
    : `${host}/blob/${commit}/${path}#L${line}`;
}

/** Converts the package's entries; warnings are errors. Types are checked by the tests already. */
export async function readLibrary(
  root: string,
  commit?: string,
  { entries = entriesOf(root), tsconfig = join(root, "tsconfig.json") }: Partial<Entries> = {},
): Promise<Library> {
  const app = await Application.bootstrap({
    entryPoints: entries.map(({ file }) => join(root, file)),
    sortEntryPoints: false,
    alwaysCreateEntryPointModule: true,
    tsconfig,
    basePath: root,
    displayBasePath: root,
    name: "lossless-lab",
    includeVersion: true,
    readme: "none",
    useFirstParagraphOfCommentAsSummary: true,
    customCss: await writeStyle(),
    customJs: fileURLToPath(new URL("../copy.js", import.meta.url)),
    disableGit: true,
    includeHierarchySummary: false,
    // The addresses of sources are set below, from the root.
    sourceLinkTemplate: "{path}",
    gitRevision: "unknown",
    hideGenerator: true,
    cleanOutputDir: false,
    theme: "lossless-lab",
    router: "lossless-lab",
    skipErrorChecking: true,
    treatWarningsAsErrors: true,
    logLevel: "Warn",
    categorizeByGroup: false,
    navigation: { includeCategories: true, includeGroups: true, includeFolders: false },
    navigationLinks: {
      Algorithms: "/algorithms/index.html",
      Findings: "/findings.html",
      Guides: "/guides/index.html",
      Library: "/api/index.html",
    },
    blockTags: [
      ...TAGS.map((tag) => `@${tag}` as const),
      "@param",
      "@returns",
      "@throws",
      "@template",
      "@example",
      "@category",
    ],
    // Names that are not exported are shown as names.
    externalSymbolLinkMappings: { "lossless-lab": { "*": "#" } },
    validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true },
    lightHighlightTheme: "github-light-high-contrast",
    darkHighlightTheme: "github-dark-high-contrast",
    markdownItLoader: (markdown: { use: (...plugin: unknown[]) => unknown }) =>
      markdown.use(tex, { render: (content: string, display: boolean) => formula(content, display) }),
  });
  categorise(app, root, entries);
  const project = await app.convert();
  if (project === undefined) throw new Error(`typedoc could not read ${entries.map(({ file }) => file).join(", ")}`);
  for (const source of sourcesOf(project)) {
    source.url = sourceAddress(root, commit, source.fileName, source.line);
  }
  return { app, project, algorithms: algorithmsOf(root, project) };
}

/** What to convert, if not what package.json and tsconfig.json say. */
interface Entries {
  readonly entries: readonly Entry[];
  readonly tsconfig: string;
}
