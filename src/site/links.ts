import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** What a page loads or links to. */
const REFERENCES = /<(a|link|script|img|iframe|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g;

const plain = (text: string): string =>
  text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');

/** Everything wrong with the references of one page: broken links and anchors, and anything loaded from elsewhere. */
const faults = (root: string, page: string, anchors: (file: string) => ReadonlySet<string> | undefined): string[] =>
  [...readFileSync(join(root, page), "utf8").matchAll(REFERENCES)].flatMap(([, tag, reference]) => {
    const address = plain(reference as string);
    if (/^(?:data|blob):/.test(address)) return [];
    if (/^[a-z]+:|^\/\//i.test(address)) return tag === "a" ? [] : [`${page} loads ${address}`];
    const [path = "", anchor] = address.split("#");
    const file = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
    if (!existsSync(join(root, file))) return [`${page} links to ${address}, which does not exist`];
    // A fragment of the interactive page is a world, and none is no anchor.
    if (anchor === undefined || anchor === "" || anchor.startsWith("w=") || !file.endsWith(".html")) return [];
    return anchors(file)?.has(decodeURIComponent(anchor))
      ? []
      : [`${page} links to ${address}, which has no such anchor`];
  });

/** Checks every page below a folder: links and anchors exist, nothing is loaded from elsewhere, every formula was read. */
export function checkLinks(root: string): { pages: number; faults: string[] } {
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"));
  const known = new Map<string, ReadonlySet<string>>();
  const anchors = (file: string): ReadonlySet<string> => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const text = readFileSync(join(root, file), "utf8");
    const ids = new Set([...text.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => plain(id as string)));
    known.set(file, ids);
    return ids;
  };
  const unread = pages
    .filter((page) => readFileSync(join(root, page), "utf8").includes("katex-error"))
    .map((page) => `${page} has a formula that could not be read`);
  return { pages: pages.length, faults: [...pages.flatMap((page) => faults(root, page, anchors)), ...unread] };
}
