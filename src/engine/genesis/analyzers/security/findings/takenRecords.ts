import type { ScanModel } from '../../../scanModel';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';
import { handlerUnits, type KnownUnit, type TakenRecord } from '../handlers/handlerUnits';
import { ofWhom } from '../handlers/unitCalls';
import { withMarks } from '../placeMark';
import {
  type KnownRecord,
  type KnownRecords,
  keyOf,
  knownAs,
  knownRecords,
  peopleSignIn,
} from '../records/knownRecords';
import type { WeaknessClass, WeaknessPlace } from '../weakness';
import { handlersThatAskForMore } from './openRecords';
import type { Placed } from './places';

/** What only all files together show. */
export const joinedClasses: readonly (WeaknessClass & { readonly id: string })[] = [
  {
    id: 'record-of-anybody',
    possible: true,
    cwe: 'CWE-639',
    owasp: 'A01',
    title: 'A record of somebody is taken by the id of the request alone',
    severity: 'medium',
    why: 'Who counts the id up reads or changes records of others, unless something else compares their owner.',
    fix: 'Ask for the record by its id and by who is signed in.',
  },
];

/** So many handlers may take records where none asks whose such a one is. */
const mostUnowned = 12;

/** Records that belong to somebody, where nothing declares them. */
const personal =
  /^(?:user|account|profile|order|invoice|payment|transaction|transfer|message|chat|mail|email|address|card|creditcard|wallet|cart|basket|booking|reservation|ticket|document|note|paste|secret|credential|patient|appointment|prescription|loan|benefit|salary|employee|customer|student|grade|subscription|receipt|statement|claim|vehicle|beneficiary|todo|complaint|medical\w{0,10}|paidtimeoff|retirement)$/;

interface Meant {
  readonly name: string;
  readonly known?: KnownRecord;
}

/** The record that names of the code mean, the first of those that are known. */
function recordOf(names: readonly string[], records: KnownRecords, areOwned: boolean): Meant | undefined {
  const whose = names.find((name) => name.startsWith(ofWhom));
  // Where nobody signs in, as far as is known, an owner says nothing.
  for (const key of areOwned ? names.map(keyOf) : []) {
    const known = knownAs(key, records);
    const isOwned = known?.owner !== undefined || known?.password !== undefined;
    if (known !== undefined && (isOwned || whose === undefined)) return { name: known.name, known };
  }
  if (whose !== undefined) return { name: `Records ${whose}` };
  const name = names.map((one) => keyOf(one.replace(/^.*_(?=[a-z]{4})/, ''))).find((key) => personal.test(key));
  return name === undefined ? undefined : { name };
}

/** Whether it matters who takes the record, and what shows that. */
function shown({ name, known }: Meant, { changes, joined, place }: TakenRecord): string | undefined {
  const field = known?.password ?? known?.owner;
  if (known !== undefined && (field === undefined || !(changes || known.isPrivate))) return undefined;
  // Its text is a flaw already, whoever the row belongs to.
  if (known === undefined && joined) return undefined;
  const holds = field === undefined ? '' : `, with ${field.name} (${field.file}:${field.line})`;
  return `${name} by its id alone${place === undefined ? '' : `, taken at ${place}`}${holds}`;
}

/** Who is not signed in yet, and other services, which say who they are in ways of their own. */
const forAll =
  /log-?_?(?:in|out)|sign-?_?(?:in|up|out)|regist|reset|forgot|verif|confirm|activat|refresh|oauth|callback|hook|unsubscri|authenticat/i;

/** Actions of Rails share what loads their record; any of them may ask for them all. */
const isLoader = ({ file, unit }: KnownUnit, all: readonly KnownUnit[]): boolean =>
  file.language === 'ruby' &&
  /^(?:set|find|load|get|fetch)_/.test(unit.name) &&
  all.some((one) => one.unit.asks === true);

/** The parts of its addresses that a function of a route may be handed by their names. */
function parametersOfAddresses(model: ScanModel): ReadonlyMap<KnownUnit, ReadonlySet<string>> {
  const units = handlerUnits(model);
  const found = new Map<KnownUnit, Set<string>>();
  for (const route of model.recall(routesConclusion.name, routesConclusion.derive).routes) {
    const names = [...route.path.matchAll(/\{(\w{1,40})\}/g)].map(([, name = '']) => name);
    const handler = names.length === 0 ? undefined : units.ofRoute(route);
    if (handler?.unit.parameters !== undefined) found.set(handler, new Set([...(found.get(handler) ?? []), ...names]));
  }
  return found;
}

/** Records that handlers take by an id of the request, where neither they nor what they call ask whose these are. */
export function takenRecords(model: ScanModel, isProduct: (path: string) => boolean): Placed<WeaknessPlace>[] {
  const units = handlerUnits(model);
  const records = knownRecords(model);
  const areOwned = peopleSignIn(model);
  let guarded: ReadonlySet<string> | undefined;
  const asksForMore = ({ file, unit }: KnownUnit): boolean => {
    guarded ??= handlersThatAskForMore(model);
    return guarded.has(`${file.path}:${unit.name}`) || (unit.name !== '' && guarded.has(unit.name));
  };
  const addresses = parametersOfAddresses(model);
  const owned = new Map<string, string>();
  for (const { names, place } of units.ownedRecords()) {
    const name = recordOf(names, records, areOwned)?.known?.name;
    if (name !== undefined && !owned.has(name)) owned.set(name, place);
  }
  const byFile = new Map<KnownUnit['file'], WeaknessPlace[]>();
  for (const one of units.all) {
    const { file, facts, unit } = one;
    const ofAddress = addresses.get(one);
    if ((unit.handles !== true && ofAddress === undefined) || facts.limited === true || !isProduct(file.path)) continue;
    if (isLoader(one, units.inFile(file.path)) || forAll.test(unit.name)) continue;
    const lines = new Set<string>();
    for (const taken of units.takenBy(one, ofAddress)) {
      const meant = recordOf(taken.names, records, areOwned);
      const what = meant === undefined ? undefined : shown(meant, taken);
      if (meant === undefined || what === undefined || lines.has(meant.name) || asksForMore(one)) continue;
      lines.add(meant.name);
      const { line } = taken;
      // Everybody looks up who is signed in: that says nothing of who may see another.
      const asked = meant.known?.password === undefined ? owned.get(meant.known?.name ?? '') : undefined;
      const place: WeaknessPlace = {
        rule: 'record-of-anybody',
        line,
        endLine: line,
        what: asked === undefined ? what : `${what}; ${asked} asks for it with who is signed in`,
        possible: true,
      };
      byFile.set(file, [...(byFile.get(file) ?? []), place]);
    }
  }
  // Who works in a back office sees all records: nothing there asks whose they are.
  const count = [...byFile.values()].reduce((sum, places) => sum + places.length, 0);
  if (owned.size === 0 && count > mostUnowned) return [];
  return [...byFile].flatMap(([file, places]) =>
    withMarks(places, ({ what = '' }) => what.replace(/:\d+/g, '')).map((place) => ({ file, place })),
  );
}
