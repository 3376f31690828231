import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { isPathInside } from '../../../shared/panelMessages';
import type { ReadText } from './findingDetail';

const MAX_BYTES = 2_000_000;

/** Reads files of one project folder, and nothing that a path or a symbolic link would reach outside of it. */
export function projectReader(localPath: string | null): ReadText {
  return async (path) => {
    if (localPath === null || !isPathInside(path)) return { reason: 'missing' };
    const uri = vscode.Uri.joinPath(vscode.Uri.file(localPath), path);
    try {
      const [root, file] = await Promise.all([realpath(localPath), realpath(uri.fsPath)]);
      if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return { reason: 'missing' };
      const stat = await vscode.workspace.fs.stat(uri);
      if (stat.size > MAX_BYTES) return { reason: 'tooLarge' };
      return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
    } catch {
      // Gone, or not a file any more: the finding is older than the work tree.
      return { reason: 'missing' };
    }
  };
}
