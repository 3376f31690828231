/** In parts, as in the rule: nothing calls it. */
export const npmHost = ['registry', 'npmjs', 'org'].join('.');

/** A small project and what is said about it: `rule: title`. */
export interface Project {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  /** What stands somewhere in what is told. */
  readonly tells?: readonly RegExp[];
  /** The lock files of the rows of the overview, sorted by manifest. */
  readonly locks?: readonly string[];
  /** Rules that must not speak. */
  readonly silent?: readonly string[];
}

export function npmLock(packages: Readonly<Record<string, object>>): string {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry] as const);
  return JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries(entries) }, undefined, 2);
}
