import type { FindingDraft, ScanModel } from '../../../scanModel';
import { flowRules } from '../flow/flowRules';
import { keyRules } from '../rules/keyRules';
import { secretsExtractor } from '../secrets/secretsExtractor';
import type { WeaknessClass, WeaknessPlace } from '../weakness';
import { lineRules, weaknessExtractor } from '../weaknessExtractor';
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

function weaknessFinding(id: string, rule: WeaknessClass, places: readonly Placed<WeaknessPlace>[]): FindingDraft {
  return {
    layer: 'security',
    rule: `security/${id}`,
    key: id,
    title: cut(`${rule.title} ${count(places)}`),
    content: `${rule.why}\n\n**Fix:** ${rule.fix}\n\n${listPlaces(places)}\n\n${rule.cwe}, OWASP ${rule.owasp}:2021`,
    importance: importanceOf[rule.severity],
    confidence: rule.confidence ?? 0.9,
    tags: ['security', rule.cwe.toLowerCase(), `owasp-${rule.owasp.toLowerCase()}`, rule.severity],
    evidence: places.slice(0, mostPlaces).map(toEvidence),
  };
}

/** One finding a rule, with all its places: twenty places of one flaw are one thing to mend. */
export function weaknesses(model: ScanModel): FindingDraft[] {
  const secretLines = new Set(
    placed(model.factsOf(secretsExtractor)).map(({ file, place }) => `${file.path}:${place.line}`),
  );
  const all = placed(model.factsOf(weaknessExtractor)).filter(({ file, place }) => {
    // A literal key that is told as a secret already is not told again.
    const isTold = keyRules.some((rule) => rule.id === place.rule) && secretLines.has(`${file.path}:${place.line}`);
    return !asideRoles.has(file.role) && place.aside !== true && !isTold;
  });
  const rules = new Map<string, WeaknessClass>();
  for (const rule of flowRules) rules.set(rule.id, rule);
  for (const rule of lineRules) if (!rules.has(rule.told ?? rule.id)) rules.set(rule.told ?? rule.id, rule);
  return [...rules].flatMap(([id, rule]) => {
    const places = all.filter(({ place }) => place.rule === id);
    return places.length > 0 ? [weaknessFinding(id, rule, places)] : [];
  });
}
