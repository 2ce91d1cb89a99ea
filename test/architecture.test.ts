import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../src", import.meta.url));

/** A room imports only from itself and from rooms to its left. */
const rooms = "core evidence system pages faults testing modules pairs checker experiments cli site".split(" ");
/** So do the parts of the core. */
const parts = "num law program vocab models worlds algorithms decode handlers".split(" ");
/** The rooms that a web page can run, too. */
const portable = ["core", "evidence"];
/** What the package's users import: may import from everywhere. */
const isEntry = (file: string): boolean => !file.includes("/") || file.startsWith("entries/");

interface Source {
  /** Relative to src, with forward slashes. */
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const source = (file: string, text: string): Source => ({
  file,
  room: file.split("/")[0] as string,
  text,
  lines: text.split("\n").length - 1,
  imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
});

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .sort()
  .map((file) => source(file, readFileSync(join(root, file), "utf8")));

/** What a file imports from where it must not. */
const breaches = ({ file, room, imports }: Source): string[] =>
  imports.filter((name) => {
    if (!name.startsWith(".")) return false;
    const from = posix.join(posix.dirname(file), name);
    // The known faults belong to the published package, but not to what a web page runs.
    if (from.startsWith("../")) return !from.startsWith("../fixtures/faults/") || portable.includes(room);
    const [other = "", otherPart = ""] = from.split("/");
    if (room === "core" && other === "core") return parts.indexOf(otherPart) > parts.indexOf(file.split("/")[1] ?? "");
    return !rooms.includes(other) || rooms.indexOf(other) > rooms.indexOf(room);
  });

const NODE_GLOBALS =
  /\bprocess\.(?:argv|cpuUsage|cwd|env|exit|exitCode|hrtime|memoryUsage|nextTick|on|pid|platform|std\w+|versions?)\b|\bBuffer\.|\brequire\(|\b__(?:dir|file)name\b|\bsetImmediate\(/g;

const builtin = new Set(builtinModules);
/** What of Node a file uses: modules, and the globals that browsers lack. */
const nodeUses = ({ text, imports }: Source): string[] => [
  ...imports.filter((name) => name.startsWith("node:") || builtin.has(name)),
  ...(withoutComments(text).match(NODE_GLOBALS) ?? []),
];

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

/** Does the file begin with a comment, or its first exported thing with a doc comment? */
const isDocumented = ({ text }: Source): boolean => {
  const body = text.replace(/^#!.*\n/, "");
  if (/^\/[/*]/.test(body)) return true;
  const first = /^export (?!\*|\{|type \{)/m.exec(body);
  const before = first === null ? body : body.slice(0, first.index).replace(/(?:^\/\/ biome-ignore.*\n)+$/m, "");
  return first === null ? /^\/[/*]/m.test(body) : before.endsWith("*/\n");
};

describe("rooms", () => {
  const found = [...new Set(sources.filter(({ file }) => !isEntry(file)).map(({ room }) => room))];
  test("twelve, each of them there, and nine parts of the core", () => {
    expect(found.sort()).toEqual([...rooms].sort());
    const inCore = sources.filter(({ room }) => room === "core").map(({ file }) => file.split("/")[1]);
    expect([...new Set(inCore)].sort()).toEqual([...parts].sort());
  });
  test("import only leftwards", () => {
    const all = sources.filter(({ file }) => !isEntry(file));
    expect(all.flatMap((one) => breaches(one).map((name) => `${one.file} imports ${name}`))).toEqual([]);
  });
  test("core and evidence use no Node", () => {
    const all = sources.filter(({ room }) => portable.includes(room));
    expect(all.flatMap((one) => nodeUses(one).map((use) => `${one.file} uses ${use}`))).toEqual([]);
  });
  test("import their own sources with the .ts ending", () => {
    const bare = sources.flatMap(({ imports }) => imports.filter((name) => /^\./.test(name) && !name.endsWith(".ts")));
    expect(bare).toEqual([]);
  });
});

describe("files", () => {
  test("have 200 lines at most, and 80 at most in the middle", () => {
    expect(sources.filter(({ lines }) => lines > 200).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
    const lengths = sources.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });
  test("say what they hold", () => {
    expect(sources.filter((one) => !isDocumented(one)).map(({ file }) => file)).toEqual([]);
  });
});

describe("these rules refute", () => {
  test("an import to the right, out of src, or from a room that is none", () => {
    const text =
      'import "../cli/io.ts";\nexport * from "../core/vocab/text.ts";\nimport "../../test/x.ts";\nimport("../lib/x.ts");';
    expect(breaches(source("evidence/x.ts", text))).toEqual(["../cli/io.ts", "../../test/x.ts", "../lib/x.ts"]);
    expect(breaches(source("core/law/x.ts", 'import type { A } from "../handlers/x.ts";'))).toHaveLength(1);
    expect(breaches(source("core/handlers/x.ts", 'import type { A } from "../law/x.ts";'))).toEqual([]);
    expect(breaches(source("evidence/x.ts", 'import "../../fixtures/faults/x.ts";'))).toHaveLength(1);
    expect(breaches(source("cli/x.ts", 'import "../../fixtures/faults/x.ts";'))).toEqual([]);
    expect(breaches(source("cli/x.ts", 'import "../../fixtures/x.ts";'))).toHaveLength(1);
  });
  test("Node", () => {
    const text =
      'import { readFileSync } from "fs";\nimport "node:path";\nprocess.exit(1); // process.env\nBuffer.from("");';
    expect(nodeUses(source("num/x.ts", text))).toEqual(["fs", "node:path", "process.exit", "Buffer."]);
  });
  test("an export without doc comment", () => {
    expect(isDocumented(source("num/x.ts", 'import "./y.ts";\n\nexport const x = 1;\n'))).toBe(false);
    expect(isDocumented(source("num/x.ts", 'import "./y.ts";\n\n/** One. */\nexport const x = 1;\n'))).toBe(true);
  });
});
