import type { LanguageId } from '../../../../sourceFile';

/** Languages in which a class of the project can be named without an import that says where it is. */
export const findsClasses: ReadonlySet<LanguageId> = new Set([
  'java',
  'kotlin',
  'csharp',
  'php',
  'ruby',
  'elixir',
  'swift',
]);

export const isScript = /^(?:javascript|typescript|tsx)$/;
