import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, until } from './support';

describe('activation', () => {
  it('comes by itself once the window has started, and is short', async () => {
    await until('the extension is active', () => extension().isActive);
    // How long it takes is told here and measured by the benchmark: a busy machine would make a test of it lie.
    const { activationMs } = await extension().activate();
    console.log(`activated in ${activationMs.toFixed(0)} ms`);
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
