import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const repositoryRoot = dirname(dirname(__dirname));

/** TypeScript files below a folder of the repository, as paths with `/` relative to its root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(repositoryRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules'))
    .sort();
}

const texts = new Map<string, string>();

function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(repositoryRoot, file), 'utf8');
  texts.set(file, text);
  return text;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Specifiers that a file imports, re-exports or requires, types included. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(importPattern)].flatMap((match) => match[2] ?? match[3] ?? []);
}
/** The same without what vanishes when built. */
importsOf.values = (file: string): string[] =>
  [...textOf(file).matchAll(importPattern)]
    .filter((match) => match[1] === undefined)
    .flatMap((match) => match[2] ?? match[3] ?? []);
importsOf.text = textOf;

export { importsOf };
