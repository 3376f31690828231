import { flowRules } from '../flow/flowRules';
import { guessedRules, isExactKind, ofSettings } from '../rules/exactRules';
import type { WeaknessPlace } from '../weakness';
import { lineRules } from '../weaknessExtractor';
import type { Placed } from './places';

/** Followed within one file from a request to a name of a file or an address; what is written into pages and logs is mostly made safe. */
const followed: ReadonlySet<string> = new Set(['open-redirect', 'path-traversal', 'ssrf']);

/** Settings that everybody copies and changes. */
const ofSamples = /(?:^|[/._-])(?:examples?|samples?|dist|stubs?)\.\w{1,10}$|\.(?:example|sample|dist|stub)$/i;

/** What developers and pipelines run, by its folder or its name. */
const ofTools =
  /(?:^|\/)(?:bin|scripts?|tools?|hack|utils?\/dev)\/[^/]+$|(?:^|\/)(?:buildSrc|development|devel)\/|(?:^|[/_.])settings[/_.](?:tests?|testing|dev\w{0,10}|local)\.\w{2,4}$|compose[\w.-]{0,20}[.-](?:testing|tests?|e2e|ci|unstable)\b/;

/** Beside what is run for others: nothing that may be harmless is told of it. */
export const isBesideProgram = ({ file }: Placed<WeaknessPlace>): boolean =>
  ofSamples.test(file.path) || ofTools.test(file.path);

/** True where the line, or the flow, shows what is said by itself. */
export const isExact = ({ place }: Placed<WeaknessPlace>): boolean =>
  !guessedRules.has(place.by ?? place.rule) &&
  (isExactKind(place.rule) ||
    // What is called `request` is often no address.
    (place.fromRequest === true &&
      place.sourcePath === undefined &&
      place.asked !== true &&
      place.rule !== 'ssrf' &&
      followed.has(place.rule)));

/** How a connection or a session is set up says little of the code that handles requests. */
const setUp = /^(?:tls-verification-off|cookie-|session-cookie-|csrf-disabled|cors-|open-cors|xml-)/;

/**
 * Whose requests run as code or as a query, surely or at two places, or with flaws of two kinds that are graver than small
 * ones: such code has more. So has code with flaws and unasked values of a request that name files and addresses, of three kinds together.
 */
export function isCareless(all: readonly Placed<WeaknessPlace>[], isFlaw: IsPlace, isRun: IsPlace): boolean {
  // Pages of Java have no language of their own; what was followed from a request is code.
  const ofCode = all.filter(
    ({ file, place }) => (file.language !== 'other' || place.fromRequest === true) && !smallKinds.has(place.rule),
  );
  const flaws = ofCode.filter(isFlaw);
  const kinds = new Set(flaws.map(({ place }) => place.rule).filter((rule) => !setUp.test(rule)));
  const run = flaws.filter(isRun);
  if (run.length >= 2 || run.some(({ place }) => place.possible !== true)) return true;
  if (filesOfManyWays(ofCode).length > 0) return true;
  const named = ofCode.filter(({ place }) => place.fromRequest === true && followed.has(place.rule));
  return kinds.size >= 2 || new Set([...kinds, ...named.map(({ place }) => place.rule)]).size >= 3;
}

/** Commands, queries of any kind, code, objects: text that is made up and run. */
const runsText = /^CWE-(?:78|89|90|94|95|502|643|943|1336)$/;
/** One file that runs text in as many ways hardly asks of any where it comes from. */
const waysToRun = 3;
const cweOf: ReadonlyMap<string, string> = new Map(
  [...lineRules, ...flowRules].map(({ id, cwe, ...rest }) => [('told' in rest ? rest.told : undefined) ?? id, cwe]),
);

/** In how many ways each such file runs text. */
function filesOfManyWays(places: readonly Placed<WeaknessPlace>[]): readonly number[] {
  const ways = new Map<string, Set<string>>();
  for (const { file, place } of places) {
    const cwe = cweOf.get(place.rule) ?? '';
    if (runsText.test(cwe) && !isBesideProgram({ file, place }))
      ways.set(file.path, (ways.get(file.path) ?? new Set()).add(cwe));
  }
  return [...ways.values()].flatMap(({ size }) => (size >= waysToRun ? [size] : []));
}

/** So many files of code have one flaw, or one value of a request that is followed to where it matters, in careless programs. */
const filesOfFlaw = 50;

/** A large program with a few flaws is like others: what may be harmless is harmless there mostly. */
export function isDense(all: readonly Placed<WeaknessPlace>[], codeFiles: number, isFlaw: IsPlace): boolean {
  const grave = all.filter(({ place }) => !smallKinds.has(place.rule) && !ofSettings.test(place.rule));
  const seen = grave.filter((one) => isFlaw(one) || one.place.fromRequest === true).length;
  return filesOfManyWays(grave).reduce((sum, ways) => sum + ways, seen) * filesOfFlaw >= codeFiles;
}

type IsPlace = (one: Placed<WeaknessPlace>) => boolean;

const smallKinds: ReadonlySet<string> = new Set(
  lineRules.flatMap(({ id, told = id, severity }) => (severity === 'low' ? [told] : [])),
);
