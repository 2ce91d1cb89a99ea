import { expect, test } from "vitest";
import { GLOSSARY } from "../../src/evidence/glossary.ts";
import { runCommand } from "./models-io.ts";

test("all terms are listed, in alphabetical order, each once", async () => {
  const { status, out } = await runCommand("explain");
  const terms = GLOSSARY.map(({ term }) => term);
  expect([status, out]).toEqual([0, `${terms.join("\n")}\n`]);
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, "en")));
  const names = GLOSSARY.flatMap(({ term, also = [] }) => [term, ...also]).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const { says } of GLOSSARY) expect(says).toMatch(/^[A-Z].*\.$/);
});

test("the words of the answers are among them", async () => {
  const words = "gap horizon context contexts acceptance ψ psi lookahead e-value scope unknown refuted proved TV";
  for (const word of [...words.split(" "), "every horizon", "stop token", "tokens/round", "detectable TV", "witness"])
    expect((await runCommand("explain", word)).status).toBe(0);
});

test("one term, with the other ways to write it, in lines of 80 characters", async () => {
  const { out } = await runCommand("explain", "Every", "HORIZON");
  expect(out).toMatch(/^every horizon\n {2}A scope: the statement holds/);
  expect((await runCommand("explain", "ψ")).out).toMatch(/^psi, ψ, ψ\(t\)\n/);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("a word that is none is status 2, with the nearest", async () => {
  const { status, out, err } = await runCommand("explain", "horizom");
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/^lossless: found the term "horizom", expected one of the list .*; near: horizon, /);
  expect((await runCommand("explain", "\u001b[2J")).err).toContain("\\u{1b}[2J");
});
