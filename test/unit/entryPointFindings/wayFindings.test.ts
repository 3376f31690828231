import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { wayFindings } from '../../../src/engine/genesis/analyzers/entryPointFindings/wayFindings';
import type { EntryPoint } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

const event = (name: string): EntryPoint => ({
  kind: 'websocket',
  name,
  file: 'server/main.ts',
  line: 3,
  framework: 'Socket.IO',
});

describe('findings about ways in', () => {
  it('tell what a client may send to a socket, and not that it may connect', () => {
    assert.deepEqual(wayFindings([event('connection')]), []);
    assert.deepEqual(
      wayFindings([event('connection'), event('deployStack')]).map(({ title }) => title),
      ['1 socket channel or event found (Socket.IO): deployStack'],
    );
  });

  it('tell no description of where the product runs as a program', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
      'deploy/package.json': '{"name":"deploy","bin":{"deploy":"bin/deploy.js"}}',
      'deploy/cdk.json': '{"app":"npx ts-node bin/deploy.ts"}',
      'cli/package.json': '{"name":"shop","bin":{"shop":"bin/shop.js"}}',
    });
    const own = findings.filter(({ rule }) => rule === 'entry-points/programs');
    assert.deepEqual(
      own.map(({ title }) => title),
      ['One program found: shop'],
    );
  });
});
