/**
 * The first module of a worker thread, by the address of its built file: loaded through the TypeScript loader when this
 * package runs from its sources.
 */
export function threadEntry(built: URL): URL {
  if (import.meta.url.endsWith(".js")) return built;
  const file = JSON.stringify(built.href.replace(/\.js$/, ".ts"));
  const api = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new URL(`data:text/javascript,import { tsImport } from ${api}; await tsImport(${file}, ${file});`);
}
