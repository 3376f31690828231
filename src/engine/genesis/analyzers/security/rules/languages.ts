import type { FileDescription } from '../../../extractor';

/** Whether a file is in one of some languages. */
export const only =
  (...languages: readonly string[]) =>
  ({ language }: FileDescription): boolean =>
    languages.includes(language);

export const script = only('javascript', 'typescript', 'tsx');
export const python = only('python');
export const php = only('php');
export const ruby = only('ruby');
export const go = only('go');
export const csharp = only('csharp');
export const javaOrKotlin = only('java', 'kotlin');

export const jvm = (file: FileDescription): boolean =>
  javaOrKotlin(file) || file.languageName === 'Scala' || file.languageName === 'Groovy';

/** Whatever has a grammar, or is read as a language. */
export const anyLanguage = ({ language }: FileDescription): boolean => language !== 'other';

/** The same without scripts of a shell. */
export const code = (file: FileDescription): boolean => anyLanguage(file) && file.language !== 'shell';

/** In small letters without an ending alone: `dockerfile.ex` is a program. */
export const isDockerfile = ({ path }: Pick<FileDescription, 'path'>): boolean =>
  /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[.-][^/]+)?|(?:docker|container)file(?:-[^/]+)?)$|\.[Dd]ockerfile$/.test(
    path,
  );
