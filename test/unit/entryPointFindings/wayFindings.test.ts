import assert from 'node:assert/strict';
import { wayFindings } from '../../../src/engine/genesis/analyzers/entryPointFindings/wayFindings';
import type { EntryPoint } from '../../../src/shared/inventory';

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
});
