/** What became of something over some commits: `undefined` where it was not or is not there. */
export interface NetChange {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Adds up what commits take away and put in, by name, so that what was only moved or taken back is no change. */
export class NetChanges {
  private readonly all = new Map<string, NetChange>();

  /** What one piece of a diff takes away and puts in. */
  add(removed: ReadonlyMap<string, string>, added: ReadonlyMap<string, string>): void {
    for (const name of new Set([...removed.keys(), ...added.keys()])) {
      const known = this.all.get(name);
      const before = known ? known.before : removed.get(name);
      this.all.set(name, { before, after: added.get(name) });
    }
  }

  /** Those that are different in the end, by name. */
  list(): [name: string, change: NetChange][] {
    return [...this.all].filter(([, { before, after }]) => before !== after).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
