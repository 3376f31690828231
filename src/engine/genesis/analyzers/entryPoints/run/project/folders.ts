import { isMember } from '../../../dependencies/inventory/folderPattern';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { holeStart, type ListValue, textOf, textValue, type Value } from '../values';
import { normalize } from './project';

const reading = /^(?:node:)?fs(?:-extra|\/promises)?\.(?:promises\.)?readdir(?:Sync)?$/;
const globbing = /^(?:glob|fast-glob|globby|tiny-glob)\.(?:sync|globSync|globbySync|glob|default)$/;
const naming = /^(?:node:)?path\.(basename|parse|extname)$/;
/** Packages that load all modules of a folder into one object. */
const gathering =
  /^(?:auto-load|require-all|require-dir|require-directory|requireindex|include-all)\.(?:default|requireAll)$/;
const mostFiles = 300;

/** What a program finds in a folder of the project when it looks into it at its start, and what it makes of the names. */
export function callFolder(interpreter: Interpreter, path: string, call: PendingCall): Value | undefined {
  if (gathering.test(path)) return modulesIn(interpreter, call);
  const [first, second] = call.args;
  const text = textOf(first?.value);
  if (text === undefined || text.includes(holeStart)) return undefined;
  const part = naming.exec(path)?.[1];
  if (part !== undefined) return partOfPath(part, text, textOf(second?.value));
  if (globbing.test(path)) return matching(interpreter, text);
  if (!reading.test(path) || !text.startsWith('/')) return undefined;
  const names = namesIn(interpreter, normalize(text));
  const isTyped = second?.value.kind === 'map' && second.value.entries.has('withFileTypes');
  const found: ListValue = {
    kind: 'list',
    isFiles: true,
    items: names.map(
      (name): Value =>
        isTyped ? { kind: 'map', line: 0, entries: new Map([['name', textValue(name)]]) } : textValue(name),
    ),
  };
  const last = call.args.at(-1)?.value;
  if (last?.kind === 'function')
    interpreter.callFunction(last, [
      { value: { kind: 'unknown' }, source: { is: 'other' } },
      { value: found, source: { is: 'other' } },
    ]);
  return found;
}

/** `requireDir('./controllers')`: the modules of the folder by the names of their files. */
function modulesIn(interpreter: Interpreter, { args, frame }: PendingCall): Value | undefined {
  const { project, modules } = interpreter;
  const said = args.map(({ value }) => textOf(value.kind === 'map' ? value.entries.get('dirname') : value));
  const text = said.find((one) => one !== undefined);
  if (text === undefined || text.includes(holeStart)) return undefined;
  // Where the beginning of the path is not known, the folder lies beside the file that asks for it.
  const folder = [normalize(text), normalize(`${frame.unit.directory}/${text}`)].find(
    (one) => one !== '' && namesIn(interpreter, one).length > 0,
  );
  if (folder === undefined) return undefined;
  const entries = new Map<string, Value>();
  for (const name of namesIn(interpreter, folder)) {
    const [file] = [`${folder}/${name}`, `${folder}/${name}/index.js`, `${folder}/${name}/index.ts`].filter((one) =>
      project.units.has(one),
    );
    if (file === undefined || file === frame.unit.path) continue;
    const module = { kind: 'module', from: frame.unit.path, specifier: file, files: [file] } as const;
    const value = modules.moduleMember(module, 'default') ?? module;
    entries.set(name.replace(/\.[cm]?[jt]s$/, ''), value);
  }
  return { kind: 'map', line: 0, entries };
}

function namesIn({ project }: Interpreter, folder: string): string[] {
  const start = folder === '' ? '' : `${folder}/`;
  const names = new Set<string>();
  for (const path of project.units.keys()) {
    if (!path.startsWith(start)) continue;
    const rest = path.slice(start.length);
    const slash = rest.indexOf('/');
    names.add(slash === -1 ? rest : rest.slice(0, slash));
  }
  return [...names].slice(0, mostFiles);
}

/** The files of the project that a pattern names; patterns are compared as those of workspaces are, without a slow way. */
function matching({ project }: Interpreter, pattern: string): ListValue | undefined {
  const clean = normalize(pattern);
  if (!clean.includes('*')) return undefined;
  const paths = [...project.units.keys()].filter((path) => isMember(path, [clean])).slice(0, mostFiles);
  return { kind: 'list', isFiles: true, items: paths.map((path) => textValue(`/${path}`)) };
}

function partOfPath(part: string, path: string, ending: string | undefined): Value {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ''];
  if (part === 'extname') return textValue(extension);
  if (part === 'basename')
    return textValue(ending !== undefined && base.endsWith(ending) ? base.slice(0, -ending.length) : base);
  const entries = new Map([
    ['name', textValue(stem)],
    ['base', textValue(base)],
    ['ext', textValue(extension)],
    ['dir', textValue(path.slice(0, Math.max(path.lastIndexOf('/'), 0)))],
  ]);
  return { kind: 'map', line: 0, entries };
}
