import { ModuleProcess } from "./module-process.ts";
import type { ModuleProcesses } from "./module-rows.ts";
import { makeScripts } from "./scripts.ts";

/** The processes of a module, and the script that they run. */
export interface RunningModule {
  readonly script: string;
  readonly processes: ModuleProcesses;
  close(): void;
}

/** Starts the processes that run a module; what they print goes to `printed`. */
export type OpenModule = (module: string, printed: (text: string) => void) => Promise<RunningModule>;

/** Puts a module into one script and starts its processes. */
export async function openModule(module: string, printed: (text: string) => void): Promise<RunningModule> {
  const scripts = await makeScripts(module);
  const processes = {
    exact: new ModuleProcess("exact", scripts.host, printed),
    sampled: new ModuleProcess("sampled", scripts.host, printed),
  };
  const close = (): void => {
    processes.exact.close();
    processes.sampled.close();
    scripts.remove();
  };
  return { script: scripts.module, processes, close };
}
