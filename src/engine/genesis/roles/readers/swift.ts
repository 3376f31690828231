import type { FileRole } from '../../sourceFile';
import { type Area, isAidName, type Project, pathFrom, type Saying } from '../project';

const targetStart = /\.(testTarget|target|executableTarget|macro|plugin)\(\s{0,200}name:\s{0,20}"([\w.-]{1,200})"/g;

/** Targets that a package gives to others, whatever they serve. */
const library = /\.library\(\s{0,200}name:[^[\]]{1,300}?\btargets:\s{0,20}\[([^\]]{0,1000})\]/g;

/** The targets of a Swift package, each with the folder that it has by convention or by its path. */
export function readSwiftPackage(text: string, folder: string): Saying {
  const starts: RegExpExecArray[] = [];
  for (const found of text.matchAll(targetStart))
    if (!isNeeded(text.slice(starts.at(-1)?.index ?? 0, found.index))) starts.push(found);
  const given = new Set(
    [...text.matchAll(library)].flatMap(([, list = '']) =>
      [...list.matchAll(/"([\w.-]{1,200})"/g)].map(([, one]) => one),
    ),
  );
  const projects: Project[] = [];
  const areas: Area[] = [];
  for (const [index, match] of starts.entries()) {
    const [, kind = '', name = ''] = match;
    const body = text.slice(match.index, Math.min(starts[index + 1]?.index ?? text.length, match.index + 4_000));
    const said = /\bpath:\s{0,20}"([^"\n]{1,200})"/.exec(body)?.[1];
    const isTest = kind === 'testTarget';
    const path = pathFrom(folder, said ?? `${isTest ? 'Tests' : 'Sources'}/${name}`);
    if (path === undefined || path === folder) continue;
    const role: FileRole | undefined = isTest ? 'test' : undefined;
    if (role !== undefined) areas.push({ path, role });
    const uses = [...body.matchAll(/"([\w.-]{1,200})"/g)].map((used) => used[1] ?? '').filter((used) => used !== name);
    projects.push({
      kind: 'swift',
      folder: path,
      names: [name],
      ...(role === undefined ? {} : { role }),
      ...(isAidName(name) && !given.has(name) ? { isAid: true as const } : {}),
      uses,
      testUses: [],
    });
  }
  return { projects, areas };
}

/** Whether what follows stands in a list of what a target needs: there `.target(name: "Shop")` only names one. */
function isNeeded(before: string): boolean {
  const list = before.slice(Math.max(0, before.lastIndexOf('dependencies:')));
  return list.startsWith('dependencies:') && list.split('[').length > list.split(']').length;
}
