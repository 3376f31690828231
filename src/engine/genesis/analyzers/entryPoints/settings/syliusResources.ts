import { parse } from 'yaml';
import { plural } from '../run/special/ruby/singular';

/** A route that one line of a file brings. */
interface ResourceRoute {
  readonly path: string;
  readonly methods: readonly string[];
  readonly controller: string;
}

type Action = readonly [name: string, methods: readonly string[], path: string];

const pages: readonly Action[] = [
  ['index', ['GET'], '/'],
  ['create', ['GET', 'POST'], '/new'],
  ['update', ['GET', 'PUT', 'PATCH'], '/{id}/edit'],
  ['show', ['GET'], '/{id}'],
  ['bulkDelete', ['DELETE'], '/bulk-delete'],
  ['delete', ['DELETE'], '/{id}'],
];
const requests: readonly Action[] = [
  ['index', ['GET'], '/'],
  ['create', ['POST'], '/'],
  ['update', ['PUT', 'PATCH'], '/{id}'],
  ['show', ['GET'], '/{id}'],
  ['delete', ['DELETE'], '/{id}'],
];
const longest = 10_000;

/**
 * What `type: sylius.resource` makes of the settings that stand in the place of a resource: pages for a model, or the
 * requests of an interface.
 */
export function resourceRoutes(type: string, written: string): ResourceRoute[] | undefined {
  if (type !== 'sylius.resource' && type !== 'sylius.resource_api') return undefined;
  const said = settingsIn(written);
  const alias = textOf(said['alias']);
  if (alias === undefined) return [];
  const model = alias.slice(alias.lastIndexOf('.') + 1);
  const path = textOf(said['path']) ?? plural(model).replaceAll('_', '-');
  const only = listOf(said['only']);
  const except = listOf(said['except']) ?? [];
  const identifier = textOf(said['identifier']) ?? 'id';
  return (type === 'sylius.resource' ? pages : requests)
    .filter(([name]) => (only === undefined ? !except.includes(name) : only.includes(name)))
    .map(([name, methods, below]) => ({
      path: `/${path.replace(/^\/|\/$/g, '')}${below.replace('{id}', `{${identifier}}`)}`,
      methods,
      controller: `${alias}.${name}`,
    }));
}

function settingsIn(written: string): Readonly<Record<string, unknown>> {
  if (written.length > longest) return {};
  try {
    const found: unknown = parse(written, { logLevel: 'silent', maxAliasCount: 20 });
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const listOf = (value: unknown): string[] | undefined =>
  value === undefined ? undefined : [value].flat().filter((one): one is string => typeof one === 'string');
