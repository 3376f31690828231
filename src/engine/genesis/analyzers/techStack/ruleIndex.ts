import { normalizedToken, type TechRule, techRules } from './techRule';

/** Finds the rules that a token of the project (`npm:react`, `file:src/Dockerfile`) speaks for. */
export class RuleIndex {
  private readonly exact = new Map<string, Match[]>();
  /** Rules with a `*`, by the kind before the first colon. */
  private readonly prefixes = new Map<string, { readonly prefix: string; readonly match: Match }[]>();
  private readonly fileNames = new Map<string, Match[]>();
  private readonly filePatterns: FilePattern[] = [];
  private readonly suffixes: { readonly suffix: string; readonly match: Match }[] = [];

  constructor(rules: readonly TechRule[] = techRules) {
    for (const rule of rules) {
      for (const matcher of rule.matchers) for (const part of matcher.parts) this.add(part, { rule, part });
    }
  }

  /** For every kind but files. */
  find(token: string): readonly Match[] {
    const wanted = normalizedToken(token);
    const kind = wanted.slice(0, wanted.indexOf(':'));
    const wild = (this.prefixes.get(kind) ?? []).filter((one) => wanted.startsWith(one.prefix)).map((one) => one.match);
    return [...(this.exact.get(wanted) ?? []), ...wild];
  }

  /** A package of Swift is asked for by the address of its repository, and calls itself by the last part of that. */
  findNamed(name: string): readonly Match[] {
    const end = `/${name.toLowerCase()}`;
    return [...this.exact].flatMap(([part, matches]) =>
      part.startsWith('swift:') && part.endsWith(end) ? matches : [],
    );
  }

  findFile(path: string): readonly Match[] {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = [...(this.exact.get(`root:${path}`) ?? [])];
    for (const match of this.fileNames.get(name) ?? []) if (isPlace(match.part, path)) found.push(match);
    for (const one of this.filePatterns) if (isInPattern(one, path, name)) found.push(one.match);
    for (const one of this.suffixes) if (path.endsWith(one.suffix)) found.push(one.match);
    return found;
  }

  private add(part: string, match: Match): void {
    const kind = part.slice(0, part.indexOf(':'));
    const value = part.slice(kind.length + 1);
    if (kind === 'suffix') this.suffixes.push({ suffix: value, match });
    else if ((kind === 'file' || kind === 'root') && value.includes('*')) {
      const star = value.indexOf('*');
      const atTop = kind === 'root';
      this.filePatterns.push({ start: value.slice(0, star), end: value.slice(star + 1), atTop, match });
    } else if (kind === 'file') append(this.fileNames, value.slice(value.lastIndexOf('/') + 1), match);
    else if (value.endsWith('*')) append(this.prefixes, kind, { prefix: part.slice(0, -1), match });
    else append(this.exact, part, match);
  }
}

export interface Match {
  readonly rule: TechRule;
  /** The part of the rule's matcher that was met. */
  readonly part: string;
}

interface FilePattern {
  readonly start: string;
  readonly end: string;
  readonly atTop: boolean;
  readonly match: Match;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** `file:a/b.json` is met by `a/b.json` and by `x/a/b.json`. */
function isPlace(part: string, path: string): boolean {
  const wanted = part.slice('file:'.length);
  return path === wanted || path.endsWith(`/${wanted}`);
}

/** One `*`, which does not cross a folder. A pattern of the top is compared with the path, any other with the name. */
function isInPattern({ start, end, atTop }: FilePattern, path: string, name: string): boolean {
  const text = atTop ? path : name;
  if (!text.startsWith(start) || !text.endsWith(end) || text.length < start.length + end.length) return false;
  return !text.slice(start.length, text.length - end.length).includes('/');
}
