import type { Case } from "../plan/case.ts";
import type { AnyAdapter } from "../process/bench.ts";
import type { Hello } from "../protocol/messages.ts";
import { isTooLong } from "../protocol/wire-size.ts";
import { wireWorld } from "../protocol/wire-world.ts";

/** Sends a case's world to an adapter, which has it once; why it does not take it, where it does not. */
export function loadWorld(adapter: AnyAdapter, { tables }: Hello, { file }: Case): Promise<string | undefined> {
  if (!tables) return adapter.load(file.name, null);
  if (isTooLong(file)) return Promise.resolve("with a row for every context this world is too long for one message");
  return adapter.load(file.name, wireWorld(file));
}
