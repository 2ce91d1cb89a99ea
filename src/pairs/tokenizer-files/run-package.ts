import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { at as itemAt } from "../../core/num/at.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseJson } from "../../core/worlds/json.ts";
import { Reader } from "../../core/worlds/reader.ts";
import { requireFile } from "../../system/files.ts";
import type { SentencePiecePackage } from "./sentencepiece-package.ts";

/** What a package's code may use; the two that are known need a quarter of a second. */
const MOST_MS = 30_000;
const MOST_HEAP_MB = 256;
/** In bytes. */
const LARGEST_ANSWER = 64 * 2 ** 20;
const MOST_ENTRIES = 4_000_000;

/** Runs in the child: what the package exports follows a mark of this run, so that what it prints is not taken for it. */
const PROGRAM = `
  import { writeSync } from "node:fs";
  const { default: { vocabById, merges } } = await import(process.argv[1]);
  const text = JSON.stringify({ vocabById: [...vocabById], merges: [...merges] });
  const bytes = Buffer.from(process.argv[2] + text);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  process.exit(0);
`;

/** Node, also where this program runs in something else, as in a notebook. */
const NODE = "deno" in process.versions ? "node" : process.execPath;

/** The switch of Node's permission model, which lost a word when it was no longer an experiment. */
const permission = (): string => {
  const asked = spawnSync(NODE, ["-p", 'process.allowedNodeEnvironmentFlags.has("--permission")'], {
    encoding: "utf8",
  });
  return asked.stdout?.trim() === "true" ? "--permission" : "--experimental-permission";
};

/**
 * Runs a tokenizer package's code and gives the data that it exports, checked.
 *
 * The code runs in a process of its own, without this one's environment. It may read its own folder and write nothing,
 * start no process and no thread; its time, its heap and its answer are limited.
 */
export function runPackage(module: string, most = MOST_MS): SentencePiecePackage {
  requireFile(module, LARGEST_ANSWER);
  // Package managers link to the folders of packages; the rights of the child go by real ones.
  const real = realpathSync(module);
  const mark = `\n${randomUUID()}\n`;
  const answer = spawnSync(
    NODE,
    [
      permission(),
      `--allow-fs-read=${dirname(real)}/*`,
      `--max-old-space-size=${MOST_HEAP_MB}`,
      "--no-warnings",
      "--input-type=module",
      "--eval",
      PROGRAM,
      pathToFileURL(real).href,
      mark,
    ],
    {
      env: {},
      stdio: ["ignore", "pipe", "ignore"],
      timeout: most,
      killSignal: "SIGKILL",
      maxBuffer: LARGEST_ANSWER,
    },
  );
  const code = (answer.error as NodeJS.ErrnoException | undefined)?.code;
  const printed = answer.stdout?.toString("utf8") ?? "";
  const text = printed.includes(mark) ? printed.slice(printed.lastIndexOf(mark) + mark.length) : "";
  const expected = "a package whose module exports vocabById and merges";
  if (code === "ETIMEDOUT") throw new BadInput(module, `no answer within ${most / 1000} s`, expected);
  if (code === "ENOBUFS") throw new BadInput(module, `more than ${LARGEST_ANSWER / 2 ** 20} MB`, expected);
  if (answer.status !== 0 || text === "") {
    const end = answer.signal === null ? `status ${answer.status}` : answer.signal;
    throw new BadInput(module, `its end without an answer (${code ?? end})`, expected);
  }
  return checked(new Reader(module, "its export", parseJson(module, text)));
}

const checked = (root: Reader): SentencePiecePackage => {
  const keys = root.object(["vocabById", "merges"]);
  const [vocabById, merges] = [keys.get("vocabById") as Reader, keys.get("merges") as Reader];
  vocabById.list(MOST_ENTRIES).forEach((piece) => void piece.string(2_000));
  const pairs = merges.list(MOST_ENTRIES).map((merge): [string, number] => {
    const parts = merge.list(2);
    if (parts.length !== 2) merge.refuse("a merge and its rank");
    return [itemAt(parts, 0).string(4_001), itemAt(parts, 1).wholeNumber(0, MOST_ENTRIES)];
  });
  return { vocabById: vocabById.value as string[], merges: new Map(pairs) };
};
