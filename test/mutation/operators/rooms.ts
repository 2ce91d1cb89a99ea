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
  "test/checker/check-algorithm.test.ts",
  "test/checker/scored.test.ts",
  "test/checker/self-test.test.ts",
  "test/checker/whole/evidence.test.ts",
  "test/checker/whole/go-on.test.ts",
];

/** The rooms, and how their mutants are judged. */
export const rooms: readonly Room[] = [
  { folder: "src/core/law", tests: ["test/core/law"] },
  { folder: "src/core/decode", tests: ["test/core/decode", "test/core/handlers/generation-law.test.ts"] },
  { folder: "src/core/algorithms", tests: ["test/core/algorithms", "test/core/worlds/golden.test.ts"] },
  {
    folder: "src/core/algorithms/parts",
    tests: ["test/core/algorithms/parts", "test/core/algorithms", "test/core/worlds/golden.test.ts"],
  },
  { folder: "src/evidence/claims", tests: ["test/evidence/claims"] },
  {
    folder: "src/evidence/tiers",
    tests: ["test/evidence/tiers/guarantee-table.test.ts", "test/evidence/tiers/witness.test.ts"],
  },
  {
    folder: "src/evidence/tiers/enumeration",
    tests: ["test/evidence/tiers/enumeration", "test/evidence/claims", "test/evidence/tiers/witness.test.ts"],
  },
  { folder: "src/evidence/tiers/statistics", tests: ["test/evidence/tiers/statistics", "test/evidence/stats"] },
  { folder: "src/evidence/claims/contracts", tests: ["test/evidence/claims/contracts"] },
  { folder: "src/evidence/tiers/oracle", tests: ["test/evidence/tiers/oracle"] },
  {
    folder: "src/evidence/untrusted",
    tests: ["test/evidence/untrusted", "test/modules/answer-task.test.ts"],
    least: EDGE,
  },
  { folder: "src/evidence/stats", tests: ["test/evidence/stats"] },
  {
    folder: "src/checker",
    tests: ["test/checker/verdicts.test.ts", "test/cli/check/check.test.ts", "test/checker/report", ...checking],
    least: EDGE,
  },
  // Ready adapters, and what speaks for them, run in processes of their own; what they answer with is judged in the thread.
  {
    folder: "src/checker/adapters",
    tests: ["test/checker/adapters", ...checking],
    except: ["own.ts", "zoo.ts", "serve-adapter.ts"],
    least: EDGE,
  },
  { folder: "src/checker/evidence", tests: ["test/checker/evidence", ...checking], least: EDGE },
  { folder: "src/checker/plan", tests: ["test/checker/plan", ...checking], least: EDGE },
  {
    folder: "src/checker/process",
    tests: ["test/checker/verdicts.test.ts", "test/checker/process", "test/checker/hostile.test.ts", ...checking],
    least: EDGE,
  },
  { folder: "src/checker/protocol", tests: ["test/checker/protocol", ...checking], least: EDGE },
  { folder: "src/checker/report", tests: ["test/checker/report", ...checking], least: EDGE },
  { folder: "src/checker/steps", tests: ["test/checker/steps", ...checking], least: EDGE },
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
        "small-parts",
        "terminal",
        "unexpected",
        "verify",
        "verify-module",
        "verify-tiny-models",
        "workers",
      ].map((name) => `test/cli/${name}.test.ts`),
      "test/cli/writing.test.ts",
      "test/modules/answer-task.test.ts",
      "test/cli/check/check.test.ts",
    ],
    except: ["main.ts"],
    least: EDGE,
  },
  {
    folder: "src/system",
    tests: [
      "test/system",
      "test/checker/process/endings.test.ts",
      "test/checker/process/environment.test.ts",
      ...["oracle", "small-parts", "terminal", "unexpected"].map((name) => `test/cli/${name}.test.ts`),
    ],
    except: ["sampling-worker.ts"],
    least: EDGE,
  },
  { folder: "src/pairs/speed", tests: ["test/pairs/speed"], least: EDGE },
  {
    folder: "src/cli/table",
    tests: ["test/cli/table", "test/cli/model-options.test.ts", "test/cli/check/options.test.ts"],
    least: EDGE,
  },
  { folder: "src/site", tests: ["test/site"], except: ["main.ts"], least: EDGE },
  { folder: "src/site/pages", tests: ["test/site/pages", "test/site/pages.test.ts"], least: EDGE },
  // The page and its worker run in a browser, where `npm run docs:check` looks at them.
  {
    folder: "src/site/play",
    tests: ["test/site/play", "test/site/play.test.ts"],
    except: ["client.ts", "worker.ts"],
    least: EDGE,
  },
  { folder: "src/faults/findings", tests: ["test/faults/findings", "test/cli/findings.test.ts"], least: EDGE },
  { folder: "src/pairs/model-files", tests: ["test/pairs/model-files", "test/cli/require-fit.test.ts"], least: EDGE },
  // The host runs in the module's own process.
  { folder: "src/modules", tests: ["test/modules"], except: ["host.ts"], least: EDGE },
  {
    folder: "src/faults/kill-matrix",
    tests: ["test/faults/kill-matrix"],
    except: ["mutant-worker.ts"],
    least: EDGE,
  },
  { folder: "src/pairs/profile", tests: ["test/pairs/profile", "test/cli/profile.test.ts"], least: EDGE },
  { folder: "src/pairs/tokenizer-files", tests: ["test/pairs/tokenizer-files"], least: EDGE },
  {
    folder: "src/evidence/tiers/symbolic",
    tests: ["test/evidence/tiers/symbolic", "test/core/handlers/symbolic.test.ts"],
  },
];
