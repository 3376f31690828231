import type { Route } from '../../../../../../shared/inventory';
import { joinPaths } from '../../paths/normalizePath';
import { prefixOf } from '../../paths/prefixOf';

/** A place where a part of a path is said, with the path up to there. */
export interface SaidPart {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** Where the common beginning of routes is said, by framework and beginning. */
export type SaidPrefixes = Readonly<Record<string, readonly { readonly file: string; readonly line: number }[]>>;

/** More places than these make no beginning. */
const mostParts = 3;

/** Notes where the beginning of a route is said, unless that is known of another with the same. */
export function notePrefix(
  said: Record<string, { file: string; line: number }[]>,
  { framework, path }: Route,
  parts: readonly SaidPart[],
): void {
  if (parts.length === 0) return;
  const top = prefixOf(path);
  const key = `${framework} ${top}`;
  if (top === '/' || Object.hasOwn(said, key)) return;
  const at = parts.findIndex((part) => {
    const whole = joinPaths([part.path], 'drop');
    return whole === top || whole.startsWith(`${top}/`);
  });
  if (at !== -1)
    said[key] = parts
      .slice(0, at + 1)
      .slice(-mostParts)
      .map(({ file, line }) => ({ file, line }));
}
