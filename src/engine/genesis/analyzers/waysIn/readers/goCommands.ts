import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';
import { cobraTree } from './cobraTree';
import { type LiteralItem, literalAt } from './goLiterals';

const kind = 'cli' as const;
const mostConstants = 200;
const mostCommands = 300;
/** In characters. */
const longestCommand = 20_000;
const deepest = 6;

const cobraConstant =
  /\bcobra\.Command\{(?:[^{}]{0,400}?\s)?Use:\s{0,20}(?<constant>[A-Za-z_]\w{0,60})\s{0,4}(?:[,}\n]|\+\s{0,20}["`] )/g;
const textConstant =
  /^(?:const\s{1,4}|[ \t]{1,8})(\w{1,60})(?:\s{1,20}string)?\s{0,20}=\s{0,4}"([a-z][\w:.-]{0,60})(?: [^"\n]{0,120})?"/gm;

const cobraLiteral = /\bUse:\s{0,20}["`]([\w:-][^"`\n]{0,120})["`\n]/g;

/** Commands of Cobra, called by a text or by a constant of the file or of its package. */
export function cobraCommands(text: string, file: SourceFile): WayFact[] {
  // A program that writes the documents of another one.
  if (text.includes('spf13/cobra/doc"') && /^package main\b/m.test(text)) return [];
  const facts: WayFact[] = goCommandFolder.test(file.path) ? [] : textConstants(text, file);
  const places: { offset: number; line: number }[] = [];
  const tell = (offset: number, said: Pick<WayFact, 'name' | 'byConstant'>): void => {
    const line = file.lineAt(offset);
    places.push({ offset, line });
    facts.push({ kind, framework: cobra, line, ...said });
  };
  for (const { 1: written = '', index } of text.matchAll(cobraLiteral))
    tell(index, { name: /^[\w:@.-]+/.exec(written)?.[0] ?? written });
  for (const { 0: whole, index, groups } of text.matchAll(cobraConstant))
    tell(index + whole.indexOf('Use:'), { name: '', byConstant: groups?.['constant'] ?? '' });
  const tree = cobraTree(text, places);
  if (tree.edges.length > 0 || tree.commands.length > 0)
    facts.push({ kind, framework: cobra, name: '', line: 1, tree });
  return [...facts, ...ownCommands(text, file)];
}

/** Where the constants of a package lie beside its commands, also in files that name no library. */
export const goCommandFolder = /(?:^|\/)(?:cmd|cli|commands?)\/(?:[^/]{1,80}\/){0,3}[^/]{1,80}\.go$/;

/** What constants of texts hold that begin with a word. */
export function textConstants(text: string, file: SourceFile): WayFact[] {
  return [...text.matchAll(textConstant)].slice(0, mostConstants).map(({ 1: constant = '', 2: name = '', index }) => ({
    kind,
    framework: cobra,
    name,
    line: file.lineAt(index),
    isConstant: constant,
  }));
}

const cobra = 'Cobra';
const named = /\b(?:\w{1,40}\.)?(\w{1,60})\{\s{0,40}Name:\s{0,20}"([\w:-]{1,60})"/g;
const takesCommand = /^func\(\w{0,40}\s{0,4}\*cobra\.Command\)/;

/** A struct of the project from which it makes commands: it has a name, and a function that is given the command. */
function ownCommands(text: string, file: SourceFile): WayFact[] {
  const known = new Map<string, boolean>();
  const makesCommand = (type: string): boolean => {
    const found = known.get(type) ?? declares(type);
    known.set(type, found);
    return found;
  };
  const declares = (type: string): boolean =>
    new RegExp(
      `\\btype\\s{1,4}${type}\\s{1,4}struct\\s{0,4}\\{[^}]{0,4000}?\\n\\s{1,8}\\w{1,60}\\s{1,40}func\\(\\w{0,40}\\s{0,4}\\*cobra\\.Command\\)`,
    ).test(text);
  return [...text.matchAll(named)]
    .slice(0, mostCommands)
    .flatMap(({ 0: whole, 1: type = '', 2: name = '', index }): WayFact[] => {
      const { items } = literalAt(text, index + whole.indexOf('{'), longestCommand);
      const isMade = items.some(({ start, end }) => takesCommand.test(text.slice(start, Math.min(end, start + 100))));
      if (!isMade && !makesCommand(type)) return [];
      return [{ kind, framework: cobra, name, line: file.lineAt(index + whole.indexOf('Name:')) }];
    });
}

const imported =
  /(?:\b(?!import\b)(\w{1,40})[ \t]{1,4})?"(?:gopkg\.in|github\.com)\/(?:[\w.-]{1,40}\/){0,2}([\w.-]{1,40}\/cli)(?:\.v\d{1,2}|\/v\d{1,2})?"/;

/** Commands of urfave/cli: literals, and lists of them, each below the one whose field holds it. */
export function urfaveCommands(text: string, file: SourceFile): WayFact[] {
  const alias = imported.exec(text);
  if (alias === null) return [];
  const library = alias[1] ?? 'cli';
  // Forks of it go on under its name.
  const framework = alias[2]?.replace('codegangsta', 'urfave') ?? 'urfave/cli';
  const facts: WayFact[] = [];
  const head = new RegExp(`(\\[\\]\\*?)?\\b${library}\\.Command(s)?\\{`, 'g');
  let told = 0;
  for (const match of text.matchAll(head)) {
    if (match.index < told) continue;
    const open = match.index + match[0].length - 1;
    const isList = match[1] !== undefined || match[2] !== undefined;
    told = isList ? listAt(open, [], 0) : commandAt(open, [], 0, isStarted(match.index));
  }
  // A function of the project's own makes a command of a name: `return common.NewCommand("wash", …)`.
  const maker = new RegExp(
    `\\)\\s{0,4}\\*?${library}\\.Command\\s{0,4}\\{[^}]{0,400}?\\breturn\\s{1,4}(?:\\w{1,40}\\.)?[Nn]ew\\w{0,30}Command\\w{0,30}\\(\\s{0,40}"([\\w:.-]{1,80})",`,
    'g',
  );
  for (const { 0: whole, 1: name = '', index } of text.matchAll(maker))
    facts.push({ kind, framework, name, line: file.lineAt(index + whole.lastIndexOf('"' + name)) });
  return facts;

  /** What is started is the program itself, and not one of its commands. */
  function isStarted(at: number): boolean {
    const variable = /(\w{1,60})\s{0,4}:?=\s{0,4}&?$/.exec(text.slice(Math.max(0, at - 80), at))?.[1];
    return variable !== undefined && new RegExp(`\\b${variable}\\.Run(?:Context)?\\(`).test(text);
  }

  function listAt(open: number, above: readonly string[], depth: number): number {
    const list = literalAt(text, open);
    for (const { start, end } of list.items) {
      const brace = /^\s{0,200}(?:&?(?:\w{1,40}\.)?Command\s{0,4})?\{/.exec(
        text.slice(start, Math.min(end, start + 300)),
      );
      if (brace !== null) commandAt(start + brace[0].length - 1, above, depth, false);
    }
    return list.end;
  }

  function commandAt(open: number, above: readonly string[], depth: number, isProgram: boolean): number {
    const { items, end } = literalAt(text, open);
    const field = (key: string): LiteralItem | undefined => items.find((item) => item.key === key);
    const written = field('Name');
    const said = /^"([\w:.-]{1,80})"/.exec(textOf(written))?.[1];
    // After a program stands what ends the call that starts it.
    const isRoot = isProgram || /^\s{0,4}\)?\.Run(?:Context)?\(/.test(text.slice(end, end + 40));
    if ((said === undefined && !isRoot) || textOf(field('Hidden')) === 'true') return end;
    const own = isRoot ? above : [...above, said ?? ''];
    if (!isRoot) facts.push({ kind, framework, name: own.join(' '), line: file.lineAt(written?.start ?? open) });
    const below = field('Commands') ?? field('Subcommands');
    const list = /^\s{0,40}(?:\[\]\*?)?(?:\w{1,40}\.)?Commands?\s{0,4}\{/.exec(textOf(below));
    if (list !== null && below !== undefined && depth < deepest) {
      const at = text.indexOf('{', below.start);
      listAt(at, own, depth + 1);
    }
    return end;
  }

  function textOf(item: LiteralItem | undefined): string {
    return item === undefined ? '' : text.slice(item.start, Math.min(item.end, item.start + 200)).trim();
  }
}

/** Commands that a constant of their package calls, by that; those whose constant is not known are left out. */
export function withConstants(
  facts: readonly (readonly [path: string, fact: WayFact])[],
): readonly (readonly [path: string, fact: WayFact])[] {
  if (!facts.some(([, { byConstant, isConstant }]) => byConstant !== undefined || isConstant !== undefined))
    return facts;
  const keyOf = (path: string, constant: string): string => `${path.slice(0, path.lastIndexOf('/') + 1)} ${constant}`;
  const values = new Map(
    facts.flatMap(([path, { isConstant, name }]) =>
      isConstant === undefined ? [] : [[keyOf(path, isConstant), name] as const],
    ),
  );
  return facts.flatMap(([path, fact]) => {
    if (fact.isConstant !== undefined) return [];
    if (fact.byConstant === undefined) return [[path, fact] as const];
    const name = values.get(keyOf(path, fact.byConstant));
    return name === undefined ? [] : [[path, { ...fact, name }] as const];
  });
}
