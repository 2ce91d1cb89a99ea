import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** An example of a doc comment, and whose. */
export interface Example {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

/** The examples of what an entry exports, by exported name; undefined where there is none. Types are left out. */
export function examplesOf(root: string, entry: string): Map<string, Example | undefined> {
  const found = new Map<string, Example | undefined>();
  const source = parse(join(root, entry));
  for (const one of source.statements) {
    if (!ts.isExportDeclaration(one) || one.isTypeOnly || one.moduleSpecifier === undefined) continue;
    const file = join(dirname(join(root, entry)), (one.moduleSpecifier as ts.StringLiteral).text);
    if (one.exportClause === undefined) {
      for (const [name, example] of examplesOf(root, relative(root, file))) found.set(name, example);
    } else if (ts.isNamedExports(one.exportClause)) {
      for (const { name, propertyName, isTypeOnly } of one.exportClause.elements) {
        if (isTypeOnly) continue;
        const code = exampleIn(parse(file), (propertyName ?? name).text);
        found.set(name.text, code === undefined ? undefined : { name: name.text, file: relative(root, file), code });
      }
    }
  }
  return found;
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

const exampleIn = (source: ts.SourceFile, name: string): string | undefined => {
  for (const one of source.statements) {
    const names = ts.isVariableStatement(one)
      ? one.declarationList.declarations.map((declaration) => declaration.name.getText())
      : ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)
        ? [one.name?.text]
        : [];
    if (!names.includes(name)) continue;
    const tag = ts.getJSDocTags(one).find(({ tagName }) => tagName.text === "example");
    return tag === undefined ? undefined : ts.getTextOfJSDocComment(tag.comment);
  }
  return undefined;
};

/** What an example says that its expressions are, and what they are. */
export type Claim = readonly [expression: string, expected: unknown, found: unknown];

/**
 * Runs an example with the given names in scope. `expression; // → value` claims the value of a statement; the comment may
 * stand on the next line.
 */
export async function runExample(code: string, scope: Readonly<Record<string, unknown>>): Promise<Claim[]> {
  const claims: Claim[] = [];
  const joined = code.replace(/;\n\s*\/\/ → /g, "; // → ");
  const names = Object.keys(scope).filter((name) => !declared(joined).has(name));
  const marked = withClaims(joined);
  const { outputText } = ts.transpileModule(marked, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const run = new Function("claim", ...names, `return (async () => {${outputText}})();`);
  await run(
    (expression: string, expected: unknown, value: unknown) => claims.push([expression, expected, value]),
    ...names.map((name) => scope[name]),
  );
  return claims;
}

/** Names that the example makes itself. */
const declared = (code: string): Set<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isBindingElement(node))
      if (ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true));
  return names;
};

/** Each claimed statement as a call that tells the value. */
const withClaims = (code: string): string => {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const changes: { at: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const expected = /^[^\n]*?\/\/ → ([^\n]*)/.exec(code.slice(node.end))?.[1];
      if (expected !== undefined && /^\s*\/\/ → /.test(code.slice(node.end))) {
        const text = node.expression.getText();
        changes.push({
          at: node.getStart(),
          end: node.end,
          text: `claim(${JSON.stringify(text)}, (${expected}), (${text}));`,
        });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return changes.reduceRight((text, { at, end, text: call }) => text.slice(0, at) + call + text.slice(end), code);
};
