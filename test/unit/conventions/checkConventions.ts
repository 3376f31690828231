import assert from 'node:assert/strict';
import { conventionsAnalyzer } from '../../../src/engine/genesis/analyzers/conventions';
import type { GitFacts } from '../../../src/engine/genesis/scanModel';
import { analyzeSources } from '../../support/analyzeSources';

export function files(
  count: number,
  path: (n: number) => string,
  text: (n: number) => string = () => 'export {};\n',
): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [path(n), text(n)]));
}

export const jsTest = "it('adds', () => {});\n";

export const letters = (n: number): string =>
  String.fromCharCode(97 + (n % 26)) + String.fromCharCode(97 + Math.floor(n / 26));

export async function check(
  sources: Record<string, string>,
  expected: readonly { rule: string; title: RegExp; cites?: string }[],
  git?: GitFacts,
): Promise<void> {
  const { findings, problems } = await analyzeSources([conventionsAnalyzer], sources, git ? { git } : {});
  assert.deepEqual(problems, []);
  assert.deepEqual(
    findings.map((finding) => finding.rule),
    expected.map((finding) => finding.rule),
  );
  for (const [index, { title, cites }] of expected.entries()) {
    assert.match(findings[index]?.title ?? '', title);
    if (cites)
      assert.ok(
        findings[index]?.evidence.some(({ path, startLine }) => path === cites || `${path}:${startLine}` === cites),
        cites,
      );
    for (const { path, startLine } of findings[index]?.evidence ?? [])
      assert.ok(sources[path] !== undefined && startLine >= 1);
  }
}
