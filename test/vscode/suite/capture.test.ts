import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { folder, rows, type ShownRow, until } from './support';

const person = ['-c', 'user.name=Test Person', '-c', 'user.email=test@example.invalid'];

function git(where: string, ...args: string[]): void {
  execFileSync('git', [...person, ...args], { cwd: where, stdio: 'pipe' });
}

/** Rows of all sessions, and what lies below them. */
async function timeline(): Promise<{ readonly sessions: ShownRow[]; readonly below: ShownRow[] }> {
  const days = (await rows('sessions')).filter(({ item }) => item.contextValue === 'day');
  const sessions = (await Promise.all(days.map(({ node }) => rows('sessions', node)))).flat();
  const below = (await Promise.all(sessions.map(({ node }) => rows('sessions', node)))).flat();
  return { sessions, below };
}

const shown = (subject: string): Promise<ShownRow> =>
  until(subject, async () => (await timeline()).below.find(({ item }) => item.label === subject));

describe('capture', () => {
  const path = (): string => folder().fsPath;
  const change = (text: string, where = path()): void => appendFileSync(join(where, 'notes.txt'), `${text}\n`);

  before(async () => {
    await vscode.commands.executeCommand('contox.sessions.focus');
    git(path(), 'config', 'user.email', 'test@example.invalid');
    git(path(), 'config', 'user.name', 'Test Person');
  });

  it('a commit that git makes by itself is in the timeline, with its files', async () => {
    change('one');
    git(path(), 'add', '.');
    git(path(), 'commit', '-q', '-m', 'Keep notes | with "signs" and 🙂');
    const startedAt = Date.now();
    const row = await shown('Keep notes | with "signs" and 🙂');
    console.log(`in the view ${Date.now() - startedAt} ms after the commit`);
    assert.match(String(row.item.description), /^[0-9a-f]{7} · 1 file · \+1 −0 · /);
    assert.equal(row.item.command?.command, 'contox.openCommit');
  });

  it('an amended commit is no second one', async () => {
    const before = (await timeline()).sessions[0]?.text;
    git(path(), 'commit', '-q', '--amend', '-m', 'Keep better notes');
    await shown('Keep better notes');
    assert.match(before ?? '', /1 commit/);
    const now = (await timeline()).sessions[0];
    assert.match(now?.text ?? '', /1 commit\b/);
  });

  it('a repository that appears in the folder is followed from its first commit on', async () => {
    const inner = join(path(), 'inner');
    mkdirSync(inner);
    git(inner, 'init', '-q', '-b', 'main');
    writeFileSync(join(inner, 'a.txt'), 'a\n');
    git(inner, 'add', '.');
    git(inner, 'commit', '-q', '-m', 'Begin inside');
    await shown('Begin inside');
  });

  it('a saved file keeps the session going', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'README.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    await vscode.commands.executeCommand('contox.endSession');
    const row = await until('the session ended with a summary', async () => {
      const { sessions } = await timeline();
      return sessions.find(({ item }) => item.contextValue === 'session.completed');
    });
    const { node } = row;
    await vscode.commands.executeCommand('contox.editSession', node);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /# Summary\n\n\S/);
    assert.match(text, /# Changes\n/);
  });

  it('a person’s words replace those that were made, and a mistake in the form is told with its line', async () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'contox-session');
    const write = async (text: string): Promise<boolean> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      assert.ok(await vscode.workspace.applyEdit(edit));
      return document.save();
    };
    assert.equal(await write('# Summary\n\nNotes\n\n# Changes\n\n## nonsense: x\n'), false);
    assert.equal(
      await write('# Summary\n\nNotes are kept.\n\n# Changes\n\n## decisions: Plain text\n\nBecause.\n'),
      true,
    );
    await until('the words', async () =>
      (await timeline()).sessions.some(({ text }) => /^Notes are kept.*edited/.test(text)),
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('while capture is off nothing is recorded, and what was done meanwhile stays private', async () => {
    const configuration = vscode.workspace.getConfiguration('contox.capture');
    const target = vscode.ConfigurationTarget.Global;
    await configuration.update('enabled', false, target);
    change('secret');
    git(path(), 'commit', '-q', '-am', 'In private');
    await configuration.update('enabled', undefined, target);
    // Git counts seconds, and so does the reflog; the next commit is told from the private one by its place.
    change('open');
    await until('capture goes on', async () => {
      await vscode.commands.executeCommand('contox.refresh');
      return true;
    });
    git(path(), 'commit', '-q', '-am', 'In the open');
    await shown('In the open');
    const { below } = await timeline();
    assert.ok(!below.some(({ item }) => item.label === 'In private'));
  });

  it('sessions are merged into the earliest', async () => {
    const nodes = (await timeline()).sessions.map(({ node }) => node);
    assert.ok(nodes.length >= 2);
    await vscode.commands.executeCommand('contox.mergeSessions', nodes[0], nodes);
    await until('one session', async () => (await timeline()).sessions.length === 1);
    await shown('In the open');
  });

  it('the past of the repository becomes sessions when the user says so', async () => {
    const digest = await vscode.commands.executeCommand<{ commits: number } | undefined>('contox.digestHistory', 6);
    assert.ok(digest && digest.commits >= 1, JSON.stringify(digest));
    await shown('Start');
  });

  it('a workspace can not say where something is sent', async () => {
    const configuration = vscode.workspace.getConfiguration('contox.server');
    await assert.rejects(
      Promise.resolve(configuration.update('url', 'https://evil.example', vscode.ConfigurationTarget.Workspace)),
    );
    const settings = vscode.Uri.joinPath(folder(), '.vscode', 'settings.json');
    const text = JSON.stringify({
      'contox.server.url': 'https://evil.example',
      'contox.server.projects': { x: 'y' },
      'contox.scan.maxFiles': 17,
    });
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
    const read = (name: string): unknown => vscode.workspace.getConfiguration('contox').get(name);
    await until('the file is read', () => read('scan.maxFiles') === 17);
    assert.equal(read('server.url'), '');
    assert.deepEqual(read('server.projects'), {});
    assert.deepEqual(await rows('deliveries'), []);
    await vscode.workspace.fs.delete(settings);
  });
});
