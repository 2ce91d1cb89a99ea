import { describe, expect, test } from "vitest";
import type { Overlap } from "../../../src/pairs/profile/overlap.ts";
import { paperFigures } from "../../../src/pairs/profile/paper.ts";
import { recognise } from "../../../src/pairs/profile/recognise.ts";
import { opened, openedDrafter } from "../../core/vocab/opened.ts";
import { tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";
import { tinyOpen } from "./tiny-open.ts";

const shared = (written: number, spaceMapped: number): Overlap => ({
  bytes: 0,
  ofTarget: 0,
  ofDrafter: 0,
  written,
  spaceMapped,
});

describe("the paper's figures", async () => {
  const mistral = await opened("mistral");
  const llama2 = await openedDrafter("llama2");
  const tiny = tinyOpen("target", tinyByteLevel([]));
  test("are known by the tokens, whatever a file is called", () => {
    expect([mistral, llama2].map(({ json }) => recognise(json))).toEqual(["mistral", "llama2"]);
    const { vocab } = llama2.json.model;
    const moved = Object.fromEntries(Object.entries(vocab).reverse());
    expect(recognise({ ...llama2.json, model: { ...llama2.json.model, vocab: moved } })).toBe("llama2");
    const { "▁the": _, ...fewer } = vocab;
    expect(recognise({ ...llama2.json, model: { ...llama2.json.model, vocab: fewer } })).toBeUndefined();
  });
  test("agree, or say why not", () => {
    const figure = "|T ∩ D| of Mixtral-8x22B, vicuna-68m (Table 8)";
    expect(paperFigures(mistral, llama2, shared(24_184, 24_184))).toEqual([
      { figure, paper: "24,184", measured: "24,184", agrees: true, why: null },
    ]);
    expect(paperFigures(mistral, llama2, shared(24_000, 24_184))).toEqual([
      {
        figure,
        paper: "24,184",
        measured: "24,000",
        agrees: false,
        why: "Mixtral-8x22B has 768 tokens more than Mistral 7B",
      },
      { figure: "the same, as TLI uses it", paper: "24,184", measured: "24,184", agrees: true, why: null },
    ]);
    expect(paperFigures(mistral, llama2, shared(24_184, 7))[1]).toMatchObject({
      measured: "7",
      agrees: false,
      why: expect.stringContaining("▁the and Ġthe differ"),
    });
  });
  test("are none of other pairs", () => {
    expect(paperFigures(tiny, llama2, shared(1, 2))).toEqual([]);
    expect(paperFigures(mistral, tiny as never, shared(1, 2))).toEqual([]);
    expect(paperFigures(llama2 as never, mistral as never, shared(1, 2))).toEqual([]);
  });
});
