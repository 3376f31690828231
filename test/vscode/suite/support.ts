import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the extension gives to other extensions: the rows of its views. */
export interface ContoxApi {
  readonly activationMs: number;
  readonly views: Readonly<
    Record<'projects' | 'sessions' | 'contexts' | 'findings' | 'deliveries', vscode.TreeDataProvider<unknown>>
  >;
}

export function extension(): vscode.Extension<ContoxApi> {
  const found = vscode.extensions.getExtension<ContoxApi>('contox.contox');
  assert.ok(found, 'the extension is installed');
  return found;
}

/** One row as the user reads it, with its node for `children` and for commands. */
export interface ShownRow {
  readonly node: unknown;
  readonly item: vscode.TreeItem;
  readonly text: string;
}

export async function rows(view: keyof ContoxApi['views'], parent?: unknown): Promise<ShownRow[]> {
  const { views } = await extension().activate();
  const provider = views[view];
  const nodes = (await provider.getChildren(parent)) ?? [];
  const items = await Promise.all(nodes.map((node) => provider.getTreeItem(node)));
  return items.map((item, index) => ({ node: nodes[index], item, text: `${item.label} | ${item.description ?? ''}` }));
}

/** Waits for something that VS Code brings about in its own time. */
export async function until<T>(
  what: string,
  find: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<Exclude<T, false | undefined>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await find();
    if (found) return found as Exclude<T, false | undefined>;
    if (Date.now() > end) throw new Error(`Did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The status that a scan ended with, as `contox.scanProject` answers it. */
export interface EndedScan {
  readonly id: string;
  readonly phase: string;
  readonly error: string | null;
  readonly projectId: string;
  readonly findingsCount: number;
}

let scanned: Promise<EndedScan> | undefined;

/** Opens the Contox views and scans the window's folder, once for all suites. */
export function scanOnce(): Promise<EndedScan> {
  scanned ??= scan();
  return scanned;
}

async function scan(): Promise<EndedScan> {
  await vscode.commands.executeCommand('workbench.view.extension.contox');
  const status = await vscode.commands.executeCommand<EndedScan | undefined>('contox.scanProject');
  assert.ok(status, 'the scan ran; the log says why not');
  return status;
}

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'a folder is open');
  return first.uri;
}
