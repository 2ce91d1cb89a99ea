import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/commands.ts";

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (t: string) => out.push(t), err: (t: string) => err.push(t), progress: () => {}, now: () => 0 };
  const status = await main(["cite", ...args], io);
  return { status, out: out.join(""), err: err.join("") };
};

describe("lossless cite", () => {
  test("prints an entry with address, version and hash of an algorithm, and of a theorem of it", async () => {
    const { status, out } = await run("tli");
    expect(status).toBe(0);
    expect(out).toMatch(/^@software\{lossless_lab_tli,\n/);
    expect(out).toMatch(/version = \{\d+\.\d+\.\d+\}/);
    const hash = /algorithms\/tli\.html, specification ([0-9a-f]{12})/.exec(out)?.[1];
    expect(hash).toBeDefined();
    const theorem = await run("tli_lossless");
    expect(theorem.out).toContain(`algorithms/tli.html\\#tli\\_lossless, specification ${hash}`);
  });
  test("refuses what is no name, in one line", async () => {
    expect(await run("nothing\u001b[2J")).toMatchObject({ status: 2, out: "" });
    expect((await run("nothing\u001b[2J")).err).toMatch(
      /^lossless: found "nothing\\u\{1b\}\[2J", expected a theorem or/,
    );
    expect((await run()).err).toContain("found 0 names, expected one algorithm or theorem");
    expect((await run("tli", "sd")).err).toContain("found 2 names");
    expect((await run("--help")).out).toMatch(/^lossless cite ID/);
  });
});
