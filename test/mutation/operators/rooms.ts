/** A room, or a part of one, whose operators are mutated, and the tests that must notice. */
export interface Room {
  /** Folder of its sources. */
  readonly folder: string;
  /** The tests that judge it, the quick ones: folders, whose test files are meant, or single files. */
  readonly tests: readonly string[];
  /** Sources that are not judged, since mutants are active in the thread of the tests only. */
  readonly except?: readonly string[];
  /** The least score, in percent, where it is another than that of the rooms of laws. */
  readonly least?: number;
}

/** What drives processes, files and terminals: the least score of the rooms at the edge. */
const EDGE = 85;

const checking = [
  "test/check/check-algorithm.test.ts",
  "test/check/scored.test.ts",
  "test/check/self-test.test.ts",
  "test/check/whole/evidence.test.ts",
  "test/check/whole/go-on.test.ts",
];

/** The rooms, and how their mutants are judged. */
export const rooms: readonly Room[] = [
  { folder: "src/dist", tests: ["test/dist"] },
  { folder: "src/decode", tests: ["test/decode", "test/handlers/generation-law.test.ts"] },
  { folder: "src/algorithms", tests: ["test/algorithms", "test/worlds/golden.test.ts"] },
  {
    folder: "src/algorithms/parts",
    tests: ["test/algorithms/parts", "test/algorithms", "test/worlds/golden.test.ts"],
  },
  {
    folder: "src/laws",
    tests: [
      "test/laws/acceptance.test.ts",
      "test/laws/contexts.test.ts",
      "test/laws/dominates.test.ts",
      "test/laws/guarantee-table.test.ts",
      "test/laws/lossless.test.ts",
      "test/laws/normalizes.test.ts",
      "test/laws/round-gap.test.ts",
      "test/laws/target-law.test.ts",
      "test/laws/terminates.test.ts",
      "test/laws/witness.test.ts",
    ],
  },
  { folder: "src/laws/contracts", tests: ["test/laws/contracts"] },
  { folder: "src/laws/oracle", tests: ["test/laws/oracle"] },
  { folder: "src/laws/untrusted", tests: ["test/laws/untrusted", "test/cli/modules/answer-task.test.ts"], least: EDGE },
  { folder: "src/stats", tests: ["test/stats"] },
  {
    folder: "src/check",
    tests: ["test/check/verdicts.test.ts", "test/cli/check/check.test.ts", "test/check/report", ...checking],
    least: EDGE,
  },
  // Ready adapters, and what speaks for them, run in processes of their own; what they answer with is judged in the thread.
  {
    folder: "src/check/adapters",
    tests: ["test/check/adapters", ...checking],
    except: ["own.ts", "zoo.ts", "serve-adapter.ts"],
    least: EDGE,
  },
  { folder: "src/check/evidence", tests: ["test/check/evidence", ...checking], least: EDGE },
  { folder: "src/check/plan", tests: ["test/check/plan", ...checking], least: EDGE },
  {
    folder: "src/check/process",
    tests: ["test/check/verdicts.test.ts", "test/check/process", "test/check/hostile.test.ts", ...checking],
    least: EDGE,
  },
  { folder: "src/check/protocol", tests: ["test/check/protocol", ...checking], least: EDGE },
  { folder: "src/check/report", tests: ["test/check/report", ...checking], least: EDGE },
  { folder: "src/check/steps", tests: ["test/check/steps", ...checking], least: EDGE },
  {
    folder: "src/cli",
    // The quick ones: those of shipped models, profiles and the whole kill matrix take minutes.
    tests: [
      ...[
        "bad-input",
        "bench",
        "exit",
        "experiment",
        "findings",
        "generate",
        "mutants-table",
        "oracle",
        "profile-usage",
        "require-fit",
        "sample-in-threads",
        "small-parts",
        "table",
        "terminal",
        "unexpected",
        "verify",
        "verify-module",
        "verify-tiny-models",
        "workers",
      ].map((name) => `test/cli/${name}.test.ts`),
      "test/cli/writing.test.ts",
      "test/cli/modules/answer-task.test.ts",
      "test/cli/check/check.test.ts",
    ],
    except: ["main.ts", "mutant-worker.ts", "sampling-worker.ts"],
    least: EDGE,
  },
  { folder: "src/cli/bench", tests: ["test/cli/bench"], least: EDGE },
  { folder: "src/cli/check", tests: ["test/cli/check", "test/cli/writing.test.ts"], least: EDGE },
  { folder: "src/cli/docs", tests: ["test/cli/docs"], except: ["main.ts"], least: EDGE },
  { folder: "src/cli/docs/pages", tests: ["test/cli/docs/pages", "test/cli/docs/pages.test.ts"], least: EDGE },
  // The page and its worker run in a browser, where `npm run docs:check` looks at them.
  {
    folder: "src/cli/docs/play",
    tests: ["test/cli/docs/play", "test/cli/docs/play.test.ts"],
    except: ["client.ts", "worker.ts"],
    least: EDGE,
  },
  { folder: "src/cli/findings", tests: ["test/cli/findings", "test/cli/findings.test.ts"], least: EDGE },
  { folder: "src/cli/model-files", tests: ["test/cli/model-files", "test/cli/require-fit.test.ts"], least: EDGE },
  // The host runs in the module's own process.
  { folder: "src/cli/modules", tests: ["test/cli/modules"], except: ["host.ts"], least: EDGE },
  { folder: "src/cli/mutants", tests: ["test/cli/mutants"], least: EDGE },
  { folder: "src/cli/profile", tests: ["test/cli/profile", "test/cli/profile.test.ts"], least: EDGE },
  { folder: "src/cli/tokenizer-files", tests: ["test/cli/tokenizer-files"], least: EDGE },
  { folder: "src/laws/symbolic", tests: ["test/laws/symbolic", "test/handlers/symbolic.test.ts"] },
];
