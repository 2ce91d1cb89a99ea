import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at as itemAt } from "../core/num/at.ts";
import { printable } from "../core/vocab/printable.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { packageRoot } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { run } from "./table/command.ts";
import { initTable } from "./tables/init.ts";

const FILES = ["algorithm.ts", "algorithm.test.ts", "world.json"];

/** `lossless init`. */
export function init(args: readonly string[], io: Io): Promise<number> {
  return run(initTable, args, io, ({ words: [folder = ".", ...more] }) => {
    if (more.length > 0) throw new UsageError(`found ${more.length + 1} folders, expected one: lossless init [FOLDER]`);
    const places = FILES.map((name) => join(folder, name));
    const there = places.find((place) => existsSync(place));
    if (there !== undefined) throw new BadInput(there, "a file that is there already", "a name that no file has yet");
    mkdirSync(folder, { recursive: true });
    for (const [at, name] of FILES.entries()) {
      const text = readFileSync(join(packageRoot(), "fixtures", "start", name));
      // A file that has come meanwhile is not overwritten either.
      writeFileSync(itemAt(places, at), text, { flag: "wx" });
    }
    const into = folder === "." ? "" : `cd ${printable(folder)}\n  `;
    io.out(`wrote ${places.map((place) => printable(place)).join(", ")}

next
  ${into}npx lossless verify world.json --algorithm algorithm.ts
  npm install --save-dev lossless-lab vitest && npx vitest run
`);
    return 0;
  });
}
