import type { Extractor } from '../../extractor';

/** Names of variables that an example file or a document lists, with their lines. */
export interface DocumentedNames {
  /** An example file is meant to be complete; a document may name just a few. */
  readonly isExample: boolean;
  readonly names: readonly (readonly [name: string, line: number])[];
}

const exampleFile =
  /(^|\/)(\.env[\w.-]{0,30}\.?(example|sample|template|dist|defaults|tpl)[\w.-]{0,20}|\.?env[.-](example|sample|template)|\.?(?:example|sample|template)\.env|\.env(\.(example|sample|template|dist|defaults|local|development|dev))?)$/i;

export const documentedNameExtractor: Extractor<DocumentedNames> = {
  id: 'environment/documented',
  version: 4,
  wants: (file) =>
    file.role !== 'fixture' &&
    file.role !== 'test' &&
    file.role !== 'vendored' &&
    (exampleFile.test(file.path) ||
      // A log of changes tells that a name came or went, not what it is for.
      (/\.(md|mdx|rst|adoc)$/i.test(file.path) &&
        !/(?:^|\/)(?:change-?log|changes|news|history|releases?|release-?notes)\b[^/]{0,30}$/i.test(file.path)) ||
      /(^|\/)app\.json$/.test(file.path)),
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const isExample = exampleFile.test(file.path);
    const names = isExample ? assigned(file.text) : mentioned(file.text);
    return names.length === 0 ? undefined : { isExample, names };
  },
};

/** `NAME=`, also behind a comment sign: a commented line is how an optional one is shown. */
function assigned(text: string): [string, number][] {
  const found = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const name =
      /^\s{0,9}#?\s{0,3}(?:export\s{1,3})?([A-Z][A-Z0-9_]{1,79})\s{0,3}=/.exec(line)?.[1] ??
      partlyLower.exec(line)?.[1];
    if (name !== undefined && !found.has(name)) found.set(name, index + 1);
  }
  return [...found];
}

/** Set, not commented out: a part of the name is what the program calls something else by. */
const partlyLower = /^(?:export\s{1,3})?([A-Z][A-Z0-9]{0,40}_[\w.-]{1,79})\s{0,3}=/;

/** In prose only what looks like nothing else: upper case with an underscore. */
function mentioned(text: string): [string, number][] {
  const found = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const match of line.matchAll(/\b[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}\b/g)) {
      if (!found.has(match[0]) && found.size < 1_000) found.set(match[0], index + 1);
    }
  }
  return [...found];
}
