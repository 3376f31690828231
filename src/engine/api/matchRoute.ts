import { ApiError } from './apiError';
import type { Route } from './route';

interface Entry {
  readonly segments: readonly string[];
  readonly methods: Map<string, Route>;
}

export interface Match {
  readonly route: Route;
  /** Raw values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request. Literal segments win over parameters: `/contexts/tree` is no context. */
export class RouteMatcher {
  /** By number of segments, literal before parameter. */
  private readonly entries = new Map<number, Entry[]>();

  constructor(routes: readonly Route[]) {
    const byPath = new Map<string, Entry>();
    for (const route of routes) {
      const entry = byPath.get(route.path) ?? { segments: split(route.path), methods: new Map() };
      byPath.set(route.path, entry);
      entry.methods.set(route.method, route);
    }
    const literalFirst = (entry: Entry): number => entry.segments.filter(isParameter).length;
    for (const entry of [...byPath.values()].sort((a, b) => literalFirst(a) - literalFirst(b)))
      this.entries.set(entry.segments.length, [...(this.entries.get(entry.segments.length) ?? []), entry]);
  }

  /** Throws `ApiError` 404, and 405 with `Allow`. HEAD is answered as GET. */
  match(method: string, path: string): Match {
    const segments = split(path);
    for (const { segments: pattern, methods } of this.entries.get(segments.length) ?? []) {
      const params = fitSegments(pattern, segments);
      if (!params) continue;
      const route = methods.get(method === 'HEAD' ? 'GET' : method);
      if (route) return { route, params };
      const allowed = [...methods.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]));
      throw new ApiError(405, 'Method not allowed', { headers: { Allow: allowed.join(', ') } });
    }
    throw new ApiError(404, 'Not found');
  }
}

const split = (path: string): string[] => path.split('/').slice(1);
const isParameter = (segment: string): boolean => segment.startsWith('{');

function fitSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!isParameter(part)) {
      if (part !== segment) return undefined;
      continue;
    }
    const value = decode(segment);
    if (value === undefined || value === '') return undefined;
    params[part.slice(1, -1)] = value;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Half an escape names nothing that there is.
    return undefined;
  }
}
