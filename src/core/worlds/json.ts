import { createScanner } from "jsonc-parser";
import { BadInput, shown } from "./bad-input.ts";

/** Nesting that no file of ours needs; deeper input is refused before it is walked. */
const DEEPEST = 32;

// The scanner's token kinds: a const enum of jsonc-parser, which isolated modules cannot import by name.
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COLON = 6;
const STRING = 10;
const END = 17;

/** Parses JSON from outside: refuses wrong syntax, duplicate keys (which `JSON.parse` silently drops) and deep nesting. */
export function parseJson(file: string, text: string): unknown {
  checkShape(file, text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(file, (error as Error).message, "JSON");
  }
}

const checkShape = (file: string, text: string): void => {
  const scanner = createScanner(text, true);
  const open: (Set<string> | undefined)[] = [];
  let last: string | undefined;
  for (let token = scanner.scan() as number; token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) open.push(token === OPEN_BRACE ? new Set() : undefined);
    else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) open.pop();
    else if (token === COLON && last !== undefined) {
      const keys = open.at(-1);
      if (keys?.has(last)) {
        throw new BadInput(
          `${file}, line ${scanner.getTokenStartLine() + 1}`,
          `the key ${shown(last)} twice`,
          "it once",
        );
      }
      keys?.add(last);
    }
    if (open.length > DEEPEST) throw new BadInput(file, `nesting deeper than ${DEEPEST}`, "a flatter file");
    last = token === STRING ? scanner.getTokenValue() : undefined;
  }
};
