import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import type { FindingDraft, GitFacts } from '../../../src/engine/genesis/scanModel';
import { analyzeSources } from '../../support/analyzeSources';

export interface ArchitectureCase {
  readonly it: string;
  readonly files: Readonly<Record<string, string>>;
  readonly git?: GitFacts;
  /** `rule | title` of the findings, all of them. */
  readonly findings: readonly string[];
  /** `path:line`, or `path:line-line`, of evidence that must be there, by rule. */
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
  /** What the text of a finding must hold, by rule. */
  readonly content?: Readonly<Record<string, readonly string[]>>;
}

export function repeat(count: number, make: (index: number) => readonly [string, string]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
}

export function checkCases(name: string, cases: readonly ArchitectureCase[]): void {
  describe(name, () => {
    for (const example of cases) it(example.it, () => check(example));
  });
}

async function check(example: ArchitectureCase): Promise<void> {
  const options = example.git === undefined ? {} : { git: example.git };
  const result = await analyzeSources([architectureAnalyzer], example.files, options);
  assert.deepEqual(result.problems, []);
  assert.deepEqual(
    result.findings.map((finding) => `${finding.rule} | ${finding.title}`),
    example.findings,
  );
  for (const finding of result.findings) assertWellFormed(finding, example.files);
  const found = (rule: string): FindingDraft | undefined => result.findings.find((finding) => finding.rule === rule);
  for (const [rule, places] of Object.entries(example.evidence ?? {})) {
    const shown = (found(rule)?.evidence ?? []).map(({ path, startLine, endLine }) =>
      startLine === endLine || !places.some((place) => place.startsWith(`${path}:${startLine}-`))
        ? `${path}:${startLine}`
        : `${path}:${startLine}-${endLine}`,
    );
    assert.deepEqual(
      places.filter((place) => !shown.includes(place)),
      [],
      shown.join(' '),
    );
  }
  for (const [rule, texts] of Object.entries(example.content ?? {}))
    for (const text of texts) assert.ok(found(rule)?.content.includes(text), `${text}\n${found(rule)?.content}`);
}

function assertWellFormed(finding: FindingDraft, files: Readonly<Record<string, string>>): void {
  assert.ok(finding.title.length <= 120, finding.title);
  assert.ok(finding.evidence.length > 0 && finding.evidence.length <= 20, finding.rule);
  for (const { path, startLine, endLine } of finding.evidence) {
    assert.ok(path in files, path);
    assert.ok(startLine >= 1 && endLine >= startLine, `${path}:${startLine}-${endLine}`);
  }
}
