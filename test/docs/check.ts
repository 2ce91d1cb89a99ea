import { readdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { NARROW, onPage, openBrowser, violations, widthOf } from "./browser.ts";
import { usesPlay } from "./play.ts";

// `npm run docs:check`: the generated site in a real browser, from disk. Nothing is loaded from elsewhere, nothing is logged
// as an error, an accessibility checker finds nothing, no page is wider than a telephone; the interactive page is used.
// With paths behind it, only those pages.

/** Every page but source files, of which one stands for all, and one page for each kind of the library's reference. */
const pages = (): string[] => {
  const all = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .sort();
  const of = (folder: string): string[] => all.filter((file) => file.startsWith(folder));
  const kinds = [...new Set(of("api/").map((file) => file.split("/").slice(0, -1).join("/")))];
  return [
    ...all.filter((file) => !/^(?:api|sources)\//.test(file)),
    ...of("sources/proofs/").slice(0, 1),
    ...kinds.flatMap((kind) => of(`${kind}/`).slice(0, 1)),
  ];
};

const looksAt = async (browser: Browser, path: string): Promise<string[]> =>
  onPage(browser, path, {}, async (page) => {
    const found = await violations(page);
    await page.setViewportSize({ width: NARROW, height: 780 });
    const width = await widthOf(page);
    return width > NARROW ? [...found, `${width} pixels wide at ${NARROW}`] : found;
  });

const named = process.argv.slice(2);
const browser = await openBrowser();
try {
  const waiting = named.length > 0 ? named : pages();
  const count = waiting.length;
  let faults = 0;
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const found = await looksAt(browser, path).catch((error: Error) => [error.message.split("\n")[0]]);
      for (const fault of found) console.error(`${path}: ${fault}`);
      faults += found.length;
    }
  };
  await Promise.all([work(), work()]);
  console.log(`${count} pages looked at in light, dark and ${NARROW} pixels: ${faults} faults`);
  if (faults > 0) process.exitCode = 1;
  if (named.length === 0 || named.includes("play.html"))
    for (const done of await usesPlay(browser)) console.log(`play.html: ${done}`);
} finally {
  await browser.close();
}
