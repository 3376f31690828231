import type { LanguageId } from '../../../sourceFile';
import type { BareCode } from './bareCode';

/** A function, a method, or the handler that stands where a route is registered. Offsets are of the text. */
export interface CodeUnit {
  /** Empty for a handler without a name. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Behind its head. */
  readonly body: number;
  /** The text of its parameters. */
  readonly parameters: string;
  readonly isRegistration: boolean;
}

const scripts: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'tsx']);
const notNames =
  /^(?:if|for|foreach|while|switch|catch|function|return|with|using|lock|match|when|fixed|elseif|super|new)$/;

/** `.get('/x', …, (req, res) => …)`, `r.GET("/x", func(c *gin.Context) {…})`, `app.MapGet("/x", (int id) => …)`. */
const registration =
  /\.(?:get|post|put|patch|delete|del|all|route|GET|POST|PUT|PATCH|DELETE|HandleFunc|Get|Post|Put|Patch|Delete|Map(?:Get|Post|Put|Patch|Delete))\(/g;
const handlerInside = /=>|\bfunc(?:tion)?\b/;

/**
 * `name(…) {`, where a function or a method begins: what stands behind the brackets decides. Here and below the bracket is
 * looked for, and then what stands before it: to try every letter takes several times as long.
 */
const declared = /\((?<=(?<![.\w$])(?<head>(?<name>[A-Za-z_$][\w$]{0,80})\s{0,3}(?:<[^<>()\n]{0,60}>)?\())/g;
const mayBegin = /^\s{0,40}[{:=tw]/;
const behindOfScript = /^\s{0,20}(?::[^={};]{1,120})?\s{0,20}\{/;
const behindOfClass = /^\s{0,40}(?:throws\s[\w.,\s]{1,120}|where\s[^{};]{1,120})?\s{0,40}(?:\{|=>)/;

/** `name = async (…) => `, `name: function (…) {`, `name = wrapped(async (…) => `. */
const assigned =
  /\((?<=(?<![\w$])(?<head>(?<name>[A-Za-z_$][\w$]{0,80})['"]?\s{0,3}(?::[^=;,(){}\n]{1,60})?[:=]\s{0,20}(?<wrapper>[\w.]{1,40}\(\s{0,20})?(?:async\s{0,3})?(?<word>function\b\s{0,3}\*?\s{0,3}[\w$]{0,60}\s{0,3})?\())/g;
const arrow = /^\s{0,3}(?::[^={};]{1,120})?\s{0,3}=>\s{0,20}/;

const keyword: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  go: /(?<head>func\s{1,3}(?:\([^()\n]{1,80}\)\s{0,3})?(?<name>\w{1,80})\s{0,3}(?:\[[^[\]\n]{1,60}\])?\()/g,
  kotlin: /(?<head>fun\s{1,3}(?:<[^<>\n]{1,60}>\s{0,3})?(?:\w{1,40}\.)?(?<name>\w{1,80})\s{0,3}\()/g,
  php: /(?<head>function\s{1,3}&?(?<name>\w{1,80})\s{0,3}\()/g,
};

const indented: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  python: /def\s{1,3}(?<name>\w{1,80})\s{0,3}\(/g,
  ruby: /def\s{1,3}(?:self\.)?(?<name>\w{1,80}[!?]?)(?:[ \t]{0,3}\(|(?=\s))/g,
};
const lead = /^[ \t]{0,40}(?=(?:async\s{1,3})?$)/;

const most = 600;

/** The end of the block that opens first behind an offset; of the line where none does. */
function endOfBody({ bare, closing }: BareCode, from: number): number {
  const line = bare.indexOf('\n', from);
  const lineEnd = line < 0 ? bare.length : line;
  const brace = bare.slice(from, from + 400).search(/[{;]/);
  if (brace >= 0 && bare[from + brace] === '{') return (closing.get(from + brace) ?? lineEnd) + 1;
  for (let at = from; at < lineEnd; at++) {
    const close = closing.get(at);
    if (close !== undefined && close > lineEnd) return close + 1;
  }
  return lineEnd;
}

function inBraces(source: BareCode, language: LanguageId): CodeUnit[] {
  const { bare, closing } = source;
  const units: CodeUnit[] = [];
  const add = (name: string, start: number, open: number, end: number, isRegistration = false): void => {
    const close = closing.get(open);
    if (close !== undefined)
      units.push({ name, start, end, body: close, parameters: source.code.slice(open + 1, close), isRegistration });
  };
  const words = keyword[language];
  for (const match of bare.matchAll(words ?? declared)) {
    if (units.length >= most) break;
    const name = match.groups?.['name'] ?? '';
    const open = match.index + match[0].length - 1;
    const start = open + 1 - (match.groups?.['head'] ?? '').length;
    const close = closing.get(open);
    if (close === undefined || notNames.test(name)) continue;
    if (words !== undefined) {
      const end = /\w/.test(bare[start - 1] ?? '') ? 0 : endOfBody(source, close + 1);
      if (end > close + 1) add(name, start, open, end);
      continue;
    }
    const behind = bare.slice(close + 1, close + 200);
    if (!mayBegin.test(behind) || /\bnew\s{1,3}$/.test(bare.slice(Math.max(0, start - 6), start))) continue;
    if ((scripts.has(language) ? behindOfScript : behindOfClass).test(behind))
      add(name, start, open, endOfBody(source, close + 1));
  }
  if (scripts.has(language))
    for (const match of bare.matchAll(assigned)) {
      if (units.length >= most) break;
      const open = match.index;
      const close = closing.get(open);
      if (close === undefined) continue;
      const { head = '', name = '', wrapper, word } = match.groups ?? {};
      const behind = arrow.exec(bare.slice(close + 1, close + 160));
      if (word === undefined && behind === null) continue;
      const start = open + 1 - head.length;
      const wrapperOpen = wrapper === undefined ? -1 : start + head.indexOf(wrapper) + wrapper.trimEnd().length - 1;
      const body = close + 1 + (behind?.[0].length ?? 0);
      add(name, start, open, closing.get(wrapperOpen) ?? endOfBody(source, body));
    }
  if (scripts.has(language) || language === 'go' || language === 'csharp') units.push(...registrations(source));
  return units;
}

function registrations({ code, bare, closing }: BareCode): CodeUnit[] {
  return [...bare.matchAll(registration)].slice(0, most).flatMap((match) => {
    const open = match.index + match[0].length - 1;
    const close = closing.get(open);
    if (close === undefined || !/^\s{0,40}["'`]/.test(code.slice(open + 1, open + 60))) return [];
    const inside = bare.slice(open + 1, close);
    const at = inside.search(handlerInside);
    if (at < 0) return [];
    const last = inside.lastIndexOf('(', at + 6);
    return [
      {
        name: '',
        start: match.index,
        end: close + 1,
        body: open + 1,
        parameters: last < 0 ? '' : code.slice(open + 2 + last, closing.get(open + 1 + last) ?? open + 2 + last),
        isRegistration: true,
      },
    ];
  });
}

function byIndent({ bare, code, closing }: BareCode, pattern: RegExp): CodeUnit[] {
  const units: CodeUnit[] = [];
  for (const match of bare.matchAll(pattern)) {
    if (units.length >= most) break;
    const start = bare.lastIndexOf('\n', match.index - 1) + 1;
    const before = lead.exec(bare.slice(match.index === 0 ? 0 : start, match.index));
    if (before === null) continue;
    const open = match.index + match[0].length - 1;
    const close = bare[open] === '(' ? (closing.get(open) ?? open) : open;
    units.push({
      name: match.groups?.['name'] ?? '',
      start,
      end: endOfIndent(bare, close, before[0].length),
      body: close,
      parameters: close > open ? code.slice(open + 1, close) : '',
      isRegistration: false,
    });
  }
  return units;
}

/** Where the next line stands that is indented no further than the function's own. */
function endOfIndent(bare: string, from: number, width: number): number {
  let at = bare.indexOf('\n', from);
  while (at >= 0) {
    const next = bare.indexOf('\n', at + 1);
    const line = bare.slice(at + 1, next < 0 ? bare.length : next);
    const indent = line.search(/\S/);
    if (indent >= 0 && indent <= width) return at;
    at = next;
  }
  return bare.length;
}

/** A handler's own helpers and callbacks are part of it. */
const ofRequest = /\b(?:req|request|ctx|res|response|reply|event|\$request)\b/;

/** The functions of a text in the order in which they begin. What a handler holds inside is no unit of its own. */
export function codeUnits(source: BareCode, language: LanguageId): CodeUnit[] {
  const pattern = indented[language];
  const found = pattern === undefined ? inBraces(source, language) : byIndent(source, pattern);
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: CodeUnit[] = [];
  let outer: CodeUnit | undefined;
  for (const unit of ordered) {
    if (outer !== undefined && unit.start < outer.end) continue;
    const last = kept.at(-1);
    if (last !== undefined && last.start === unit.start && last.end === unit.end) continue;
    kept.push(unit);
    if (unit.isRegistration || ofRequest.test(unit.parameters)) outer = unit;
  }
  return kept;
}
