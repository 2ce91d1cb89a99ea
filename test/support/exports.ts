import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** The entries of the package and their sources. */
export function entriesOf(root: string): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.fromEntries(
    Object.entries(exports as Record<string, { default: string } | string>).flatMap(([entry, where]) =>
      typeof where === "string" ? [] : [[entry, where.default.replace("./dist/", "").replace(/\.js$/, ".ts")]],
    ),
  );
}

/** The names that a file exports, types marked as such, in order. */
export function exportsOf(root: string, file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const names = source.statements.flatMap((one): string[] => {
    if (ts.isExportDeclaration(one)) {
      if (one.exportClause === undefined) {
        const from = join(dirname(join(root, file)), (one.moduleSpecifier as ts.StringLiteral).text);
        return exportsOf(root, relative(root, from));
      }
      if (!ts.isNamedExports(one.exportClause)) return [];
      return one.exportClause.elements.map(({ name, isTypeOnly }) =>
        one.isTypeOnly || isTypeOnly ? `type ${name.text}` : name.text,
      );
    }
    const isExported =
      ts.canHaveModifiers(one) && ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(one)) return one.declarationList.declarations.map(({ name }) => name.getText());
    if (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) return [`type ${one.name.text}`];
    if (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) return [one.name?.text ?? "default"];
    return [];
  });
  const bare = (name: string): string => name.replace("type ", "");
  return [...new Set(names)].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
}
