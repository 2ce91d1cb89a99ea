import { READY } from "../../checker/adapters/locate.ts";
import { defaultLimits, MOST_WAIT, PATIENCE } from "../../checker/process/limits.ts";
import { AUTOREGRESSIVE } from "../../checker/steps/autoregressive-self-test.ts";
import { PASSED } from "../../system/passed-environment.ts";

const ready = Object.entries(READY).map(([name, { what }]) => `  ${name.padEnd(9)} ${what}`);

/** What `lossless check --help` says. */
export const checkHelp = `lossless check [options] ADAPTER [ARG …]

Does somebody else's decoder, in any language, have the law of its target? An adapter drives the decoder and speaks
lossless-check/1 on standard input and output; this command samples through it and tests every token, given the whole
emitted past, against the exact law. A black box can only be refuted: what is right is "consistent", never proved.

ADAPTER is a file (.py, .ts, .js), a command with its arguments, or the name of a ready adapter:
${ready.join("\n")}

  --algorithm NAME   one of the adapter's algorithms, or several with commas (default: all but ${AUTOREGRESSIVE})
  --seed N           the same seed repeats the same run (default 1)
  --budget B         a time (30s, 5m, 2h) or a number of tokens, shared among the algorithms; without, the planned
                     sequences of every case once. What is left of it goes to fresh random worlds, unless something is
                     refuted. No more is asked than it has room for: where nothing could be tested, that is "unknown"
  --only STEP        only this step or case, as a refutation prints it; any other name lists them
  --stop-at-first    end at the first refutation; without, the other steps and cases go on and all are reported
  --world FILE       a lossless-world/1 file in place of the gauntlet; may be given again
  --self-test        test the adapter's conformance to the protocol instead of the decoder's law
  --pass-env NAME    hand this variable of the environment to the adapter; may be given again. It gets no others than
                     ${PASSED.slice(0, 6).join(", ")},
                     ${PASSED.slice(6).join(", ")}
  --json             one array of results on standard output
  --junit FILE       a JUnit file, a test case for each step and world
  --html FILE        a page with the path of every e-process
  --hello-seconds, --ready-seconds, --first-seconds, --next-seconds, --bye-seconds N
                     how long the adapter may take to start, to answer, to its first and to later sequences, to leave
                     (default ${Object.values(defaultLimits).join(", ")}). Later sequences may take ${PATIENCE} times as long as those before them,
                     where that is more, but never more than ${MOST_WAIT} times --next-seconds

Exit status: 0 consistent (breaches of contract are printed and do not count), 1 refuted, 2 broken adapter, bad input or
usage, 3 unknown: nothing was tested, or answers were missing; 130 interrupted, after a report of what was found. Over
several algorithms the gravest counts: refuted before broken before unknown. LOSSLESS_PYTHON names the Python that runs
.py adapters (default python3); LOSSLESS_DEBUG=1 shows where an unexpected error came from.

Examples
  lossless check own --algorithm tli             our own decoder, through the same pipe
  lossless check numpy                           a correct loop in Python
  lossless check --budget 5m my_adapter.py       your engine, for five minutes
  lossless check --self-test my_adapter.py       is the adapter itself in order?
`;
