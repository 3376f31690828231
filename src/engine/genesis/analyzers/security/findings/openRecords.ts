import type { ScanModel } from '../../../scanModel';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';
import {
  hasLogins,
  type KnownField,
  type KnownRecord,
  type KnownRecords,
  keyOf,
  knownAs,
  knownRecords,
} from '../records/knownRecords';
import type { WeaknessPlace } from '../weakness';
import type { Placed } from './places';

type PlacedWeakness = Placed<WeaknessPlace>;

/** Middleware that asks for more than a login. */
export const asksForMore = (name: string): boolean =>
  /role|admin|owner|permission|polic|ability|acl|\bcan\b|staff|manager/i.test(
    name.replace(/^helmet\b.*|\w*[sS]ecurityPolicy/, ''),
  );

const facts: ReadonlySet<string> = new Set(['record-answered', 'record-of-body']);

/** The entity that a name of the code means, the first of those that are known. */
function recordOf(names: readonly string[], records: KnownRecords): KnownRecord | undefined {
  for (const name of names) {
    const record = knownAs(keyOf(name), records);
    if (record !== undefined) return record;
  }
  return undefined;
}

const shown = (record: KnownRecord, how: string, field: KnownField): string =>
  `${record.name} ${how}, with ${field.name} (${field.file}:${field.line})`;

/** What handlers do with records, told where the entity shows that it matters: whose it is, and what it holds. */
export function withOpenRecords(places: readonly PlacedWeakness[], model: ScanModel): PlacedWeakness[] {
  if (!places.some(({ place }) => facts.has(place.rule) || place.by === 'role-of-body')) return [...places];
  const known = new OpenRecords(places, model);
  return places.flatMap((one) => (facts.has(one.place.rule) ? known.told(one) : known.unlessGuarded(one)));
}

class OpenRecords {
  private readonly records: KnownRecords;
  private readonly isLoginKnown: boolean;
  private readonly lines: ReadonlySet<string>;
  private readonly hidden: ReadonlySet<string>;
  private guarded: ReadonlySet<string> | undefined;

  constructor(
    places: readonly PlacedWeakness[],
    private readonly model: ScanModel,
  ) {
    this.records = knownRecords(model);
    this.isLoginKnown = hasLogins(this.records);
    this.lines = new Set(places.map(({ file, place }) => `${place.rule}:${file.path}:${place.line}`));
    this.hidden = new Set(places.flatMap(({ file, place }) => (place.rule === 'password-hidden' ? [file.path] : [])));
  }

  told(one: PlacedWeakness): PlacedWeakness[] {
    if (!this.isLoginKnown) return [];
    const what = one.place.what ?? '';
    const record = recordOf((what.split(';')[0] ?? '').split(' '), this.records);
    if (record === undefined) return [];
    return one.place.rule === 'record-answered' ? this.answered(one, record) : this.ofBody(one, record);
  }

  /** Administrators give roles on purpose: the function is named by what a place says, until here. */
  unlessGuarded({ file, place }: PlacedWeakness): PlacedWeakness[] {
    if (place.by !== 'role-of-body') return [{ file, place }];
    const { what = '', ...rest } = place;
    return what !== '' && this.asksForMore(file.path, what) ? [] : [{ file, place: rest }];
  }

  private answered(one: PlacedWeakness, record: KnownRecord): PlacedWeakness[] {
    const field = record.password;
    if (field === undefined || this.hidden.has(field.file)) return [];
    return this.as('password-in-answer', one, shown(record, 'as it is', field));
  }

  private ofBody(one: PlacedWeakness, record: KnownRecord): PlacedWeakness[] {
    const field = record.privilege;
    // `user.setRole("GUEST")`: what was sent is written over.
    return field === undefined || isSetLater(field.name, one.place.what ?? '')
      ? []
      : this.as('mass-assignment', one, shown(record, 'of the body', field));
  }

  private as(rule: string, { file, place }: PlacedWeakness, what: string): PlacedWeakness[] {
    if (this.lines.has(`${rule}:${file.path}:${place.line}`)) return [];
    return [{ file, place: { ...place, rule, what, possible: true } }];
  }

  private asksForMore(path: string, inFunction: string): boolean {
    this.guarded ??= handlersThatAskForMore(this.model);
    return this.guarded.has(`${path}:${inFunction}`) || this.guarded.has(inFunction);
  }
}

/** Of a body: behind the names of its record stand the fields that the handler sets itself. */
const isSetLater = (field: string, what: string): boolean =>
  (what.split(';')[1] ?? '').toLowerCase().split(' ').includes(field.replace(/_/g, '').toLowerCase());

/** Functions by the names under which routes with such middleware call them, of script without their file. */
export function handlersThatAskForMore(model: ScanModel): ReadonlySet<string> {
  const { routes } = model.recall(routesConclusion.name, routesConclusion.derive);
  return new Set(
    routes.flatMap(({ file, handler, middleware = [] }) => {
      const name = /(\w+)$/.exec(handler ?? '')?.[1];
      if (name === undefined || !middleware.some(asksForMore)) return [];
      return [`${file}:${name}`, ...(/\.[cm]?[jt]sx?$|\.go$/.test(file) ? [name] : [])];
    }),
  );
}
