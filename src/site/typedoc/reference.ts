import { relative } from "node:path";
import { PageEvent } from "typedoc";
import type { Material } from "../material.ts";
import { accessible, atHome } from "./accessible.ts";
import { type Library, sourcesOf } from "./library.ts";
import { routerFor } from "./router.ts";
import { themeFor } from "./theme.ts";

/** Writes typedoc's pages into the site's folder: the library under api, the algorithms under algorithms. */
export async function writeReference({ app, project, algorithms }: Library, material: Material, out: string) {
  app.renderer.defineRouter("lossless-lab", routerFor(algorithms));
  app.renderer.defineTheme("lossless-lab", themeFor(algorithms, material));
  app.renderer.on(PageEvent.END, (page) => {
    const toRoot = "../".repeat(relative(out, page.filename).split(/[\\/]/).length - 1);
    if (page.contents !== undefined) page.contents = atHome(accessible(page.contents), toRoot);
  });
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("typedoc has errors or warnings, see above");
  // Files that typedoc's pages link to become pages of the site.
  for (const { fileName, url } of sourcesOf(project)) if (url?.startsWith("/")) material.sources.href(fileName);
}
