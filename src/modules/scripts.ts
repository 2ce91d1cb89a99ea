import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildFailure, Loader, Plugin } from "esbuild";
import { BadInput } from "../core/worlds/bad-input.ts";
import { endWithUs, letGo } from "../system/end-with-us.ts";
import { readText } from "../system/files.ts";

/** What the processes of a module run: one file each, with all that it imports. */
export interface Scripts {
  /** Reads tasks and answers them. */
  readonly host: string;
  /** The module, with a copy of its own of this library. */
  readonly module: string;
  /** Deletes both. */
  remove(): void;
}

/** Largest source that is read, in bytes. */
const LARGEST = 16 * 2 ** 20;
/** Time for putting a module together, in seconds: more than a hundred times what the largest of ours takes. */
const SECONDS = 30;

/**
 * Puts a module and the program that runs it into one file each, so that they share nothing, a process starts in no time,
 * and both processes run the same code, whatever becomes of its sources meanwhile.
 *
 * @throws BadInput where the module or something that it imports is absent, no regular file, or not in the language.
 */
export async function makeScripts(module: string): Promise<Scripts> {
  readText(module);
  const folder = mkdtempSync(join(tmpdir(), "lossless-module-"));
  const remove = (): void => {
    letGo(remove);
    rmSync(folder, { recursive: true, force: true });
  };
  endWithUs(remove);
  const scripts = { host: join(folder, "host.mjs"), module: join(folder, "module.mjs"), remove };
  try {
    await bundle(module, scripts.host, scripts.module);
    return scripts;
  } catch (error) {
    remove();
    throw error;
  }
}

async function bundle(module: string, hostScript: string, moduleScript: string): Promise<void> {
  // Loaded for those who bring a module: nobody else waits for it.
  const { build, stop } = await import("esbuild");
  const one = (source: string, outfile: string) =>
    build({
      entryPoints: [source],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      target: "node20",
      // What is not yet written in modules asks for others by a function.
      banner: {
        js: `import{createRequire}from"node:module";const require=createRequire(${JSON.stringify(pathToFileURL(source))});`,
      },
      logLevel: "silent",
      define: PLACES,
      plugins: [bounded, addresses],
    });
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(
      () => reject(new BadInput(module, `no end of its imports within ${SECONDS} s`, LOADS)),
      SECONDS * 1000,
    );
  });
  try {
    await Promise.race([Promise.all([one(own("./host"), hostScript), one(module, moduleScript)]), tooLate]);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(module, firstError(error), LOADS);
  } finally {
    clearTimeout(late);
    await stop();
  }
}

const LOADS = "a module that loads";

/** A file of this library, a source or built. */
const own = (name: string): string =>
  fileURLToPath(new URL(`${name}${import.meta.url.endsWith(".js") ? ".js" : ".ts"}`, import.meta.url));

/** What a source calls its own place, and what stands for that in a script; only where the source has no such name itself. */
const PLACES = {
  "import.meta.url": "urlOfThisSource",
  "import.meta.dirname": "folderOfThisSource",
  "import.meta.filename": "fileOfThisSource",
  __dirname: "folderOfThisSource",
  __filename: "fileOfThisSource",
};

/** Definitions of these, on one line, so that the numbers of lines stay. */
const placesOf = (path: string, source: string): string => {
  const values = {
    urlOfThisSource: pathToFileURL(path).href,
    folderOfThisSource: dirname(path),
    fileOfThisSource: path,
  };
  const names = Object.entries(PLACES).flatMap(([name, stands]) => (source.includes(name) ? [stands] : []));
  const define = (name: string): string => `const ${name}=${JSON.stringify(values[name as keyof typeof values])};`;
  return [...new Set(names)].map(define).join("");
};

/** Reads regular files only, of a bounded size, and lets each know its own place, which the one file would not. */
const bounded: Plugin = {
  name: "bounded",
  setup: (building) => {
    building.onLoad({ filter: /./ }, ({ path }) => {
      const status = statSync(path);
      if (!status.isFile()) return { errors: [{ text: `${path} is no regular file` }] };
      if (status.size > LARGEST) return { errors: [{ text: `${path} has more than ${LARGEST} bytes` }] };
      const [, kind] = /\.[cm]?([jt]sx?)$/.exec(path) ?? [];
      if (kind === undefined) return undefined;
      const source = readFileSync(path, "utf8").replace(/^#!.*/, "");
      return { contents: placesOf(path, source) + source, loader: kind as Loader, resolveDir: dirname(path) };
    });
  },
};

/** What cannot become part of a script: packages that read files beside their own, and machine code. */
const WHOLE = /^(z3-solver|onnxruntime-node)$|\.node$/;

/** Entries of this library that are no files of their folder. */
const OTHER_ENTRIES: Readonly<Record<string, string>> = {
  arbitraries: "../testing/arbitraries",
  assertions: "../testing/assertions",
  vitest: "../testing/matchers",
};

/** Takes this library for `lossless-lab`, and leaves where it is what cannot become part of a script. */
const addresses: Plugin = {
  name: "addresses",
  setup: (building) => {
    building.onResolve({ filter: /^lossless-lab(\/|$)/ }, ({ path }) => {
      const [, entry] = path.split("/");
      if (entry === undefined) return { path: own("../index") };
      const file = own(OTHER_ENTRIES[entry] ?? `../entries/${entry}`);
      return existsSync(file) ? { path: file } : { errors: [{ text: `lossless-lab has no entry "${entry}"` }] };
    });
    building.onResolve({ filter: WHOLE }, async ({ path, importer, kind }) => {
      const found = installed(importer, path);
      // Missed where it is asked for, if it is.
      if (found === undefined) return { path, external: true };
      return { path: kind === "require-call" ? found : pathToFileURL(found).href, external: true };
    });
  },
};

const installed = (importer: string, path: string): string | undefined => {
  try {
    return createRequire(importer).resolve(path);
  } catch {
    return undefined;
  }
};

/** The first thing that is wrong, and where. */
const firstError = (error: unknown): string => {
  const [first] = (error as BuildFailure).errors ?? [];
  if (first === undefined) return error instanceof Error ? error.message : String(error);
  const { location } = first;
  return location === null || location === undefined
    ? first.text
    : `${first.text} (${basename(location.file)}, line ${location.line})`;
};
