import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { holeStart, ownRouter, routersIn, textOf, type Value } from '../values';
import { isScript } from './languageTraits';
import { normalize } from './project';

/** A folder of the project that a program names at its start, and the routers that are handed over with it. */
export interface FolderWalk {
  readonly folder: string;
  readonly bases: readonly RouterNode[];
}

/** Fewer routers than this lie in a folder without being put anywhere by a walk over it. */
const fewestRouters = 3;
const mostWalks = 50;

/** `registerRoutes(this, path.join(__dirname, 'routes'))`: somebody may walk over the folder and mount what lies in it. */
export function noteFolder(interpreter: Interpreter, { args, frame }: PendingCall): void {
  if (!isScript.test(frame.unit.program.language) || interpreter.folderWalks.length >= mostWalks) return;
  for (const { value, source } of args) {
    const text = source.is === 'text' ? undefined : textOf(value);
    if (text?.startsWith('/') !== true || text.includes(holeStart)) continue;
    const folder = normalize(text);
    if (folder === '' || folder === frame.unit.directory || !hasFiles(interpreter, folder)) continue;
    // A router that is handed over beside the server is the one that takes them in.
    const routers = args.flatMap(({ value: given }) => (given.kind === 'router' ? [given.node] : []));
    const bases = [...routers, ...args.flatMap((argument) => basesIn(argument.value))];
    interpreter.folderWalks.push({ folder, bases });
  }
}

function hasFiles({ project, askedFolders }: Interpreter, folder: string): boolean {
  const known = askedFolders.get(folder);
  if (known !== undefined) return known;
  let count = 0;
  for (const path of project.units.keys()) if (path.startsWith(`${folder}/`) && ++count >= fewestRouters) break;
  askedFolders.set(folder, count >= fewestRouters);
  return count >= fewestRouters;
}

function basesIn(value: Value): RouterNode[] {
  if (value.kind !== 'object') return routersIn(value);
  return ['app', 'router', 'server', ownRouter].flatMap((name) => routersIn(value.fields.get(name))).slice(0, 1);
}

/**
 * Files of a folder whose routers nothing mounts lie below their own paths, where they could not all lie at one place:
 * the same route stands in several of them.
 */
export function placeWalked(interpreter: Interpreter): void {
  for (const { folder, bases } of interpreter.folderWalks) {
    const found = routersBelow(interpreter, folder);
    if (found.length < fewestRouters || !collide(found.map(({ node }) => node))) continue;
    for (const { node, path } of found) {
      const prefix = pathOfFile(path.slice(folder.length + 1));
      if (prefix === undefined) continue;
      const [base] = bases;
      if (base === undefined || base === node) node.prefix = prefix;
      else base.mount(node, prefix);
    }
  }
}

interface Placed {
  readonly node: RouterNode;
  readonly path: string;
}

function routersBelow({ project, modules }: Interpreter, folder: string): readonly Placed[] {
  return [...project.units.values()].flatMap((unit): Placed[] => {
    if (!unit.path.startsWith(`${folder}/`) || !isScript.test(unit.program.language)) return [];
    const [node] = routersIn(modules.exported(unit, 'default', 0));
    const isFree = node?.isHosted === true && !node.isMounted && node.made.file === unit.path && node.prefix === '';
    return isFree ? [{ node, path: unit.path }] : [];
  });
}

function collide(nodes: readonly RouterNode[]): boolean {
  const seen = new Set<string>();
  for (const node of nodes) {
    const own = new Set(node.routes.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`)));
    for (const route of own) if (seen.has(route)) return true;
    for (const route of own) seen.add(route);
  }
  return false;
}

/** `channels/#id/messages/index.ts` as `channels/:id/messages`; what a word with another mark stands for, nobody tells. */
function pathOfFile(path: string): string | undefined {
  const parts = path.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  if (parts.at(-1) === 'index') parts.pop();
  const read = parts.map((part) => part.replace(/^(?:#|:)(\w+)$/, ':$1').replace(/^\[(\w+)\]$/, ':$1'));
  return read.every((part) => /^:?[\w.@-]+$/.test(part) && !/^[_$]/.test(part)) ? read.join('/') : undefined;
}
