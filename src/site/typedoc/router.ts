import { KindRouter, type ProjectReflection, type Reflection, ReflectionKind, type RouterTarget } from "typedoc";
import type { Library } from "./library.ts";

type Pages = ReturnType<KindRouter["buildPages"]>;

/** Addresses: an algorithm at algorithms/ID.html, as ever; all else below api, by entry and kind. */
export function routerFor(algorithms: Library["algorithms"]): new (app: Library["app"]) => KindRouter {
  const ids = new Map<RouterTarget, string>([...algorithms].map(([id, one]) => [one, id]));
  return class extends KindRouter {
    override buildPages(project: ProjectReflection): Pages {
      const pages = super.buildPages(project);
      this.fullUrls.set(project, "api/index.html");
      return pages.map((page) => (page.model === project ? { ...page, url: `api/${page.url}` } : page));
    }
    override getIdealBaseName(reflection: Reflection): string {
      const id = ids.get(reflection);
      if (id !== undefined) return `algorithms/${id}`;
      if (reflection.kindOf(ReflectionKind.Module)) return `api/${folderOf(reflection) || "main/"}index`;
      let module = reflection;
      while (!module.kindOf(ReflectionKind.Module) && module.parent !== undefined) module = module.parent;
      const kind = super.getIdealBaseName(reflection).split("/")[0];
      return `api/${folderOf(module)}${kind}/${reflection.name}`;
    }
  };
}

/** The folder of an entry's pages: none for the package itself, "stats/" for lossless-lab/stats. */
const folderOf = ({ name }: Reflection): string => {
  const [, ...path] = name.split("/");
  return path.length === 0 ? "" : `${path.join("-")}/`;
};
