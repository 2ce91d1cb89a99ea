// The library: algorithms, worlds, verdicts, and what an algorithm of one's own is made of.
export * from "./entries/core.ts";
export { builtInWorlds, readWorld } from "./system/files.ts";
export { type VerifyOptions, verify } from "./verify.ts";
