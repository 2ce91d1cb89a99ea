import { join } from "node:path";
import { parseJson } from "../../core/worlds/json.ts";
import { packageRoot, readText } from "../../system/files.ts";
import { UsageError } from "../../system/usage.ts";

/** Prompts that ship with the package, by kind of text. */
export type Tasks = Readonly<Record<string, readonly string[]>>;

/** The tasks of these names; all of them without a list. */
export function readTasks(names?: string): Tasks {
  const file = join(packageRoot(), "fixtures", "tasks.json");
  const all = parseJson(file, readText(file)) as Tasks;
  if (names === undefined) return all;
  return Object.fromEntries(
    names.split(",").map((name) => {
      const prompts = Object.hasOwn(all, name) ? all[name] : undefined;
      if (prompts === undefined) {
        throw new UsageError(`found the task "${name}", expected some of ${Object.keys(all).join(",")}`);
      }
      return [name, prompts];
    }),
  );
}

/** The first `count` prompts, the kinds by turns. */
export function promptsByTurns(tasks: Tasks, count: number): { readonly name: string; readonly prompt: string }[] {
  const found: { name: string; prompt: string }[] = [];
  const longest = Math.max(...Object.values(tasks).map(({ length }) => length));
  for (let at = 0; at < longest; at++) {
    for (const [task, prompts] of Object.entries(tasks)) {
      const prompt = prompts[at];
      if (prompt !== undefined && found.length < count) found.push({ name: `${task} ${at + 1}`, prompt });
    }
  }
  if (found.length < count) throw new UsageError(`found a wish for ${count} prompts, expected at most ${found.length}`);
  return found;
}
