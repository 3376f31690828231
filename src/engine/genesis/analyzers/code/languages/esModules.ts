import type { ImportBinding, ImportFact } from '../../../facts/importGraph';
import type { PieceReader } from '../codeLanguage';
import { blank, linesBefore } from '../linesBefore';

const comments = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const sourceOf = /\bfrom\s*(['"])([^'"\n]*)\1/;
const bareImport = /^import\s*(['"])([^'"\n]*)\1/;
const requireImport = /^import\s+(?:type\s+)?([\w$]+)\s*=\s*require\s*\(\s*['"]([^'"\n]*)['"]/;

/** `import a, { b as c } from 'd'`, `import 'd'`, `import a = require('d')`. */
export const readImport: PieceReader = ({ text, line }, draft) => {
  const bare = bareImport.exec(text);
  if (bare?.[2] !== undefined) {
    draft.imports.push({ specifier: bare[2], line, kind: 'import', bindings: [] });
    return;
  }
  const required = requireImport.exec(text);
  if (required?.[1] !== undefined && required[2] !== undefined) {
    const bindings = [{ local: required[1], imported: '*' }];
    draft.imports.push({ specifier: required[2], line, kind: 'require', bindings });
    return;
  }
  const source = sourceOf.exec(text);
  if (source?.[2] === undefined) return;
  const clause = text.slice('import'.length, source.index).replace(comments, blank).trim();
  const end = lineOfSource(line, text, source);
  draft.imports.push({ specifier: source[2], line: end, ...readClause(clause, line, end) });
};

/** Names may stand above the module that they come from. */
function lineOfSource(line: number, text: string, source: RegExpExecArray): number {
  return line + linesBefore(text, source.index + source[0].length);
}

/** The part between `import` and `from`: from the line `first` to the line `last`. */
function readClause(clause: string, first: number, last: number): Pick<ImportFact, 'kind' | 'bindings'> {
  const typeOnly = /^(?:type|typeof)\s+(?!from\b)(?=[\w$*{])/.exec(clause);
  const rest = typeOnly === null ? clause : clause.slice(typeOnly[0].length);
  const open = rest.indexOf('{');
  const from = first + linesBefore(rest, open);
  const named = open === -1 ? [] : readNames(rest.slice(open + 1, rest.lastIndexOf('}')), from, last);
  const bindings: ImportBinding[] = [];
  for (const part of (open === -1 ? rest : rest.slice(0, open)).split(',')) {
    const name = part.trim();
    const whole = /^\*\s*as\s+([\w$]+)$/.exec(name)?.[1];
    if (whole !== undefined) bindings.push({ local: whole, imported: '*' });
    else if (name !== '') bindings.push({ local: name, imported: 'default' });
  }
  const allTypes = typeOnly !== null || (bindings.length === 0 && named.length > 0 && named.every((name) => name.type));
  bindings.push(...named.map(({ type, ...binding }) => binding));
  return { kind: allTypes ? 'type' : 'import', bindings };
}

/**
 * `a, type b, c as d` of an import. In an export the sides change places: `local` is what comes last. The list begins in
 * the line `first`; a line that is not `last` is told.
 */
function readNames(list: string, first: number, last: number): (ImportBinding & { readonly type: boolean })[] {
  let line = first;
  return list.split(',').flatMap((part) => {
    const found =
      /^\s*(type\s+(?!as\b))?([\w$]+|['"][^'"]*['"])(?:\s+as\s+([\w$]+|['"][^'"]*['"]))?\s*$/.exec(part) ?? [];
    const [, type, imported, local] = found;
    const own = line + linesBefore(part, part.search(/\S/));
    line += linesBefore(part, part.length);
    if (imported === undefined) return [];
    const names = { imported: unquoted(imported), local: unquoted(local ?? imported) };
    return [{ ...names, ...(own === last ? {} : { line: own }), type: type !== undefined }];
  });
}

function unquoted(name: string): string {
  return name.replace(/^['"]|['"]$/g, '');
}

/** Everything after `export`; declared names come from the declarations' own patterns. */
export const readExport: PieceReader = ({ text, line, containers }, draft) => {
  // What a namespace exports, the file does not.
  if (containers.length > 0) return;
  const head = text.slice(0, text.startsWith('export default') ? 300 : undefined);
  if (/^export\s+default\b/.test(head)) {
    const local = defaultName(head);
    draft.exports.push({ exported: 'default', local });
    return;
  }
  const assigned = /^export\s*=\s*([\w$]+)/.exec(head)?.[1];
  if (assigned !== undefined) draft.exports.push({ exported: 'default', local: assigned });
  if (/^export\s*(?:type\s*)?[*{]/.test(head)) readExportList(head, line, draft);
  else for (const name of declaredNames(head)) draft.exports.push({ exported: name, local: name });
};

function defaultName(head: string): string {
  const declared =
    /^export\s+default\s+(?:async\s+)?(?:abstract\s+)?(?:function|class|interface|enum)\b\s*\*?\s*([\w$]*)/.exec(head);
  if (declared?.[1] !== undefined) return /^(?:extends|implements)?$/.test(declared[1]) ? 'default' : declared[1];
  return /^export\s+default\s+([A-Za-z_$][\w$]*)\s*(?:;|$|\n)/.exec(head)?.[1] ?? 'default';
}

function readExportList(text: string, line: number, draft: Parameters<PieceReader>[1]): void {
  const found = sourceOf.exec(text);
  const source = found?.[2];
  const end = found === null ? line : lineOfSource(line, text, found);
  const typeOnly = /^export\s*type\b/.test(text);
  const star = /^export\s*(?:type\s*)?\*\s*(?:as\s+([\w$]+))?/.exec(text);
  if (star !== null) {
    if (source === undefined) return;
    const bindings = [{ local: star[1] ?? '*', imported: '*' }];
    draft.imports.push({ specifier: source, line: end, kind: 'reexport', bindings });
    return;
  }
  const open = text.indexOf('{');
  const list = text.slice(open + 1, text.indexOf('}')).replace(comments, blank);
  const names = readNames(list, line + linesBefore(text, open), end);
  if (source === undefined) {
    for (const name of names) draft.exports.push({ exported: name.local, local: name.imported });
    return;
  }
  const bindings = names.map(({ type, ...binding }) => binding);
  const kind = typeOnly ? { kind: 'type' as const, isExported: true as const } : { kind: 'reexport' as const };
  draft.imports.push({ specifier: source, line: end, ...kind, bindings });
}

const declaration =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const\s+enum|function|class|const|let|var|enum|interface|type|namespace|module)\b\s*\*?\s*/;

function declaredNames(text: string): readonly string[] {
  const found = declaration.exec(text);
  if (found === null) return [];
  const rest = text.slice(found[0].length);
  if (rest.startsWith('{') || rest.startsWith('[')) {
    const pattern = rest.slice(1, rest.search(/[}\]]/));
    return [...pattern.matchAll(/([\w$]+)\s*(?:=[^,]*)?(?=,|$)/g)].map((name) => name[1] ?? '');
  }
  const name = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  return name === undefined ? [] : [name];
}
