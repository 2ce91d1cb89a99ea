// Worlds of a few tokens, for tests: published with the suite that uses them.
export * from "../../src/testing/toy-world.ts";
