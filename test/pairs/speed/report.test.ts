import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { reportFile, reportPage, writeReport } from "../../../src/pairs/speed/report.ts";
import type { BenchRow } from "../../../src/pairs/speed/row.ts";
import { pairOf, benchRowOf as row } from "./rows.ts";

const of = (rows: readonly BenchRow[]): Promise<string> => reportPage([pairOf(rows)], "lossless bench <x>");
const part = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? "";
const lead = (html: string): string => part(html, /<p class="lead">(.*?)<\/p>/);
const decisions = (html: string): string[] =>
  part(html, /<div class="decision">(.*?)<\/div>/)
    .split(/<\/?p>/)
    .filter((text) => text !== "");
const reasons = (html: string): string => part(html, /<h2>Why<\/h2>\n<p>(.*?)<\/p>/);

const good = [
  row({ algorithm: "autoregressive", lookahead: 1, speedup: 1 }),
  row({ speedup: 4, temperature: 0 }),
  row({ speedup: 1, temperature: 0, task: "code" }),
  row({ speedup: 0.9 }),
  row({ speedup: 1.6, task: "code", acceptance: 0.7, tokensPerRound: 3, ceiling: 2, costRatio: 0.3, blockCost: 1.4 }),
];

describe("the page of a benchmark", () => {
  test("says what to deploy at each temperature", async () => {
    const html = await of(good);
    expect(html).toContain("<h1>T: deploy d with tli, 2.00× at temperature 0</h1>");
    expect(html).toMatch(/<title>T: deploy d with tli/);
    expect(lead(html)).toBe(
      "At temperature 0: tli with d, lookahead 2, 2.00× as fast over all tasks. At temperature 1: tli with d, lookahead 2, 1.20× as fast over all tasks.",
    );
    expect(decisions(html)).toEqual([
      "Temperature 0: d, tli, lookahead 2. Expect from 1.00× (code) to 4.00× (prose). The output keeps the target's law.",
      "Temperature 1: d, tli, lookahead 2. Expect from 0.90× (prose) to 1.60× (code). The output keeps the target's law. Switch it off for prose, where it costs.",
    ]);
    expect(html.match(/<figure><svg [^>]*role="img"/g)).toHaveLength(5);
    expect(html).toContain('id="speedup-0-title"');
    expect(html).toContain('id="speedup-1-title"');
    expect(html).toContain("<h2>What to monitor</h2>");
  });
  test("says where nothing pays", async () => {
    const html = await of([row({ speedup: 1.09 })]);
    expect(html).toContain("<h1>T: no drafter that was measured pays</h1>");
    expect(lead(html)).toBe("At temperature 1 nothing is worth deploying: the best, tli with d, is 1.09× as fast.");
    expect(decisions(html)).toEqual([
      "Temperature 1: decode without a drafter. tli with d gives from 1.09× (prose) to 1.09× (prose).",
    ]);
    const enough = await of([row({ speedup: 1.1 }), row({ speedup: 1, temperature: 0 })]);
    expect(enough).toContain("<h1>T: deploy d with tli, 1.10× at temperature 1</h1>");
    expect(lead(enough)).toContain("At temperature 0 nothing is worth deploying");
    expect(lead(enough)).toContain("At temperature 1: tli with d, lookahead 2, 1.10×");
    expect(decisions(enough)[1]).toMatch(/^Temperature 1: d, tli/);
  });
  test("names the first of tasks that gain alike, and the first of temperatures", async () => {
    const html = await of([row(), row({ task: "code" }), row({ temperature: 0 })]);
    expect(html).toContain("<h1>T: deploy d with tli, 2.00× at temperature 0</h1>");
    expect(decisions(html)[1]).toContain("Expect from 2.00× (prose) to 2.00× (prose).");
  });
  test("has the numbers of the best way, means over its tasks", async () => {
    const rows = [
      row({ speedup: 4, tokensPerRound: 1, costRatio: 0.1, ceiling: 2, acceptance: 0.3 }),
      row({ speedup: 1, tokensPerRound: 2, costRatio: 0.2, ceiling: 4, acceptance: 0.5, task: "code" }),
    ];
    const html = await of(rows);
    const numbers = [...part(html, /<ul class="numbers">(.*?)<\/ul>/).matchAll(/<b>(.*?)<\/b><span>(.*?)<\/span>/g)];
    expect(numbers.map(([, value, what]) => `${value} ${what}`)).toEqual([
      "2.00× as fast as autoregressive decoding, geometric mean over tasks",
      "40 % of first proposed tokens accepted",
      "1.50 tokens for one target pass",
      "0.150 of a target pass (2.00 ms) is what a drafter pass costs",
      "3.00× is the ceiling by measured acceptance and costs",
    ]);
  });
  test("says where the time goes", async () => {
    const html = await of([row({ speedup: 2, ceiling: 4, drafterPassesPerRound: 2, costRatio: 0.1, blockCost: 1.5 })]);
    expect(reasons(html)).toBe(
      "A round of tli with d gives 2.00 tokens and costs 1.70 target passes: 0.20 for drafting and 1.50 for the target's pass over the whole block. Decoding reaches 50 % of what that allows. The price of scoring a block costs most of what is lost: a cheaper drafter would change little, a better one much.",
    );
    const dear = await of([row({ drafterPassesPerRound: 2, costRatio: 0.3, blockCost: 1.5 })]);
    expect(reasons(dear)).toMatch(
      /costs 2\.10 target passes: 0\.60 .* The drafter's passes cost most of what is lost: a cheaper drafter or a shorter lookahead helps\.$/,
    );
    const even = await of([row({ drafterPassesPerRound: 2, costRatio: 0.25, blockCost: 1.5 })]);
    expect(reasons(even)).toContain("The price of scoring a block costs most");
  });
  test("says what to watch", async () => {
    const html = await of([
      row({ acceptance: 0.5, lookahead: 1, drafterPassesPerRound: 1, costRatio: 0.1, blockCost: 1.2 }),
    ]);
    const items = [...part(html, /<h2>What to monitor<\/h2>\n<ul>(.*?)<\/ul>/).matchAll(/<li>(.*?)<\/li>/g)];
    expect(items).toHaveLength(3);
    expect(items[0]?.[1]).toBe(
      "Temperature 1: acceptance of the first proposed token, here 50 %; below 30 % the drafter no longer pays, if all positions are accepted alike.",
    );
    expect(html).toContain("<p>Single steps and blocks agree. Every speed-up compares");
  });
  test("has every row that was measured", async () => {
    const html = await of([
      row({ algorithm: "autoregressive", lookahead: 1, speedup: 1, bestLookahead: 0 }),
      row({ ttftMilliseconds: 5.25, tokensPerRound: 2.125, lookahead: 4, bestLookahead: 3 }),
    ]);
    const rows = [...html.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/g)].map(([, cells = ""]) =>
      cells.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|"),
    );
    expect(rows).toEqual([
      "|prose|d|autoregressive|1|–|1,000|1.00|1.50 to 2.50|4.00|0.50|2.00|5.0|–|",
      "|prose|d|tli|1|4|1,000|2.00|1.50 to 2.50|4.00|0.50|2.13|5.3|3|",
    ]);
  });
  test("takes the figures of passes from the pair that is best, and the name from the first", async () => {
    const other = pairOf([row({ drafter: "e", speedup: 5 })], { drafter: "e" });
    const slow = { prose: { ...other.tasks.prose, passMilliseconds: [Number.NaN, 8, 8] } };
    const html = await reportPage([pairOf([row()]), { ...other, tasks: slow } as typeof other], "c");
    expect(html).toContain("<h1>T: deploy e with tli, 5.00× at temperature 1</h1>");
    expect(html).toContain("of a target pass (8.00 ms)");
    expect(html).toContain("A target pass over 2 tokens costs 1.00× that over one");
  });
  test("of nothing lossless says so, and shows the rows", async () => {
    const html = await of([row({ lossless: false })]);
    expect(html).toContain("<h1>T: nothing lossless was measured</h1><p>single steps and blocks agree</p>");
    expect(html).toContain("<title>T: benchmark</title>");
    expect(html).toContain('<th scope="row">prose</th>');
    expect(html).not.toContain("<svg");
  });
});

describe("the file of a report", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  test("stands in a folder that is made where it is missing", () => {
    const deep = join(folder, "a", "b");
    expect(reportFile(deep)).toBe(join(deep, "index.html"));
    expect(writeReport(deep, "page")).toBe(join(deep, "index.html"));
    expect(readFileSync(join(deep, "index.html"), "utf8")).toBe("page");
    writeReport(deep, "new");
    expect(readFileSync(join(deep, "index.html"), "utf8")).toBe("new");
  });
  test("is refused before anything is measured where it cannot be written", () => {
    const file = join(folder, "file");
    writeFileSync(file, "a file");
    expect(() => reportFile(file)).toThrow("found a place that cannot be written");
    expect(existsSync(join(file, "index.html"))).toBe(false);
  });
});
