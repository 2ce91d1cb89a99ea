import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../system/usage.ts";

/** Reads a command's options; one that it does not have, or that lacks its value, is a {@link UsageError}. */
export const parseOptions = <T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};
