import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const added = /\.add_parser\(\s{0,60}(?:name\s{0,4}=\s{0,4})?(?:['"]([\w:.-]{1,80})['"]|(\w{1,60})(?=\s{0,20}[,)]))?/g;
const definition = /^[ \t]{0,40}def\s{1,5}(\w{1,80})\(([^)]{0,600})\)/gm;

/**
 * The commands that argparse reads. A function of the file that is handed their names is read where it is called; where
 * names come from elsewhere, those that are written out are not the commands of the program, and none is told.
 */
export function argparseCommands(text: string, file: SourceFile): WayFact[] {
  const helpers = new Set<string>();
  const facts: WayFact[] = [];
  const above = parsersAbove(text);
  const tell = (name: string, at: number): void => {
    const group = above.get(at);
    facts.push({
      kind: 'cli',
      framework: 'argparse',
      name: group === undefined ? name : `${group} ${name}`,
      line: file.lineAt(at),
    });
  };
  for (const { 0: whole, 1: literal, 2: variable, index } of text.matchAll(added)) {
    if (literal !== undefined) {
      tell(literal, index + whole.indexOf('.'));
      continue;
    }
    const helper = variable === undefined ? undefined : helperAround(text, index, variable);
    if (helper === undefined) return [];
    helpers.add(helper);
  }
  for (const helper of helpers) {
    const calls = [
      ...text.matchAll(new RegExp(`(?<!def\\s{1,5})\\b${helper}\\(\\s{0,60}(?:name\\s{0,4}=\\s{0,4})?(['"])?`, 'g')),
    ];
    for (const call of calls) {
      if (call[1] === undefined) return [];
      const end = call.index + call[0].length;
      const name = /^[\w:.-]{1,80}/.exec(text.slice(end, end + 81))?.[0];
      if (name !== undefined) tell(name, call.index);
    }
    if (calls.length === 0) return [];
  }
  return facts.sort((a, b) => a.line - b.line);
}

const parserStep =
  /^([ \t]{0,40})(?:def\s|(?:(\w{1,60})(?:\s{0,4}:[^=\n]{1,80})?\s{0,4}=\s{0,4})?(\w{1,60})(\.add_(?:subparsers|parser))\((?:\s{0,60}(?:name\s{0,4}=\s{0,4})?['"]([\w:.-]{1,80})['"])?)/gm;

/** The commands above a parser, by where it is added, as far as the function says into what it is put. */
function parsersAbove(text: string): ReadonlyMap<number, string> {
  const above = new Map<number, string>();
  const known = new Map<string, { readonly path: string; readonly indent: number }>();
  for (const step of text.matchAll(parserStep)) {
    const [whole, { length: indent } = '', variable, of = '', call, name] = step;
    const path = known.get(of)?.path;
    if (call === undefined) {
      for (const [own, { indent: outer }] of known) if (outer > indent) known.delete(own);
    } else if (call === '.add_subparsers') {
      // What a parser of the whole holds is typed by its own name.
      if (variable !== undefined) known.set(variable, { path: path ?? '', indent });
    } else if (name !== undefined) {
      if (path) above.set(step.index + whole.indexOf(call), path);
      if (variable !== undefined) known.set(variable, { path: path ? `${path} ${name}` : name, indent });
    }
  }
  return above;
}

/** The function around a place, if the variable is one of its parameters. */
function helperAround(text: string, at: number, variable: string): string | undefined {
  const around = [...text.slice(0, at).matchAll(definition)].at(-1);
  const parameters = around?.[2]?.split(',').map((parameter) => /^\s{0,60}(\w{1,60})/.exec(parameter)?.[1]);
  return parameters?.includes(variable) === true ? around?.[1] : undefined;
}

/** Nothing in front of a job that is a function of the program; `undefined` for a parameter of what hands it on. */
export function unlessGiven(text: string, at: number): '' | undefined {
  const job = /\(\s{0,40}(?:func\s{0,4}=\s{0,4})?([A-Za-z_]\w{0,60})/.exec(text.slice(at, at + 200))?.[1];
  return job === undefined || helperAround(text, at, job) === undefined ? '' : undefined;
}

const grouped =
  /^[ \t]{0,40}@(?:([\w.]{1,80})\.)?group\b(?:\(\s{0,20}(?:(?!name\b)\w{1,30}\s{0,4}=\s{0,4}(?:[\w.]{1,60}|"[^"\n]{0,200}"|'[^'\n]{0,200}')\s{0,4},\s{0,40}){0,6}(?:name\s{0,4}=\s{0,4})?(?:['"]([\w:-]{1,80})['"])?)?/gm;
const groupFunction = /^[ \t]{0,40}(?:async\s{1,5})?def\s{1,5}(\w{1,80})/m;
const groupReach = 6_000;

interface Group {
  readonly label: string;
  readonly isNamed: boolean;
  readonly parent: string | undefined;
}

/**
 * The groups of Click above a command, as far as the file says them. The outermost is the program itself, whose name is
 * not typed as a command, unless it is given one.
 */
export function clickGroups(of: string, text: string): string {
  const groups = new Map<string, Group>();
  for (const { 0: whole, 1: parent, 2: label, index } of text.matchAll(grouped)) {
    const start = index + whole.length;
    const name = groupFunction.exec(text.slice(start, start + groupReach))?.[1];
    if (name !== undefined)
      groups.set(name, { label: label ?? name.replace(/_/g, '-'), isNamed: label !== undefined, parent });
  }
  const labels: string[] = [];
  for (let name: string | undefined = of, depth = 0; name !== undefined && depth < 6; depth++) {
    const group = groups.get(name);
    if (group === undefined) break;
    // What it is put into may stand in another file, or come from a framework.
    const isInner = group.parent !== undefined && !library.test(group.parent);
    if (isInner || group.isNamed) labels.unshift(group.label);
    name = isInner ? group.parent : undefined;
  }
  return labels.join(' ');
}

const library = /^\w{0,20}click$/;

/** A script that is started by its file has nothing to type for the command of Click that it is. */
export function isClickScript(text: string): boolean {
  const started = /^if\s{1,4}__name__\s{0,4}==[^\n]{0,40}\n\s{1,20}(?:sys\.exit\()?(\w{1,80})\(/m.exec(text)?.[1];
  if (started === undefined || /\.(?:group|add_command)\(|^@group\b/m.test(text)) return false;
  return new RegExp(`^@(?:\\w{0,20}click\\.)?command\\b[\\s\\S]{0,6000}?\\ndef\\s{1,5}${started}\\(`, 'm').test(text);
}

const addedApp =
  /\b(?:(\w{1,60})\.)?add_typer\(\s{0,20}(\w{1,60})\s{0,4},(?:[^)\n]{0,80}\s)?\s{0,20}name\s{0,4}=\s{0,4}['"]([\w:-]{1,80})['"]/g;

/** The groups of Typer above a command, as far as the file puts one application into another. */
export function typerGroups(of: string, text: string): string {
  const groups = new Map(
    [...text.matchAll(addedApp)].map(([, parent, own = '', name = '']) => [own, { parent, name }]),
  );
  const labels: string[] = [];
  for (let own: string | undefined = of, depth = 0; own !== undefined && depth < 6; depth++) {
    const group = groups.get(own);
    if (group !== undefined) labels.unshift(group.name);
    own = group?.parent;
  }
  return labels.join(' ');
}

/** An application of Typer with one command has nothing to type for it: what is started is that command. */
export function isLoneCommand(text: string): boolean {
  const app = /^(\w{1,60})\s{0,4}=\s{0,4}(?:typer\.)?Typer\(/m.exec(text)?.[1];
  if (app === undefined || /\.(?:callback|add_typer)\(/.test(text)) return false;
  const isStarted = new RegExp(`^[ \\t]{1,20}(?:raise SystemExit\\()?${app}\\(\\)`, 'm').test(text);
  return isStarted && [...text.matchAll(/^[ \t]{0,40}@[\w.]{1,80}\.command\(/gm)].length === 1;
}
