import { basename, relative } from "node:path";
import {
  type Application,
  Comment,
  CommentTag,
  type Context,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from "typedoc";
import type { Entry } from "./entries.ts";

/** Headings of the reference, by the beginning of the file's path in src; the first that fits counts. */
const CATEGORIES = [
  ["core/algorithms/parts/", "Parts of algorithms"],
  ["core/algorithms/", "Algorithms"],
  ["core/program/", "Programs"],
  ["core/handlers/", "Running programs"],
  ["core/decode/", "Decoding"],
  ["core/law/", "Laws"],
  ["core/models/", "Models"],
  ["core/num/", "Numbers"],
  ["core/vocab/", "Vocabularies and tokenizers"],
  ["core/worlds/", "Worlds"],
  ["evidence/claims/", "Claims"],
  ["evidence/stats/", "Statistics"],
  ["evidence/", "Verdicts"],
  ["faults/", "Known faults"],
  ["testing/", "Testing"],
  ["checker/", "Checking engines"],
  ["pairs/", "Pairs of real models"],
  ["experiments/", "Experiments"],
] as const;

/** The heading under which what this file declares is listed. */
export function categoryOf(file: string): string {
  return CATEGORIES.find(([start]) => file.startsWith(`src/${start}`))?.[1] ?? "Files and processes";
}

const described = (one: DeclarationReflection): DeclarationReflection =>
  one.comment === undefined && one.signatures?.[0] !== undefined
    ? (one.signatures[0] as unknown as DeclarationReflection)
    : one;

/** Names each module as users import it, and lists what it exports by what it is about. */
export function categorise(app: Application, root: string, entries: readonly Entry[]): void {
  const inRoot = (file: string): string => relative(root, file).replaceAll("\\", "/");
  const label = (project: ProjectReflection): void => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      const file = inRoot(module.sources?.[0]?.fullFileName ?? "");
      module.name = entries.find((entry) => entry.file === file)?.name ?? basename(file, ".ts");
      for (const child of module.children ?? []) {
        const declared = child.sources?.[0]?.fullFileName;
        if (declared === undefined) continue;
        const target = described(child);
        target.comment ??= new Comment();
        if (target.comment.getTag("@category") !== undefined) continue;
        target.comment.blockTags.push(
          new CommentTag("@category", [{ kind: "text", text: categoryOf(inRoot(declared)) }]),
        );
      }
    }
  };
  // Before typedoc's own plugin groups what it finds.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => label(context.project), 1_000);
}
