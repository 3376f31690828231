import assert from 'node:assert/strict';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { type EndedScan, extension, folder, rows, type ShownRow, scanOnce, until } from './support';

/** The first finding that cites a line, from the first group on. */
async function firstFinding(): Promise<ShownRow> {
  for (const group of await rows('findings'))
    for (const row of await rows('findings', group.node)) if (/:\d+/.test(row.text)) return row;
  throw new Error('no finding cites a line');
}

describe('views', () => {
  before(async () => {
    const status = await scanOnce();
    assert.equal(status.phase, 'complete', status.error ?? '');
    assert.ok(status.findingsCount > 0);
    await until('the findings', async () => (await rows('findings')).length > 0);
  });

  it('Projects shows the folder as the current project with its last scan', async () => {
    const [row] = await rows('projects');
    assert.ok(row);
    assert.equal(row.item.label, basename(folder().fsPath));
    const text = await until('the end of the scan', async () => {
      const [now] = await rows('projects');
      return now?.text.includes('scanned') && now.text;
    });
    assert.match(text, /scanned just now · \d+ files?, \d+ findings?, [\d.]+ s/);
    assert.match(row.item.accessibilityInformation?.label ?? '', /current project/);
  });

  it('a scan that is asked for while one runs is the one that runs', async () => {
    const ask = (): Thenable<EndedScan | undefined> => vscode.commands.executeCommand('contox.scanProject');
    const [first, second] = await Promise.all([ask(), ask()]);
    assert.equal(first?.phase, 'complete', first?.error ?? '');
    assert.equal(second?.id, first?.id);
  });

  it('Findings shows groups by layer with the most important finding first', async () => {
    const groups = await rows('findings');
    assert.ok(groups.length > 1);
    assert.ok(groups.every(({ item }) => item.id?.startsWith('layer:')));
    assert.ok(groups.every(({ item }) => item.iconPath instanceof vscode.ThemeIcon));
  });

  it('a click on a finding opens the file at its line', async () => {
    const { item } = await firstFinding();
    assert.ok(item.command, 'the row has a command');
    const [, path, line] = /(\S+):(\d+)/.exec(String(item.description)) ?? [];
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, vscode.Uri.joinPath(folder(), path ?? '').fsPath);
    assert.equal(editor?.selection.active.line, Number(line) - 1);
    assert.ok(editor?.visibleRanges.some((range) => range.contains(editor.selection.active)));
  });

  it('a finding explains itself on hover', async () => {
    const { views } = await extension().activate();
    const { node, item } = await firstFinding();
    const resolved = await views.findings.resolveTreeItem?.(item, node, new vscode.CancellationTokenSource().token);
    const { tooltip } = resolved ?? item;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /importance/);
    assert.notEqual(tooltip.isTrusted, true);
    assert.notEqual(tooltip.supportHtml, true);
  });

  for (const [command, start] of [
    ['contox.groupFindingsByFile', 'file:'],
    ['contox.groupFindingsByImportance', 'importance:'],
    ['contox.groupFindingsByLayer', 'layer:'],
  ] as const) {
    it(`${command} regroups the findings`, async () => {
      await vscode.commands.executeCommand(command);
      await until(start, async () => (await rows('findings')).every(({ item }) => item.id?.startsWith(start)));
    });
  }

  it('a finding is copied for an agent with its place', async () => {
    const { node, item } = await firstFinding();
    await vscode.commands.executeCommand('contox.copyFindingForAgent', node);
    const text = await vscode.env.clipboard.readText();
    assert.ok(text.includes(String(item.label)) && text.includes('Evidence:'), text);
  });

  it('Contexts shows the drafts that the scan wrote, and filters by state', async () => {
    const secondLevel = async (): Promise<string[]> => {
      const below = await Promise.all((await rows('contexts')).map(({ node }) => rows('contexts', node)));
      return below.flat().map(({ item }) => String(item.label));
    };
    await until('the drafts of the scan', async () => (await secondLevel()).includes('Genesis'));
    await vscode.commands.executeCommand('contox.filterContexts', 'deprecated');
    await until('the filter', async () => !(await secondLevel()).includes('Genesis'));
    await vscode.commands.executeCommand('contox.clearContextFilter');
    await until('all contexts', async () => (await secondLevel()).includes('Genesis'));
  });

  it('a finding added to memory is an approved context', async () => {
    const { node } = await firstFinding();
    const context = await vscode.commands.executeCommand<{ id: string; state: string }>(
      'contox.addFindingToMemory',
      node,
    );
    assert.equal(context.state, 'approved');
  });

  it('the Genesis panel opens', async () => {
    await vscode.commands.executeCommand('contox.openGenesisPanel');
    const isPanel = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('contox.genesis');
    await until('the panel', () => vscode.window.tabGroups.all.some((group) => group.tabs.some(isPanel)));
  });

  it('the event log is whole', async () => {
    const check = await vscode.commands.executeCommand<{ ok: boolean; events: number }>('contox.verifyEventLog');
    assert.ok(check.ok && check.events > 0, JSON.stringify(check));
  });

  it('the store is backed up', async () => {
    const path = await vscode.commands.executeCommand<string>('contox.backUpStore');
    assert.ok((await vscode.workspace.fs.stat(vscode.Uri.file(path))).size > 0);
  });
});
