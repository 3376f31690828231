import type { Ecosystem } from '../manifestFacts';
import { compareNumbers, raised, versionNumbers } from './version';

/** The versions that a declaration allows: from `from` (inclusive) up to `below` (exclusive); an open side is absent. */
export interface VersionRange {
  readonly from?: readonly number[];
  readonly below?: readonly number[];
}

/** In these a bare version is that version alone; elsewhere it is a minimum that may rise within its line. */
const bareIsExact: readonly Ecosystem[] = ['npm', 'pypi', 'composer', 'gem', 'golang', 'maven', 'nuget', 'hex', 'pub'];

/** Undefined where the text is no range (a tag, a URL, a placeholder). */
export function rangeOf(ecosystem: Ecosystem, declared: string): VersionRange | undefined {
  const alternatives = declared.split(/\|\|?/).map((part) => conjunction(ecosystem, part.trim()));
  let whole: VersionRange | undefined;
  for (const range of alternatives) {
    if (range === undefined) return undefined;
    whole = whole === undefined ? range : union(whole, range);
  }
  return whole;
}

/** The one version that a declaration allows, if it pins one. */
export function exactVersion(ecosystem: Ecosystem, declared: string): string | undefined {
  const text = declared.trim();
  const [, operator = '', version] = /^(={1,3}|\[)?\s{0,3}(v?\d[\w.+-]{0,80})\]?$/.exec(text) ?? [];
  if (version === undefined || /[.](x|\*)$/i.test(version)) return undefined;
  if (operator !== '') return version;
  if (!bareIsExact.includes(ecosystem) || ecosystem === 'pypi') return undefined;
  return ecosystem === 'npm' && version.split('.').length < 3 ? undefined : version;
}

function union(a: VersionRange, b: VersionRange): VersionRange {
  const from = a.from && b.from ? (compareNumbers(a.from, b.from) < 0 ? a.from : b.from) : undefined;
  const below = a.below && b.below ? (compareNumbers(a.below, b.below) > 0 ? a.below : b.below) : undefined;
  return { ...(from ? { from } : {}), ...(below ? { below } : {}) };
}

function conjunction(ecosystem: Ecosystem, text: string): VersionRange | undefined {
  if (text === '' || text === '*') return {};
  const interval = /^([[(])\s{0,3}([\w.-]{0,60})\s{0,3},\s{0,3}([\w.-]{0,60})\s{0,3}([\])])$/.exec(text);
  if (interval !== null)
    return bounds(versionNumbers(interval[2] ?? ''), versionNumbers(interval[3] ?? ''), interval[4]);
  const hyphen = /^(\S{1,60}) - (\S{1,60})$/.exec(text);
  if (hyphen !== null) return bounds(versionNumbers(hyphen[1] ?? ''), versionNumbers(hyphen[2] ?? ''), ']');
  let whole: VersionRange = {};
  for (const part of text.replaceAll(/([<>=~^!])\s+/g, '$1').split(/[\s,]+|\band\b/)) {
    const range = part === '' ? {} : comparator(ecosystem, part);
    if (range === undefined) return undefined;
    whole = intersection(whole, range);
  }
  return whole;
}

function bounds(from: readonly number[] | undefined, to: readonly number[] | undefined, close = ')'): VersionRange {
  const below = to === undefined || close === ')' ? to : raised(to, Math.max(2, to.length - 1));
  return { ...(from ? { from } : {}), ...(below ? { below } : {}) };
}

function intersection(a: VersionRange, b: VersionRange): VersionRange {
  const from = a.from && b.from ? (compareNumbers(a.from, b.from) > 0 ? a.from : b.from) : (a.from ?? b.from);
  const below = a.below && b.below ? (compareNumbers(a.below, b.below) < 0 ? a.below : b.below) : (a.below ?? b.below);
  return { ...(from ? { from } : {}), ...(below ? { below } : {}) };
}

function comparator(ecosystem: Ecosystem, text: string): VersionRange | undefined {
  const [, operator = '', rest = ''] = /^(\^|~>|~=|~|>=|<=|>|<|!=|={1,3})?(.{0,100})$/.exec(text) ?? [];
  const numbers = versionNumbers(rest);
  if (numbers === undefined) return /^[xX*]/.test(rest) ? {} : undefined;
  const last = numbers.length - 1;
  const wild = /\.[xX*]/.test(rest);
  if (operator === '!=') return {};
  if (operator === '>=') return { from: numbers };
  if (operator === '>') return { from: raised(numbers, last) };
  if (operator === '<') return { below: numbers };
  if (operator === '<=') return { below: raised(numbers, Math.max(2, last)) };
  if (operator === '^' || (operator === '' && ecosystem === 'cargo')) return { from: numbers, below: caret(numbers) };
  if (operator === '~') return { from: numbers, below: raised(numbers, tildeIndex(ecosystem, last)) };
  if (operator === '~>' || operator === '~=') return { from: numbers, below: raised(numbers, Math.max(0, last - 1)) };
  if (wild || (last < 2 && ecosystem === 'npm')) return { from: numbers, below: raised(numbers, last) };
  if (operator === '' && !bareIsExact.includes(ecosystem)) return { from: numbers };
  return { from: numbers, below: raised(numbers, Math.max(2, last)) };
}

/** Composer's tilde leaves the last given number free; npm's and Cargo's keep major and minor. */
function tildeIndex(ecosystem: Ecosystem, last: number): number {
  if (ecosystem === 'composer') return Math.max(0, last - 1);
  return Math.min(1, last);
}

/** The leftmost number that is not 0 may not change. */
function caret(numbers: readonly number[]): number[] {
  const first = numbers.findIndex((number) => number !== 0);
  return raised(numbers, first === -1 ? Math.max(0, numbers.length - 1) : first);
}
