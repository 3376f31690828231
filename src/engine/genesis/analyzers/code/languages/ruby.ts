import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { withInterpolations } from '../interpolations';
import { collectReferences, rubyNames } from '../references';
import { withoutTexts } from './rubyTexts';

const readRequire: PieceReader = ({ text, line, inFunction }, draft) => {
  const [, how, specifier] =
    /^(require_relative|require|load)\s*\(?\s*(?:'([^'\n]*)'|"([^"\n#]*)")/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  if (how === undefined || specifier === undefined) return;
  // So that the graph can tell the two: a relative one begins with a dot, as in every other language.
  const relative = how === 'require_relative' && !specifier.startsWith('.') && !specifier.startsWith('/');
  const kind = inFunction ? 'dynamic' : 'require';
  draft.imports.push({ specifier: relative ? `./${specifier}` : specifier, line, kind, bindings: [] });
};

const readAutoload: PieceReader = ({ text, line }, draft) => {
  const [, name, path] = /^autoload\s*\(?\s*:(\w+)\s*,\s*['"]([^'"\n]+)['"]/.exec(text) ?? [];
  if (name === undefined || path === undefined) return;
  draft.imports.push({ specifier: path, line, kind: 'require', bindings: [{ local: name, imported: name }] });
};

const forms = { strings: /#(?!\{)[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g };

export const ruby: CodeLanguage = {
  languages: ['ruby'],
  separator: '::',
  maxDepth: 9,
  query: `
    (module name: (_) @name) @module
    (class name: (_) @name) @class
    (method name: (_) @name) @method
    (singleton_method name: (_) @name) @method
    (assignment left: (constant) @name right: (_) @value) @constant
    (call !receiver method: (identifier) @called arguments: (argument_list . (string)) (#any-of? @called "require" "require_relative" "load")) @require
    (call !receiver method: (identifier) @called arguments: (argument_list . (simple_symbol) . (string)) (#eq? @called "autoload")) @autoload
  `,
  pieces: { require: readRequire, autoload: readAutoload },
  exported: () => true,
  references: (text, lineAt) => {
    const code = withoutTexts(text);
    return collectReferences(code.includes('#{') ? withInterpolations(code, forms) : code, rubyNames, lineAt);
  },
};
