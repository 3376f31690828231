import type { Route } from '../../../../../shared/inventory';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { languageGroup } from '../rules/access/requestFilters';
import { handlerExtractor } from './handlerExtractor';
import type { HandlerFacts, UnitCall, UnitFacts } from './handlerFacts';
import { type Origin, ofAsker, ofRequest, originIn } from './values';

/** A function, and the file that it stands in. */
export interface KnownUnit {
  readonly file: FileRecord;
  readonly facts: HandlerFacts;
  readonly unit: UnitFacts;
}

/** A record that a handler takes by an id of the request, in itself or in a function that it calls. */
export interface TakenRecord {
  /** The line of the handler that takes it, or calls what does. */
  readonly line: number;
  /** What the code calls it by. */
  readonly names: readonly string[];
  readonly changes: boolean;
  readonly joined: boolean;
  /** Where it is taken, if not in the handler. */
  readonly place?: string;
}

/** A function that is told who asks, and of what, looks at both: `assertSelfOrAdmin(requester, userId)`. */
const looks = /check|verif|assert|ensure|valid|allow|access|own|self|admin|guard|require|permit|^can|^is|belong/i;
const isOfAsker = (args: readonly Origin[]): boolean =>
  args.length > 1 && args.some((origin) => (origin & ofAsker) !== 0);

const mostNoted = 5_000;
const deepest = 3;
const mostTargets = 3;
/** So many calls are looked into for one handler. */
const mostSteps = 150;
/** A name of so many letters that one function alone bears means this one. */
const tellingName = 9;

/** Where a record is asked for together with who asks. */
export interface OwnedRecord {
  readonly names: readonly string[];
  /** `path:line`. */
  readonly place: string;
}

/** All functions of the code, by their names. */
export class HandlerUnits {
  readonly all: readonly KnownUnit[];
  private readonly byName = new Map<string, KnownUnit[]>();
  private readonly byFile = new Map<string, KnownUnit[]>();
  private steps = 0;
  private readonly noted: OwnedRecord[] = [];

  constructor(model: ScanModel) {
    this.all = [...model.factsOf(handlerExtractor)].flatMap(([file, facts]) =>
      facts.units.map((unit) => ({ file, facts, unit })),
    );
    for (const one of this.all) {
      add(this.byFile, one.file.path, one);
      if (one.unit.name !== '') add(this.byName, keyOf(one.file, one.unit.name), one);
    }
  }

  inFile(path: string): readonly KnownUnit[] {
    return this.byFile.get(path) ?? [];
  }

  /** The function that answers a route: where it is registered, or wherever the one of that name stands. */
  ofRoute({ file, line, handler }: Route): KnownUnit | undefined {
    const own = this.inFile(file);
    const name = /(\w+)$/.exec(handler ?? '')?.[1];
    const at = own.find(
      ({ unit }) =>
        (name === undefined || unit.name === '' || unit.name === name) &&
        unit.line <= line + annotationsBelow &&
        unit.endLine >= line &&
        (unit.line >= line || unit.name === name || unit.name === ''),
    );
    if (at !== undefined || name === undefined) return at;
    const record = own[0]?.file;
    const group = record === undefined ? groupOfPath(file) : languageGroup(record.language);
    const named = this.byName.get(`${group}:${name}`) ?? [];
    const here = named.filter((one) => one.file.path === file);
    if (here.length > 0) return here.length === 1 ? here[0] : undefined;
    const homes = (handler ?? '')
      .split(/[.@:\\/]+/)
      .slice(0, -1)
      .map(plain);
    const at_home = named.filter((one) => livesIn(homes, one));
    if (at_home.length === 1) return at_home[0];
    return named.length === 1 ? named[0] : undefined;
  }

  /** Records that a handler takes by what the request says; none where something on the way asks whose they are. */
  takenBy(handler: KnownUnit, ofAddress: ReadonlySet<string> = new Set()): TakenRecord[] {
    this.steps = 0;
    const given = (handler.unit.parameters ?? []).map((name) => (ofAddress.has(name) ? ofRequest : 0));
    return this.visit(handler, given, 0) ?? [];
  }

  /** Records that some function asks for together with who asks, or compares whose they are. */
  ownedRecords(): readonly OwnedRecord[] {
    for (const one of this.all) {
      this.steps = 0;
      const asks = (one.unit.calls ?? []).some(({ args = [] }) => args.some((origin) => origin & ofAsker));
      if (one.unit.owned === true) for (const call of one.unit.calls ?? []) this.note(call, one);
      else if (asks) this.visit(one, [], 0);
    }
    return this.noted;
  }

  private note({ record: names, line }: UnitCall, { file }: KnownUnit): void {
    if (names !== undefined && this.noted.length < mostNoted) this.noted.push({ names, place: `${file.path}:${line}` });
  }

  /** `undefined` where the function asks, or one that it calls. */
  private visit(known: KnownUnit, given: readonly Origin[], depth: number): TakenRecord[] | undefined {
    const { unit } = known;
    if (unit.asks || originIn(unit.compares ?? 0, given) & ofAsker) return undefined;
    const found: TakenRecord[] = [];
    for (const call of unit.calls ?? []) {
      if (++this.steps > mostSteps) return found;
      const args = (call.args ?? []).map((origin) => originIn(origin, given));
      if (looks.test(call.name) && isOfAsker(args)) return undefined;
      const inner: TakenRecord[] = [];
      if (depth < deepest && args.some((origin) => origin > 0))
        for (const target of this.targetsOf(call, known)) {
          const taken = this.visit(target, args, depth + 1);
          if (taken === undefined) return undefined;
          inner.push(...taken.map((one) => ({ ...one, place: one.place ?? `${target.file.path}:${one.line}` })));
        }
      const id = originIn(call.id ?? 0, given);
      const isAlone = ((id | originIn(call.beside ?? 0, given)) & ofAsker) === 0;
      const { line, record: names = [], changes = false, joined = false } = call;
      if (!isAlone) this.note(call, known);
      if (inner.length > 0)
        found.push(
          ...inner.map((one) => ({ ...one, line, names: [...one.names, ...names], changes: one.changes || changes })),
        );
      else if (call.record !== undefined && id & ofRequest && isAlone) found.push({ line, names, changes, joined });
    }
    return found;
  }

  private targetsOf(call: UnitCall, from: KnownUnit): readonly KnownUnit[] {
    const named = (this.byName.get(keyOf(from.file, call.name)) ?? []).filter(({ unit }) => unit !== from.unit);
    if (named.length === 0) return [];
    const { homes: called = [] } = call;
    const isOwn = called.length === 0 || called.includes('this');
    const homes = isOwn ? homesOf(from) : called;
    const here = isOwn ? named.filter(({ file }) => file.path === from.file.path) : [];
    if (here.length > 0) return here.slice(0, mostTargets);
    const meant = named.filter((one) => livesIn(homes, one));
    if (meant.length > 0) return meant.slice(0, mostTargets);
    return named.length === 1 && call.name.length >= tellingName ? named : [];
  }
}

const homesOf = ({ unit, facts }: KnownUnit): readonly string[] => unit.homes ?? facts.homes;
const livesIn = (homes: readonly string[], one: KnownUnit): boolean =>
  homesOf(one).some((home) => homes.includes(home));

/** Annotations may stand between the line of a route and its function. */
const annotationsBelow = 8;

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};

const keyOf = ({ language }: FileRecord, name: string): string => `${languageGroup(language)}:${name}`;

const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

const groupOfPath = (path: string): string => {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  if (/^[cm]?[jt]sx?$/.test(ending)) return 'script';
  const known: Readonly<Record<string, string>> = {
    py: 'python',
    rb: 'ruby',
    php: 'php',
    go: 'go',
    cs: 'csharp',
    java: 'java',
    kt: 'java',
  };
  return known[ending] ?? ending;
};

export const handlerUnits = (model: ScanModel): HandlerUnits =>
  model.shared(handlerUnits, (scan) => new HandlerUnits(scan));
