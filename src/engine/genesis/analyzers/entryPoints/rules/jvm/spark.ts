import type { RouterRule, Verb } from '../routerRule';

const verb: Verb = { does: 'special', special: 'sparkRoute' };
const verbs: Record<string, Verb> = {
  ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].map((name) => [name, verb])),
  webSocket: { does: 'route', methods: 'WS', path: 0, handler: 1 },
  path: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
};

/** Spark (Java): functions of one class, mostly imported by their names alone, on one server; `path` puts them below another. */
export const spark: RouterRule = {
  id: 'spark',
  name: 'Spark',
  languages: ['java', 'kotlin'],
  packages: ['spark'],
  creates: [{ name: 'Service.ignite' }, { name: 'ignite' }],
  types: ['Service'],
  verbs,
  globals: Object.fromEntries(
    Object.entries(verbs).flatMap(([name, does]) => [
      [name, does],
      [`Spark.${name}`, does],
    ]),
  ),
  notation: 'colon',
  trailingSlash: 'drop',
};
