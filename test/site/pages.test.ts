import { describe, expect, test } from "vitest";
import { formula, inline, markdown } from "../../src/site/markdown.ts";
import { render } from "../../src/site/page.ts";
import { notebookBody } from "../../src/site/pages/notebooks.ts";

describe("Markdown", () => {
  test("makes MathML of formulas, and nothing of markup", () => {
    expect(inline("$p$ <b>bold</b>")).toMatch(/^<math.*<mi>p<\/mi>.*<\/math> &lt;b&gt;bold&lt;\/b&gt;$/);
    expect(markdown("# One, two\n\n```\n<i>\n```")).toContain('<h1 id="one-two">');
    expect(markdown("```\n<i>\n```")).toContain("&lt;i&gt;");
  });
  test("ends at a formula that cannot be read", () => {
    expect(() => formula("\\frac{1")).toThrow("Unexpected end of input");
    expect(() => inline("$\\nonsense{x}$")).toThrow("Undefined control sequence");
  });
});

describe("a page", () => {
  const page = { path: "a/b.html", title: "A & B", description: "d", body: '<a href="/x.html#y">x</a>' };
  test("links from where it stands, and loads nothing", () => {
    const html = render(page);
    expect(html).toContain('<a href="../x.html#y">');
    expect(html).toContain("<title>A &amp; B · lossless-lab</title>");
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("script-src 'none'");
    expect(html).not.toMatch(/<(?:script|link|img)\b/);
  });
  test("allows exactly the scripts inside it", () => {
    const html = render({ ...page, script: 'const end = "</script>";' });
    expect(html).toMatch(/script-src 'sha256-[\w+/]{43}='/);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});

describe("a notebook", () => {
  const cells = [
    { cell_type: "markdown", source: ["# Title $p$\n", "text"] },
    {
      cell_type: "code",
      source: "1 < 2",
      outputs: [
        { output_type: "stream", text: ["<b>true</b>\n"] },
        { output_type: "display_data", data: { "image/svg+xml": "<svg><script>alert(1)</script></svg>" } },
        { output_type: "display_data", data: { "image/png": "iVBO", "text/plain": 'rises to "2"' } },
        { output_type: "display_data", data: { "text/html": "<script>alert(1)</script>", "text/plain": "plain" } },
      ],
    },
  ];
  const { title, body, answer, picture } = notebookBody(JSON.stringify({ cells }), (href) => href);
  test("gives its answer in a sentence, and its first picture", () => {
    expect(answer).toBe("");
    expect(picture).toMatch(/^<figure><img alt="Figure drawn by the cell above" src="data:image\/svg/);
    const advised = (text: string): string => {
      const advice = { cell_type: "markdown", source: `**For someone choosing a drafter.** ${text}` };
      return notebookBody(JSON.stringify({ cells: [...cells, advice] }), (href) => href).answer;
    };
    expect(
      advised("Ask for the *mass* that the target puts on tokens, not for\ntheir number: it is the ceiling. More."),
    ).toBe("Ask for the *mass* that the target puts on tokens, not for their number: it is the ceiling.");
    expect(advised("Draft greedily. Then measure. More.")).toBe("Draft greedily. Then measure.");
  });
  test("has its heading, code and outputs; its markup does not run", () => {
    expect(title).toBe("Title $p$");
    expect(body).toContain("1 &lt; 2");
    expect(body).toContain("&lt;b&gt;true&lt;/b&gt;");
    expect(body).toContain('<img alt="Figure drawn by the cell above" src="data:image/svg+xml;base64,');
    expect(body).toContain('<img alt="rises to &quot;2&quot;" src="data:image/png;base64,iVBO">');
    expect(body).toContain("plain");
    expect(body).not.toContain("<script");
  });
});
