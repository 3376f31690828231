import { asideRoles } from '../../../fileRoles';
import type { SourceFile } from '../../../sourceFile';
import { isForTests } from '../context/enclosing';
import { readsRequests } from '../context/requests';
import { code } from '../rules/languages';
import type { LineRule } from '../weakness';
import { answersStrangers } from './askers';

/** Of a record that is taken by an id: what it may be called, whether it is changed, and the function that does. */
export interface RecordUse {
  readonly names: readonly string[];
  readonly changes: boolean;
  readonly inFunction: string;
}

/** As `WeaknessPlace.what` carries it from the file to where all files are known. */
const writeUse = ({ names, changes, inFunction }: RecordUse): string =>
  `${names.join(' ')};${changes ? 'changes' : 'reads'};${inFunction}`;

export function readUse(what: string): RecordUse {
  const [names = '', changes = '', inFunction = ''] = what.split(';');
  return { names: names.split(' '), changes: changes === 'changes', inFunction };
}

const header =
  /\b(?:def|function|func(?:\s\([^()\n]{1,60}\))?|fun)\s(?<a>\w{1,60})|\b(?:const|let|exports\.)\s?(?<b>\w{1,60})\s?=\s?(?:async\b|\(|function)|\b(?<c>(?!if\b|for\b|while\b|switch\b|catch\b)\w{1,60})\s?\([^;{}]{0,300}\)[^;{}()]{0,60}\{/;

export function functionNameIn(around: string): string {
  const { a, b, c } = header.exec(around)?.groups ?? {};
  return a ?? b ?? c ?? '';
}

/** `_repository.GetAll()`: what a repository without a name keeps, the controller's name says. */
export function controllerName({ text }: SourceFile): readonly string[] {
  const name = /\bclass\s(?<name>\w{2,40}?)(?:Api)?Controller\b/.exec(text)?.groups?.['name'];
  return name === undefined ? [] : [name];
}

const uses = new WeakMap<RegExpMatchArray, RecordUse>();

/** Keeps what a match turns out to be for `detail`. */
export function accepted(
  match: RegExpMatchArray,
  file: SourceFile,
  find: (match: RegExpMatchArray, file: SourceFile) => RecordUse | undefined,
): boolean {
  if (isForTests(file, file.lineAt(match.index ?? 0))) return false;
  const use = find(match, file);
  if (use !== undefined) uses.set(match, use);
  return use !== undefined;
}

/** Tells nothing by itself: whose a record is shows where all entities are known. */
export const byId = {
  silent: true,
  cwe: 'CWE-639',
  owasp: 'A01',
  title: 'A record is taken by the id of the request alone',
  severity: 'medium',
  why: 'Who counts the id up reads or changes records of others, where records belong to somebody.',
  fix: 'Ask for the record by its id and by who is signed in.',
  wants: (file) => code(file) && !asideRoles.has(file.role),
  fits: (file) => answersStrangers(file) && readsRequests(file),
  detail(match) {
    const use = uses.get(match);
    return use === undefined ? '' : writeUse(use);
  },
} as const satisfies Partial<LineRule>;
