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

/** One side of a product as a whole, which is left out of statistics and copied from nowhere. */
const wholePart =
  /^\/?(?:front-?end|client|web|web-?app|webui|ui|apps?|src|site|web-?site|www|server|back-?end|api|admin|dashboard|packages|templates?|views?|docs?)(?:\/(?:\*{1,2}(?:\/\*)?)?)?$/i;

function parseLine(line: string): { fits(path: string): boolean; readonly verdict: SkipReason | 'keep' }[] {
  const [pattern = '', ...attributes] = line.trim().split(/\s+/);
  if (pattern.startsWith('#') || pattern.startsWith('[')) return [];
  // Everything, of which the next line takes one language out: that steers statistics as well.
  if (!/[\p{L}\p{N}]/u.test(pattern)) return [];
  return attributes.flatMap((attribute) => {
    const parts = /^(-?)(linguist-[a-z]{1,20})(?:=(true|false))?$/.exec(attribute);
    const reason = reasons[parts?.[2] ?? ''];
    if (parts === null || reason === undefined) return [];
    // All files of a language, wherever they are: that steers statistics (a template of Laravel's does) and copies nothing.
    if (reason === 'vendored' && /^\*\.\w{1,10}$/.test(pattern)) return [];
    if (reason === 'vendored' && wholePart.test(pattern)) return [];
    const verdict = parts[1] === '-' || parts[3] === 'false' ? 'keep' : reason;
    return [{ fits: matcherOf(pattern), verdict }];
  });
}

/** Without a slash a pattern speaks of names alone, wherever they are: most do, and names are compared quickly. */
const namePattern = /^[\w.*@+-]{1,100}$/;
/** With more of them a long name could take long. */
const maxStars = 2;

/** Patterns of attributes are those of `.gitignore`, except that they never fit a folder as a whole. */
function matcherOf(pattern: string): (path: string) => boolean {
  const parts = pattern.split(/\*+/);
  if (!namePattern.test(pattern) || parts.length - 1 > maxStars) {
    const matcher = ignore({ allowRelativePaths: true }).add(pattern);
    return (path) => matcher.ignores(path);
  }
  const name = new RegExp(`^${parts.map((part) => part.replace(/[.+]/g, '\\$&')).join('.*')}$`, 'i');
  return (path) => name.test(path.slice(path.lastIndexOf('/') + 1));
}
