import ts from "typescript";

/** Types that say that nothing is filled or changed. */
const READONLY = /^(?:readonly\b|Readonly(?:Map|Set|Array)?<)/;
/** Collections that can be changed, and their methods that change them. */
const COLLECTIONS = /^(?:Map|Set|WeakMap|WeakSet|WeakRef|Array|\w+Array|ArrayBuffer|SharedArrayBuffer|DataView)$/;
const WEAK = /^Weak(?:Map|Set|Ref)$/;
const MUTATORS = new Set(
  "set add delete clear push pop shift unshift splice sort reverse fill copyWithin exec test assign".split(" "),
);
const OF_OBJECT = new Set(["assign", "defineProperty", "defineProperties", "setPrototypeOf"]);
/** Built-in objects without a state of their own, and calls that give such values. */
const STATELESS = new Set(["TextEncoder", "TextDecoder"]);
const VALUES = new Set(["Symbol", "BigInt", "Number", "String", "Boolean", "Object.freeze"]);

/**
 * What of a module's own can change while a program runs: `let` and `var`, statements that do something when the module is
 * loaded, collections and objects that no type or `Object.freeze` makes read-only, static fields, closures that a function
 * called in place leaves behind, and writes to what the module declares or imports. One line each.
 */
export const moduleState = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const tell = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${file}:${line + 1}: ${what}`);
  };
  const names = new Map<string, ts.Expression | undefined>();
  for (const statement of source.statements) declare(statement, names);
  const immutable = immutableClasses(source);

  const judge = (value: ts.Expression, type: ts.TypeNode | undefined): void => {
    const inner = bare(value);
    if (isConst(value) || (type !== undefined && READONLY.test(type.getText(source)) && !isWeak(inner))) return;
    if (ts.isNewExpression(inner)) {
      const name = inner.expression.getText(source);
      if (!STATELESS.has(name) && !immutable.has(name)) tell(inner, `new ${name}, which no type makes read-only`);
    } else if (ts.isArrayLiteralExpression(inner)) tell(inner, "an array, which no type makes read-only");
    else if (ts.isObjectLiteralExpression(inner)) judgeObject(inner, type);
    else if (ts.isCallExpression(inner)) judgeCall(inner, type);
    else if (ts.isConditionalExpression(inner)) {
      judge(inner.whenTrue, type);
      judge(inner.whenFalse, type);
    } else if (ts.isAwaitExpression(inner)) judge(inner.expression, type);
  };
  const judgeObject = (object: ts.ObjectLiteralExpression, type: ts.TypeNode | undefined): void => {
    if (object.properties.length === 0) tell(object, "an empty object, to be filled");
    // The fields of a type that is named are read-only where it says so; of others nothing is known.
    if (type !== undefined) return;
    for (const property of object.properties) {
      if (ts.isPropertyAssignment(property)) judge(property.initializer, undefined);
    }
  };
  const judgeCall = (call: ts.CallExpression, type: ts.TypeNode | undefined): void => {
    const callee = bare(call.expression);
    if (ts.isFunctionExpression(callee) || ts.isArrowFunction(callee)) {
      if (remembers(callee)) tell(call, "a function called in place that keeps variables");
      return;
    }
    const name = callee.getText(source);
    const owner = name.split(".")[0] as string;
    if (VALUES.has(name) || immutable.has(owner)) return;
    const local = functionOf(source, name);
    if (type === undefined) tell(call, `what ${name} gives, without a type`);
    else if (local === undefined) tell(call, `what ${name} gives, which is not seen here`);
    else if (remembers(local)) tell(call, `what ${name} gives, a function that keeps variables`);
  };

  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      if (isAmbient(statement)) continue;
      if (!(statement.declarationList.flags & ts.NodeFlags.Const)) tell(statement, "let or var");
      for (const { initializer, type } of statement.declarationList.declarations) {
        if (initializer !== undefined) judge(initializer, type);
      }
    } else if (ts.isClassDeclaration(statement)) judgeStatics(statement, judge, tell);
    else if (ts.isExportAssignment(statement)) judge(statement.expression, undefined);
    else if (!declaresOnly(statement)) tell(statement, "a statement that runs when the module is loaded");
  }
  findWrites(source, names, tell);
  return found;
};

const bare = (value: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value) || ts.isAsExpression(value)
    ? bare(value.expression)
    : value;

const isConst = (value: ts.Expression): boolean =>
  (ts.isAsExpression(value) && value.type.getText() === "const") ||
  ((ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)) && isConst(value.expression));

const isWeak = (value: ts.Expression): boolean => ts.isNewExpression(value) && WEAK.test(value.expression.getText());

const isAmbient = (statement: ts.VariableStatement): boolean =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;

const declaresOnly = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isModuleDeclaration(statement) ||
  ts.isEmptyStatement(statement);

/** Does a function declare what can change, and leave a function that may read it? */
type Outer = ts.FunctionExpression | ts.ArrowFunction | ts.FunctionDeclaration;

const remembers = (outer: Outer): boolean => {
  let [changes, functions] = [false, false];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.Const)) changes = true;
    if (ts.isNewExpression(node) && COLLECTIONS.test(node.expression.getText())) changes = true;
    if (ts.isArrayLiteralExpression(node) || (ts.isObjectLiteralExpression(node) && node.properties.length === 0)) {
      changes = true;
    }
    if (ts.isFunctionLike(node)) functions = true;
    ts.forEachChild(node, visit);
  };
  if (outer.body !== undefined) visit(outer.body);
  return changes && functions;
};

/** A function that the file declares under a name. */
const functionOf = (source: ts.SourceFile, name: string): Outer | undefined => {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (declared.getText(source) !== name || initializer === undefined) continue;
      const value = bare(initializer);
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value;
    }
  }
  return undefined;
};

/** Classes of the file whose objects have no field that can change. */
const immutableClasses = (source: ts.SourceFile): Set<string> => {
  const names = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isClassDeclaration(statement) || statement.name === undefined || statement.heritageClauses) continue;
    const fields = statement.members.filter(ts.isPropertyDeclaration);
    if (fields.every(isReadonly)) names.add(statement.name.text);
  }
  return names;
};

const has = (member: ts.ClassElement, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(member) && (ts.getModifiers(member)?.some((modifier) => modifier.kind === kind) ?? false);
const isReadonly = (member: ts.ClassElement): boolean => has(member, ts.SyntaxKind.ReadonlyKeyword);

const judgeStatics = (
  declared: ts.ClassDeclaration,
  judge: (value: ts.Expression, type: ts.TypeNode | undefined) => void,
  tell: (node: ts.Node, what: string) => void,
): void => {
  for (const member of declared.members) {
    if (ts.isClassStaticBlockDeclaration(member)) tell(member, "a static block");
    if (!ts.isPropertyDeclaration(member) || !has(member, ts.SyntaxKind.StaticKeyword)) continue;
    if (!isReadonly(member)) tell(member, "a static field");
    else if (member.initializer !== undefined) judge(member.initializer, member.type);
  }
};

/** The names that a statement gives to the module. */
const declare = (statement: ts.Statement, names: Map<string, ts.Expression | undefined>): void => {
  if (ts.isVariableStatement(statement)) {
    for (const { name, initializer } of statement.declarationList.declarations) {
      for (const each of boundBy(name)) names.set(each, initializer);
    }
  } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
    names.set(statement.name.text, undefined);
  } else if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) names.set(name.text, undefined);
    if (namedBindings === undefined) return;
    if (ts.isNamespaceImport(namedBindings)) names.set(namedBindings.name.text, undefined);
    else for (const element of namedBindings.elements) names.set(element.name.text, undefined);
  }
};

const boundBy = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));

/** Writes to what the names stand for: assignments, `delete`, and calls of methods that change their object. */
const findWrites = (
  source: ts.SourceFile,
  names: ReadonlyMap<string, ts.Expression | undefined>,
  tell: (node: ts.Node, what: string) => void,
): void => {
  /** The module's name at the root of `a.b[c]`; undefined where a function has a variable of that name. */
  const rootOf = (node: ts.Expression): string | undefined => {
    const inner = ts.isNonNullExpression(node) ? bare(node.expression) : bare(node);
    if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) return rootOf(inner.expression);
    if (!ts.isIdentifier(inner) || !names.has(inner.text)) return undefined;
    return isShadowed(inner, inner.text) ? undefined : inner.text;
  };
  const write = (node: ts.Node, target: ts.Expression): void => {
    const root = rootOf(target);
    if (root !== undefined) tell(node, `a write to ${root}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) write(node, node.left);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken) {
        write(node, node.operand);
      }
    } else if (ts.isDeleteExpression(node)) write(node, node.expression);
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      const [first] = node.arguments;
      if (/^(?:Object|Reflect)$/.test(expression.getText(source)) && OF_OBJECT.has(name.text) && first) {
        write(node, first);
      } else if (changes(node, expression, name.text)) write(node, expression);
    }
    ts.forEachChild(node, visit);
  };
  /** `test` and `exec` change only patterns that remember where they stopped; other objects may have such methods too. */
  const changes = (call: ts.CallExpression, object: ts.Expression, method: string): boolean => {
    if (!MUTATORS.has(method)) return false;
    // A set takes one value; what takes two, adds them.
    if (method === "add") return call.arguments.length === 1 && !call.arguments.some(ts.isSpreadElement);
    const value = ts.isIdentifier(object) ? names.get(object.text) : undefined;
    if (method !== "test" && method !== "exec") return true;
    return value !== undefined && ts.isRegularExpressionLiteral(value) && /\/[a-z]*[gy][a-z]*$/.test(value.text);
  };
  visit(source);
};

/** Has a function or block around a node a variable of this name? */
const isShadowed = (node: ts.Node, name: string): boolean => {
  for (let at = node.parent; at !== undefined && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at) && at.parameters.some((parameter) => boundBy(parameter.name).includes(name))) return true;
    if (ts.isBlock(at) && at.statements.some((statement) => declaresName(statement, name))) return true;
    if ((ts.isForStatement(at) || ts.isForOfStatement(at)) && at.initializer !== undefined) {
      const list = at.initializer;
      if (ts.isVariableDeclarationList(list) && list.declarations.some((one) => boundBy(one.name).includes(name))) {
        return true;
      }
    }
  }
  return false;
};

const declaresName = (statement: ts.Statement, name: string): boolean => {
  const names = new Map<string, ts.Expression | undefined>();
  declare(statement, names);
  return names.has(name);
};
