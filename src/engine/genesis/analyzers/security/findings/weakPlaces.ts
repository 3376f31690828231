import { asideRoles } from '../../../fileRoles';
import type { ScanModel } from '../../../scanModel';
import { flowRules } from '../flow/flowRules';
import { languageGroup } from '../rules/access/requestFilters';
import { keyRules } from '../rules/keys/keyRules';
import { secretsExtractor } from '../secrets/secretsExtractor';
import type { WeaknessPlace } from '../weakness';
import { lineRules, weaknessExtractor } from '../weaknessExtractor';
import { joinFlows } from './joinFlows';
import { joinKeys } from './joinKeys';
import { withOpenRecords } from './openRecords';
import { openRoutes } from './openRoutes';
import { isAboutRight, ownRepository } from './ownRepository';
import { type Placed, placed } from './places';
import { isAsideByName, isAsideFolder } from './secretFindings';
import { withoutTakenBack } from './takenBack';
import { joinedClasses, takenRecords } from './takenRecords';
import { routesForEveryRole, unaskedRoutes } from './unaskedRoutes';

/** A flaw that two rules see is told by the first: the one that knows where the value comes from. */
function withoutDoubles(
  all: readonly Placed<WeaknessPlace>[],
  classOf: ReadonlyMap<string, string>,
): Placed<WeaknessPlace>[] {
  const byFile = new Map<string, Placed<WeaknessPlace>[]>();
  const isFlow = ({ place }: Placed<WeaknessPlace>): boolean => flowIds.has(place.rule);
  const isPossible = ({ place }: Placed<WeaknessPlace>): boolean => place.possible === true;
  const flows = all.filter(isFlow);
  const ordered = [...flows.filter((place) => !isPossible(place)), ...flows.filter(isPossible)];
  for (const one of [...ordered, ...all.filter((place) => !isFlow(place))]) {
    const kept = byFile.get(one.file.path) ?? [];
    byFile.set(one.file.path, kept);
    const cwe = classOf.get(one.place.rule);
    // A key that two names of its line hold is written once.
    const again = kept.findIndex(({ place }) => place.rule === one.place.rule && place.line === one.place.line);
    const at = kept.findIndex(({ place }) => isKin(classOf.get(place.rule), cwe) && isSame(place, one.place));
    const other = kept[at];
    if (again >= 0) {
      if (kept[again]?.place.possible === true && !isPossible(one)) kept[again] = one;
    } else if (other === undefined) kept.push(one);
    // SQL is put together some lines before it is run: one flaw, shown from its text to its end.
    else {
      // A password says more than any secret.
      const isLess =
        isPossible(other) &&
        (!isPossible(one) || (other.place.rule === 'fast-hash-of-secret' && one.place.rule !== 'broken-digest'));
      const { file, place } = isLess ? one : other;
      kept[at] = { file, place: { ...place, line: Math.min(other.place.line, one.place.line) } };
    }
  }
  return [...byFile.values()].flat();
}

/** A digest that is too fast or can be computed, and a password that is known: two kinds that say the same of a line. */
const kin = [/^CWE-(?:328|330|338|916)$/, /^CWE-(?:798|1188|1392)$/];

const isKin = (one = '', other = ''): boolean =>
  one === other || kin.some((family) => family.test(one) && family.test(other));

function isSame(told: WeaknessPlace, later: WeaknessPlace): boolean {
  if (told.rule === later.rule) return false;
  if (told.line === later.line) return true;
  const between = told.line - later.line;
  const isSql = told.rule === 'sql-injection' && later.rule === 'sql-string-building';
  return isSql && between > 0 && between <= 20 && (told.sourceLine ?? 0) <= later.line;
}

/** A folder `lib` with ten packages of Python and more holds copies of others' libraries. */
function copiedFolders(model: ScanModel): readonly string[] {
  const packages = new Map<string, number>();
  for (const { path } of model.files) {
    const folder = /^((?:[^/]+\/){0,3}(?:libs?|ext|external|vendored|_vendor)\/)[^/]+\/__init__\.py$/.exec(path)?.[1];
    if (folder !== undefined) packages.set(folder, (packages.get(folder) ?? 0) + 1);
  }
  return [...packages].flatMap(([folder, count]) => (count >= 10 ? [folder] : []));
}

const flowIds = new Set(flowRules.map(({ id }) => id));

/** Line rules, by their own ids, whose places are worth a look only. */
const possibleRules = new Set([...lineRules, ...joinedClasses].flatMap(({ id, possible }) => (possible ? [id] : [])));

const silentRules = new Set(lineRules.flatMap(({ id, silent }) => (silent ? [id] : [])));

const documentRules = new Set(lineRules.filter((rule) => rule.inDocuments).map((rule) => rule.told ?? rule.id));

const toldAs = (rule: { readonly id: string; readonly told?: string }): string => rule.told ?? rule.id;
const allRules = [...flowRules, ...lineRules, ...joinedClasses];
/** A place goes by what its rule is told as; a rule of that very id says it best. */
const classOf: ReadonlyMap<string, string> = new Map([
  ...allRules.map((rule): [string, string] => [toldAs(rule), rule.cwe]),
  ...allRules.map(({ id, cwe }): [string, string] => [id, cwe]),
]);

/** All places of the product, each flaw once: what is told as a flaw, and what is worth a look only. */
export function weakPlaces(model: ScanModel): Placed<WeaknessPlace>[] {
  const secretLines = new Set(
    placed(model.factsOf(secretsExtractor)).map(({ file, place }) => `${file.path}:${place.line}`),
  );
  const isAndroid = model.files.some(({ path }) => path.endsWith('AndroidManifest.xml'));
  const copied = copiedFolders(model);
  const own = ownRepository(model);
  const all = joinKeys(joinFlows(placed(model.factsOf(weaknessExtractor)))).filter(({ file, place }) => {
    // A literal key that is told as a secret already is not told again.
    const isTold =
      (place.rule === 'login-in-code' || keyRules.some((rule) => rule.id === place.rule)) &&
      secretLines.has(`${file.path}:${place.line}`);
    const isToldKey =
      place.rule === 'terraform-literal-password' &&
      secretLines.has(`${file.path}:${place.line}`) &&
      !isAsideByName(file.path);
    const isKey = keyRules.some((rule) => (rule.told ?? rule.id) === place.rule);
    if (isKey && isAsideByName(file.path)) return false;
    // The parsers of Android fetch nothing from outside.
    if (place.rule === 'java-xml-external-entities' && isAndroid) return false;
    const isProduct = !asideRoles.has(file.role) || (file.role === 'docs' && documentRules.has(place.rule));
    return (
      isProduct &&
      !copied.some((folder) => file.path.startsWith(folder)) &&
      // A migration reads what the program itself stored.
      file.role !== 'migration' &&
      place.aside !== true &&
      !isAsideFolder(file.path) &&
      !isTold &&
      !isToldKey &&
      isAboutRight({ file, place }, own)
    );
  });
  const filtered = new Set(all.flatMap(({ place }) => (place.rule === 'requests-filtered' ? [place.what] : [])));
  const isOpen = openRoutes(model);
  const unasked = unaskedRoutes(all, model);
  const joined = [
    ...withOpenRecords(withoutTakenBack(all), model),
    ...takenRecords(model, (path) => !copied.some((folder) => path.startsWith(folder)) && !isAsideFolder(path)),
    ...unasked,
    ...routesForEveryRole([...all, ...unasked], model),
  ];
  const telling = joined.filter(
    ({ file, place }) => !silentRules.has(place.rule) && (place.rule !== 'open-route' || isOpen(file.path, place.line)),
  );
  const marked = telling.map((one) => {
    const isFiltered = flowIds.has(one.place.rule) && filtered.has(languageGroup(one.file.language));
    const isPossible = isFiltered || possibleRules.has(one.place.by ?? one.place.rule);
    if (!isPossible) return one;
    // A schema that says what a field is lets no object of operators through, but any text.
    const { fromRequest, ...place } = one.place;
    const from = fromRequest && place.rule !== 'nosql-injection' ? { fromRequest } : {};
    return { ...one, place: { ...place, ...from, possible: true as const } };
  });
  return withoutDoubles(marked, classOf);
}
