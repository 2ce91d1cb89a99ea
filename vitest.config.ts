import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  resolve: {
    // The example project imports the package by its name; here that means the sources.
    alias: [
      { find: /^lossless-lab$/, replacement: source("src/index.ts") },
      {
        find: /^lossless-lab\/(algorithms|check|core|models|stats|testing)$/,
        replacement: source("src/entries/$1.ts"),
      },
      { find: /^lossless-lab\/vitest$/, replacement: source("src/testing/matchers.ts") },
      { find: /^lossless-lab\/(arbitraries|assertions)$/, replacement: source("src/testing/$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "properties/**/*.property.ts"],
    // Tests keep no global state, so that they can share threads: starting one thread a file costs more than the tests.
    pool: "threads",
    isolate: false,
    // All cores: the default leaves one idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    // A test is bounded by the work it does; the clock only ends what hangs, on machines of any speed.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["default", "./test/support/guarantee-reporter.ts"],
  },
});
