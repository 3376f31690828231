import { holdsAnyWord } from '../../../../base/wordFilter';
import type { LanguageId, SourceFile } from '../../sourceFile';
import { handlerAfter } from './handlerAfter';
import type { WayFact, WayRule } from './wayRule';

const mostFacts = 500;

/** What the rules find in a text without comments. */
export function findWays(rules: readonly WayRule[], file: SourceFile, text: string): WayFact[] {
  const facts: WayFact[] = [];
  for (const rule of rules) {
    if (rule.path?.test(file.path) === false || !holdsAnyWord(file.text, rule.needs)) continue;
    if (rule.holds?.test(text) === false || rule.counts?.(text) === false) continue;
    const [framework] = Object.entries(rule.alsoFrameworks ?? {}).find(([, word]) => file.text.includes(word)) ?? [];
    for (const match of text.matchAll(rule.find)) {
      const fact = factOf(rule, match, file, text);
      if (fact !== undefined && facts.length < mostFacts)
        facts.push(framework === undefined ? fact : { ...fact, framework });
    }
  }
  return facts;
}

function factOf(rule: WayRule, match: RegExpExecArray, file: SourceFile, text: string): WayFact | undefined {
  const groups = match.groups ?? {};
  const schedule = groups['schedule']?.replace(/^['"`]|['"`]$/g, '');
  const end = match.index + match[0].length;
  const constant = rule.constants === true ? constantIn(text, groups['handler']) : undefined;
  // A job is called by its queue, and by what it runs where the name of the queue stands in another file.
  const isUnnamed = rule.kind === 'job' && constant?.handler !== undefined;
  const handler =
    (isUnnamed ? (workerOf(match, text, end, file.language) ?? constantName(constant?.handler)) : constant?.handler) ??
    (rule.constants === true ? undefined : groups['handler']) ??
    (rule.decorates === undefined ? undefined : handlerAfter(text, end, file.language, rule.decorates));
  const implied = rule.decorates === undefined || handler === undefined ? undefined : handler;
  const said =
    groups['name'] ?? constant?.name ?? (implied === undefined ? undefined : (rule.impliedName?.(implied) ?? implied));
  // What others are made from is started by nobody.
  if (isBase(rule, said ?? '', text.slice(Math.max(0, match.index - 40), match.index))) return undefined;
  const before = rule.before === undefined ? '' : rule.before(text, match.index);
  if (before === undefined) return undefined;
  const name = rule.named === undefined ? withBefore(before, said) : rule.named(said ?? '', file.path);
  const shown = (name ?? (rule.named === undefined ? (handler ?? schedule) : undefined))?.trim();
  if (shown === undefined || shown === '') return undefined;
  const group = groups['group'] ?? groups['made'];
  const above = group === undefined ? undefined : rule.above?.(group, text, groups['made'] !== undefined);
  const at = match.index + Math.max(0, match[0].search(/\S/));
  return {
    kind: rule.kind,
    framework: rule.framework,
    name: (above ? `${above} ${shown}` : withRoot(groups['root'], shown)).slice(0, 120),
    ...(groups['shown'] === undefined
      ? {
          line: file.lineAt(at),
          ...endOf(text, at, implied ?? groups['name'] ?? handler, file, at + match[0].trim().length),
        }
      : shownFrom(file.lineAt(at), file.lineAt(end + groups['shown'].length))),
    ...(handler === undefined || handler === shown ? {} : { handler: handler.slice(0, 120) }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(groups['base'] === undefined ? {} : { base: groups['base'] }),
    ...(rule.kind === 'job' && /^\s{0,40}abstract\s/.test(match[0]) ? { isAbstract: true as const } : {}),
    ...(rule.byApp === undefined ? {} : { byApp: rule.byApp }),
    ...(rule.keepsGroup === undefined || groups['group'] === undefined ? {} : { group: groups['group'] }),
    ...(rule.isByBase === undefined ? {} : { isByBase: rule.isByBase }),
    ...(rule.works?.test(text) === false ? { isHollow: true as const } : {}),
    ...(rule.handedOn === undefined ? {} : { handedOn: rule.handedOn }),
  };
}

const withBefore = (before: string, name: string | undefined): string | undefined =>
  before === '' || name === undefined ? name : `${before.replace(/\/$/, '')}/${name.replace(/^\//, '')}`;

/** Further down the name is that of something else. */
const mostLines = 12;

/** From the name to what makes it a way in, or that alone where it stands far below. */
function shownFrom(line: number, shown: number): { readonly line: number; readonly endLine?: number } {
  if (shown === line) return { line };
  return shown - line <= mostLines ? { line, endLine: shown } : { line: shown };
}

/** The last line of the name and of what shows that it is a way in, behind that where the declaration begins. */
function endOf(
  text: string,
  at: number,
  name: string | undefined,
  file: SourceFile,
  matchEnd: number,
): { readonly endLine?: number } {
  const found = name === undefined || name === '' ? -1 : text.slice(at, at + 2_000).indexOf(name);
  const first = file.lineAt(at);
  const lines = [found <= 0 ? first : file.lineAt(at + found), file.lineAt(matchEnd)].filter(
    (line) => line - first <= mostLines,
  );
  const endLine = Math.max(first, ...lines);
  return endLine > first ? { endLine } : {};
}

/** What a constant holds, where the file says it; else its name, which is none of a variable or a parameter. */
function constantIn(text: string, written: string | undefined): { readonly name?: string; readonly handler?: string } {
  if (written === undefined) return {};
  const declared = /^\w{1,80}$/.test(written)
    ? new RegExp(
        `\\bconst\\s{1,5}${written}(?::\\s{0,4}\\w{1,40})?\\s{0,5}=\\s{0,5}['"\`]([^'"\`\\n$]{1,100})['"\`]`,
      ).exec(text)?.[1]
    : undefined;
  if (declared !== undefined) return { name: declared };
  return /(?:^|\.)[A-Z][A-Z0-9_]{1,80}$|^[A-Z]\w{0,60}\.\w{1,60}$|^[A-Z]\w{2,80}$/.test(written)
    ? { handler: written }
    : {};
}

/** A constant of another file is known by what it is called. */
const constantName = (written: string | undefined): string | undefined =>
  written !== undefined && /^[A-Z][A-Z0-9_]{1,80}$/.test(written) ? written : undefined;

/** What a decorator of a queue stands on, or the function that a worker of one is given. */
function workerOf(match: RegExpExecArray, text: string, end: number, language: LanguageId): string | undefined {
  const worker = match.groups?.['worker'];
  // A part of an object says nothing of what it does.
  if (!match[0].startsWith('@')) return worker?.startsWith('this.') === true ? undefined : worker;
  return handlerAfter(text, end, language, match[0].startsWith('@Processor') ? 'class' : 'function');
}

const classKinds: ReadonlySet<string> = new Set(['job', 'consumer', 'websocket']);

function isBase(rule: WayRule, name: string, before: string): boolean {
  if (!classKinds.has(rule.kind)) return false;
  return (
    /\babstract\s{1,5}(?:\w{1,20}\s{1,5})?$/.test(before) ||
    /(?:^|[:.\\])(?:Base|Abstract|Application)(?:Job|Worker|Task|Consumer|Handler|Listener|Channel|Service)?$/.test(
      name,
    )
  );
}

/** A field of a GraphQL schema is called by its root type. */
function withRoot(root: string | undefined, name: string): string {
  return root === undefined ? name : `${root.charAt(0).toUpperCase()}${root.slice(1)}.${name}`;
}
