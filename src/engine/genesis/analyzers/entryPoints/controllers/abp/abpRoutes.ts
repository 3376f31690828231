import type { Route } from '../../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../../paths/normalizePath';
import { dashed } from '../yiiExtractor';
import type { AbpFile, ServiceClass } from './abpExtractor';

/** A class that is served, with those above it, nearest first. */
interface Served {
  readonly file: string;
  readonly service: ServiceClass;
  readonly methods: readonly (ServiceClass['methods'][number] & { readonly file: string })[];
  /** Names of all that it extends. */
  readonly bases: ReadonlySet<string>;
  readonly guards: readonly string[];
}

interface Kind {
  /** Beginnings of names that say a method, in the order in which they are tried. */
  readonly verbs: readonly (readonly [beginning: string, method: string])[];
  readonly root: string;
  /** What a service has that extends one for records. */
  readonly forRecords: readonly string[];
}

const kinds: Readonly<Record<'abp' | 'boilerplate', Kind>> = {
  abp: {
    verbs: pairs(
      'GetList GET GetAll GET Get GET Put PUT Update PUT Delete DELETE Remove DELETE Create POST Add POST Insert POST Post POST Patch PATCH',
    ),
    root: 'app',
    forRecords: ['Get', 'GetList', 'Create', 'Update', 'Delete'],
  },
  boilerplate: {
    verbs: pairs(
      'Get GET Put PUT Update PUT Delete DELETE Remove DELETE Create POST Insert POST Post POST Patch PATCH',
    ),
    root: 'app',
    forRecords: ['Get', 'GetAll', 'Create', 'Update', 'Delete'],
  },
};

const isServiceBase = /^(?:ApplicationService|I(?:Application|Remote)Service|I\w{1,80}AppService)$/;
const forRecords = /^(?:AbstractKey)?(?:Async)?(Crud|ReadOnly)AppService(?:Base)?$/;
const commonEnds = /(?:AppService|ApplicationService|IntService|IntegrationService|Service)$/;
const deepest = 10;

/**
 * Application services of ABP and ASP.NET Boilerplate, whose public methods a program serves as controllers: the paths
 * and methods are made of the names, as long as no attribute says others.
 */
export function abpRoutes(files: ReadonlyMap<string, AbpFile>, paths: Iterable<string>): Route[] {
  const conventions = [...files.values()].flatMap((file) => file.conventions);
  if (conventions.length === 0) return [];
  const projects = new Set([...paths].filter((path) => path.endsWith('.csproj')).map(folderOf));
  const projectOf = (path: string): string | undefined => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (projects.has(folder)) return folder;
      if (folder === '') return undefined;
    }
  };
  const declaring = new Map<string, string[]>();
  for (const [path, { modules }] of files)
    for (const name of modules) declaring.set(name, [...(declaring.get(name) ?? []), path]);
  const byProject = new Map<string, typeof conventions>();
  for (const convention of conventions) {
    const [path, ...others] = declaring.get(convention.module) ?? [];
    const project = path === undefined || others.length > 0 ? undefined : projectOf(path);
    if (project !== undefined) byProject.set(project, [...(byProject.get(project) ?? []), convention]);
  }
  return [...served(files)].flatMap((found) => {
    const said = byProject.get(projectOf(found.file) ?? '') ?? [];
    const [first] = said;
    if (first === undefined) return [];
    const isLost = said.some(({ kind, root }) => root === null || root !== first.root || kind !== first.kind);
    return routesOf(found, first.kind, isLost ? undefined : (first.root ?? kinds[first.kind].root));
  });
}

/** The classes that are application services, with what they inherit from others of the project. */
function* served(files: ReadonlyMap<string, AbpFile>): Iterable<Served> {
  const all = [...files].flatMap(([file, { services }]) => services.map((service) => ({ file, service })));
  const byName = new Map<string, typeof all>();
  for (const one of all) byName.set(one.service.name, [...(byName.get(one.service.name) ?? []), one]);
  for (const { file, service } of all) {
    if (service.isAbstract) continue;
    const line = [{ file, service }];
    for (let depth = 0; depth < deepest; depth++) {
      const above = line.at(-1)?.service.bases.flatMap((base) => byName.get(base) ?? []) ?? [];
      const [only] = above;
      if (only === undefined || above.length > 1 || line.some((one) => one.service === only.service)) break;
      line.push(only);
    }
    const bases = new Set(line.flatMap((one) => one.service.bases));
    if (![...bases].some((base) => isServiceBase.test(base) || forRecords.test(base))) continue;
    if (line.some((one) => isOff(one.service))) continue;
    yield {
      file,
      service,
      methods: line.flatMap((one) => one.service.methods.map((method) => ({ ...method, file: one.file }))),
      bases,
      guards: line.flatMap((one) => guardsOf(one.service)),
    };
  }
}

function routesOf(
  { file, service, methods, bases, guards }: Served,
  kind: 'abp' | 'boilerplate',
  root: string | undefined,
): Route[] {
  const { verbs } = kinds[kind];
  const route = service.attributes.find(({ name }) => name === 'Route')?.values[0];
  const name = service.name.replace(commonEnds, '');
  const routes = new Map<string, Route>();
  const add = (
    method: string,
    path: string,
    from: Pick<Route, 'file' | 'line'> & { name: string },
    own: readonly string[],
    isLost = root === undefined,
  ): void => {
    const key = `${method} ${path}`;
    const all = [...new Set([...guards, ...own])];
    if (!routes.has(key))
      routes.set(key, {
        method,
        path,
        file: from.file,
        line: from.line,
        framework: 'ASP.NET Core',
        declared: 'implied',
        handler: `${service.name}.${from.name}`,
        ...(all.length === 0 ? {} : { middleware: all }),
        ...(isLost ? { prefix: 'unknown' as const } : {}),
      });
  };
  const pathOf = (action: string, verb: string, parameters: readonly string[]): string => {
    const plain = action.replace(/Async$/, '');
    if (kind === 'boilerplate') return joined(root === undefined ? '' : `api/services/${root}`, name, plain);
    const beginning = verbs.find(([one, method]) => method === verb && startsWith(plain, one))?.[0] ?? '';
    const rest = dashed(plain.slice(beginning.length));
    const ids = parameters.filter((one) => one.endsWith('Id'));
    return joined(
      root === undefined ? '' : `api/${root}`,
      dashed(name),
      parameters.includes('id') ? '{id}' : '',
      rest,
      rest !== '' && ids.length === 1 ? `{${ids[0]}}` : '',
    );
  };
  const hidden = new Set(methods.filter(isOff).map((one) => one.name));
  for (const method of methods) {
    if (hidden.has(method.name)) continue;
    const said = method.attributes.flatMap(({ name: attribute, values }) => {
      const verb = /^Http(Get|Post|Put|Patch|Delete|Head|Options)$/.exec(attribute)?.[1];
      return verb === undefined ? [] : [{ verb: verb.toUpperCase(), path: values[0] }];
    });
    const own = guardsOf(method);
    const byAttribute = method.attributes.find(({ name: attribute }) => attribute === 'Route')?.values[0];
    const byName = verbs.find(([beginning]) => startsWith(method.name, beginning))?.[1] ?? 'POST';
    for (const { verb, path = byAttribute } of said.length === 0 ? [{ verb: byName, path: undefined }] : said) {
      const isWritten = path !== undefined || route !== undefined;
      add(
        verb,
        isWritten
          ? joined(path?.startsWith('/') === true ? '' : (route ?? ''), path ?? '')
          : pathOf(method.name, verb, method.parameters),
        method,
        own,
        !isWritten && root === undefined,
      );
    }
  }
  const [records] = [...bases].flatMap((base) => forRecords.exec(base)?.[1] ?? []);
  if (records !== undefined && route === undefined)
    for (const action of kinds[kind].forRecords.slice(0, records === 'ReadOnly' ? 2 : undefined)) {
      if (methods.some((method) => method.name.replace(/Async$/, '') === action)) continue;
      const verb = verbs.find(([beginning]) => startsWith(action, beginning))?.[1] ?? 'POST';
      const takesId = /^(?:Get|Update|Delete)$/.test(action);
      add(verb, pathOf(action, verb, takesId ? ['id'] : []), { file, line: service.line, name: `${action}Async` }, []);
    }
  return [...routes.values()];
}

const joined = (...parts: readonly string[]): string =>
  joinPaths([normalizePath(parts.filter((part) => part !== '').join('/'), 'braces')], 'drop');

const startsWith = (name: string, beginning: string): boolean => name.toLowerCase().startsWith(beginning.toLowerCase());

/** `[RemoteService(false)]`, `[RemoteService(IsEnabled = false)]`, `[NonAction]`. */
const isOff = ({ attributes }: Pick<ServiceClass, 'attributes'>): boolean =>
  attributes.some(({ name, values }) => name === 'NonAction' || (name === 'RemoteService' && values[0] === 'false'));

const guardsOf = ({ attributes }: Pick<ServiceClass, 'attributes'>): string[] =>
  attributes.flatMap(({ name }) => (/^(?:Abp)?(?:Authorize|AllowAnonymous)$/.test(name) ? [name] : []));

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function pairs(text: string): (readonly [string, string])[] {
  const words = text.split(' ');
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : []));
}
