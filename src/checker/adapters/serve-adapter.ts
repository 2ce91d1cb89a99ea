import { createInterface } from "node:readline";
import { type Hello, PROTOCOL, type Rounds, type RunRequest } from "../protocol/messages.ts";
import type { WireWorld } from "../protocol/wire-world.ts";

/** An engine behind the protocol. */
export interface Engine {
  readonly hello: Hello;
  /** Prepares a world; throws {@link Refusal} where the engine cannot run it. */
  load(world: WireWorld): LoadedEngine;
}

/** An engine that has a world. */
export interface LoadedEngine {
  /** One call of the engine: one sequence for each prompt. Throws {@link Refusal} for what it does not do. */
  generate(call: Call): CallResult;
  /** The logits of the next token. */
  score(side: "target" | "drafter", context: readonly number[]): number[];
}

/** What one call is asked for. */
export interface Call extends Omit<RunRequest, "run" | "world" | "count" | "seed" | "chunk"> {
  /** One for each prompt; null where it is not to be seeded. */
  readonly seeds: readonly (number | null)[];
}

/** One sequence for each prompt, and what is known about how it came about. */
export interface CallResult {
  readonly tokens: readonly (readonly number[])[];
  readonly rounds?: readonly Rounds[];
  readonly calls?: readonly [number, number];
}

/** The engine does not do this: a legal answer. */
export class Refusal extends Error {}

/** Speaks the protocol on standard input and output until `bye`, or until the input ends. */
export async function serveAdapter(engine: Engine): Promise<void> {
  // Standard output belongs to the protocol: what an engine prints goes to standard error.
  console.log = console.info = console.debug = console.error;
  const send = (message: object): boolean => process.stdout.write(`${JSON.stringify(message)}\n`);
  send({ type: "hello", protocol: PROTOCOL, ...engine.hello });
  const worlds = new Map<string, LoadedEngine>();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const message = JSON.parse(line);
    if (message.type === "bye") break;
    if (message.type === "ping") send({ type: "pong" });
    else if (message.type === "world") send(load(engine, worlds, message));
    else if (message.type === "score") {
      const { id, world, side, contexts } = message;
      send({ type: "scores", id, rows: contexts.map((context: number[]) => worlds.get(world)?.score(side, context)) });
    } else if (message.type === "run") runCalls(worlds.get(message.world), message, send);
  }
}

const load = (
  engine: Engine,
  worlds: Map<string, LoadedEngine>,
  { id, world }: { id: string; world: WireWorld },
): object => {
  try {
    worlds.set(id, engine.load(world));
    return { type: "ready", id };
  } catch (error) {
    return { type: "refused", id, message: (error as Error).message };
  }
};

/** Call after call; an exception ends the run, and no sequence is retried or repaired. */
const runCalls = (
  loaded: LoadedEngine | undefined,
  { run, count, seed, chunk, ...rest }: RunRequest,
  send: (message: object) => void,
): void => {
  const width = rest.prompts.length;
  let tokens: (readonly number[])[] = [];
  let rounds: Rounds[] = [];
  let calls: [number, number] = [0, 0];
  let sent = 0;
  const flush = (): void => {
    if (tokens.length > 0)
      send({
        type: "samples",
        run,
        first: sent,
        tokens,
        calls,
        ...(rounds.length === tokens.length ? { rounds } : {}),
      });
    sent += tokens.length;
    [tokens, rounds, calls] = [[], [], [0, 0]];
  };
  for (let at = 0; at < count; at += width) {
    try {
      if (loaded === undefined) throw new Error(`unknown world ${rest.world}`);
      const result = loaded.generate({ ...rest, seeds: seed.slice(at, at + width) });
      tokens.push(...result.tokens);
      rounds.push(...(result.rounds ?? []));
      calls = [calls[0] + (result.calls?.[0] ?? 0), calls[1] + (result.calls?.[1] ?? 0)];
    } catch (error) {
      flush();
      const { message } = error as Error;
      send(error instanceof Refusal ? { type: "refused", run, message } : { type: "error", run, sample: at, message });
      return;
    }
    if (tokens.length >= chunk) flush();
  }
  flush();
  send({ type: "done", run, count: sent });
};
