import { unwrittenRoles } from '../../../fileRoles';
import type { FindingDraft, ScanModel } from '../../../scanModel';
import { flowRules } from '../flow/flowRules';
import { saidVulnerable } from '../rules/saidVulnerable';
import type { WeaknessClass, WeaknessPlace } from '../weakness';
import { lineRules, weaknessExtractor } from '../weaknessExtractor';
import { isBesideProgram, isCareless, isDense, isExact } from './exactKinds';
import { count, cut, importanceOf, listPlaces, mostPlaces, type Placed, placed, toEvidence } from './places';
import { possibleFinding } from './possibleFinding';
import { joinedClasses } from './takenRecords';
import { weakPlaces } from './weakPlaces';

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

/** What a server runs as another language does, whoever hands it on: a doubt about it is worth more than a list's line. */
const runByServer: ReadonlySet<string> = new Set([
  'sql-injection',
  'nosql-injection',
  'command-injection',
  'code-injection',
  'template-injection',
  'unsafe-deserialization',
  'ldap-injection',
  'xpath-injection',
]);

/** A value was followed from a request to where it is run, and something on the way may keep it harmless. */
const isDoubted = ({ place }: Placed<WeaknessPlace>): boolean =>
  place.possible === true && place.fromRequest === true && runByServer.has(place.rule);

/** Flows of one rule that are told with their doubt: a reader sees in a minute what the check on the way is worth. */
function doubtedFinding(id: string, rule: WeaknessClass, places: readonly Placed<WeaknessPlace>[]): FindingDraft {
  const sure = weaknessFinding(id, rule, places);
  const inDoubt = (where: string): string => `${rule.title} ${where}, unless a check prevents it`;
  return {
    ...sure,
    rule: `security/${id}-in-doubt`,
    key: `${id}-in-doubt`,
    title: inDoubt(count(places)).length > 120 ? inDoubt('in one file') : inDoubt(count(places)),
    content: `${sure.content}\n\nThe values were followed from the request to the call. What is asked on the way, or who may call it, was seen but not weighed.`,
    importance: 3,
    confidence: 0.6,
  };
}

/** What is known of each rule that tells something, by the id in findings. */
function classesOf(): Map<string, WeaknessClass> {
  const rules = new Map<string, WeaknessClass>();
  for (const rule of flowRules) rules.set(rule.id, rule);
  const told = new Map(lineRules.map((rule) => [rule.id, rule] as const));
  for (const { id, told: group = id, silent } of lineRules) {
    if (silent === true) continue;
    const rule = told.get(group) ?? told.get(id);
    if (rule !== undefined && !rules.has(group)) rules.set(group, rule);
  }
  for (const rule of joinedClasses) rules.set(rule.id, rule);
  return rules;
}

/** A ground to train at says so on its first page, and is looked at as a whole. */
const saysVulnerable = (model: ScanModel): boolean =>
  placed(model.factsOf(weaknessExtractor)).some(({ place }) => place.rule === saidVulnerable.id);

/** One finding a rule, with all its places: twenty places of one flaw are one thing to mend. */
export function weaknesses(model: ScanModel): FindingDraft[] {
  const rules = classesOf();
  const all = weakPlaces(model);
  const isPossible = ({ place }: Placed<WeaknessPlace>): boolean => place.possible === true;
  const told = [...rules].flatMap(([id, rule]) => {
    const places = all.filter((one) => one.place.rule === id && !isPossible(one));
    const doubted = all.filter((one) => one.place.rule === id && isDoubted(one));
    return [
      ...(places.length > 0 ? [weaknessFinding(id, rule, places)] : []),
      ...(doubted.length > 0 ? [doubtedFinding(id, rule, doubted)] : []),
    ];
  });
  const isFlaw = (one: Placed<WeaknessPlace>): boolean => !isPossible(one) || isDoubted(one);
  const flaws = all.filter(isFlaw);
  const codeFiles = model.files.filter(
    ({ language, role }) => language !== 'other' && !unwrittenRoles.has(role),
  ).length;
  const isRun = ({ place }: Placed<WeaknessPlace>): boolean => runByServer.has(place.rule);
  const careless = saysVulnerable(model) || (isDense(all, codeFiles, isFlaw) && isCareless(all, isFlaw, isRun));
  // Flaws of the code itself; who mends pipelines and images reads no code.
  const hasFlaws = flaws.some((one) => one.file.language !== 'other');
  // Two rules of one class see the same line, and one of them is sure.
  const whereAndWhat = ({ file, place }: Placed<WeaknessPlace>): string =>
    `${file.path}:${place.line} ${rules.get(place.rule)?.owasp}`;
  const isTold = new Set(flaws.map(whereAndWhat));
  const isLeft = (one: Placed<WeaknessPlace>): boolean => !isFlaw(one) && !isTold.has(whereAndWhat(one));
  return [
    ...told,
    ...possibleFinding(
      all.filter((one) => isLeft(one) && !isBesideProgram(one) && (careless || isExact(one))),
      rules,
      hasFlaws,
    ),
  ];
}
