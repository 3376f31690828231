import { posix } from 'node:path';
import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths, normalizePath } from '../../paths/normalizePath';
import { closingAt } from '../scala/scalaText';

/** What a design in the language of Goa says of the routes of the server that is generated from it. */
interface GoaDesign {
  /** Below which all services lie. */
  readonly base: readonly string[];
  readonly services: readonly GoaService[];
}
interface GoaService {
  readonly name: string;
  readonly paths: readonly string[];
  /** The service below whose canonical method it lies. */
  readonly parent?: string;
  readonly canonical: string;
  readonly routes: readonly GoaRoute[];
}
interface GoaRoute {
  readonly call: string;
  readonly method: string;
  readonly path: string;
  readonly line: number;
}

interface Block {
  readonly kind: string;
  /** Its first argument, where that is a text. */
  readonly said: string | undefined;
  readonly at: number;
  readonly to: number;
}

const texts = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const word =
  /(?<![\w.])(API|Service|Resource|Method|Action|HTTP|Routing|Path|BasePath|Parent|CanonicalMethod|CanonicalActionName|Files|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT)\(\s{0,20}(?:["`]([^"`\n]{0,300})["`])?/g;
const verb = /^[A-Z]{3,7}$/;
const notVerbs: ReadonlySet<string> = new Set(['API', 'HTTP']);

/** Reads designs of Goa: `Service("users", func() { HTTP(func() { Path("/users") }) … })`. */
export const goaExtractor: Extractor<GoaDesign> = {
  id: 'entryPoints.goa',
  version: 1,
  wants: (file) => file.path.endsWith('.go') && !unwrittenRoles.has(file.role),
  extract(file) {
    if (
      !/"(?:goa\.design\/goa\/v\d\/dsl|github\.com\/(?:goadesign|shogo82148)\/goa\w{0,4}(?:\/v\d)?\/design\/apidsl)"/.test(
        file.text,
      )
    )
      return undefined;
    // Descriptions over several lines are no part of a path, and may hold brackets.
    const text = file.text.replace(texts, (part) =>
      /^\/|^`[^`\n]{0,300}\n/.test(part) ? part.replace(/[^\n]/g, ' ') : part,
    );
    const blocks = [...text.matchAll(word)].map(({ index, 0: whole, 1: kind = '', 2: said }): Block => {
      const open = index + kind.length;
      return { kind, said, at: index, to: Math.max(closingAt(text, open), index + whole.length) };
    });
    const inside = (outer: Block): Block[] => blocks.filter(({ at }) => outer.at < at && at < outer.to);
    const services = blocks
      .filter(({ kind, said }) => said !== undefined && (kind === 'Service' || kind === 'Resource'))
      .map((block) => serviceOf(block, inside, (offset) => file.lineAt(offset)));
    const base = blocks.filter(({ kind }) => kind === 'API').flatMap((api) => pathsIn(inside(api)));
    return services.length + base.length === 0 ? undefined : { base, services };
  },
};

const pathsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ kind, said }) => (said !== undefined && /^(?:Base)?Path$/.test(kind) ? [said] : []));

function serviceOf(service: Block, inside: (outer: Block) => Block[], lineAt: (offset: number) => number): GoaService {
  const all = inside(service);
  const methods = all.filter(({ kind }) => kind === 'Method' || kind === 'Action');
  const own = all.filter(({ at }) => !methods.some((method) => method.at < at && at < method.to));
  const said = (kinds: RegExp): string | undefined => own.find(({ kind }) => kinds.test(kind))?.said;
  const routes = methods.flatMap((method) =>
    inside(method).flatMap(({ kind, said: path, at }): GoaRoute[] =>
      path === undefined || !verb.test(kind) || notVerbs.has(kind)
        ? []
        : [{ call: method.said ?? '', method: kind, path, line: lineAt(at) }],
    ),
  );
  const files = own.flatMap(({ kind, said: path, at }): GoaRoute[] =>
    kind !== 'Files' || path === undefined ? [] : [{ call: '', method: 'GET', path, line: lineAt(at) }],
  );
  const parent = said(/^Parent$/);
  return {
    name: service.said ?? '',
    paths: pathsIn(own),
    canonical: said(/^Canonical/) ?? 'show',
    routes: [...routes, ...files],
    ...(parent === undefined ? {} : { parent }),
  };
}

const deepest = 5;
const mostRoutes = 20_000;
/** Of a service and all that it lies below: paths multiply at every step. */
const mostPaths = 30;

export function goaRoutes(designs: ReadonlyMap<string, GoaDesign>): Route[] {
  const services = [...designs].flatMap(([file, design]) => design.services.map((service) => ({ file, service })));
  const bases = [...designs].filter(([, { base }]) => base.length > 0);
  const baseOf = (file: string): readonly string[] => {
    const near = bases.filter(([path]) => posix.dirname(path) === posix.dirname(file));
    const [only, ...others] = near.length > 0 ? near : bases;
    return only === undefined || others.length > 0 ? [''] : only[1].base;
  };
  const namesakes = (name: string, file: string): GoaService[] => {
    const named = services.filter(({ service }) => service.name === name);
    const near = named.filter((one) => posix.dirname(one.file) === posix.dirname(file));
    return (near.length > 0 ? near : named).map(({ service }) => service);
  };
  /** The paths below which a service lies; nothing where its parent is not found. */
  const placesOf = (service: GoaService, file: string, depth: number): readonly string[] | undefined => {
    const own = service.paths.length === 0 ? [''] : service.paths;
    if (service.parent === undefined) return joined(baseOf(file), own);
    const [parent, ...others] = namesakes(service.parent, file);
    const route = parent?.routes.find(({ call }) => call === parent.canonical);
    const above =
      parent === undefined || others.length > 0 || depth > deepest ? undefined : placesOf(parent, file, depth + 1);
    if (above === undefined || route === undefined) return undefined;
    return joined(joined(above, [route.path]), own);
  };
  return services
    .flatMap(({ file, service }) => {
      const places = placesOf(service, file, 0);
      return service.routes.flatMap(({ call, method, path, line }) =>
        [...new Set(joined(places ?? service.paths.slice(0, 1), [path]))].map(
          (whole): Route => ({
            method,
            path: joinPaths([normalizePath(whole, 'colon')], 'drop'),
            file,
            line,
            framework: 'Goa',
            declared: 'explicit',
            ...(call === '' ? {} : { handler: `${service.name}.${call}` }),
            ...(places === undefined && !path.startsWith('//') ? { prefix: 'unknown' as const } : {}),
          }),
        ),
      );
    })
    .slice(0, mostRoutes);
}

/** Two slashes in front leave out what stands above. */
const joined = (above: readonly string[], below: readonly string[]): string[] =>
  (above.length === 0 ? [''] : above)
    .slice(0, mostPaths)
    .flatMap((start) =>
      below.slice(0, mostPaths).map((end) => (end.startsWith('//') ? end.slice(1) : `${start}/${end}`)),
    )
    .slice(0, mostPaths);
