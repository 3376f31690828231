import type { LanguageId } from '../sourceFile';

export interface FileLanguage {
  readonly language: LanguageId;
  /** linguist's name; `Text` where nothing is known. */
  readonly languageName: string;
}

const byExtension: Readonly<Record<string, readonly [LanguageId, string]>> = {
  ts: ['typescript', 'TypeScript'],
  mts: ['typescript', 'TypeScript'],
  cts: ['typescript', 'TypeScript'],
  tsx: ['tsx', 'TSX'],
  js: ['javascript', 'JavaScript'],
  cjs: ['javascript', 'JavaScript'],
  mjs: ['javascript', 'JavaScript'],
  jsx: ['javascript', 'JavaScript'],
  py: ['python', 'Python'],
  pyi: ['python', 'Python'],
  java: ['java', 'Java'],
  kt: ['kotlin', 'Kotlin'],
  kts: ['kotlin', 'Kotlin'],
  go: ['go', 'Go'],
  rb: ['ruby', 'Ruby'],
  rake: ['ruby', 'Ruby'],
  php: ['php', 'PHP'],
  cs: ['csharp', 'C#'],
  rs: ['rust', 'Rust'],
  ex: ['elixir', 'Elixir'],
  exs: ['elixir', 'Elixir'],
  sh: ['shell', 'Shell'],
  bash: ['shell', 'Shell'],
  md: ['other', 'Markdown'],
  json: ['other', 'JSON'],
  yml: ['other', 'YAML'],
  yaml: ['other', 'YAML'],
  toml: ['other', 'TOML'],
  xml: ['other', 'XML'],
  html: ['other', 'HTML'],
  css: ['other', 'CSS'],
  scss: ['other', 'SCSS'],
  sql: ['other', 'SQL'],
  prisma: ['other', 'Prisma'],
  graphql: ['other', 'GraphQL'],
  proto: ['other', 'Protocol Buffer'],
};

/** By name, and by the first line where the name does not tell. */
export function languageOf(path: string, _firstLine = ''): FileLanguage {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name.startsWith('dockerfile')) return { language: 'other', languageName: 'Dockerfile' };
  if (name === 'gemfile' || name === 'rakefile') return { language: 'ruby', languageName: 'Ruby' };
  const found = byExtension[name.slice(name.lastIndexOf('.') + 1)];
  return found === undefined
    ? { language: 'other', languageName: 'Text' }
    : { language: found[0], languageName: found[1] };
}
