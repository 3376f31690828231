import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/shared/genesis';
import { type FindingGrouping, findingGroupings, groupFindings } from '../../../src/shell/views/findings/findingGroups';
import { findingForAgent, findingTooltip } from '../../../src/shell/views/findings/findingMarkdown';
import { findingRows } from '../../../src/shell/views/findings/findingRows';
import { sampleFinding } from '../../support/samples';

const evidence = (path: string, startLine: number) => ({ path, startLine, endLine: startLine });
const findings: readonly Finding[] = [
  sampleFinding({
    id: 'a',
    layer: 'conventions',
    importance: 2,
    title: 'Tabs',
    files: ['src/a.ts'],
    evidence: [evidence('src/a.ts', 1)],
  }),
  sampleFinding({
    id: 'b',
    importance: 4,
    files: ['src/a.ts', 'src/b.ts'],
    evidence: [evidence('src/b.ts', 3), evidence('src/a.ts', 9)],
  }),
  sampleFinding({ id: 'c', layer: 'architecture', importance: 5, title: 'Two layers', files: [], evidence: [] }),
  sampleFinding({
    id: 'd',
    importance: 4,
    confidence: 0.99,
    files: ['src/b.ts'],
    evidence: [evidence('src/b.ts', 30)],
  }),
];
const shape = (by: FindingGrouping): unknown =>
  groupFindings(findings, by).map((group) => [group.label, group.findings.map(({ id }) => id).join('')]);
const rows = (by: FindingGrouping, some = findings) =>
  findingRows({ projectId: 'p', findings: some, groupBy: by, fileOf: (path) => `/w/${path}` });

describe('findings', () => {
  it('groups by layer, the layer with the most important finding first', () => {
    assert.deepEqual(shape('layer'), [
      ['Architecture', 'c'],
      ['Security', 'db'],
      ['Conventions', 'a'],
    ]);
  });

  it('groups by importance', () => {
    assert.deepEqual(shape('importance'), [
      ['Critical', 'c'],
      ['High', 'db'],
      ['Low', 'a'],
    ]);
  });

  it('groups by file, and a finding stands under each file it cites', () => {
    assert.deepEqual(shape('file'), [
      ['a.ts', 'ba'],
      ['b.ts', 'db'],
    ]);
  });

  it('points at the line in the file that it stands under', () => {
    const [first] = rows('file');
    assert.equal(first?.row.file, '/w/src/a.ts');
    const [row] = first?.children?.() ?? [];
    assert.equal(row?.row.description, 'line 9');
    assert.equal(row?.value.kind === 'finding' && row.value.at?.startLine, 9);
    assert.equal(rows('layer')[1]?.children?.()[1]?.row.description, 'src/b.ts:3');
  });

  it('lists the places of a finding that has several', () => {
    const row = rows('layer')[1]?.children?.()[1];
    assert.equal(row?.row.expand, 'collapsed');
    assert.deepEqual(
      row?.children?.().map((child) => child.row.label),
      ['src/b.ts:3', 'src/a.ts:9'],
    );
  });

  it('tells importance by shape too, and only security looks like a problem', () => {
    const icon = (values: Partial<Finding>) => rows('layer', [sampleFinding(values)])[0]?.children?.()[0]?.row.icon?.id;
    const all = [1, 2, 3, 4, 5].map((importance) => icon({ importance }));
    assert.equal(new Set(all).size, 5);
    assert.equal(icon({ importance: 5 }), 'error');
    assert.equal(icon({ importance: 5, layer: 'product' }), 'star-full');
  });

  it('says to a screen reader what the icon shows', () => {
    const spoken = rows('layer', [sampleFinding()])[0]?.children?.()[0]?.row.spoken;
    assert.equal(spoken, 'SQL is built from request input, Critical importance, Security, src/orders.js:12');
  });

  it('opens all groups of a small result and the first of a large one', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      sampleFinding({ id: `f${index}`, layer: index % 2 ? 'security' : 'product' }),
    );
    assert.deepEqual(
      rows('layer').map(({ row }) => row.expand),
      ['expanded', 'expanded', 'expanded'],
    );
    assert.deepEqual(
      rows('layer', many).map(({ row }) => row.expand),
      ['expanded', 'collapsed'],
    );
  });

  it('loses no finding in any grouping, and gives each row an id of its own', () => {
    const finding = fc.record({
      id: fc.uuid(),
      importance: fc.integer({ min: 1, max: 5 }),
      layer: fc.constantFrom('security', 'product', 'dataModel') as fc.Arbitrary<Finding['layer']>,
      paths: fc.uniqueArray(fc.constantFrom('a', 'b/c', 'b/d'), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), fc.constantFrom(...findingGroupings), (items, by) => {
        const some = items.map(({ id, importance, layer, paths }) =>
          sampleFinding({ id, importance, layer, files: paths, evidence: paths.map((path) => evidence(path, 1)) }),
        );
        const children = rows(by, some).flatMap((group) => group.children?.() ?? []);
        const shown = children.map(({ value }) => (value.kind === 'finding' ? value.finding.id : ''));
        assert.deepEqual([...new Set(shown)].sort(), [...new Set(some.map(({ id }) => id))].sort());
        const rowIds = children.map(({ row }) => row.id);
        assert.equal(new Set(rowIds).size, rowIds.length);
      }),
    );
  });

  it('shows text of a repository as text, and loads no picture', () => {
    const finding = sampleFinding({ title: 'a *b* [c](command:x)', content: 'see ![x](https://example.com/pixel)' });
    const text = findingTooltip({ kind: 'finding', projectId: 'p', finding });
    assert.ok(text.includes('a \\*b\\* \\[c\\](command:x)'));
    assert.ok(!text.includes('!['));
  });

  it('gives an agent the statement, its places and its source', () => {
    assert.equal(
      findingForAgent(sampleFinding()),
      [
        '## SQL is built from request input',
        '',
        'The query takes `req.params.id` as it is.',
        '',
        'Evidence:',
        '- src/orders.js:12',
        '',
        'Layer: Security. Importance: 5 of 5. Rule: sast/sql-injection.',
        'Tags: owasp.',
        '',
      ].join('\n'),
    );
  });
});
