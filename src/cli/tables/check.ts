import { READY } from "../../checker/adapters/locate.ts";
import { defaultLimits, MOST_WAIT, PATIENCE } from "../../checker/process/limits.ts";
import { AUTOREGRESSIVE } from "../../checker/steps/autoregressive-self-test.ts";
import { PASSED } from "../../system/passed-environment.ts";
import { command } from "../table/command.ts";
import { flag, type Option, type Reader, value, values } from "../table/option.ts";
import { seedOption, text } from "../table/readers.ts";

/** How long a check goes on. */
export interface Budget {
  readonly tokens: number | undefined;
  readonly seconds: number | undefined;
}

const UNITS = new Map([
  ["s", 1],
  ["m", 60],
  ["h", 3600],
]);

const BUDGET: Reader<Budget> = {
  expected: "a time as 30s, 5m or 2h, or a number of tokens",
  read: (given) => {
    const [, digits, unit] = /^(\d{1,9})(s|m|h)?$/.exec(given) ?? [];
    if (digits === undefined || Number(digits) === 0) return undefined;
    const scale = UNITS.get(unit ?? "");
    return scale === undefined
      ? { tokens: Number(digits), seconds: undefined }
      : { tokens: undefined, seconds: Number(digits) * scale };
  },
};

const SECONDS: Reader<number> = {
  expected: "a number of seconds, at most 86400",
  read: (given) => (Number(given) > 0 && Number(given) <= 86_400 ? Number(given) : undefined),
};

const VARIABLE: Reader<string> = {
  expected: "the name of a variable of the environment",
  read: (given) => (given === "" || /[=\0]/.test(given) ? undefined : given),
};

const seconds = (help: string, usual: number): Option<number> => value("N", help, SECONDS, String(usual));

/** `lossless check`. */
export const checkTable = command({
  name: "check",
  usage: ["[options] ADAPTER [ARG …]"],
  summary: "anybody's decoder, in any language, as a black box",
  about: `Does somebody else's decoder, in any language, have the law of its target? An adapter drives the decoder and speaks lossless-check/1 on standard input and output; this command samples through it and tests every token, given the whole emitted past, against the exact law. A black box can only be refuted: what is right is "consistent", never proved.

ADAPTER is a file (.py, .ts, .js), a command with its arguments, or the name of a ready adapter:
${Object.entries(READY)
  .map(([name, { what }]) => `  ${name.padEnd(9)} ${what}`)
  .join("\n")}`,
  words: false,
  options: {
    algorithm: value(
      "NAME",
      `one of the adapter's algorithms, or several with commas (default: all but ${AUTOREGRESSIVE})`,
      text,
    ),
    seed: seedOption("the same seed repeats the same run"),
    budget: value(
      "B",
      'a time (30s, 5m, 2h) or a number of tokens, shared among the algorithms; without, the planned sequences of every case once. What is left of it goes to fresh random worlds, unless something is refuted. No more is asked than it has room for: where nothing could be tested, that is "unknown"',
      BUDGET,
    ),
    only: value("STEP", "only this step or case, as a refutation prints it; any other name lists them", text),
    "stop-at-first": flag("end at the first refutation; without, the other steps and cases go on and all are reported"),
    world: values("FILE", "a lossless-world/1 file in place of the gauntlet; may be given again", text),
    "self-test": flag("test the adapter's conformance to the protocol instead of the decoder's law"),
    "pass-env": values(
      "NAME",
      `hand this variable of the environment to the adapter; may be given again. It gets no others than ${PASSED.join(", ")}`,
      VARIABLE,
    ),
    json: flag("one array of results on standard output"),
    junit: value("FILE", "a JUnit file, a test case for each step and world", text),
    html: value("FILE", "a page with the path of every e-process", text),
    "hello-seconds": seconds("how long the adapter may take to start", defaultLimits.hello),
    "ready-seconds": seconds("how long it may take to answer", defaultLimits.ready),
    "first-seconds": seconds("how long it may take to its first sequence", defaultLimits.first),
    "next-seconds": seconds(
      `how long it may take to later sequences; they may take ${PATIENCE} times as long as those before them, where that is more, but never more than ${MOST_WAIT} times --next-seconds`,
      defaultLimits.next,
    ),
    "bye-seconds": seconds("how long it may take to leave", defaultLimits.bye),
  },
  notes:
    "Exit status: 0 consistent (breaches of contract are printed and do not count), 1 refuted, 2 broken adapter, bad input or usage, 3 unknown: nothing was tested, or answers were missing; 130 interrupted, after a report of what was found. Over several algorithms the gravest counts: refuted before broken before unknown. LOSSLESS_PYTHON names the Python that runs .py adapters (default python3); LOSSLESS_DEBUG=1 shows where an unexpected error came from.",
  examples: [
    ["own --algorithm tli", "our own decoder, through the same pipe"],
    ["numpy", "a correct loop in Python"],
    ["--budget 5m my_adapter.py", "your engine, for five minutes"],
    ["--self-test my_adapter.py", "is the adapter itself in order?"],
  ],
});
