// What is worked out by hand, and in which worlds: published with the suite that uses them.
export * from "../../../src/testing/worked.ts";
export * from "../../../src/testing/worked-worlds.ts";
