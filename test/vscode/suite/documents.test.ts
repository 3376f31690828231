import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rows, scanOnce, until } from './support';

interface MadeContext {
  readonly id: string;
  readonly projectId: string;
  readonly schemaKey: string;
}

let count = 0;

/** A new context, open in the active editor. */
async function makeContext(): Promise<
  MadeContext & { readonly uri: vscode.Uri; readonly document: vscode.TextDocument }
> {
  const context = await vscode.commands.executeCommand<MadeContext>('contox.newContext', `Test context ${++count}`);
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'contox');
  return { ...context, uri: document.uri, document };
}

async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const stored = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Another way to the same context: without the id, by its schema key. It stands for another window. */
const elsewhere = (uri: vscode.Uri): vscode.Uri => uri.with({ query: '' });

async function writeElsewhere(uri: vscode.Uri, text: string): Promise<void> {
  await stored(elsewhere(uri));
  await vscode.workspace.fs.writeFile(elsewhere(uri), bytes(text));
}

describe('context documents', () => {
  before(async () => {
    await scanOnce();
    // In a browser VS Code saves by itself a second after the last key.
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('a context opens as Markdown, and saving updates it', async () => {
    const { uri, document } = await makeContext();
    assert.equal(document.languageId, 'markdown');
    await type(document, '# Auth\n\nSessions last a day.\n');
    assert.ok(await document.save());
    assert.equal(await stored(elsewhere(uri)), '# Auth\n\nSessions last a day.\n');
    await type(document, 'Second.');
    assert.ok(await document.save(), 'a second save is based on the first');
    assert.equal(await stored(elsewhere(uri)), 'Second.');
  });

  it('an open document follows a change from elsewhere', async () => {
    const { uri, document } = await makeContext();
    await writeElsewhere(uri, 'from elsewhere');
    await until('the new text', () => document.getText() === 'from elsewhere');
    assert.equal(document.isDirty, false);
  });

  it('a save over a change from elsewhere loses neither text', async () => {
    const { uri, document } = await makeContext();
    await type(document, 'mine');
    await writeElsewhere(uri, 'theirs');
    // The question what to do is a modal dialog, which VS Code refuses in tests; so nothing is decided and nothing saved.
    const saved = await document.save().then(
      (done) => done,
      () => false,
    );
    assert.equal(saved, false);
    assert.equal(document.getText(), 'mine');
    assert.ok(document.isDirty);
    assert.equal(await stored(elsewhere(uri)), 'theirs');
  });

  it('writes based on an old version are refused', async () => {
    const { uri } = await makeContext();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await stored(uri);
    await writeElsewhere(uri, 'theirs');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, bytes('mine')));
    assert.equal(await stored(uri), 'theirs');
  });

  it('earlier versions can be read and come back', async () => {
    const { id, uri, document } = await makeContext();
    await type(document, 'first');
    await document.save();
    await type(document, 'second');
    await document.save();
    const versions = await Promise.all([2, 3].map((version) => versionText(id, version)));
    assert.deepEqual(versions, ['first', 'second']);
    await assert.rejects(versionText(id, 99));
    assert.equal(await stored(uri), 'second');
  });

  it('a deprecated context is read-only', async () => {
    const { id, uri } = await makeContext();
    assert.equal((await vscode.workspace.fs.stat(uri)).permissions, undefined);
    await vscode.commands.executeCommand('contox.deprecateContext', id);
    assert.equal((await vscode.workspace.fs.stat(uri)).permissions, vscode.FilePermission.Readonly);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, bytes('x')));
  });

  it('files are neither made, renamed nor deleted here', async () => {
    const { uri } = await makeContext();
    await assert.rejects(async () => vscode.workspace.fs.delete(uri), /Contexts view/);
    await assert.rejects(async () => vscode.workspace.fs.rename(uri, uri.with({ query: 'x' })), /Contexts view/);
    const other = uri.with({ path: uri.path.replace(/[^/]+\.md$/, 'no-such-context.md'), query: '' });
    await assert.rejects(async () => vscode.workspace.fs.writeFile(other, bytes('x')));
  });

  it('a new context stands in the Contexts view, below its parent', async () => {
    const { id } = await makeContext();
    const child = await vscode.commands.executeCommand<MadeContext>('contox.newChildContext', id, 'Child');
    const row = await until('the new row', async () => {
      const [root] = await rows('contexts');
      return root && (await rows('contexts', root.node)).find(({ item }) => item.id === id);
    });
    const children = await until('the child', async () => {
      const below = await rows('contexts', row.node);
      return below.length > 0 && below;
    });
    assert.deepEqual(
      children.map(({ item }) => item.id),
      [child.id],
    );
    await vscode.commands.executeCommand('contox.copySchemaKey', row.node);
    assert.match(await vscode.env.clipboard.readText(), /^root\/test-context/);
  });
});

async function versionText(id: string, version: number): Promise<string> {
  const uri = vscode.Uri.from({ scheme: 'contox-version', path: `/${id}/${version}/context.md` });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
