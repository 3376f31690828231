import type { CodeLanguage, PieceReader } from '../codeLanguage';

const readImport: PieceReader = ({ text, line }, draft) => {
  const [, alias, path] = /^(?:([\w.]+)\s*)?["`]([^"`]+)["`]/.exec(text) ?? [];
  if (path === undefined) return;
  const bindings =
    alias === '_' ? [] : [{ local: alias === '.' ? '*' : (alias ?? packageNameOf(path)), imported: '*' }];
  draft.imports.push({ specifier: path, line, kind: 'import', bindings });
};

/** What a package is most likely called: `a/go-redis/v9` → `redis`, `gopkg.in/yaml.v3` → `yaml`. The graph knows better for ours. */
function packageNameOf(path: string): string {
  const parts = path.split('/');
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  const last = (parts.at(-1) ?? path).replace(/\.v\d+$/, '');
  return last
    .replace(/^go-/, '')
    .replace(/[-.]go$/, '')
    .replaceAll('-', '_');
}

const readPackage: PieceReader = ({ text }, draft) => {
  draft.namespace ??= /^package\s+(\w+)/.exec(text)?.[1];
};

export const go: CodeLanguage = {
  languages: ['go'],
  separator: '.',
  maxDepth: 3,
  query: `
    (package_clause) @package
    (import_spec) @import
    (function_declaration name: (_) @name) @function
    (method_declaration receiver: (_) @receiver name: (_) @name) @method
    (type_spec name: (_) @name type: (_) @value) @type
    (type_alias name: (_) @name) @type
    (source_file (const_declaration (const_spec name: (_) @name) @constant))
    (source_file (var_declaration (var_spec name: (_) @name) @constant))
    (source_file (var_declaration (var_spec_list (var_spec name: (_) @name) @constant)))
  `,
  pieces: { import: readImport, package: readPackage },
  kindsByValue: { struct_type: 'class', interface_type: 'interface' },
  exported: ({ name }) => /^\p{Lu}/u.test(name),
};
