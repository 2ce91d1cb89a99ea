import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { builtInWorlds, readWorld } from "../../../src/system/files.ts";

const worlds = builtInWorlds().map((file) => ({ file: basename(file, ".json"), world: readWorld(rational, file) }));
/** The worlds from real text have a test of their own. */
const toys = worlds.filter(({ world }) => world.target.tokenizer.vocabulary.size <= 8);

test("there are toy worlds enough", () => expect(toys.length).toBeGreaterThanOrEqual(18));

describe.each(toys)("$file", ({ file, world }) => {
  test("has its file's name, in kebab-case, and says in one sentence what it shows", () => {
    expect(world.name).toBe(file);
    expect(file).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(world.about).toMatch(/^[^a-z].*[.]$/);
  });

  const scope = Number.isFinite(world.target.order) ? "every horizon" : expect.stringMatching(/^horizon ≤ \d+$/);
  const fitting = algorithms.filter((algorithm) => (algorithm.lossless ?? true) && (algorithm.fits?.(world) ?? true));
  test.each(fitting)("$id is lossless", (algorithm) => {
    expect(lossless(rational, world, algorithm)).toMatchObject({ verdict: "proved", scope, gap: "0" });
  });
});
