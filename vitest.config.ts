import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "properties/**/*.property.ts"],
    // Tests keep no global state, so that they can share threads: starting one thread a file costs more than the tests.
    pool: "threads",
    isolate: false,
    reporters: ["default", "./test/support/guarantee-reporter.ts"],
  },
});
