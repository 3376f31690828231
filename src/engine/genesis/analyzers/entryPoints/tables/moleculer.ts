import type { SourceFile } from '../../../sourceFile';
import { lowerJavaScript } from '../program/lower/javascript/javascript';
import type { Expression, MapEntry } from '../program/program';
import { expressionsOf, visitExpression } from '../program/walk';
import type { TableFacts, TableRow } from './tableFacts';

/** What `REST /users` stands for. */
const rest: readonly (readonly [method: string, path: string, action: string])[] = [
  ['GET', '', 'list'],
  ['GET', '/:id', 'get'],
  ['POST', '', 'create'],
  ['PUT', '/:id', 'update'],
  ['PATCH', '/:id', 'patch'],
  ['DELETE', '/:id', 'remove'],
];
const written = /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|REST)\s{1,10})?(\S{0,200})$/i;

/** The gateway's `routes: [{ path: '/api', aliases: { 'GET /users': 'users.list' } }]`, and the actions of services that say `rest`. */
export function moleculerFacts(file: SourceFile): TableFacts | undefined {
  const isGateway = /moleculer-web|ApiGateway/.test(file.text) && /\broutes\s{0,4}:/.test(file.text);
  const root = isGateway || /\brest\s{0,4}:/.test(file.text) ? file.tree?.rootNode : undefined;
  if (root === undefined) return undefined;
  const program = lowerJavaScript(file, root, /\b(?:aliases|rest)\b/);
  const bodies = [program.body, ...program.functions.map((declared) => declared.body)];
  const maps: MapExpression[] = [];
  for (const statement of bodies.flat())
    for (const expression of expressionsOf(statement))
      visitExpression(expression, (inner) => {
        if (inner.is === 'map') maps.push(inner);
        return undefined;
      });
  const services = maps.filter((map) => at(map, 'name')?.is === 'text' && at(map, 'actions')?.is === 'map');
  const gateways = isGateway ? maps.filter((map) => at(map, 'settings')?.is === 'map') : [];
  const routes = gateways.flatMap((map) => {
    const settings = at(map, 'settings');
    const own = pathIn(at(settings, 'path'));
    const list = at(settings, 'routes');
    return (list?.is === 'list' ? list.items : []).map((item) => ({
      item,
      below: `${own}/${pathIn(at(item, 'path'))}`,
    }));
  });
  const rows = routes.flatMap(({ item, below }) => aliasRows(at(item, 'aliases'), below));
  const auto = routes.flatMap(({ item, below }) => (textOf(at(item, 'autoAliases')) === 'true' ? [below] : []));
  const actions = services.flatMap(actionRows);
  if (rows.length === 0 && auto.length === 0 && actions.length === 0) return undefined;
  return { framework: 'Moleculer', rows, auto, actions };
}

type MapExpression = Extract<Expression, { is: 'map' }>;

const at = (map: Expression | undefined, key: string): Expression | undefined => entryOf(map, key)?.value;

const entryOf = (map: Expression | undefined, key: string): MapEntry | undefined =>
  map?.is === 'map' ? map.entries.find((entry) => entry.key.is === 'text' && entry.key.text === key) : undefined;

const textOf = (value: Expression | undefined): string | undefined => (value?.is === 'text' ? value.text : undefined);

const pathIn = (value: Expression | undefined): string => textOf(value) ?? '';

function aliasRows(aliases: Expression | undefined, below: string): TableRow[] {
  if (aliases?.is !== 'map') return [];
  return aliases.entries.flatMap(({ key, value, line }) => {
    const [, verb = 'ANY', path] = written.exec(textOf(key)?.trim() ?? '') ?? [];
    const chain = value.is === 'list' ? value.items : [value];
    const named = chain
      .map((item) => textOf(item) ?? textOf(at(item, 'action')))
      .findLast((name) => name !== undefined);
    return path === undefined ? [] : rowsOf(verb.toUpperCase(), `${below}/${path}`, line, named);
  });
}

function rowsOf(verb: string, path: string, line: number, handler: string | undefined): TableRow[] {
  if (verb !== 'REST') return [{ method: verb, path, line, ...(handler === undefined ? {} : { handler }) }];
  return rest.map(([method, item, action]) => ({
    method,
    path: `${path}${item}`,
    line,
    isImplied: true,
    ...(handler === undefined ? {} : { handler: `${handler}.${action}` }),
  }));
}

/** The actions of a service that say where they stand, below the service. */
function actionRows(service: MapExpression): TableRow[] {
  const name = pathIn(at(service, 'name'));
  const version = textOf(at(service, 'version'));
  const numbered = version !== undefined && /^\d+$/.test(version) ? `v${version}` : version;
  const own = textOf(at(at(service, 'settings'), 'rest'));
  const below = own ?? [...(numbered === undefined ? [] : [numbered]), ...name.split('.')].join('/');
  const actions = at(service, 'actions');
  return (actions?.is === 'map' ? actions.entries : []).flatMap(({ key, value }) => {
    const said = entryOf(value, 'rest');
    const action = textOf(key);
    if (said === undefined || action === undefined) return [];
    const ways = said.value.is === 'list' ? said.value.items : [said.value];
    return ways.flatMap((way) => {
      const whole = textOf(at(way, 'fullPath'));
      const text = textOf(way) ?? `${textOf(at(way, 'method')) ?? 'GET'} ${whole ?? textOf(at(way, 'path')) ?? '/'}`;
      const [, verb = 'ANY', path] = written.exec(text.trim()) ?? [];
      if (path === undefined) return [];
      return rowsOf(verb.toUpperCase(), whole ?? `${below}/${path}`, said.line, `${name}.${action}`);
    });
  });
}
