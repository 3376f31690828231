import ignore from 'ignore';
import type { SkipReason } from '../../../shared/genesis';

/** What the repository itself says of its files, in linguist's words. */
export interface Attributes {
  /** `keep` where an attribute is taken back (`-linguist-generated`). */
  reasonFor(path: string): SkipReason | 'keep' | undefined;
}

const reasons: Readonly<Record<string, SkipReason>> = {
  'linguist-generated': 'generated',
  'linguist-vendored': 'vendored',
};

const maxLines = 1_000;

/** Reads `linguist-generated` and `linguist-vendored` of the root's `.gitattributes`; the last line that fits a path wins. */
export function parseGitAttributes(text: string): Attributes {
  const rules = text.split('\n').slice(0, maxLines).flatMap(parseLine).reverse();
  if (rules.length === 0) return { reasonFor: () => undefined };
  return {
    reasonFor: (path) => rules.find((rule) => rule.fits(path))?.verdict,
  };
}

function parseLine(line: string): { fits(path: string): boolean; readonly verdict: SkipReason | 'keep' }[] {
  const [pattern = '', ...attributes] = line.trim().split(/\s+/);
  if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('[')) return [];
  return attributes.flatMap((attribute) => {
    const parts = /^(-?)(linguist-[a-z]{1,20})(?:=(true|false))?$/.exec(attribute);
    const reason = reasons[parts?.[2] ?? ''];
    if (parts === null || reason === undefined) return [];
    // Patterns of attributes are those of `.gitignore`, except that they never fit a folder as a whole.
    const matcher = ignore({ allowRelativePaths: true }).add(pattern);
    const verdict = parts[1] === '-' || parts[3] === 'false' ? 'keep' : reason;
    return [{ fits: (path: string) => matcher.ignores(path), verdict }];
  });
}
