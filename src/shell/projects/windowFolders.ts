import * as vscode from 'vscode';
import type { OpenFolders } from './workspaceProjects';

/** The window's folders that lie on a disk; those of a virtual file system can't be scanned. */
export const windowFolders: OpenFolders = {
  list: () =>
    (vscode.workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === 'file')
      .map((folder) => ({ path: folder.uri.fsPath, name: folder.name })),
  isTrusted: () => vscode.workspace.isTrusted,
};
