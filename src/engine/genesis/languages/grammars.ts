import type { LanguageId } from '../sourceFile';

/** Name of the grammar file of each language that has one. */
const grammarNames: Readonly<Partial<Record<LanguageId, string>>> = {
  typescript: 'typescript',
  tsx: 'tsx',
  javascript: 'javascript',
  python: 'python',
  java: 'java',
  go: 'go',
  ruby: 'ruby',
  php: 'php',
  csharp: 'c-sharp',
  rust: 'rust',
  shell: 'bash',
};

/** Flow's annotations are no JavaScript, but TSX reads nearly all of them. */
const flowPragma = /@flow\b/;

export function grammarOf(language: LanguageId, text: string): string | undefined {
  if (language === 'javascript' && flowPragma.test(text.slice(0, 1_000))) return grammarNames.tsx;
  return grammarNames[language];
}
