import type { CodeLanguage } from '../codeLanguage';
import { readCommonJsExport, readRequire } from './commonJs';
import { readExport, readImport } from './esModules';

/** TypeScript, TSX and JavaScript: ES modules and CommonJS. */
export const javascript: CodeLanguage = {
  languages: ['javascript'],
  separator: '.',
  namesExports: true,
  maxDepth: 5,
  query: `
    (import_statement) @import
    (export_statement) @export
    [(class_declaration name: (_) @name)] @class
    (function_declaration name: (_) @name) @function
    (generator_function_declaration name: (_) @name) @function
    (method_definition name: (_) @name) @method
    (program (lexical_declaration (variable_declarator name: (identifier) @name value: (_)? @value) @constant))
    (program (variable_declaration (variable_declarator name: (identifier) @name value: (_)? @value) @constant))
    (export_statement (lexical_declaration (variable_declarator name: (identifier) @name value: (_)? @value) @constant)) @exported
    (program (expression_statement (assignment_expression
      left: (member_expression object: (_) @receiver property: (property_identifier) @name)
      right: [(function_expression) (arrow_function)]) @method))
  `,
  pieces: { import: readImport, export: readExport, require: readRequire, commonjs: readCommonJsExport },
  further: [
    {
      when: /\bexports\b/,
      maxDepth: 3,
      query: '(assignment_expression left: [(member_expression) (identifier)] right: (_)) @commonjs',
    },
    {
      when: /\b(?:require|import)\s*\(/,
      query: `
        (call_expression function: (identifier) @called arguments: (arguments [(string) (template_string)])
          (#eq? @called "require")) @require
        (call_expression function: (import) arguments: (arguments [(string) (template_string)])) @require
      `,
    },
  ],
  kindsByValue: { arrow_function: 'function', function_expression: 'function', generator_function: 'function' },
  exported: ({ file, start, containerKind, head }) =>
    containerKind === 'class'
      ? !/\b(?:private|protected)\b/.test(head)
      : /\bexport\s+(?:default\s+)?(?:(?:declare|abstract|const|let|var)\s+)*$/.test(
          file.text.slice(Math.max(0, start - 60), start),
        ),
};

/** What only the TypeScript grammars know. */
const typescriptOnly = `
  (abstract_class_declaration name: (_) @name) @class
  (interface_declaration name: (_) @name) @interface
  (enum_declaration name: (_) @name) @enum
  (type_alias_declaration name: (_) @name) @type
  (internal_module name: (_) @name) @module
  (abstract_method_signature name: (_) @name) @method
`;

export const typescript: CodeLanguage = {
  ...javascript,
  languages: ['typescript', 'tsx'],
  query: javascript.query + typescriptOnly,
};
