import { printable } from "../core/vocab/printable.ts";
import { profilePair } from "../pairs/profile/pair-profile.ts";
import { profileScreen } from "../pairs/profile/screen.ts";
import { openTokenizer } from "../pairs/tokenizer-files/open-tokenizer.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { UsageError } from "../system/usage.ts";
import { run } from "./table/command.ts";
import { profileTable } from "./tables/profile.ts";

/** `lossless profile`. */
export function profile(args: readonly string[], io: Io): Promise<number> {
  return run(profileTable, args, io, ({ values, words }) => profileTokenizers(words, values.json, io));
}

const profileTokenizers = async (words: readonly string[], json: boolean, io: Io): Promise<number> => {
  const [target, drafter, ...more] = words;
  if (target === undefined || drafter === undefined || more.length > 0) {
    throw new UsageError(`found ${words.length} tokenizers, expected two: lossless profile <target> <drafter>`);
  }
  io.progress(`reading ${printable(target)}`);
  const opened = await openTokenizer("target", target);
  io.progress(`reading ${printable(drafter)}`);
  const measured = profilePair(opened, await openTokenizer("drafter", drafter), io.progress);
  io.progress("");
  io.out(json ? `${jsonText(measured, plain)}\n` : profileScreen(measured));
  return 0;
};

const plain = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value === undefined ? null : value;
