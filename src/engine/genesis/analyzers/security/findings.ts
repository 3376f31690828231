import { sha256 } from '../../../../base/sha256';
import type { Evidence } from '../../../../shared/genesis';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { flowRules } from './flow/flowRules';
import { keyRules } from './rules/keyRules';
import { secretFiles } from './secrets/secretFiles';
import { type SecretPlace, secretsExtractor } from './secrets/secretsExtractor';
import type { Severity, WeaknessClass, WeaknessPlace } from './weakness';
import { lineRules, weaknessExtractor } from './weaknessExtractor';

const importanceOf: Readonly<Record<Severity, 2 | 3 | 4 | 5>> = { critical: 5, high: 4, medium: 3, low: 2 };

/** Code that no user of the product runs: what is wrong there ranks below, and is told apart. */
const aside = new Set(['test', 'fixture', 'example', 'docs']);

interface Placed<T> {
  readonly file: FileRecord;
  readonly place: T;
}

function placed<T>(entries: Iterable<readonly [FileRecord, readonly T[]]>): Placed<T>[] {
  return [...entries].flatMap(([file, places]) => places.map((place) => ({ file, place })));
}

const toEvidence = ({ file, place }: Placed<{ line: number; endLine: number; mark?: string }>): Evidence => ({
  path: file.path,
  startLine: place.line,
  endLine: Math.max(place.line, place.endLine),
  ...(place.mark === undefined ? {} : { fingerprint: place.mark }),
});

/** Each place can be ignored by itself, so the finding names them all up to this many. */
const mostPlaces = 100;

function count(places: readonly Placed<unknown>[]): string {
  const files = new Set(places.map(({ file }) => file.path)).size;
  const first = places[0]?.file.path ?? '';
  if (files === 1) return places.length === 1 ? `in ${first}` : `${places.length} times in ${first}`;
  return `${places.length} times in ${files} files`;
}

function listPlaces(places: readonly Placed<{ line: number; sourceLine?: number }>[]): string {
  const shown = places.slice(0, 20).map(({ file, place }) => {
    const source = place.sourceLine ? ` (value from line ${place.sourceLine})` : '';
    return `- ${markdownCode(`${file.path}:${place.line}`, 300)}${source}`;
  });
  return [...shown, ...(places.length > 20 ? [`- and ${places.length - 20} more`] : [])].join('\n');
}

const cut = (title: string): string => (title.length > 120 ? `${title.slice(0, 119)}…` : title);

function weaknessFinding(id: string, rule: WeaknessClass, places: readonly Placed<WeaknessPlace>[]): FindingDraft {
  return {
    layer: 'security',
    rule: `security/${id}`,
    key: id,
    title: cut(`${rule.title} ${count(places)}`),
    content: `${rule.why}\n\n**Fix:** ${rule.fix}\n\n${listPlaces(places)}\n\n${rule.cwe}, OWASP ${rule.owasp}:2021`,
    importance: importanceOf[rule.severity],
    confidence: 0.9,
    tags: ['security', rule.cwe.toLowerCase(), `owasp-${rule.owasp.toLowerCase()}`, rule.severity],
    evidence: places.slice(0, mostPlaces).map(toEvidence),
  };
}

/** One finding a rule, with all its places: twenty places of one flaw are one thing to mend. */
function weaknesses(model: ScanModel): FindingDraft[] {
  const secretLines = new Set(
    placed(model.factsOf(secretsExtractor)).map(({ file, place }) => `${file.path}:${place.line}`),
  );
  const all = placed(model.factsOf(weaknessExtractor)).filter(({ file, place }) => {
    // A literal key that is told as a secret already is not told again.
    const isTold = keyRules.some((rule) => rule.id === place.rule) && secretLines.has(`${file.path}:${place.line}`);
    return !aside.has(file.role) && !isTold;
  });
  const rules: readonly (readonly [string, WeaknessClass])[] = [
    ...flowRules.map((rule) => [rule.id, rule] as const),
    ...lineRules.map((rule) => [rule.id, rule] as const),
  ];
  return rules.flatMap(([id, rule]) => {
    const places = all.filter(({ place }) => place.rule === id);
    return places.length > 0 ? [weaknessFinding(id, rule, places)] : [];
  });
}

function secretFinding(places: readonly Placed<SecretPlace>[], isAside: boolean): FindingDraft {
  const name = places[0]?.place.name ?? 'secret';
  const rule = places[0]?.place.rule ?? 'secret';
  const guess = rule === 'named-secret';
  return {
    layer: 'security',
    rule: `secrets/${rule}`,
    key: `${rule}${isAside ? ':aside' : ''}`,
    title: cut(
      `${guess ? 'What looks like a secret' : `A ${name}`} stands ${isAside ? 'in tests, examples or documents' : 'in the code'}: ${count(places)}`,
    ),
    content: `Everyone who can read the repository, now or in its history, has it.\n\n**Fix:** revoke it where it was issued, then read it from the environment or a secret store. Removing the line does not remove it from the history.\n\n${listPlaces(places)}\n\nCWE-798, OWASP A07:2021. The value itself is not stored.`,
    importance: isAside ? 2 : guess ? 4 : 5,
    confidence: guess ? 0.75 : isAside ? 0.85 : 0.95,
    tags: ['security', 'secret', 'cwe-798', 'owasp-a07', ...(isAside ? ['test-code'] : [])],
    evidence: places.slice(0, mostPlaces).map(toEvidence),
  };
}

function secrets(model: ScanModel): FindingDraft[] {
  const all = placed(model.factsOf(secretsExtractor));
  const isAside = ({ file }: Placed<SecretPlace>): boolean =>
    aside.has(file.role) ||
    /(?:^|[./_-])(?:examples?|samples?|templates?|dist|defaults?)(?:[./_-]|$)/i.test(
      file.path.slice(file.path.lastIndexOf('/') + 1),
    );
  const rules = [...new Set(all.map(({ place }) => place.rule))];
  return rules.flatMap((rule) => {
    const own = all.filter(({ place }) => place.rule === rule);
    const product = own.filter((place) => !isAside(place));
    // Made-up values by name are everyday life in tests; a real token's form is not.
    const others =
      rule === 'named-secret' ||
      rule === 'url-password' ||
      rule === 'jwt' ||
      rule === 'private-key' ||
      rule === 'authorization-header'
        ? []
        : own.filter(isAside);
    return [product, others].flatMap((places, index) =>
      places.length > 0 ? [secretFinding(places, index === 1)] : [],
    );
  });
}

/** Files that should not be in a repository at all, where they hold something. */
function credentialFiles(model: ScanModel): FindingDraft[] {
  const held = model.files
    .filter((file) => !aside.has(file.role) && file.bytes > 0)
    .flatMap((file) => {
      const kind = secretFiles.find(({ pattern }) => pattern.test(file.path));
      // A settings file without a secret in it is a habit, not a leak; the secrets in it are told by themselves.
      return kind && (kind.id !== 'env-file' || model.factsIn(secretsExtractor, file.path)) ? [{ file, kind }] : [];
    });
  if (held.length === 0) return [];
  return [
    {
      layer: 'security',
      rule: 'secrets/credential-file',
      title: cut(
        held.length === 1
          ? `${held[0]?.file.path} is in the repository: ${held[0]?.kind.what}`
          : `${held.length} files for credentials are in the repository`,
      ),
      content: `${held
        .slice(0, 20)
        .map(({ file, kind }) => `- ${markdownCode(file.path, 300)}: ${kind.what}`)
        .join(
          '\n',
        )}\n\n**Fix:** revoke what they hold, remove them and list them in \`.gitignore\`.\n\nCWE-538, OWASP A05:2021`,
      importance: 4,
      confidence: 0.9,
      tags: ['security', 'secret', 'cwe-538', 'owasp-a05'],
      evidence: held.slice(0, mostPlaces).map(({ file, kind }) => ({
        path: file.path,
        startLine: 1,
        endLine: 1,
        fingerprint: sha256(kind.id).slice(0, 16),
      })),
    },
  ];
}

export function securityFindings(model: ScanModel): FindingDraft[] {
  return [...secrets(model), ...credentialFiles(model), ...weaknesses(model)];
}
