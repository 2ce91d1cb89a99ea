import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textWorlds } from "../../../fixtures/make-text-worlds.ts";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { toUnicode } from "../../../src/core/vocab/text.ts";
import { tokensOf } from "../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../src/core/worlds/parse-world.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { opened } from "../vocab/opened.ts";

const made = await textWorlds(opened);

describe.each([...made.keys()])("%s", (file) => {
  const text = readFileSync(new URL(`../../../fixtures/worlds/${file}`, import.meta.url), "utf8");
  const world = parseWorld(rational, file, text);

  test("is what the packages make today, byte for byte", () => expect(text).toBe(made.get(file)));

  test.each([tli, slrs])(
    "$id is lossless there at every horizon",
    (algorithm) => {
      expect(lossless(rational, world, algorithm)).toMatchObject({
        verdict: "proved",
        scope: "every horizon",
        gap: "0",
      });
    },
    20_000,
  );

  test("has pieces of characters where it is written in hexadecimal", () => {
    const { vocabulary } = world.target.tokenizer;
    const pieces = tokensOf(vocabulary).filter((token) => toUnicode(vocabulary.text(token)) === undefined);
    expect(pieces.length > 0).toBe(file.startsWith("declaration"));
  });
});
