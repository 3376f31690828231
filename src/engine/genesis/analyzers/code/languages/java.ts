import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { collectReferences, javaNames } from '../references';

/** `a.b.C`, `a.b.*`, `static a.b.C.m`, `static a.b.C.*`; Kotlin has the alias. */
const readImport: PieceReader = ({ text, line }, draft) => {
  const [, isStatic, path, star, alias] =
    /^import\s+(static\s+)?([\w.`]+?)\s*(\.\s*\*)?(?:\s+as\s+(\w+))?\s*;?\s*$/.exec(
      text.replace(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ').trim(),
    ) ?? [];
  if (path === undefined) return;
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (star !== undefined) {
    // A static wildcard takes the members of a class, another one the classes of a package.
    const specifier = isStatic === undefined ? `${path}.*` : path;
    draft.imports.push({ specifier, line, kind: 'import', bindings: [{ local: '*', imported: '*' }] });
    return;
  }
  const specifier = isStatic === undefined ? path : path.slice(0, path.lastIndexOf('.'));
  draft.imports.push({ specifier, line, kind: 'import', bindings: [{ local: alias ?? last, imported: last }] });
};

const readPackage: PieceReader = ({ text }, draft) => {
  draft.namespace ??= /\bpackage\s+([\w.]+)/.exec(text)?.[1];
};

export const java: CodeLanguage = {
  languages: ['java'],
  separator: '.',
  maxDepth: 7,
  query: `
    (package_declaration) @package
    (import_declaration) @import
    (class_declaration name: (_) @name) @class
    (record_declaration name: (_) @name) @class
    (interface_declaration name: (_) @name) @interface
    (annotation_type_declaration name: (_) @name) @interface
    (enum_declaration name: (_) @name) @enum
    (method_declaration name: (_) @name) @method
  `,
  pieces: { import: readImport, package: readPackage },
  exported: ({ head, containerKind }) => containerKind === 'interface' || /\bpublic\b/.test(head),
  references: (text, lineAt) => collectReferences(text, javaNames, lineAt),
};
