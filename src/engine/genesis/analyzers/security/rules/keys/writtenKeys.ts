import { holdsAnyWord } from '../../../../../../base/wordFilter';
import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers } from '../../context/enclosing';
import { isInText } from '../../context/inText';
import { isRemark } from '../../context/remarks';
import { homesOfPath, homesOfSetting } from '../../flow/homes';
import type { WeaknessPlace } from '../../weakness';
import { keyUses } from './keyUses';

/** A name without case and signs: `jwtSecret` and `JWT_SECRET` may be one setting. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

const literal = /^["'`](?<value>[^"'`]*)["'`]$/;

/** The same for names that say what a key is, from the telling word on: what other files may use by this name. */
const offered =
  /(?:secret|key|jwt|salt|passphrase)\w{0,20}['"]?\]?(?:\s{1,3}string|\s?:\s?[A-Za-z]{3,10})?\s{0,24}(?::=|=>|=|:)\s{0,3}(?<env>process\.env(?:\.\w{1,60}|\[['"]\w{1,60}['"]\])\s{0,3}(?:\|\||\?\?)|(?:os\.environ\.get|os\.getenv|\benv|ENV\.fetch|\bgetenv|\bconfig)\(\s{0,3}['"]\w{1,60}['"]\s{0,3},\s{0,3}(?:default\s?=\s?)?)?\s{0,3}(?:\[\]byte\(|b)?["'`](?<value>[^"'`\n]{1,200})["'`]\)?\s{0,3}(?=[,;)}\]\n]|$)/gim;
const compared = /(?:secret|key|jwt|salt)\w{0,20}['"]?\]?\s{0,3}(?:===?|\.equals\()\s{0,3}["'][^"'\n]{1,120}["']/gi;

/** What is no key at all: an algorithm, a form to fill in, nothing. */
const isNone = (value: string): boolean =>
  /^(?:(?:HS|RS|ES|PS)\d{3}|none|utf-?8|hex|base64|aes-[\w-]+|sha\d+|md5)$|^\s*$|\$\{|^<|^%|\{\{/i.test(value);

/** A sample of settings tells people what to write there. */
const toFillIn =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:your|change|replace|enter|insert|put)[-_ ]|[-_ ](?:here|goes_here)$/i;

interface Definition {
  readonly name: string;
  readonly line: number;
  /** Only where the environment sets no other. */
  readonly isDefault: boolean;
}

/** `NAME = "literal"`, `name: 'literal'` and what other languages write for it. */
const definition =
  /(?<![\w.$])(?<name>[A-Za-z_$][\w$]{1,60})['"]?\]?(?:\s{1,3}string|\s?:\s?[A-Za-z]{3,10})?\s{0,8}(?::=|=>|=|:)\s{0,3}(?<env>process\.env(?:\.\w{1,60}|\[['"]\w{1,60}['"]\])\s{0,3}(?:\|\||\?\?)|(?:os\.environ\.get|os\.getenv|\benv|ENV\.fetch|\bgetenv|\bconfig)\(\s{0,3}['"]\w{1,60}['"]\s{0,3},\s{0,3}(?:default\s?=\s?)?)?\s{0,3}(?:\[\]byte\(|b)?["'`](?<value>[^"'`\n]{1,200})["'`]\)?\s{0,3}(?=[,;)}\]\n]|$)/gm;

/** The whole name around an offset; empty for a field of something else. */
function nameAround(text: string, at: number): string {
  const before = /[\w$.]{0,60}$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  const behind = /^[\w$]{0,60}/.exec(text.slice(at, at + 60))?.[0] ?? '';
  return before.includes('.') ? '' : `${before}${behind}`;
}

function definitions(file: SourceFile, pattern: RegExp): Definition[] {
  return [...file.text.matchAll(pattern)].flatMap(({ groups, index }) => {
    const name = nameAround(file.text, index);
    const line = file.lineAt(index);
    // `"jwtSecret": "JWT_SECRET"` names what the environment holds.
    if (file.language === 'other' && toFillIn.test(groups?.['value'] ?? '')) return [];
    if (name === '' || isNone(groups?.['value'] ?? '') || isForDevelopers(file, line)) return [];
    return [{ name, line, isDefault: groups?.['env'] !== undefined }];
  });
}

/** One step back in the same file: `const secret = config.jwtSecret`. */
function aliasOf(name: string, text: string): string {
  const given = new RegExp(
    `(?<![\\w.$])${name.replace(/\$/g, '\\$')}\\s{0,3}:?=\\s{0,3}(?:\\(?\\[\\]byte\\()?(?<from>(?:[\\w$]{1,40}\\.){1,3}[\\w$]{2,60})\\)?`,
  ).exec(text)?.groups?.['from'];
  // `var key = Encoding.ASCII.GetBytes(secret)`, `byte[] key = SECRET.getBytes()`
  const bytes = new RegExp(
    `(?<![\\w.$])${name.replace(/\$/g, '\\$')}\\s{0,3}=\\s{0,3}(?:(?:System\\.Text\\.)?Encoding\\.\\w{2,7}\\.GetBytes\\(\\s{0,3}(?<of>[\\w$.]{2,80})\\s{0,3}\\)|(?<its>[\\w$]{2,60})\\.getBytes\\()`,
  ).exec(text)?.groups;
  return bytes?.['of'] ?? bytes?.['its'] ?? given ?? name;
}

/** `jwt.sign(user, process.env.SECRET || 'abc')` */
const isDefaulted = (key: string, behind: string): boolean =>
  /^process\.env\b/.test(key) && /^\s{0,3}(?:\|\||\?\?)\s{0,3}["'`][^"'`\n$]{1,120}["'`]/.test(behind);

const ruleOf = (one: { readonly isDefault: boolean }): string => (one.isDefault ? 'known-default-key' : 'literal-key');

const tell = (one: Definition): WeaknessPlace => ({ rule: ruleOf(one), line: one.line, endLine: one.line });

const place = (rule: string, line: number, what: string, homes: readonly string[]): WeaknessPlace => ({
  rule,
  line,
  endLine: line,
  key: { name: what, homes },
});

/**
 * Keys that are written in the code: a literal that a call signs, checks or encrypts with, directly or through a name
 * of this file. What is used here and written elsewhere, or the other way, is joined when all files are read.
 */
export function writtenKeys(file: SourceFile): WeaknessPlace[] {
  const uses = keyUses.filter((one) => one.languages.includes(file.language) && holdsAnyWord(file.text, one.words));
  const used = uses
    .flatMap(({ pattern }) => [...file.text.matchAll(pattern)].slice(0, 50))
    .filter(({ index, 0: call }) => !isRemark(file, index) && !isInText(file, index, call.length));
  const known = used.length > 0 ? definitions(file, definition) : [];
  const told: WeaknessPlace[] = [];
  const asked: WeaknessPlace[] = [];
  for (const match of used) {
    const text = match.groups?.['key'] ?? '';
    const line = file.lineAt(match.index + match[0].lastIndexOf(text));
    const value = literal.exec(text)?.groups?.['value'];
    if (value !== undefined) {
      if (!isNone(value) && !isForDevelopers(file, line)) told.push({ rule: 'literal-key', line, endLine: line });
      continue;
    }
    if (isDefaulted(text, file.text.slice(match.index + match[0].length, match.index + match[0].length + 200))) {
      if (!isForDevelopers(file, line)) told.push({ rule: 'known-default-key', line, endLine: line });
      continue;
    }
    // `config['NAME']` is the setting of that name, wherever it is set.
    const setting = /\[['"](\w+)['"]\]$/.exec(text)?.[1];
    if (setting !== undefined) {
      const set = known.filter((one) => one.name === setting);
      told.push(...set.map(tell));
      if (set.length === 0) asked.push(place('key-use', line, plain(setting), []));
      continue;
    }
    const chain = /[.]/.test(text) ? text : aliasOf(text, file.text);
    const name = chain.split('.').at(-1) ?? chain;
    const here = known.filter((one) => one.name === name);
    if (here.length > 0 && (!chain.includes('.') || /^(?:this|self)\./.test(chain))) told.push(...here.map(tell));
    else asked.push(place('key-use', line, plain(name), homesOfSetting(chain, file)));
  }
  // `if (config.secret === 'secret')`: the program itself knows that this is none, and makes another or stops.
  for (const { index } of holdsAnyWord(file.text, keyWords) ? file.text.matchAll(compared) : []) {
    const name = /[\w$]*$/.exec(file.text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    const rest = /^[\w$]*/.exec(file.text.slice(index, index + 60))?.[0] ?? '';
    asked.push(place('key-refused', file.lineAt(index), plain(`${name}${rest}`), []));
  }
  const written = holdsAnyWord(file.text, keyWords) ? definitions(file, offered).slice(0, 20) : [];
  const texts = written.map((one) => ({
    ...place('key-text', one.line, plain(one.name), homesOfPath(file)),
    by: ruleOf(one),
  }));
  return [...told, ...asked, ...texts];
}

const keyWords = ['ecret', 'ECRET', 'key', 'Key', 'KEY', 'jwt', 'JWT'];

interface NamedKey {
  readonly name: string;
  readonly homes: readonly string[];
}

/** True where a key that one file uses is the one that another writes: of the same name, in the module that it is taken from. */
export const isSameKey = (use: NamedKey, written: NamedKey): boolean =>
  use.name === written.name && use.homes.some((home) => written.homes.includes(home));
