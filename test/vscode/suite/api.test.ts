import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folder } from './support';

describe('the local API server', () => {
  const run = <T>(command: string): Thenable<T> => vscode.commands.executeCommand<T>(command);

  it('starts, with its address and key on the clipboard and in no file of the folder', async () => {
    const url = await run<string>('contox.startApiServer');
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    const text = await vscode.env.clipboard.readText();
    const [, key = ''] = /^CONTOX_API_KEY=(contox_sk_[\w-]+)$/m.exec(text) ?? [];
    assert.ok(text.includes(`CONTOX_API_URL=${url}\n`), text);
    const answer = await fetch(`${url}/api/projects`, { headers: { Authorization: `Bearer ${key}` } });
    assert.equal(answer.status, 200);
    assert.ok(Array.isArray(await answer.json()));
    for (const file of await vscode.workspace.findFiles(new vscode.RelativePattern(folder(), '**/*'), null)) {
      const bytes = await vscode.workspace.fs.readFile(file);
      assert.ok(!Buffer.from(bytes).includes(key), file.path);
    }
  });

  it('is one, however often it is started, and stops', async () => {
    const url = await run<string>('contox.startApiServer');
    assert.equal(await run<string>('contox.startApiServer'), url);
    assert.equal(await run<boolean>('contox.stopApiServer'), true);
    assert.equal(await run<boolean>('contox.stopApiServer'), false);
    await assert.rejects(fetch(`${url}/health`));
  });
});
