import { expect, test } from "vitest";
import { Child } from "../../../src/checker/process/child.ts";
import { within } from "../../../src/checker/process/within.ts";

test("an event in time, and one that is not", async () => {
  expect(await within(Promise.resolve("x"), 60)).toBe(true);
  expect(await within(new Promise(() => undefined), 0.01)).toBe(false);
  await expect(within(Promise.reject(new Error("no")), 60)).rejects.toThrow("no");
});

test("how a process ended, and the last lines of its standard error", async () => {
  const child = new Child([process.execPath, "-e", "console.error('a\\nb\\nc'); process.exitCode = 7"]);
  expect(child.status).toBeUndefined();
  await child.gone;
  expect(child.status).toBe("exited with status 7");
  // Its end can be known before all that it wrote has been read.
  while (child.errors(2).length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(child.errors(2)).toEqual(["b", "c"]);
  child.kill();
  expect(child.status).toBe("exited with status 7");

  const killed = new Child([process.execPath, "-e", "setInterval(() => {}, 1000)"]);
  killed.kill();
  await killed.gone;
  expect(killed.status).toBe("was ended by SIGKILL");

  const none = new Child(["/no/such/command"]);
  await none.gone;
  expect(none.status).toMatch(/^cannot be started: .*ENOENT/);
});
