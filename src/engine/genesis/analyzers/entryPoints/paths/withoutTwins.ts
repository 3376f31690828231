import type { Route } from '../../../../../shared/inventory';

/** The same again below a beginning of which nothing is known: it stands in a branch that is taken where there is one. */
export function withoutTwins(routes: readonly Route[]): readonly Route[] {
  const known = new Set(routes.map(keyOf));
  return routes.filter((route) => {
    const [, rest] = /^\/\{\w{0,40}prefix\w{0,40}\}(\/.*)$/i.exec(route.path) ?? [];
    return rest === undefined || !known.has(keyOf({ ...route, path: rest }));
  });
}

const keyOf = ({ method, path, file, line }: Route): string => `${method} ${path} ${file}:${line}`;
