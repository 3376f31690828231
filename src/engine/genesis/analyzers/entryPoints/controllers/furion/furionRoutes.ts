import type { Route } from '../../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../../paths/normalizePath';
import type { FurionAttribute, FurionClass, FurionFile, FurionMethod } from './furionExtractor';

const verbs: Readonly<Record<string, string>> = {
  post: 'POST',
  add: 'POST',
  create: 'POST',
  insert: 'POST',
  submit: 'POST',
  get: 'GET',
  find: 'GET',
  fetch: 'GET',
  query: 'GET',
  put: 'PUT',
  update: 'PUT',
  delete: 'DELETE',
  remove: 'DELETE',
  clear: 'DELETE',
  patch: 'PATCH',
};
const ends = /(?:AppServices?|ApiController|Controller|Services?)$/;
const deepest = 6;

interface Placed extends FurionMethod {
  readonly file: string;
}

interface Declared {
  readonly file: string;
  readonly one: FurionClass;
}

/** How names become parts of paths. */
interface Naming {
  readonly prefix: string;
  readonly keepsVerb: boolean;
  of(name: string): string;
}

/** What Furion makes of its services: a path of the names of class and method, a verb of the method's first word. */
export function furionRoutes(files: ReadonlyMap<string, FurionFile>): Route[] {
  const all = [...files].flatMap(([file, { classes }]) => classes.map((one) => ({ file, one })));
  const naming = namingOf([...files.values()].map((file) => file.settings ?? {}));
  const byName = new Map(all.map((entry) => [entry.one.name, entry]));
  return all.flatMap((entry) => {
    const line = lineOf(entry, byName);
    const isServed = line.some(
      ({ one }) => one.bases.includes('IDynamicApiController') || has(one, 'DynamicApiController'),
    );
    if (entry.one.isBase || !isServed) return [];
    const methods: Placed[] = [];
    for (const { file, one } of line) {
      const nearer = new Set(methods.map(({ name }) => name));
      methods.push(...one.methods.filter(({ name }) => !nearer.has(name)).map((method) => ({ ...method, file })));
    }
    return methods.flatMap((method) => routesOf(entry.one, method, naming));
  });
}

/** A class with those above it that the project declares, nearest first. */
function lineOf(entry: Declared, byName: ReadonlyMap<string, Declared>): Declared[] {
  const line = [entry];
  for (let depth = 0; depth < deepest; depth++) {
    const [above] = line.at(-1)?.one.bases.flatMap((base) => byName.get(base) ?? []) ?? [];
    if (above === undefined || line.includes(above)) break;
    line.push(above);
  }
  return line;
}

function namingOf(said: readonly Readonly<Record<string, string | boolean>>[]): Naming {
  const all = Object.assign({}, ...said) as Readonly<Record<string, string | boolean>>;
  const separator = typeof all['CamelCaseSeparator'] === 'string' ? all['CamelCaseSeparator'] : '-';
  const prefix = all['DefaultRoutePrefix'];
  return {
    prefix: typeof prefix === 'string' ? prefix : 'api',
    keepsVerb: all['KeepVerb'] === true,
    of(name) {
      if (all['KeepName'] === true) return name;
      const split = all['SplitCamelCase'] === false ? name : wordsOf(name).join(separator);
      const cased = all['AsLowerCamelCase'] === true ? `${split.charAt(0).toLowerCase()}${split.slice(1)}` : split;
      return all['LowercaseRoute'] === false ? cased : cased.toLowerCase();
    },
  };
}

function routesOf(service: FurionClass, method: Placed, naming: Naming): Route[] {
  if (has(method, 'NonAction')) return [];
  const own = method.name.replace(/Async$/, '');
  const [first = ''] = wordsOf(own);
  const byName = verbs[first.toLowerCase()];
  const said = method.attributes.flatMap(({ name, args }) => {
    const verb = /^Http(Get|Post|Put|Patch|Delete|Head|Options)$/.exec(name)?.[1];
    return verb === undefined ? [] : [{ verb: verb.toUpperCase(), path: textIn(args) }];
  });
  const chosen = settingSaid(method, 'Name');
  const plain = naming.keepsVerb || byName === undefined ? own : own.slice(first.length);
  const action = naming.of(chosen ?? plain);
  const controller = naming.of(settingSaid(service, 'Name') ?? service.name.replace(ends, ''));
  const below = settingSaid(method, 'Module') ?? settingSaid(service, 'Module') ?? '';
  const base =
    templateOf(service)?.replace(/\[controller\]/gi, controller) ?? `${naming.prefix}/${below}/${controller}`;
  const guards = [...service.attributes, ...method.attributes].filter(({ name }) =>
    /^(?:Authorize|AllowAnonymous)$/.test(name),
  );
  return (said.length === 0 ? [{ verb: byName ?? 'POST', path: undefined }] : said).map(({ verb, path }): Route => {
    const written = path ?? templateOf(method);
    const parts =
      written === undefined
        ? [base.replace(/\/?\[action\]/gi, ''), action, ...method.inPath.map((name) => `{${name}}`)]
        : /^~?\//.test(written)
          ? [written.replace(/^~/, '')]
          : [base, written];
    return {
      method: verb,
      path: joinPaths([normalizePath(parts.filter((part) => part !== '').join('/'), 'braces')], 'drop'),
      file: method.file,
      line: method.line,
      framework: 'Furion',
      declared: 'implied',
      handler: `${service.name}.${method.name}`,
      ...(guards.length === 0 ? {} : { middleware: [...new Set(guards.map(({ name }) => name))] }),
    };
  });
}

type Marked = { readonly attributes: readonly FurionAttribute[] };

const has = ({ attributes }: Marked, name: string): boolean => attributes.some((one) => one.name === name);

const textIn = (args: string): string | undefined => /^\(\s{0,9}"([^"\n]{0,200})"/.exec(args)?.[1];

const templateOf = ({ attributes }: Marked): string | undefined =>
  textIn(attributes.find(({ name }) => name === 'Route')?.args ?? '');

/** `[ApiDescriptionSettings(Name = "Page", Module = "shop")]` */
const settingSaid = ({ attributes }: Marked, key: 'Name' | 'Module'): string | undefined =>
  attributes
    .filter(({ name }) => name === 'ApiDescriptionSettings')
    .map(({ args }) => (key === 'Name' ? named : inModule).exec(args)?.[1])
    .find((said) => said !== undefined);

const named = /\bName\s{0,4}=\s{0,4}"([^"\n]{1,100})"/;
const inModule = /\bModule\s{0,4}=\s{0,4}"([^"\n]{1,100})"/;

/** `GetUserList`: `Get`, `User`, `List`. */
const wordsOf = (name: string): string[] => name.match(/[A-Z]?[^A-Z]+|[A-Z]/g) ?? [name];
