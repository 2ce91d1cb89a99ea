import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { importedFiles, namedFiles, readCertificate, worldsHash } from "../../src/system/certificate.ts";
import { certificateOf, certify } from "../../src/system/certify.ts";
import type { Io } from "../../src/system/io.ts";

const root = mkdtempSync(join(tmpdir(), "certificate-"));
afterAll(() => rmSync(root, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};

const row = { world: "w", algorithm: "mine", verdict: "proved", scope: "every horizon", seconds: 1.5 };
/** A run that says the same rows every time, though not in the same time. */
const verifyTo = (rows: readonly object[], status = 0) => {
  const asked: string[][] = [];
  const verify = async (args: string[], io: Io): Promise<number> => {
    asked.push(args);
    io.out(JSON.stringify(rows.map((one) => ({ ...one, seconds: asked.length }))));
    return status;
  };
  return { verify, asked };
};
const recorded = () => {
  const out: string[] = [];
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void out.push(text),
    progress: () => {},
    now: () => 0,
  };
  return { io, said: () => out.join("") };
};

describe("a certificate", () => {
  const world = file("w.json", "{}");
  const part = file("part.ts", "export const part = 1;\n");
  const module = file("mine.ts", 'import { part } from "./part.ts";\nexport default part;\n');
  const args = [world, `--algorithm=${module}`, "--seed", "3"];
  const certificate = join(root, "certificate.json");

  test("has the command, hashes of all files and of what a module imports, the version and the rows", async () => {
    const { io, said } = recorded();
    const { verify, asked } = verifyTo([row], 1);
    expect(await certify(certificate, [...args, "--json"], io, verify)).toBe(1);
    expect(asked).toEqual([[...args, "--json"]]);
    const read = readCertificate(certificate);
    expect(read.command).toEqual(args);
    expect(Object.keys(read.files).sort()).toEqual([module, part, world].sort());
    expect(read.files[world]).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    expect(read.package.version).toMatch(/^\d+\.\d+\.\d+$/);
    const { seconds: _, ...timeless } = row;
    expect(read.rows).toEqual([timeless]);
    expect(JSON.parse(said())).toEqual([timeless]);
  });
  test("is checked again: the same rows, whatever time they took", async () => {
    const { io, said } = recorded();
    expect(await certify(certificate, [], io, verifyTo([row]).verify)).toBe(0);
    expect(said()).toContain("w  mine  proved  every horizon\ncertified again: 1 row and every hash are the same");
  });
  test("that is the same keeps the status of its rows: what is refuted stays red", async () => {
    for (const status of [1, 3]) {
      const { io, said } = recorded();
      expect(await certify(certificate, [], io, verifyTo([row], status).verify)).toBe(status);
      expect(said()).toContain("certified again: 1 row");
    }
  });
  test("whose command verifies nothing is bad input, whatever its status", async () => {
    const helps = async (_: string[], io: Io): Promise<number> => {
      io.out("lossless verify …");
      return 0;
    };
    for (const verify of [helps, verifyTo([], 0).verify, verifyTo([], 3).verify]) {
      const { io, said } = recorded();
      expect(await certify(certificate, [], io, verify)).toBe(2);
      expect(said()).toContain("its command verifies nothing");
      expect(said()).not.toContain("certified");
    }
  });
  test("is not written of a part of the rows", async () => {
    const part = join(root, "part.json");
    expect(await certify(part, args, recorded().io, verifyTo([row], 130).verify)).toBe(130);
    expect(existsSync(part)).toBe(false);
  });
  test("names what is not the same: rows, files, imports, built-in worlds", async () => {
    const others = recorded();
    expect(await certify(certificate, [], others.io, verifyTo([{ ...row, verdict: "refuted" }]).verify)).toBe(1);
    expect(others.said()).toContain("1 of 1 rows are others\nnot certified: ");
    writeFileSync(part, "export const part = 2;\n");
    const imports = recorded();
    expect(await certify(certificate, [], imports.io, verifyTo([row]).verify)).toBe(1);
    expect(imports.said()).toContain(`${part} is another file`);
    writeFileSync(part, "export const part = 1;\n");
    const forged = { ...JSON.parse(readFileSync(certificate, "utf8")), rows: [] };
    forged.package.worlds = "0";
    const more = recorded();
    expect(await certify(file("forged.json", JSON.stringify(forged)), [], more.io, verifyTo([row]).verify)).toBe(1);
    expect(more.said()).toMatch(/^the built-in worlds are others\n1 of 1 rows are others\n/);
  });
  test("is not written of bad input, or where a file changes meanwhile", async () => {
    const none = join(root, "none.json");
    const { io, said } = recorded();
    expect(await certify(none, args, io, async () => 2)).toBe(2);
    const changes = async (_: string[], inner: Io): Promise<number> => {
      writeFileSync(world, "[]");
      inner.out("[]");
      return 0;
    };
    expect(await certify(none, args, io, changes)).toBe(2);
    expect(said()).toContain("a file changed while it was verified");
    expect(() => readFileSync(none)).toThrow("ENOENT");
    writeFileSync(world, "{}");
  });
  test("from outside is read strictly, and cannot ask for another to be written", () => {
    const sound = JSON.parse(readFileSync(certificate, "utf8"));
    const reading = (change: object) => () =>
      readCertificate(file("bad.json", JSON.stringify({ ...sound, ...change })));
    expect(reading({ format: "x" })).toThrow('expected "lossless-certificate/1"');
    expect(reading({ command: ["--certificate=/etc/x"] })).toThrow("no --certificate in it");
    expect(reading({ command: [1] })).toThrow("a string");
    expect(reading({ rows: [1] })).toThrow("an object");
    expect(reading({ more: 1 })).toThrow("unknown key");
    expect(() => readCertificate(file("text.json", "{"))).toThrow("expected JSON");
  });
});

describe("the option", () => {
  test("is found in both spellings, with the other arguments; without a file or twice it is refused", () => {
    expect(certificateOf(["a", "--json"])).toBeUndefined();
    expect(certificateOf(["a", "--certificate", "f", "b"])).toEqual({ file: "f", others: ["a", "b"] });
    expect(certificateOf(["--certificate=f"])).toEqual({ file: "f", others: [] });
    expect(() => certificateOf(["--certificate"])).toThrow("without a file");
    expect(() => certificateOf(["--certificate", "--json"])).toThrow("without a file");
    expect(() => certificateOf(["--certificate=a", "--certificate", "b"])).toThrow("twice");
  });
});

test("files are those that arguments name and that are there, each once; a folder is none", async () => {
  const one = file("one.json", "");
  mkdirSync(join(root, "folder"));
  expect(namedFiles([one, `--algorithm=${one}`, join(root, "folder"), "--seed", "1"])).toEqual([one]);
  expect(await importedFiles(file("alone.ts", "export default 1;"))).toEqual([]);
  expect(worldsHash()).toMatch(/^[0-9a-f]{64}$/);
  expect(worldsHash(root)).not.toBe(worldsHash());
});
