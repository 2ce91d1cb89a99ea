import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/system/files.ts";
import { newRow } from "./new-row.ts";

// `npm run new -- algorithm my-id`: writes all files of a row.
const [kind, id = ""] = process.argv.slice(2);
if (kind !== "algorithm") {
  console.error("expected: npm run new -- algorithm my-id (for faults and worlds see CONTRIBUTING.md)");
  process.exit(2);
}
try {
  const changes = newRow(packageRoot(), id);
  for (const { file, text } of changes) writeFileSync(join(packageRoot(), file), text);
  const written = changes.map(({ file }) => file).filter((file) => !file.endsWith(".txt"));
  const formatted = spawnSync("npx", ["biome", "check", "--write", "--log-level=error", ...written], {
    cwd: packageRoot(),
  });
  if (formatted.status !== 0) console.error(`not formatted: npm run format\n${formatted.stderr}`);
  console.log(`wrote or changed:\n${changes.map(({ file }) => `  ${file}`).join("\n")}`);
  const tests = ["test/rows.test.ts", `test/core/algorithms/${id}.test.ts`, `properties/${id}.property.ts`];
  console.log(`\nnext: write the round, then\n  npx vitest run ${tests.join(" ")}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
