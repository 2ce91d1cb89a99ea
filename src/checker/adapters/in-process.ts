import type { AnyAdapter } from "../process/bench.ts";
import type { RunEnd } from "../process/run-end.ts";
import { type Engine, type LoadedEngine, Refusal } from "./serve-adapter.ts";

/** An engine of this process as an adapter, without a pipe: what is written in TypeScript can be checked in a unit test. */
export function inProcess(engine: Engine): AnyAdapter {
  const worlds = new Map<string, LoadedEngine>();
  return {
    hello: engine.hello,
    load: async (id, world) => {
      if (worlds.has(id)) return undefined;
      try {
        if (world === null) return "a world is needed";
        worlds.set(id, engine.load(world));
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    },
    score: async (world, side, contexts) =>
      contexts.map((context) => (worlds.get(world) as LoadedEngine).score(side, context)),
    run: async ({ run: _, world, count, seed, chunk: __, ...rest }, take): Promise<RunEnd> => {
      const calls: [number, number] = [0, 0];
      const width = rest.prompts.length;
      for (let at = 0; at < count; at += width) {
        try {
          const result = (worlds.get(world) as LoadedEngine).generate({ ...rest, seeds: seed.slice(at, at + width) });
          result.tokens.forEach((tokens, row) => {
            take({ index: at + row, tokens });
          });
        } catch (error) {
          const { message } = error as Error;
          if (error instanceof Refusal) return { kind: "refused", received: at, message, calls };
          return { kind: "error", received: at, sample: at, message, calls };
        }
      }
      return { kind: "done", received: count, announced: count, calls };
    },
    close: async () => true,
    kill: () => undefined,
  };
}
