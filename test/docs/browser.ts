import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where Debian puts it, unless told. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What keeps a browser from talking to anyone. */
const QUIET =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** A browser without a network of its own. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: QUIET.split(" ") });

/** The address of a page of the generated site, from disk. */
export const address = (path: string): string => {
  const [file = "", fragment] = path.split("#");
  return pathToFileURL(`docs/${file}`).href + (fragment === undefined ? "" : `#${fragment}`);
};

/** Opens a page and hands it over; anything it loads from elsewhere or logs as an error fails. */
export const onPage = async <A>(
  browser: Browser,
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<A>,
): Promise<A> => {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  // The clock only ends what hangs, on machines of any speed.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) problems.push(`loads ${request.url()}`);
  });
  page.on("requestfailed", (request) => void problems.push(`cannot load ${request.url().slice(0, 200)}`));
  page.on("pageerror", (error) => void problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  await page.goto(address(path));
  const result = await use(page);
  await context.close();
  if (problems.length > 0) throw new Error(`${path}: ${problems.join("; ")}`);
  return result;
};

/**
 * What an accessibility checker finds on a page, in light; and in dark, where only the contrast can differ. Style sheets are
 * not fetched again, which browsers refuse from a file.
 */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const run = async (rules: string): Promise<string[]> => {
    const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      `axe.run({ runOnly: ${rules}, preload: false }).then(({ violations }) => violations)`,
    );
    return found.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 160)}`);
  };
  await page.emulateMedia({ colorScheme: "light" });
  const light = await run('["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]');
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await run('{ type: "rule", values: ["color-contrast"] }');
  return [...light, ...dark.map((one) => `dark: ${one}`)];
};

/** How wide a page wants to be at the width of a telephone, in pixels. */
export const NARROW = 360;
export const widthOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollWidth");
