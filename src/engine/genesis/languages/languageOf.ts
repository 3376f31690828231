import type { LanguageId } from '../sourceFile';
import { languagesByExtension, languagesByFilename, languagesByInterpreter } from './linguistTable';
import { contentRules, preferred } from './tieBreaks';

export interface FileLanguage {
  readonly language: LanguageId;
  /** linguist's name; `Text` where nothing is known. */
  readonly languageName: string;
}

const idsByName: Readonly<Record<string, LanguageId>> = {
  TypeScript: 'typescript',
  TSX: 'tsx',
  JavaScript: 'javascript',
  Python: 'python',
  Java: 'java',
  Kotlin: 'kotlin',
  Go: 'go',
  Ruby: 'ruby',
  PHP: 'php',
  'C#': 'csharp',
  Rust: 'rust',
  Elixir: 'elixir',
  Swift: 'swift',
  Dart: 'dart',
  Shell: 'shell',
  // Component files: the parser sees their scripts only. Its TypeScript grammar reads their JavaScript, too.
  Vue: 'typescript',
  Svelte: 'typescript',
  Astro: 'typescript',
};

/** Families of file names that linguist lists one by one. */
const namePatterns: readonly (readonly [pattern: RegExp, language: string, example: string])[] = [
  [/^(?:dockerfile|containerfile)[._-]/, 'Dockerfile', 'Dockerfile.dev'],
  [/^\.env(?:\.|$)|\.env$/, 'Dotenv', '.env.ci.local'],
  [/^(?:jenkinsfile)[._-]/, 'Groovy', 'Jenkinsfile.release'],
  [/^makefile[._-]/, 'Makefile', 'Makefile.local'],
  // A licence behind its name, where the ending of another language is the short form of one.
  [
    /^(?:copying|licen[cs]e)[._-](?:[al]?gpl|mpl|bsd|mit|apache|epl|bsl)(?:[-_.]?\d[\d.]{0,6})?$/,
    'Text',
    'COPYING.MPL',
  ],
  [/^requirements[\w.-]*\.txt$/, 'Pip Requirements', 'requirements-dev.txt'],
];

const headLength = 4_000;

/** By the file's name, and by the beginning of its text (the first line at least) where the name leaves it open. */
export function languageOf(path: string, head = ''): FileLanguage {
  const languageName = nameOf(path.slice(path.lastIndexOf('/') + 1).toLowerCase(), head.slice(0, headLength));
  return { language: idsByName[languageName] ?? 'other', languageName };
}

function nameOf(name: string, head: string): string {
  const byFilename = languagesByFilename.get(name)?.[0] ?? undefined;
  if (byFilename !== undefined) return byFilename.name;
  const family = namePatterns.find(([pattern]) => pattern.test(name));
  if (family !== undefined) return family[1];
  return byExtension(name, head) ?? byInterpreter(head) ?? (/^\s*<\?xml\b/.test(head) ? 'XML' : 'Text');
}

/** `a.html.erb` is looked up as `html.erb` first, then as `erb`. */
function byExtension(name: string, head: string): string | undefined {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const extension = name.slice(dot + 1);
    const languages = languagesByExtension.get(extension);
    if (languages === undefined) continue;
    const told = head === '' ? undefined : toldByContent(extension, head);
    if (told === undefined && languages.length === 1) return languages[0]?.name;
    const chosen = told ?? preferred[extension] ?? byInterpreter(head);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

function toldByContent(extension: string, head: string): string | undefined {
  return contentRules.find((rule) => rule.extension === extension && rule.pattern.test(head))?.language;
}

/** From `#!/usr/bin/env -S python3 -u` and the like. */
function byInterpreter(head: string): string | undefined {
  if (!head.startsWith('#!')) return undefined;
  const words = head.slice(2, 200).split('\n', 1)[0]?.trim().split(/\s+/) ?? [];
  const program = words
    .map((word) => word.slice(word.lastIndexOf('/') + 1))
    .filter((word) => !/^(?:env$|-|\w+=)/.test(word))[0];
  if (program === undefined) return undefined;
  return (languagesByInterpreter.get(program) ?? languagesByInterpreter.get(program.replace(/[\d.]+$/, '')))?.[0]?.name;
}
