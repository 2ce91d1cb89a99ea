import { expect, test } from "vitest";
import { weightsOf } from "../../../src/core/law/dist.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { worldInDoubles } from "../../../src/core/worlds/world-in-doubles.ts";
import { builtInWorlds, readWorld } from "../../../src/system/files.ts";

test.each(builtInWorlds().map((file) => [file.split("/").at(-1), file]))(
  "%s has the laws of its file in doubles",
  (_, file) => {
    const [rounded, read] = [worldInDoubles(readWorld(rational, file as string)), readWorld(float64, file as string)];
    expect([rounded.field, rounded.lookahead, rounded.candidates]).toEqual([float64, read.lookahead, read.candidates]);
    const prompt = read.target.tokenizer.encode(read.prompt);
    // Laws that are counted in doubles are rounded once or twice on the way.
    const near = (weights: readonly number[]) => weights.map((w) => expect.closeTo(w, 15));
    for (const context of [prompt, [...prompt, ...prompt]]) {
      expect(weightsOf(rounded.target.next(context))).toEqual(near(weightsOf(read.target.next(context))));
      const drafted = read.drafterContext(context);
      expect(weightsOf(rounded.drafter.next(drafted))).toEqual(near(weightsOf(read.drafter.next(drafted))));
    }
    const [token] = rounded.target.next(prompt).support;
    const laws = rounded.target.score(prompt, [token as never]);
    expect(weightsOf(laws(1))).toEqual(near(weightsOf(read.target.next([...prompt, token as never]))));
    expect(laws(0)).toBe(rounded.target.next(prompt));
  },
);
