import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPathInside, type PanelMessage, panelMessage, panelState } from '../../../src/shared/panelMessages';

const good: readonly PanelMessage[] = [
  { type: 'ready' },
  { type: 'startScan', choices: {} },
  { type: 'startScan', choices: { branch: 'main', maxFiles: 500, selective: true, securityAudit: false } },
  { type: 'estimate', requestId: 3, choices: { maxFiles: 5000 } },
  { type: 'openEvidence', path: 'src/a b/ü.ts', startLine: 1, endLine: 2 },
  { type: 'openFolder', path: 'src/web' },
  { type: 'copyText', text: '', what: '0 routes' },
  { type: 'export', format: 'markdown' },
  { type: 'action', action: 'manageTrust' },
];

const bad: readonly unknown[] = [
  null,
  'ready',
  {},
  { type: 'unknown' },
  { type: 'startScan' },
  { type: 'startScan', choices: { maxFiles: 0 } },
  { type: 'startScan', choices: { maxFiles: 5001 } },
  { type: 'startScan', choices: { branch: '' } },
  { type: 'openEvidence', path: '../../etc/passwd', startLine: 1, endLine: 1 },
  { type: 'openEvidence', path: '/etc/passwd', startLine: 1, endLine: 1 },
  { type: 'openEvidence', path: 'src/a.ts', startLine: 0, endLine: 1 },
  { type: 'openEvidence', path: 'src/a.ts', startLine: 1.5, endLine: 2 },
  { type: 'openFolder', path: '' },
  { type: 'detail', findingId: 'x'.repeat(101) },
  { type: 'export', format: 'exe' },
  { type: 'action', action: 'workbench.action.quit' },
  { type: 'openLink', href: 'https://example.com/'.padEnd(3000, 'x') },
];

describe('messages of the panel', () => {
  for (const message of good)
    it(`takes ${JSON.stringify(message)}`, () => assert.deepEqual(panelMessage.parse(message), message));
  for (const message of bad)
    it(`refuses ${JSON.stringify(message)?.slice(0, 80)}`, () =>
      assert.equal(panelMessage.safeParse(message).success, false));

  it('refuses or takes anything without an exception', () => {
    fc.assert(fc.property(fc.anything(), (value) => void panelMessage.safeParse(value)));
  });
});

describe('paths in messages', () => {
  const table: readonly (readonly [path: string, inside: boolean])[] = [
    ['src/a.ts', true],
    ['a..b/..c', true],
    ['...', true],
    ['..', false],
    ['src/../../x', false],
    ['src\\..\\..\\x', false],
    ['/abs', false],
    ['\\\\server\\share', false],
    ['C:\\x', false],
    ['c:x', false],
    ['a\0b', false],
  ];
  for (const [path, inside] of table)
    it(`${JSON.stringify(path)} is ${inside ? 'inside' : 'outside'}`, () => assert.equal(isPathInside(path), inside));
});

describe('kept state', () => {
  it('needs the project and repairs the rest', () => {
    assert.equal(panelState.safeParse({ filter: 'x' }).success, false);
    assert.deepEqual(panelState.parse({ projectId: 'p', filter: 7, groupBy: 'colour', scroll: -3 }), {
      projectId: 'p',
      filter: '',
      groupBy: 'layer',
      selection: null,
      tab: 'routes',
      scroll: 0,
    });
  });
});
