import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Extractor } from '../../../extractor';
import { resourceRoutes } from './syliusResources';
import { phpRouteEntries } from './symfonyPhpRoutes';
import { xmlRouteEntries } from './symfonyXmlRoutes';

/** An entry of a file with Symfony's routes: a route of its own, or routes taken from elsewhere. */
export interface SymfonyRouteEntry {
  readonly line: number;
  readonly path?: string;
  readonly methods?: readonly string[];
  readonly controller?: string;
  /** It is one of several that the entry stands for. */
  readonly isImplied?: true;
  readonly resource?: string;
  readonly prefix?: string;
  /** A loader that the routes name makes it. */
  readonly isLogout?: true;
  /** Files below the resource that are not taken in. */
  readonly exclude?: readonly string[];
}

/** A kernel may take in folders of its own naming: `config/shop_routes/*.yaml`. */
const fileName =
  /(?:^|\/)(?:config|Resources)\/(?:[^/]{1,80}\/){0,4}[\w-]{0,40}rout(?:es|ing)(?:[_.-][^/]{1,100}|(?:\/[^/]{1,100}){1,3})?\.(?:ya?ml|php|xml)$|(?:^|\/)src\/Kernel\.php$/;

/** `forum.routing.yml` of a module of Drupal, which takes its notation from Symfony. */
export const isDrupalRouting = (path: string): boolean => /(?:^|\/)\w{1,100}\.routing\.yml$/.test(path);

/** What firewalls say of leaving, for which a loader of routes makes one. */
const securityFile = /(?:^|\/)config\/packages\/security\.ya?ml$/;
export const logoutLoader = 'security.route_loader.logout';

/** Routes that are there while someone develops or tests. */
const ofEnvironment = /(?:^|\/)config\/routes\/(?:dev|test)(?:_[^/]{1,40})?\//;

/** Reads `config/routes.yaml`, `config/routes/*.yaml` and their relatives; what one entry has wrong costs no other. */
export const symfonyRoutesExtractor: Extractor<readonly SymfonyRouteEntry[]> = {
  id: 'entryPoints.symfonyRoutes',
  version: 9,
  wants: (file) =>
    (fileName.test(file.path) || securityFile.test(file.path) || isDrupalRouting(file.path)) &&
    !ofEnvironment.test(file.path) &&
    file.role !== 'test' &&
    file.role !== 'fixture',
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    if (file.path.endsWith('.php'))
      return file.text.includes('RoutingConfigurator') ? phpRouteEntries(file.text) : undefined;
    if (file.path.endsWith('.xml')) return xmlRouteEntries(file.text);
    if (securityFile.test(file.path)) return logoutEntries(file.text);
    if (!/\b(?:path|resource)\s{0,4}:/.test(file.text)) return undefined;
    const counter = new LineCounter();
    const { contents } = parseDocument(file.text, { lineCounter: counter, logLevel: 'silent' });
    if (!isMap(contents)) return undefined;
    return contents.items.flatMap((pair) => readEntry(pair, counter));
  },
};

/** `logout: ~` lies at `/logout`; a name instead of a path is that of a route which stands elsewhere. */
function logoutEntries(text: string): SymfonyRouteEntry[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): SymfonyRouteEntry[] => {
    const [, indent = '', said = ''] = /^( {4,24})logout\s{0,4}:\s{0,4}(.{0,80})$/.exec(line.trimEnd()) ?? [];
    if (indent === '' || /^(?:false|null)\b/.test(said)) return [];
    const below = lines.slice(at + 1, at + 12);
    const end = below.findIndex((other) => other.trim() !== '' && other.search(/\S/) <= indent.length);
    const own = [said, ...below.slice(0, end === -1 ? undefined : end)].join('\n');
    const path = /(?:^|[\s{,])path\s{0,4}:\s{0,4}['"]?([^\s'",}#]{1,100})/.exec(own)?.[1] ?? '/logout';
    return path.startsWith('/') ? [{ line: at + 1, path, isLogout: true }] : [];
  });
}

function readEntry(pair: Pair<unknown, unknown>, counter: LineCounter): SymfonyRouteEntry[] {
  const { key, value } = pair;
  if (!isScalar(key) || !isMap(value) || String(key.value).startsWith('when@')) return [];
  const text = (name: string): string | undefined => {
    const found = value.get(name);
    return typeof found === 'string' ? found : undefined;
  };
  // One path for each language.
  const localized = value.get('path');
  const paths = isMap(localized)
    ? Object.values(localized.toJSON() as object).filter((one) => typeof one === 'string')
    : [];
  const own = text('path') ?? text('pattern');
  const resource = text('resource') ?? nested(value.get('resource'));
  const made = resourceRoutes(text('type') ?? '', text('resource') ?? '');
  const prefix = text('prefix');
  const exclude = textsIn(value, 'exclude');
  const controller = text('controller') ?? answering(value.get('defaults'));
  const at = value.items.find(
    (item) => isScalar(item.key) && /^(?:path|pattern|resource)$/.test(String(item.key.value)),
  );
  const range = isScalar(at?.key) ? at.key.range : key.range;
  const { line } = counter.linePos(range?.[0] ?? 0);
  if (made !== undefined)
    return made.map((route) => ({ ...route, line, path: `${prefix ?? ''}${route.path}`, isImplied: true }));
  const methods = methodsIn(value.toJSON());
  const places: readonly (string | undefined)[] = paths.length > 0 ? paths : [own];
  return places.map((path) => ({
    line,
    ...(path === undefined ? {} : { path }),
    ...(resource === undefined ? {} : { resource }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(exclude.length === 0 ? {} : { exclude }),
    ...(controller === undefined ? {} : { controller }),
    ...(methods.length === 0 ? {} : { methods }),
  }));
}

/** What answers stands among the defaults of older files, and of those of Drupal. */
function answering(defaults: unknown): string | undefined {
  const found = isMap(defaults) ? (defaults.get('_controller') ?? defaults.get('_form')) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function textsIn(entry: { toJSON(): unknown }, name: string): string[] {
  const found = (entry.toJSON() as Readonly<Record<string, unknown>>)[name];
  return [found].flat().filter((one) => typeof one === 'string');
}

function nested(value: unknown): string | undefined {
  const path = isMap(value) ? value.get('path') : undefined;
  return typeof path === 'string' ? path : undefined;
}

function methodsIn(entry: unknown): string[] {
  const { methods } = entry as { readonly methods?: unknown };
  const list = Array.isArray(methods) ? methods : typeof methods === 'string' ? methods.split('|') : [];
  return list.map((method) => String(method).trim().toUpperCase()).filter((method) => method !== '');
}
