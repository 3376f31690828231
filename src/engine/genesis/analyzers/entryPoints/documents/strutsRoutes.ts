import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths } from '../paths/normalizePath';

/** What a descriptor says of the actions of Struts. */
interface StrutsFile {
  readonly actions: readonly { readonly path: string; readonly handler?: string; readonly line: number }[];
  /** The ends that actions of this application have; what `web.xml` maps, or a constant. */
  readonly ends?: readonly string[];
  readonly version?: 1 | 2;
}

const longest = 400_000;
const comment = /<!--[\s\S]*?(?:-->|$)/g;
const attribute = (name: string, tag: string): string | undefined =>
  new RegExp(`\\s${name}\\s{0,4}=\\s{0,4}"([^"]{0,200})"`).exec(tag)?.[1];
const filter =
  /<filter-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/filter-name>\s{0,40}<filter-class>\s{0,20}org\.apache\.struts2\./g;
const servlet =
  /<servlet-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/servlet-name>\s{0,40}<servlet-class>\s{0,20}org\.apache\.struts\.action\.ActionServlet/g;

/** Reads descriptors of Struts, and what of a web application is handed to it. */
export const strutsExtractor: Extractor<StrutsFile> = {
  id: 'entryPoints.struts',
  version: 1,
  wants: (file) => /(?:\.xml|(?:^|\/)struts\.properties)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (file.text.length > longest) return undefined;
    if (file.path.endsWith('.properties'))
      return endsIf(/^\s{0,9}struts\.action\.extension\s{0,9}=\s{0,9}(\S{0,80})/m.exec(file.text)?.[1]);
    if (file.path.endsWith('web.xml')) return mappedEnds(file.text.replace(comment, blank));
    if (!/<struts(?:-config)?>/.test(file.text)) return undefined;
    const text = file.text.replace(comment, blank);
    return text.includes('<struts-config>')
      ? firstStruts(text, (at) => file.lineAt(at))
      : secondStruts(text, (at) => file.lineAt(at));
  },
};

const blank = (part: string): string => part.replace(/[^\n]/g, ' ');

/** `action,,` is with the end and without. */
const endsIf = (said: string | undefined): StrutsFile | undefined =>
  said === undefined
    ? undefined
    : { actions: [], ends: said.split(',').filter((end, at, all) => end !== '' || at === all.length - 1) };

/** `*.do` for a servlet or a filter of Struts. */
function mappedEnds(text: string): StrutsFile | undefined {
  const first = [...text.matchAll(servlet)].map(([, name = '']) => name);
  const second = [...text.matchAll(filter)].map(([, name = '']) => name);
  if (first.length + second.length === 0) return undefined;
  const names = new Set([...first, ...second]);
  const mapping =
    /<(?:servlet|filter)-mapping>\s{0,40}<(?:servlet|filter)-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/(?:servlet|filter)-name>([\s\S]{0,600}?)<\/(?:servlet|filter)-mapping>/g;
  const patterns = [...text.matchAll(mapping)].flatMap(([, name = '', inside = '']) =>
    names.has(name)
      ? [...inside.matchAll(/<url-pattern>\s{0,20}([^<\s]{1,100})/g)].map(([, pattern = '']) => pattern)
      : [],
  );
  const ends = patterns.flatMap((pattern) => (pattern.startsWith('*.') ? [pattern.slice(2)] : []));
  return { actions: [], version: second.length > 0 ? 2 : 1, ...(ends.length === 0 ? {} : { ends }) };
}

const element = /<(\/?package|action|constant)\b((?:[^<>"]|"[^"]{0,400}"){0,2000})>/g;

function secondStruts(text: string, lineAt: (at: number) => number): StrutsFile | undefined {
  const actions: StrutsFile['actions'][number][] = [];
  let namespace = '';
  let ends: string | undefined;
  for (const found of text.matchAll(element)) {
    const [, tag = '', written = ''] = found;
    if (tag === 'constant' && attribute('name', written) === 'struts.action.extension')
      ends = attribute('value', written);
    if (tag === 'package') namespace = attribute('namespace', written) ?? '';
    const name = tag === 'action' ? attribute('name', written) : undefined;
    if (name === undefined) continue;
    const type = attribute('class', written);
    const method = attribute('method', written);
    const handler = [type?.slice(type.lastIndexOf('.') + 1), method].filter((part) => part !== undefined).join('.');
    actions.push({ path: `${namespace}/${name}`, line: lineAt(found.index), ...(handler === '' ? {} : { handler }) });
  }
  const said = endsIf(ends);
  return actions.length === 0 && said === undefined ? undefined : { version: 2, ...said, actions };
}

function firstStruts(text: string, lineAt: (at: number) => number): StrutsFile | undefined {
  const actions = [...text.matchAll(element)].flatMap((found): StrutsFile['actions'][number][] => {
    const [, tag, written = ''] = found;
    const path = tag === 'action' ? attribute('path', written) : undefined;
    if (path === undefined) return [];
    const type = attribute('type', written);
    return [
      {
        path,
        line: lineAt(found.index),
        ...(type === undefined ? {} : { handler: type.slice(type.lastIndexOf('.') + 1) }),
      },
    ];
  });
  return actions.length === 0 ? undefined : { actions, version: 1 };
}

const usualEnds = { 1: 'do', 2: 'action' } as const;

/** The actions with the end that the application maps; of several ends the first, and without one where that is mapped too. */
export function strutsRoutes(files: ReadonlyMap<string, StrutsFile>): Route[] {
  return [...files].flatMap(([file, { actions, version = 2 }]) => {
    const module = moduleOf(file);
    const near = [...files].filter(
      ([path, one]) => one.ends !== undefined && (one.version ?? version) === version && moduleOf(path) === module,
    );
    const chosen = near.find(([path]) => path.endsWith('web.xml')) ?? near[0];
    const end = chosen?.[1].ends?.[0] ?? usualEnds[version];
    return actions.map(
      ({ path, line, handler }): Route => ({
        method: 'ANY',
        path: joinPaths([`${pathOf(path)}${end === '' ? '' : `.${end}`}`], 'drop'),
        file,
        line,
        framework: 'Struts',
        declared: 'explicit',
        ...(handler === undefined ? {} : { handler }),
      }),
    );
  });
}

/** `*_list`, `{id}`: parts that a request chooses. */
const pathOf = (path: string): string => {
  let count = 0;
  return path.replace(/\*{1,2}/g, () => `{part${++count}}`);
};

const moduleOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('src/main/')));
