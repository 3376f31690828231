import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { extension } from './support';

describe('activation', () => {
  it('waits until Contox is used', () => assert.equal(extension().isActive, false));

  it('does not start the engine', async () => {
    // How long it takes is told here and measured by the benchmark: a busy machine would make a test of it lie.
    const startedAt = performance.now();
    await extension().activate();
    const ms = performance.now() - startedAt;
    console.log(`activated in ${ms.toFixed(0)} ms`);
    const data = process.env['CONTOX_DATA_DIR'];
    assert.ok(data, 'the tests have a data folder of their own');
    assert.equal(existsSync(data), false, 'nothing was stored');
  });

  it('registers every command of package.json', async () => {
    const { commands } = extension().packageJSON.contributes as { commands: { command: string }[] };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(commands.length > 25);
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
