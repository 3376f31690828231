import type { FindingDraft, ScanModel } from '../../../scanModel';
import { flowRules } from '../flow/flowRules';
import { keyRules } from '../rules/keys/keyRules';
import { secretsExtractor } from '../secrets/secretsExtractor';
import type { WeaknessClass, WeaknessPlace } from '../weakness';
import { lineRules, weaknessExtractor } from '../weaknessExtractor';
import { joinFlows } from './joinFlows';
import { joinKeys } from './joinKeys';
import { isAboutRight, ownRepository } from './ownRepository';
import {
  asideRoles,
  count,
  cut,
  importanceOf,
  listPlaces,
  mostPlaces,
  type Placed,
  placed,
  toEvidence,
} from './places';
import { isAsideByName, isAsideFolder } from './secretFindings';
import { withoutTakenBack } from './takenBack';

/** Advice for the one language that the places are written in, or the general one. */
function fixFor(rule: WeaknessClass, places: readonly Placed<WeaknessPlace>[]): string {
  const [one, ...others] = new Set(places.map(({ place }) => place.by));
  const own = others.length === 0 ? lineRules.find(({ id }) => id === one)?.fix : undefined;
  if (own !== undefined) return own;
  const [language, ...more] = new Set(places.map(({ file }) => file.language));
  return (language !== undefined && more.length === 0 ? rule.fixes?.[language] : undefined) ?? rule.fix;
}

function weaknessFinding(id: string, rule: WeaknessClass, places: readonly Placed<WeaknessPlace>[]): FindingDraft {
  return {
    layer: 'security',
    rule: `security/${id}`,
    key: id,
    title: cut(`${rule.title} ${count(places)}`),
    content: `${rule.why}\n\n**Fix:** ${fixFor(rule, places)}\n\n${listPlaces(places)}\n\n${rule.cwe}, OWASP ${rule.owasp}:2021`,
    importance: importanceOf[rule.severity],
    confidence: rule.confidence ?? 0.9,
    tags: ['security', rule.cwe.toLowerCase(), `owasp-${rule.owasp.toLowerCase()}`, rule.severity],
    evidence: places.slice(0, mostPlaces).map(toEvidence),
  };
}

/** A flaw that two rules see is told by the first: the one that knows where the value comes from. */
function withoutDoubles(
  all: readonly Placed<WeaknessPlace>[],
  classOf: ReadonlyMap<string, string>,
): Placed<WeaknessPlace>[] {
  const byFile = new Map<string, Placed<WeaknessPlace>[]>();
  const isFlow = ({ place }: Placed<WeaknessPlace>): boolean => flowRules.some(({ id }) => id === place.rule);
  for (const one of [...all.filter(isFlow), ...all.filter((place) => !isFlow(place))]) {
    const kept = byFile.get(one.file.path) ?? [];
    byFile.set(one.file.path, kept);
    const cwe = classOf.get(one.place.rule);
    const at = kept.findIndex(({ place }) => classOf.get(place.rule) === cwe && isSame(place, one.place));
    const other = kept[at];
    if (other === undefined) kept.push(one);
    // SQL is put together some lines before it is run: one flaw, shown from its text to its end.
    else kept[at] = { file: other.file, place: { ...other.place, line: Math.min(other.place.line, one.place.line) } };
  }
  return [...byFile.values()].flat();
}

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

const documentRules = new Set(lineRules.filter((rule) => rule.inDocuments).map((rule) => rule.told ?? rule.id));

/** One finding a rule, with all its places: twenty places of one flaw are one thing to mend. */
export function weaknesses(model: ScanModel): FindingDraft[] {
  const secretLines = new Set(
    placed(model.factsOf(secretsExtractor)).map(({ file, place }) => `${file.path}:${place.line}`),
  );
  const isAndroid = model.files.some(({ path }) => path.endsWith('AndroidManifest.xml'));
  const copied = copiedFolders(model);
  const own = ownRepository(model);
  const all = joinKeys(joinFlows(placed(model.factsOf(weaknessExtractor)))).filter(({ file, place }) => {
    // A literal key that is told as a secret already is not told again.
    const isTold = keyRules.some((rule) => rule.id === place.rule) && secretLines.has(`${file.path}:${place.line}`);
    const isToldKey = place.rule === 'terraform-literal-password' && secretLines.has(`${file.path}:${place.line}`);
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
  const merged = withoutDoubles(
    withoutTakenBack(all),
    new Map([...flowRules, ...lineRules].map((rule) => [rule.id, rule.cwe] as const)),
  );
  const rules = new Map<string, WeaknessClass>();
  for (const rule of flowRules) rules.set(rule.id, rule);
  const told = new Map(lineRules.map((rule) => [rule.id, rule] as const));
  for (const { id, told: group = id, silent } of lineRules) {
    if (silent === true) continue;
    const rule = told.get(group) ?? told.get(id);
    if (rule !== undefined && !rules.has(group)) rules.set(group, rule);
  }
  return [...rules].flatMap(([id, rule]) => {
    const places = merged.filter(({ place }) => place.rule === id);
    return places.length > 0 ? [weaknessFinding(id, rule, places)] : [];
  });
}
