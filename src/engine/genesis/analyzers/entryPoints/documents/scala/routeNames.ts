import type { RouteDefinition, RouteFile, RouteRef } from './routeTree';

/** A definition, and the file that it stands in. */
export interface Placed {
  readonly file: string;
  readonly definition: RouteDefinition;
}

const mostBases = 12;

/** What names mean over all files: definitions of routes, and texts that paths are made of. */
export class RouteNames {
  private readonly named = new Map<string, Placed[]>();
  private readonly bases = new Map<string, readonly string[]>();
  private readonly texts = new Map<string, Set<string>>();
  private readonly meanings = new Map<RouteRef, readonly Placed[]>();

  constructor(
    private readonly files: ReadonlyMap<string, RouteFile>,
    all: readonly Placed[],
  ) {
    for (const one of all) this.named.set(one.definition.name, [...(this.named.get(one.definition.name) ?? []), one]);
    for (const { bases, texts } of files.values()) {
      for (const [name, found] of Object.entries(bases)) this.bases.set(name, found);
      for (const [name, text] of Object.entries(texts))
        this.texts.set(name, (this.texts.get(name) ?? new Set<string>()).add(text));
    }
  }

  /** The text of a name: of its own file, or where all of the project say the same. */
  textOf(name: string, file: string): string | undefined {
    const last = name.split('.').slice(-2).join('.');
    const own = this.files.get(file)?.texts[last];
    const said = this.texts.get(last);
    return own ?? (said?.size === 1 ? [...said][0] : undefined);
  }

  /** The definitions that a reference means: of its own class, of the object or of the type of the variable before it. */
  meant(ref: RouteRef, from: Placed): readonly Placed[] {
    const known = this.meanings.get(ref);
    if (known !== undefined) return known;
    const found = this.find(ref, from).filter((one) => one.definition !== from.definition);
    this.meanings.set(ref, found);
    return found;
  }

  private find({ of, name, isNear }: RouteRef, from: Placed): readonly Placed[] {
    const candidates = this.named.get(name) ?? [];
    if (of === '_') return candidates.filter(({ definition }) => definition.isOverride && definition.isRoute);
    if (of === '' || of === 'this' || of === 'super') {
      const own = this.ofType(from.definition.owner, candidates, from, true);
      if (own.length > 0 || isNear === true) return own;
      if (/^[A-Z]/.test(name) && candidates.length === 0)
        return this.ofType(name, this.named.get('apply') ?? [], from, false);
      return candidates.filter((one) => this.isImported(one, from));
    }
    if (candidates.length === 0) return [];
    const type = this.files.get(from.file)?.types[of] ?? of;
    const typed = this.ofType(type, candidates, from, false);
    if (typed.length > 0) return typed;
    return candidates.filter(({ definition }) => definition.owner.toLowerCase() === of.toLowerCase());
  }

  private isImported({ definition: { owner, name } }: Placed, from: Placed): boolean {
    const imports = this.files.get(from.file)?.imports ?? {};
    return owner === '' || imports[`${owner}._`] !== undefined || imports[name]?.endsWith(`${owner}.${name}`) === true;
  }

  /** Those of a type, or of the nearest that it extends. */
  private ofType(type: string, candidates: readonly Placed[], from: Placed, isOwn: boolean): readonly Placed[] {
    if (candidates.length === 0) return [];
    const queue = [type];
    for (let at = 0; at < queue.length && at < mostBases; at++) {
      const one = queue[at] ?? '';
      const last = one.slice(one.lastIndexOf('.') + 1);
      const owned = candidates.filter(({ definition }) => definition.owner === last);
      const near = isOwn && at === 0 ? owned.filter(({ file }) => file === from.file) : [];
      if (near.length > 0) return near;
      if (owned.length > 0) return this.visible(one, owned, from);
      queue.push(...(this.bases.get(last) ?? []));
    }
    return [];
  }

  /** Of types with the same name the one that is imported, or lies in the package; overloads stand in one file. */
  private visible(type: string, owned: readonly Placed[], from: Placed): readonly Placed[] {
    if (owned.every(({ file }) => file === owned[0]?.file)) return owned;
    const own = this.files.get(from.file);
    const [first = ''] = type.split('.');
    const imported = own?.imports[first];
    const whole = [
      ...(imported === undefined ? [] : [`${imported}${type.slice(first.length)}`]),
      `${own?.inPackage ?? ''}.${type}`,
    ];
    const nameOf = ({ file, definition }: Placed): string =>
      `${this.files.get(file)?.inPackage ?? ''}.${definition.owner}`;
    for (const name of whole) {
      const found = owned.filter((one) => nameOf(one) === name);
      if (found.length > 0) return found;
    }
    const ending = type.includes('.') ? owned.filter((one) => `.${nameOf(one)}`.endsWith(`.${type}`)) : [];
    return ending.every(({ file }) => file === ending[0]?.file) ? ending : [];
  }
}
