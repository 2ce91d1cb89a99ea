import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The adapters that come with this package. */
export const READY: Readonly<Record<string, { readonly file: string; readonly what: string }>> = {
  own: { file: "own", what: "this laboratory's own decoder, every algorithm" },
  zoo: { file: "zoo", what: "the known faults and controls, an algorithm each" },
  numpy: { file: "numpy_loop.py", what: "a plain loop in Python, with NumPy where it is installed" },
  hf: { file: "hugging_face.py", what: "Hugging Face transformers: generate with an assistant (needs torch)" },
};

/** The Python that runs adapters, unless the environment names another one. */
const python = (): string => process.env.LOSSLESS_PYTHON ?? "python3";

/** The command for an adapter: a ready one's name, a .py, .ts, .js or .mjs file, or any command of one's own. */
export function adapterCommand([first = "", ...rest]: readonly string[]): string[] {
  const ready = Object.hasOwn(READY, first) ? READY[first] : undefined;
  const file = ready === undefined ? first : beside(ready.file);
  if (file.endsWith(".py")) return [python(), file, ...rest];
  if (file.endsWith(".ts")) return [process.execPath, "--import", typeScript(), file, ...rest];
  if (/\.[cm]?js$/.test(file)) return [process.execPath, file, ...rest];
  return [first, ...rest];
}

/** The loader of TypeScript; not by `import.meta`, which early versions of Node 20 cannot ask. */
function typeScript(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

/** A file beside this one, in the sources and in the built package alike. */
const beside = (name: string): string => {
  if (name.includes(".")) return fileURLToPath(new URL(name, import.meta.url));
  const source = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  return existsSync(source) ? source : fileURLToPath(new URL(`${name}.js`, import.meta.url));
};
