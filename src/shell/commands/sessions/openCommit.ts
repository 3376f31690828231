import { join } from 'node:path';
import * as vscode from 'vscode';
import { findGitApi } from '../../capture/gitTrigger';
import { findInside } from '../../evidence/evidencePath';
import { isBelow, samePath } from '../../projects/samePath';
import type { ShownCommit } from '../../sessions/digestedCommits';
import { commitUri } from '../../sessions/sessionUri';
import { LiveNode } from '../../views/liveTree';
import type { SessionValue } from '../../views/sessions/sessionValue';
import { command } from '../command';

/** More files than this are not opened side by side. */
const mostFiles = 100;

/** Shows what a commit changed: from git where it is at hand, else what is stored of it. */
export const openCommit = command('contox.openCommit', async (_shell, target) => {
  const value = target instanceof LiveNode ? (target.value as SessionValue) : undefined;
  if (value?.kind !== 'commit') return;
  const { commit, session } = value;
  const changes = await changesInGit(commit);
  if (changes) {
    const title = `${commit.sha.slice(0, 7)}: ${commit.subject}`;
    await vscode.commands.executeCommand('vscode.changes', title, changes);
    return;
  }
  await vscode.window.showTextDocument(commitUri(session.id, commit), { preview: true });
});

type Change = readonly [vscode.Uri, vscode.Uri | undefined, vscode.Uri | undefined];

/** `undefined` where the git extension does not know the repository, or git the commit. */
async function changesInGit({ root, sha, parents, files }: ShownCommit): Promise<Change[] | undefined> {
  const git = await findGitApi();
  const repository = git?.repositories.find(({ rootUri }) => samePath(rootUri.fsPath, root));
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isOurs = folders.some(({ uri }) => isBelow(root, uri.fsPath) || isBelow(uri.fsPath, root));
  // The root comes from an event, and events may come from elsewhere: only what is open here is read.
  if (!git || !repository || !isOurs || files.length === 0 || files.length > mostFiles) return undefined;
  const known = await repository.getCommit?.(sha).then(
    () => true,
    () => false,
  );
  if (known === false) return undefined;
  const [parent] = parents;
  return files.flatMap(({ path, oldPath, status }): Change[] => {
    const file = findInside(repository.rootUri.fsPath, path);
    const before = findInside(repository.rootUri.fsPath, oldPath ?? path);
    if (file === undefined || before === undefined) return [];
    const at = (name: string, ref: string): vscode.Uri => git.toGitUri(vscode.Uri.file(join(name)), ref);
    const wasThere = parent !== undefined && !/^a/i.test(status);
    const isThere = !/^d/i.test(status);
    return [[vscode.Uri.file(file), wasThere ? at(before, parent) : undefined, isThere ? at(file, sha) : undefined]];
  });
}
