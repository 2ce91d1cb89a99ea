import { existsSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plainSampling } from "../../../src/core/models/sampling-law.ts";
import { inDoubles } from "../../../src/core/models/whole-law.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import type { ModelChoice } from "../../../src/pairs/model-files/model-choice.ts";
import { openDrafter, openTarget, shipped } from "../../../src/pairs/model-files/open-drafter.ts";
import { openModel } from "../../../src/pairs/model-files/open-model.ts";
import { openPair, requireFit } from "../../../src/pairs/model-files/open-pair.ts";
import { named } from "../../../src/system/choose-algorithms.ts";
import { type Folder, removeFolder, tinyFolder } from "../../support/onnx/tiny-folder.ts";

const made: string[] = [];
afterAll(() => made.forEach(removeFolder));
const folder = (parts: Partial<Folder> = {}): string => {
  made.push(tinyFolder({ layers: 1, positions: 40, ...parts }));
  return made.at(-1) as string;
};
const running = { threads: 1, least: 1, most: Number.POSITIVE_INFINITY };
const open = (at: string) => openModel("target", at, running);
const refused = (at: string): Promise<unknown> => open(at).catch((error: unknown) => error);

const plain = folder({ merges: [["t", "h"]] });

describe("a model's folder", () => {
  test("has its name, tokenizer, stops and positions; nothing of what was asked to open it counts", async () => {
    const model = await open(plain);
    expect(model).toMatchObject({ name: basename(plain), folder: plain, positions: 40 });
    expect([...model.stops]).toEqual([257]);
    expect(model.vocabulary.eos).toBe(257);
    expect(model.source.passes).toBe(0);
    expect(model.tokenizer.encode(fromUnicode("th"))).toEqual([256]);
    await model.release();
  });
  test.each(["onnx/model.onnx", "onnx/decoder_model_merged.onnx", "model.onnx"])(
    "has its decoder as %s",
    async (file) => {
      const model = await open(folder({ file }));
      expect(model.source.file).toMatch(new RegExp(`${file}$`));
      await model.release();
    },
  );
  test("without a decoder is refused", async () => {
    expect(await refused(folder({ file: "other.onnx" }))).toMatchObject({
      name: "BadInput",
      found: "no model file",
      expected: "onnx/model.onnx or onnx/decoder_model_merged.onnx or model.onnx",
    });
  });
  test("has a begin token before each text where its tokenizer puts one there", async () => {
    const at = folder({ config: { bos_token_id: 5 } });
    const without = await open(at);
    expect(without.positions).toBe(40);
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(at, "tokenizer_config.json"), JSON.stringify({ add_bos_token: true }));
    const model = await open(at);
    expect(model.positions).toBe(39);
    const seen: number[][] = [];
    const rows = model.source.rows.bind(model.source);
    model.source.rows = (ids, count) => {
      seen.push([...ids]);
      return rows(ids, count);
    };
    const context = model.tokenizer.encode(fromUnicode("a"));
    await model.laws(float64, plainSampling, false, inDoubles).score(context, []);
    expect(seen).toEqual([[5, ...context]]);
    await Promise.all([model.release(), without.release()]);
  });
  test("whose stop or begin token is beyond its tokenizer is refused", async () => {
    const where = (at: string): string => `${at}, config.json`;
    const stop = folder({ generation: { eos_token_id: [256, 257] } });
    expect(await refused(stop)).toMatchObject({
      where: where(stop),
      found: "the stop or begin token 257",
      expected: "an id below 257, the tokenizer's size",
    });
    const begin = folder({ config: { bos_token_id: 300 } });
    expect(await refused(begin)).toMatchObject({ where: where(begin), found: "the stop or begin token 300" });
  });
  test("whose network has fewer columns than its tokenizer has ids is refused; more are padding", async () => {
    const at = folder({ columns: 256 });
    expect(await refused(at)).toMatchObject({
      where: `${join(at, "onnx/model.onnx")}, output "logits"`,
      found: "256 columns",
      expected: "at least 257, one for each id of the folder's tokenizer.json",
    });
    const wide = await open(folder({ columns: 300 }));
    expect(wide.vocabulary.size).toBe(257);
    await wide.release();
  });
});

describe("a drafter", () => {
  test("is another folder, a short name of one that ships, or copies", async () => {
    const target = await openTarget(plain, 1, false);
    const other = folder();
    const drafter = await openDrafter(other, target);
    expect(drafter).toMatchObject({ name: basename(other), opened: { folder: other } });
    await drafter.release();
    expect(shipped("x")).toMatch(/fixtures\/models\/x$/);
    if (existsSync(shipped("drafter-bytes"))) {
      const short = await openDrafter("bytes", target);
      expect(short.name).toBe("drafter-bytes");
      await short.release();
    }
    for (const argument of ["no-such", "../target", "./bytes"])
      await expect(openDrafter(argument, target)).rejects.toThrow(`${argument}: found nothing`);
    await target.release();
  });
  test("is not the target's own folder, by whatever name", async () => {
    const target = await openTarget(plain, 1, false);
    const link = join(tmpdir(), `lossless-link-${process.pid}`);
    rmSync(link, { force: true });
    symlinkSync(plain, link);
    for (const argument of [plain, link]) {
      const error = await openDrafter(argument, target).catch((one: unknown) => one);
      expect(error).toMatchObject({
        name: "BadInput",
        where: argument,
        found: "the target's own folder as drafter",
        expected: "another model, or copy",
      });
    }
    rmSync(link);
    await target.release();
  });
  test("that copies has the target's tokens and its stop", async () => {
    const target = await openTarget(plain, 1, false);
    const copy = await openDrafter("copy", target);
    expect([copy.name, copy.opened]).toEqual(["copy", undefined]);
    const { tokenizer } = copy.laws(float64, plainSampling, inDoubles);
    expect([tokenizer.vocabulary.size, tokenizer.vocabulary.eos]).toEqual([258, 257]);
    await copy.release();
    await target.release();
  });
  test("that copies ends its drafts with the stop of the target's generation, whatever its tokenizer says", async () => {
    const target = await openTarget(folder({ generation: { eos_token_id: [65, 256] } }), 1, false);
    const { tokenizer } = (await openDrafter("copy", target)).laws(float64, plainSampling, inDoubles);
    expect(tokenizer.vocabulary.eos).toBe(65);
    await target.release();
  });
  test("that copies from a target without a stop has one all the same", async () => {
    const at = folder({ generation: { eos_token_id: null } });
    rmSync(join(at, "tokenizer_config.json"));
    const target = await openTarget(at, 1, false);
    const { tokenizer } = (await openDrafter("copy", target)).laws(float64, plainSampling, inDoubles);
    const { vocabulary } = tokenizer;
    expect([target.vocabulary.size, vocabulary.size, vocabulary.eos]).toEqual([257, 258, 257]);
    expect([vocabulary.label(257 as never), vocabulary.label(65 as never)]).toEqual(["<stop>", "A"]);
    await target.release();
  });
  test("a target scores with passes of two to six rows where exact ones are asked for", async () => {
    for (const [exact, rows] of [
      [true, 2],
      [false, 1],
    ] as const) {
      const { source, release } = await openTarget(plain, 1, exact);
      await source.rows([1, 2, 3], 1);
      const before = source.rowsRead;
      await source.rows([1, 2, 3, 4], 1);
      expect(source.rowsRead - before).toBe(rows);
      const passes: number[] = [];
      const run = source.session.run.bind(source.session);
      Object.assign(source.session, {
        run: (feeds: Parameters<typeof run>[0]) => {
          passes.push((feeds.input_ids as { dims: readonly number[] }).dims[1] as number);
          return run(feeds);
        },
      });
      source.reset();
      await source.rows(new Array<number>(13).fill(7), 1);
      expect(passes).toEqual(exact ? [6, 5, 2] : [13]);
      await release();
    }
  });
});

describe("a pair", () => {
  const drafter = folder({ merges: [["e", "n"]] });
  const choice: ModelChoice = {
    target: plain,
    drafter,
    sampling: { temperature: 1, topK: 0, topP: 1, repetitionPenalty: 1 },
    threads: 1,
    exactRows: false,
    notLossless: false,
  };
  test("is looked at, and is a world in doubles", async () => {
    const pair = await openPair(choice);
    expect(pair.lossless).toBe(true);
    expect(pair.probe).toMatchObject({ content: 0 });
    expect(pair.target.source.passes).toBe(0);
    const { world } = pair.world(fromUnicode("the"), 3, plainSampling);
    expect(world).toMatchObject({
      name: `${basename(plain)}/${basename(drafter)}`,
      prompt: "the",
      lookahead: 3,
      candidates: 2,
    });
    expect(() => requireFit(named("sd"), pair.world(fromUnicode("t"), 1, plainSampling))).toThrow(
      'the algorithm "sd" needs target and drafter to share one vocabulary; these differ',
    );
    requireFit(named("tli"), pair.world(fromUnicode("t"), 1, plainSampling));
    await pair.release();
    await expect(pair.target.source.rows([1], 1)).rejects.toThrow();
    await expect(pair.drafter.opened?.source.rows([1], 1)).rejects.toThrow();
  });
  test("whose target looks ahead is refused, unless that was asked for", async () => {
    const ahead = { ...choice, target: folder({ weights: "dynamic" }) };
    const error = await openPair(ahead).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(BadInput);
    expect(error).toMatchObject({
      found: expect.stringMatching(
        /^a law of one row that depends on later tokens in the same pass \(total variation up to \d\.\de-\d+\)/,
      ),
      expected: "a decoder whose rows do not; --not-lossless runs it all the same",
    });
    const pair = await openPair({ ...ahead, notLossless: true });
    expect(pair.lossless).toBe(false);
    await pair.release();
  });
  test("with a drafter that cannot be opened ends with that", async () => {
    await expect(openPair({ ...choice, drafter: plain })).rejects.toThrow("the target's own folder as drafter");
  });
});
