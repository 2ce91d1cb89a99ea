import { type OpenTokenizer, openTokenizer } from "../../../src/pairs/tokenizer-files/open-tokenizer.ts";

const known = new Map<string, Promise<OpenTokenizer<"target">>>();

/** A real tokenizer, opened once for all test files that run in the same thread: Qwen's takes more than a second. */
export const opened = (name: string): Promise<OpenTokenizer<"target">> => {
  const open = known.get(name) ?? openTokenizer("target", name);
  known.set(name, open);
  return open;
};

/** The same tokenizer, in the drafter's role. */
export const openedDrafter = async (name: string): Promise<OpenTokenizer<"drafter">> =>
  (await opened(name)) as unknown as OpenTokenizer<"drafter">;
