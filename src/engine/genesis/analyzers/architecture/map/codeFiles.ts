import { languageEntry } from '../../../languages/linguistTable';
import { translation } from '../../../languages/translationRules';
import type { FileRecord, ScanModel } from '../../../scanModel';
import type { LanguageId } from '../../../sourceFile';
import { buildCode } from './packages';

const componentFiles = new Set(['Vue', 'Svelte', 'Astro']);

/** Languages of the build, of images and installers: what they hold is how the product is made and packed, not the product. */
export const buildLanguages: ReadonlySet<string> = new Set([
  'CMake',
  'Dockerfile',
  'Inno Setup',
  'Just',
  'M4',
  'M4Sugar',
  'Makefile',
  'Meson',
  'NSIS',
  'Nix',
  'QMake',
  'Starlark',
]);

/** Queries of tree-sitter go by Scheme's extension; a grammar has one for each language it colours. */
const query = /(?:^|\/)queries\/(?:[^/]+\/){0,3}[^/]+\.scm$/;

/** Steps of a data base that Doctrine numbers, mostly by the time, and those of Alembic. */
const step =
  /(?:^|\/)(?:migrations?|alembic)\/versions\/(?:[^/]+\/){0,3}[^/]+\.py$|(?:^|\/)migrations?\/(?:[^/]+\/){0,3}(?:Version|Migration)\d{3,}\w*\.php$/i;

/** The state that steps of a data base led to, which Rails writes. */
export const stateOfSteps = /(?:^|\/)db\/(?:\w{1,40}_)?(?:schema\.rb|structure\.sql)$/;

/** The product's own code: no tests, examples, docs or settings, and nothing that was not read. */
export function codeFiles(model: ScanModel): readonly FileRecord[] {
  return model.files.filter(
    (file) =>
      file.role === 'source' &&
      file.skipped === undefined &&
      !query.test(file.path) &&
      !translation.test(file.path) &&
      !step.test(file.path) &&
      !stateOfSteps.test(file.path) &&
      !buildLanguages.has(file.languageName) &&
      !buildCode.test(file.path) &&
      (componentFiles.has(file.languageName) ||
        // A page or part of Blazor; the views of older frameworks are templates.
        file.path.endsWith('.razor') ||
        languageEntry(file.languageName)?.type === 'programming'),
  );
}

/** Languages whose imports lead to files, each with those that can import it and be imported by it. */
const families: Readonly<Partial<Record<LanguageId, string>>> = {
  typescript: 'script',
  tsx: 'script',
  javascript: 'script',
  python: 'python',
  java: 'jvm',
  kotlin: 'jvm',
  go: 'go',
  ruby: 'ruby',
  php: 'php',
  csharp: 'csharp',
  rust: 'rust',
  elixir: 'elixir',
  dart: 'dart',
  swift: 'swift',
};
const byName: Readonly<Record<string, string>> = {
  C: 'c',
  'C++': 'c',
  'Objective-C': 'c',
  'Objective-C++': 'c',
  Yacc: 'c',
  Bison: 'c',
  Lex: 'c',
  Scala: 'jvm',
};

/** How much of the code is in languages whose imports are read. Of the rest no tie is known. */
export function readShare(files: readonly FileRecord[]): number {
  return files.filter((file) => importFamily(file) !== undefined).length / Math.max(1, files.length);
}

/**
 * The languages that a file shares its imports with; `undefined` where imports are not followed, so that nothing can be
 * said of who uses whom.
 */
export function importFamily(file: Pick<FileRecord, 'language' | 'languageName'>): string | undefined {
  return families[file.language] ?? (Object.hasOwn(byName, file.languageName) ? byName[file.languageName] : undefined);
}
