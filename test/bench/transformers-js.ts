import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { plainSampling } from "../../src/core/models/sampling-law.ts";
import { shipped } from "../../src/pairs/model-files/open-drafter.ts";
import { openPair, readPrompt } from "../../src/pairs/model-files/open-pair.ts";
import { readTasks } from "../../src/pairs/model-files/tasks.ts";
import { bareLoop } from "../../src/pairs/speed/bare-loop.ts";
import { runOnce } from "../../src/pairs/speed/run-once.ts";
import { median } from "../../src/pairs/speed/spread.ts";
import { findPackage } from "../../src/pairs/tokenizer-files/find-package.ts";
import { named } from "../../src/system/choose-algorithms.ts";

const WARMING = 2;
const REPETITIONS = 9;
const BUDGET = 64;

/** What is used of transformers.js, which need not be there to be typed. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  readonly AutoTokenizer: { from_pretrained(model: string): Promise<(text: string) => object> };
  readonly AutoModelForCausalLM: {
    from_pretrained(model: string, options: object): Promise<{ generate(inputs: object): Promise<unknown> }>;
  };
}

/**
 * Greedy autoregressive decoding of the shipped target, one thread each: by turns the decoder of this package, a bare loop
 * of `session.run`, and transformers.js, which is half a gigabyte and so is measured only where it is installed.
 *
 * Milliseconds a token after the first; transformers.js gives one time for all, so that its first token, measured in
 * generations of one token, is taken off.
 */
export const transformersBench = async (): Promise<void> => {
  const peer = findPackage("@huggingface/transformers");
  if (peer === undefined) {
    console.log("transformers.js is not installed (npm install --no-save @huggingface/transformers): not measured");
    return;
  }
  const { env, AutoTokenizer, AutoModelForCausalLM }: Transformers = await import(
    pathToFileURL(join(peer, "dist/transformers.node.mjs")).href
  );
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(shipped("target"))}/`;
  const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const theirs = await AutoModelForCausalLM.from_pretrained("target", {
    dtype: "fp32",
    device: "cpu",
    session_options,
  });
  const tokenizer = await AutoTokenizer.from_pretrained("target");

  const sampling = { ...plainSampling, temperature: 0 };
  const choice = { target: "target", drafter: "copy", threads: 1, exactRows: false, notLossless: false, sampling };
  const pair = await openPair(choice);
  const now = (): number => performance.now();
  const [own, bare, other]: [number[], number[], number[]] = [[], [], []];
  for (const [prompt] of Object.values(readTasks("prose,questions")) as string[][]) {
    const { text } = readPrompt(pair.target, prompt as string);
    const setting = { algorithm: named("autoregressive"), lookahead: 1, sampling };
    const decode = async (): Promise<number> =>
      (await runOnce(pair, setting, text, BUDGET + 1, 1, now)).millisecondsPerToken;
    const inputs = tokenizer(prompt as string);
    const theirTime = async (tokens: number): Promise<number> => {
      const start = now();
      // The least length keeps a stop token from ending the text early.
      await theirs.generate({ ...inputs, max_new_tokens: tokens, min_new_tokens: tokens, do_sample: false });
      return now() - start;
    };
    for (let repetition = -WARMING; repetition < REPETITIONS; repetition++) {
      const times = [
        await decode(),
        await bareLoop(pair.target.source, pair.target.tokenizer.encode(text), BUDGET, now),
        ((await theirTime(BUDGET + 1)) - (await theirTime(1))) / BUDGET,
      ];
      if (repetition < 0) continue;
      for (const [at, list] of [own, bare, other].entries()) list.push(times[at] as number);
    }
  }
  await pair.release();
  const over = (list: readonly number[]): string =>
    median(own.map((time, at) => time / (list[at] as number))).toFixed(2);
  console.log(
    `greedy decoding one by one, milliseconds a token: ${median(own).toFixed(2)}; bare loop ${median(bare).toFixed(2)}, ratio ${over(bare)};` +
      ` transformers.js ${median(other).toFixed(2)}, ratio ${over(other)}`,
  );
};
