import { printable } from "../core/vocab/printable.ts";
import type { Io } from "../system/io.ts";

/** Printed lines of a module that are shown. */
const MOST_PRINTED = 40;

/** What a module prints goes to standard error, marked and bounded. */
export function printedLines(module: string, io: Pick<Io, "err">): (text: string) => void {
  let printed = 0;
  return (text) => {
    for (const one of text.split("\n").filter((part) => part !== "")) {
      printed += 1;
      if (printed <= MOST_PRINTED) io.err(`printed by ${printable(module)}: ${printable(one, 200)}\n`);
      if (printed === MOST_PRINTED) io.err(`printed by ${printable(module)}: … (more is not shown)\n`);
    }
  };
}
