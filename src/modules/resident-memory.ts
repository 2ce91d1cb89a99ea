import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";

const PAGE = 4096;
const MEGABYTE = 2 ** 20;

/** The resident size of a process in megabytes; undefined when it has gone, or where the system does not say. */
export async function residentMegabytes(pid: number): Promise<number | undefined> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
    const pages = Number(text.split(" ")[1]);
    return pages > 0 ? (pages * PAGE) / MEGABYTE : undefined;
  }
  return new Promise((resolve) => {
    execFile("ps", ["-o", "rss=", "-p", String(pid)], (error, out) => {
      resolve(error === null ? Number(out) / 1024 : undefined);
    });
  });
}
