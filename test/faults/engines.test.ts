import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { engineFindings, measured, severityOf } from "../../src/faults/findings/engines.ts";
import { packageRoot } from "../../src/system/files.ts";
import { fault } from "../site/tiny-material.ts";

const met = (mutant: string, path: string, more: Parameters<typeof fault>[0] = {}) =>
  fault({ mutant, documented: "S2", source: `https://github.com/${path}`, ...more });

describe("decoders in use", () => {
  test("what was measured comes first, then what is open, what is repaired last; the gravest before others", () => {
    const found = engineFindings([
      met("repaired", "foundation-model-stack/fms-extras/issues/12", { gap: "1/2" }),
      met("unread", "a/b/issues/1"),
      met("small", "vllm-project/vllm-ascend/pull/16370", { gap: "1/50" }),
      met("open", "apple/ml-recurrent-drafter/issues/6", { gap: "1/2" }),
      fault({ mutant: "systematic", documented: null }),
      fault({ mutant: "reading", documented: "S3", source: "a reading" }),
    ]);
    expect(found.slice(measured.length).map(({ id, state }) => [id, state])).toEqual([
      ["open", "open"],
      ["small", "open"],
      ["unread", "unknown"],
      ["repaired", "repaired"],
    ]);
    expect(found[0]).toMatchObject({ engine: "huggingface/transformers", version: "5.18.0", novelty: "new" });
    expect(found.at(-1)).toMatchObject({
      engine: "foundation-model-stack/fms-extras",
      note: "pull request 17",
      size: "total variation 0.500 in our model of it",
    });
  });
  test("severity is the size of the difference; a broken promise is low", () => {
    expect(severityOf("law", "1/4")).toBe("critical");
    expect(severityOf("law", "1")).toBe("critical");
    expect(severityOf("law", "1/10")).toBe("high");
    expect(severityOf("law", "1/11")).toBe("medium");
    expect(severityOf("law", null)).toBe("low");
    expect(severityOf("contract", "1/2")).toBe("low");
  });
  test("reports of what was measured are there", () => {
    for (const { source } of measured) expect(existsSync(join(packageRoot(), source))).toBe(true);
  });
});
