import { expect, test } from "vitest";
import { residentMegabytes } from "../../src/modules/resident-memory.ts";

/** No system numbers processes so high. */
const NOBODY = 2 ** 30;

/** What this process itself says, as a range: it changes while one looks. */
const expectOwnSize = (megabytes: number | undefined): void => {
  const own = process.memoryUsage.rss() / 2 ** 20;
  expect(megabytes).toBeGreaterThan(own / 1.5);
  expect(megabytes).toBeLessThan(own * 1.5);
};

const on = async (platform: NodeJS.Platform, run: () => Promise<void>): Promise<void> => {
  const before = Object.getOwnPropertyDescriptor(process, "platform") as PropertyDescriptor;
  Object.defineProperty(process, "platform", { ...before, value: platform });
  try {
    await run();
  } finally {
    Object.defineProperty(process, "platform", before);
  }
};

test("the size of this process is what it says itself, and nobody has none", async () => {
  expectOwnSize(await residentMegabytes(process.pid));
  expect(await residentMegabytes(NOBODY)).toBeUndefined();
});

test("elsewhere ps is asked, and says the same", async () => {
  await on("darwin", async () => {
    expectOwnSize(await residentMegabytes(process.pid));
    expect(await residentMegabytes(NOBODY)).toBeUndefined();
  });
});
