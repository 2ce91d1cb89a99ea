import type { Material } from "./material.ts";
import type { Page } from "./page.ts";
import { algorithmsPage } from "./pages/algorithms.ts";
import { bibliographyPage } from "./pages/bibliography.ts";
import { correspondencePage } from "./pages/correspondence.ts";
import { findingsPage } from "./pages/findings.ts";
import { frontPage } from "./pages/front.ts";
import { guaranteesPage } from "./pages/guarantees.ts";
import { guidePages } from "./pages/guides.ts";
import { mutantsPage } from "./pages/mutants.ts";
import { notebookPages } from "./pages/notebooks.ts";
import { playPage } from "./pages/play.ts";
import { theoremsPage } from "./pages/theorems.ts";

/** Every page of the site but typedoc's, which come before: source files that a page links to come last. */
export function sitePages(material: Material): Page[] {
  const pages = [
    frontPage(material),
    algorithmsPage(material),
    theoremsPage(material),
    guaranteesPage(material),
    correspondencePage(material),
    mutantsPage(material),
    findingsPage(material),
    bibliographyPage(material),
    ...guidePages(material),
    ...notebookPages(material),
    playPage(material),
  ];
  return [...pages, ...material.sources.pages()];
}
