import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../system/files.ts";
import { editionOf } from "../system/spec.ts";
import { checkLinks } from "./links.ts";
import { collect } from "./material.ts";
import { render } from "./page.ts";
import { evidenceDate, killMatrix, verdicts } from "./records.ts";
import { sitePages } from "./site.ts";
import { readLibrary } from "./typedoc/library.ts";
import { writeReference } from "./typedoc/reference.ts";

// `npm run docs`: writes the site into docs/, whole or not at all. Any warning, broken link or unread formula ends it.

const root = packageRoot();
const out = join(root, "docs");
const say = (line: string): void => void process.stderr.write(line === "" ? "" : `${line}\n`);

const temporary = mkdtempSync(join(root, ".docs-"));
try {
  const run = { verdicts: verdicts(root, say), matrix: await killMatrix(root, say), evidence: evidenceDate(root) };
  const library = await readLibrary(root, editionOf(root).commit);
  const material = collect(root, library, run);
  await writeReference(library, material, temporary);
  for (const page of sitePages(material)) {
    const file = join(temporary, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, render(page));
  }
  const { pages, faults } = checkLinks(temporary);
  if (faults.length > 0) {
    say(faults.join("\n"));
    process.exitCode = 1;
  } else {
    rmSync(out, { recursive: true, force: true });
    renameSync(temporary, out);
    console.log(`docs/index.html and ${pages - 1} more pages; every link checked`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
