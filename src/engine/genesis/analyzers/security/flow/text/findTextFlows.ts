import { holdsAnyWord } from '../../../../../../base/wordFilter';
import type { SourceFile } from '../../../../sourceFile';
import { isForTests } from '../../context/enclosing';
import type { WeaknessPlace } from '../../weakness';
import { allows, asksOnlyForAny } from '../checks';
import { homesOfCall, homesOfNames, nameOfCall } from '../homes';
import { endOfBracket, longestCode, partsOf, withoutComments, withoutTexts } from './codeText';
import { functionsOf, type Statement, statementsOf, type TextFunction } from './textFunctions';
import { type TextLanguage, textLanguages } from './textLanguage';
import { sinkWords, type TextSink, textSinks } from './textSinks';
import { type TextTaint, TextTaints } from './textTaint';

/** So many places, and ends of flows, of one file. */
const most = 100;

/** A call that a value reaches. */
interface TextHit {
  readonly rule: string;
  readonly line: number;
  readonly taint: TextTaint;
}

/** A call of a function, with what each argument holds. */
interface TextCall {
  readonly callee: string;
  readonly line: number;
  readonly given: readonly (TextTaint | undefined)[];
}

interface Reading {
  readonly own: TextFunction;
  readonly hits: readonly TextHit[];
  readonly calls: readonly TextCall[];
}

const assigned =
  /^(?:(?:private|final|lateinit|override|const)\s+)*(?:(?:val|var|def|String|Object)\s+)?(?<name>[A-Za-z_]\w{0,60})\s*(?::\s*[\w.<>?[\] ]{1,80})?\s*(?<adds>\+)?=(?![=>])\s*(?<value>[\s\S]+)$/;
/** Whether there is one. */
const forAny = /\.is(?:NullOr|Not)?(?:Empty|Blank)\(\)/g;
const asks = /\b(?:if|when|require|check|unless|while)\b\s*\(/;
/** What is in the hands of those who write the program: a folder of the app, a constant. */
const handsOn = /(?<![\w.])(?<callee>(?:[A-Za-z_]\w{0,60}!{0,2}\??\.){0,3}[A-Za-z_]\w{0,60})(?=\()/g;

const indentAt = (text: string, at: number): number => at - (text.lastIndexOf('\n', at) + 1);

class FunctionReader {
  private readonly taints: TextTaints;
  private readonly hits: TextHit[] = [];
  private readonly calls: TextCall[] = [];
  private readonly asked: string[] = [];

  constructor(
    private readonly file: SourceFile,
    language: TextLanguage,
    private readonly sinks: readonly TextSink[],
    private readonly own: TextFunction,
  ) {
    this.taints = new TextTaints(language);
  }

  read(statements: readonly Statement[]): Reading {
    const line = this.file.lineAt(this.own.start);
    const depth = indentAt(this.file.text, statements[0]?.at ?? 0);
    for (const [parameter, { name, isGiven, isText }] of this.own.parameters.entries())
      if (isGiven || isText)
        this.taints.hold(name, { line, joined: false, starts: true, ...(isGiven ? {} : { parameter }) }, depth);
    for (const statement of statements) this.step(statement);
    return { own: this.own, hits: this.hits, calls: this.calls };
  }

  private step({ at, text }: Statement): void {
    const line = this.file.lineAt(at);
    const bare = withoutTexts(text);
    const depth = indentAt(this.file.text, at);
    for (const sink of this.sinks) this.tryOn(sink, at, text, bare);
    this.noteCalls(at, text, bare);
    const asked = bare.replace(forAny, '');
    if (asks.test(asked) && allows.test(asked) && !asksOnlyForAny(asked.split('\n')[0] ?? '')) this.asked.push(asked);
    const found = assigned.exec(text)?.groups;
    const name = found?.['name'];
    if (name === undefined) {
      const filled = /^(?<name>[A-Za-z_]\w{0,60})\.(?:append|add|put)\((?<value>[\s\S]+)$/.exec(text)?.groups;
      const taint = filled === undefined ? undefined : this.taints.of(filled['value'] ?? '', line);
      if (taint) this.taints.hold(filled?.['name'] ?? '', { ...taint, joined: true, starts: false }, depth);
      return;
    }
    const taint = this.taints.of(found?.['value'] ?? '', line);
    if (found?.['adds'] === undefined) this.taints.hold(name, taint, depth);
    else if (taint) this.taints.hold(name, { ...taint, joined: true, starts: false }, depth);
  }

  private tryOn({ rule, callee, when, shows, first }: TextSink, at: number, text: string, bare: string): void {
    for (const match of bare.matchAll(callee)) {
      const open = match.index + match[0].length;
      const close = endOfBracket(bare, open, 4_000);
      if (close === undefined) continue;
      const given = text.slice(open + 1, close - 1);
      if (shows && !shows.test(given)) continue;
      const parts = partsOf(given, bare.slice(open + 1, close - 1));
      const line = this.file.lineAt(at + match.index);
      for (const part of first ? parts.slice(0, 1) : parts) {
        if (this.isKept(part) || (rule === 'reflected-xss' && isNoPage(match[0], part, text))) continue;
        for (const taint of this.taints.allOf(part.trim(), line))
          if ((when !== 'joined' || taint.joined) && (when !== 'start' || taint.starts))
            this.hits.push({ rule, line, taint });
      }
    }
  }

  /** A condition before asked whether the value may come in. */
  private isKept(part: string): boolean {
    const names = part.match(/[A-Za-z_]\w{0,60}/g) ?? [];
    return this.asked.some((line) => names.some((name) => new RegExp(`\\b${name}\\b`).test(line)) && names.length > 0);
  }

  private noteCalls(at: number, text: string, bare: string): void {
    if (this.calls.length >= most || this.taints.isEmpty) return;
    for (const match of bare.matchAll(handsOn)) {
      const open = match.index + match[0].length;
      const close = endOfBracket(bare, open, 2_000);
      if (close === undefined) continue;
      const parts = partsOf(text.slice(open + 1, close - 1), bare.slice(open + 1, close - 1));
      const line = this.file.lineAt(at + match.index);
      const given = parts.slice(0, 12).map((part) => {
        const taint = this.taints.of(part.trim(), line);
        return taint && this.isKept(part) ? undefined : taint;
      });
      const callee = (match.groups?.['callee'] ?? '').replace(/[!?]/g, '');
      if (given.some((taint) => taint !== undefined)) this.calls.push({ callee, line, given });
    }
  }
}

/** An answer without markup is read as text, unless it says otherwise. */
const isNoPage = (callee: string, part: string, text: string): boolean =>
  /respondText|write|print|append/.test(callee) && !/<[a-z!]/i.test(part) && !/html/i.test(text);

const isOwn = (callee: string, name: string): boolean =>
  callee === name || callee === `this.${name}` || (callee.endsWith(`.${name}`) && name.length >= 9);

/** Through functions of the same file, one after the other. */
function openedBy(readings: readonly Reading[]): { own: TextFunction; hit: TextHit; index: number }[] {
  const counts = new Map<string, number>();
  for (const { own } of readings) counts.set(own.name, (counts.get(own.name) ?? 0) + 1);
  const direct = readings.flatMap(({ own, hits }) =>
    hits.flatMap((hit) => (hit.taint.parameter === undefined ? [] : [{ own, hit, index: hit.taint.parameter }])),
  );
  const open = direct.filter(({ own }) => counts.get(own.name) === 1);
  const further = open.flatMap((one) =>
    readings.flatMap(({ own, calls }) =>
      own.name === one.own.name || counts.get(own.name) !== 1
        ? []
        : calls.flatMap(({ callee, given }) => {
            const parameter = isOwn(callee, one.own.name) ? given[one.index]?.parameter : undefined;
            return parameter === undefined ? [] : [{ own, hit: one.hit, index: parameter }];
          }),
    ),
  );
  return [...open, ...further].slice(0, most);
}

/**
 * Flows in languages without a grammar, by the text of their functions: values of a request, names that they are given, and
 * calls that they reach. What is found so is worth a look, and no more.
 */
export function findTextFlows(file: SourceFile): WeaknessPlace[] {
  const language = textLanguages.find((one) => one.wants(file));
  if (language === undefined || file.text.length > longestCode || !holdsAnyWord(file.text, sinkWords)) return [];
  const hasSource = holdsAnyWord(file.text, language.words);
  const sinks = textSinks.filter((sink) => sink.file?.test(file.text) ?? true);
  const code = withoutComments(file.text);
  const bare = withoutTexts(code);
  const readings = functionsOf(code, bare, language).map((own) =>
    new FunctionReader(file, language, sinks, own).read(statementsOf(code, bare, own)),
  );
  const places = new Map<string, WeaknessPlace>();
  const tell = ({ rule, line }: TextHit, sourceLine: number): void => {
    if (isForTests(file, line) || places.size >= most) return;
    const source = sourceLine === line ? {} : { sourceLine };
    places.set(`${rule}:${line}`, { rule, line, endLine: line, ...source, possible: true });
  };
  for (const { hits } of readings)
    for (const hit of hits) if (hit.taint.parameter === undefined) tell(hit, hit.taint.line);
  const open = openedBy(readings);
  for (const { own, hit, index } of open)
    for (const { calls } of readings)
      for (const { callee, given } of calls) {
        const taint = isOwn(callee, own.name) ? given[index] : undefined;
        if (taint !== undefined && taint.parameter === undefined) tell(hit, taint.line);
      }
  return [...places.values(), ...endsOf(file, readings, open, hasSource)];
}

/** What a function opens to callers in other files, and what calls give to functions of others. */
function endsOf(
  file: SourceFile,
  readings: readonly Reading[],
  open: readonly { own: TextFunction; hit: TextHit; index: number }[],
  hasSource: boolean,
): WeaknessPlace[] {
  const classes = [
    ...file.text.matchAll(/^\s{0,8}(?:[a-z]+\s+){0,3}(?:class|object|interface|trait)\s+(\w{1,80})/gm),
  ].map(([, name = '']) => name);
  const homes = homesOfNames(classes, file);
  const opened = open.map(({ own, hit: { rule, line }, index }): WeaknessPlace => {
    const parameter = own.parameters[index]?.name ?? '';
    const end = { kind: 'open', name: own.name, homes, count: own.parameters.length, index, parameter } as const;
    return { rule, line, endLine: line, possible: true, end };
  });
  if (!hasSource) return opened;
  const given = readings.flatMap(({ calls }) =>
    calls.flatMap(({ callee, line, given: values }): WeaknessPlace[] => {
      const name = nameOfCall(callee);
      if (name === undefined) return [];
      const at = homesOfCall(callee, file);
      if (at.length === 0) return [];
      return values.flatMap((taint, index): WeaknessPlace[] => {
        if (taint === undefined || taint.parameter !== undefined) return [];
        const end = { kind: 'given', name, homes: at, count: values.length, index, parameter: '', asked: [] } as const;
        return [{ rule: 'flow-end', line, endLine: line, sourceLine: taint.line, end, possible: true }];
      });
    }),
  );
  return [...opened.slice(0, most), ...given.slice(0, most)];
}
