import assert from 'node:assert/strict';
import type { HostMessage } from '../../../src/shared/panelMessages';
import type { Changes, ScanDiff } from '../../../src/shared/scanDiff';
import { filling } from './filledPanel';
import { NOW } from './fixtures/scans';
import { shopFindings } from './fixtures/shopFindings';
import { usePanelBrowser } from './panelBrowser';

const none: Changes<never> = { added: [], removed: [], changed: [] };
const side = { branch: 'main', commit: 'f'.repeat(40), scannedAt: '2026-03-01T10:00:00.000Z' };
const route = { method: 'POST', path: '/orders', file: 'src/orders.ts', line: 12, framework: 'express' };
const finding = {
  identity: 'x',
  layer: 'security',
  rule: 'security/eval',
  title: 'Text of a request is run as code',
  importance: 5,
  path: 'src/run.ts',
  line: 3,
} as const;
const diff: ScanDiff = {
  base: { ...side, branch: 'v1' },
  head: side,
  routes: { ...none, added: Array.from({ length: 15 }, (_, index) => ({ ...route, path: `/orders/${index}` })) },
  permissions: [{ before: route, after: { ...route, middleware: ['requireUser'] }, what: ['requireUser added'] }],
  entryPoints: none,
  models: none,
  dependencies: none,
  environment: none,
  commands: none,
  edges: none,
  findings: {
    opened: [],
    closed: [{ ...finding, closedBy: { sha: 'c'.repeat(40), subject: 'Run <b>nothing</b>' } }],
    changed: [],
  },
  markdown: '## What changed',
};
const changes = (part: Partial<Extract<HostMessage, { type: 'changes' }>>): HostMessage => ({
  type: 'changes',
  base: 'v1',
  diff: null,
  error: null,
  ...part,
});

describe('Genesis panel: changes, ignoring, saving', function () {
  this.timeout(30_000);
  const open = usePanelBrowser();

  it('compares with a tag, opens what is there and copies the whole', async () => {
    const { page, send, said, problems } = await open({ now: NOW });
    await send(...filling());
    const field = page.getByRole('textbox', { name: /Compare with a branch/ });
    await field.fill('v1');
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.equal((await said('compare')).base, 'v1');
    await send(changes({ diff }));
    const section = page.locator('contox-changes');
    await section.getByText('closed by ccccccc Run <b>nothing</b>').waitFor();
    assert.equal(await section.locator('.change-added').count(), 12);
    await section.getByRole('button', { name: '3 more' }).click();
    assert.equal(await section.locator('.change-added').count(), 15);
    await section.locator('.change-added .place').first().click();
    assert.deepEqual(await said('openEvidence'), {
      type: 'openEvidence',
      path: 'src/orders.ts',
      startLine: 12,
      endLine: 12,
    });
    await section.getByRole('button', { name: /Copy as Markdown/ }).click();
    assert.equal((await said('copyText')).text, '## What changed');
    assert.deepEqual(problems, []);
  });

  it('says why there is nothing to compare, and asks for the scan before where no name is given', async () => {
    const { page, send, said } = await open({ now: NOW });
    await send(...filling());
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.equal((await said('compare')).base, null);
    await send(changes({ base: null, error: 'There is no earlier scan with other results to compare with.' }));
    await page.getByText('There is no earlier scan').waitFor();
  });

  it('ignores a finding for a reason only', async () => {
    const { page, send, said, until } = await open({ now: NOW });
    await send(...filling());
    await page.getByRole('treeitem', { name: shopFindings[0]?.title ?? '' }).click();
    await page.getByRole('button', { name: 'Ignore…' }).click();
    await until('document.activeElement?.tagName === "VSCODE-TEXTFIELD"');
    await page.keyboard.press('Escape');
    await until('document.querySelector("contox-ignore") === null');
    await page.getByRole('button', { name: 'Ignore…' }).click();
    const ignore = page.getByRole('button', { name: 'Ignore', exact: true });
    assert.notEqual(await ignore.getAttribute('disabled'), null);
    await page.getByRole('textbox', { name: 'Reason' }).fill('The key is a test key');
    await page.getByLabel('Last day').fill('2027-01-31');
    await ignore.click();
    const { findingId, reason, expiresAt } = await said('ignoreFinding');
    assert.deepEqual([findingId, reason, expiresAt], [shopFindings[0]?.id, 'The key is a test key', '2027-01-31']);
  });

  it('saves a picture as a drawing that stands alone, and as pixels', async () => {
    const { page, send, said, problems, posted } = await open({ now: NOW });
    await send(...filling());
    const map = page.locator('contox-module-map');
    await map.locator('.node').first().waitFor();
    await map.getByRole('button', { name: 'Save as SVG' }).click();
    const drawing = await said('savePicture');
    assert.equal(drawing.name, 'modules');
    assert.match(drawing.content, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(drawing.content, /var\(|<script|class=/);
    const before = posted.length;
    await map.getByRole('button', { name: 'Save as PNG' }).click();
    const pixels = Buffer.from((await said('savePicture', before)).content, 'base64');
    assert.equal(pixels.subarray(1, 4).toString(), 'PNG');
    assert.ok(pixels.readUInt32BE(16) > 400, 'as wide as the drawing');
    assert.deepEqual(problems, []);
  });
});
