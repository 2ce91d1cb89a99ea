import { describe, expect, test } from "vitest";
import { type Notebook, problems } from "../../notebooks/support/notebook.ts";

const image = { output_type: "display_data", data: { "image/png": "x".repeat(2_000) } };
const notebook = (source: string, outputs: Notebook["cells"][number]["outputs"] = []): Notebook => ({
  cells: [{ cell_type: "code", source: [source], outputs }],
});

describe("an executed notebook", () => {
  test("is right with an output for every call that shows something", () => {
    expect(problems(notebook("await show(f);", [image]))).toEqual([]);
  });
  test("is refused with an error, a missing or empty output, or no plot", () => {
    expect(problems(notebook("x", [{ output_type: "error" }, image]))).toEqual(["cell 1 failed"]);
    expect(problems(notebook("await show(f);\nawait claim('a', true);", [image]))).toEqual(["cell 1 shows 1 of 2"]);
    const empty = { output_type: "display_data", data: { "text/markdown": "" } };
    expect(problems(notebook("await show(f); await say('');", [image, empty]))).toEqual(["cell 1 shows 1 of 2"]);
    expect(problems(notebook("1;"))).toEqual(["no plot"]);
  });
});
