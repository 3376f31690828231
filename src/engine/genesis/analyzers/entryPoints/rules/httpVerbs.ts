import type { RouteVerb, Verb } from './routerRule';

const methodOfName: Readonly<Record<string, string>> = {
  del: 'DELETE',
  all: 'ANY',
  any: 'ANY',
  opts: 'OPTIONS',
  ws: 'WS',
};

/** One verb for each method name, alike but for the method: `{get: …, post: …}`. */
export function httpVerbs(names: string, verb: Omit<RouteVerb, 'does' | 'methods'>): Record<string, Verb> {
  return Object.fromEntries(
    names.split(' ').map((name) => {
      const lower = name.toLowerCase();
      return [name, { does: 'route', methods: methodOfName[lower] ?? lower.toUpperCase(), ...verb }];
    }),
  );
}
