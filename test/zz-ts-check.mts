import ts from "typescript";
import { readFileSync } from "node:fs";
import { edits } from "./mutation/edits.ts";
const root = "/work/main/";
const cfg = ts.parseJsonConfigFileContent(ts.readConfigFile(root + "tsconfig.json", ts.sys.readFile).config, ts.sys, root);
const over = new Map<string, string>(); let v = 0;
const host: ts.LanguageServiceHost = {
  getCompilationSettings: () => cfg.options, getScriptFileNames: () => [...new Set(edits.map((e) => root + e.file))],
  getScriptVersion: (f) => (over.has(f) ? `m${v}` : "0"), getScriptSnapshot: (f) => { const t = over.get(f) ?? ts.sys.readFile(f); return t === undefined ? undefined : ts.ScriptSnapshot.fromString(t); },
  getCurrentDirectory: () => root, getDefaultLibFileName: (o) => ts.getDefaultLibFilePath(o), fileExists: ts.sys.fileExists, readFile: ts.sys.readFile, readDirectory: ts.sys.readDirectory, directoryExists: ts.sys.directoryExists, getDirectories: ts.sys.getDirectories,
};
const svc = ts.createLanguageService(host);
for (const e of edits) {
  const f = root + e.file; v++; const t = readFileSync(f, "utf8"); over.set(f, t.split(e.find).join(e.replace));
  const ds = [...svc.getSyntacticDiagnostics(f), ...svc.getSemanticDiagnostics(f)].filter((d) => ![6133, 6192, 6196, 6198].includes(d.code));
  if (ds.length) console.log(e.id, ds.map((d) => `${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, " ").slice(0, 150)}`).join(" | "));
  over.delete(f); 
}
