import * as vscode from 'vscode';
import type { EngineSource } from '../host/engineHost';
import { counted } from '../words/counted';
import { exactTime } from '../words/times';
import { digestedCommits, type ShownCommit } from './digestedCommits';
import { parseCommitUri } from './sessionUri';

/** `contox-commit:` documents: what is stored of a commit, for where git no longer has it or never had it here. */
export class CommitContent implements vscode.TextDocumentContentProvider {
  constructor(private readonly source: EngineSource) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { sessionId, eventId, sha } = parseCommitUri(uri);
    const found = await this.find(sessionId, eventId, sha);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return commitText(found);
  }

  private async find(sessionId: string, eventId: string, sha: string): Promise<ShownCommit | undefined> {
    let cursor: string | undefined;
    do {
      const page = await this.source.engine.listSessionEvents({ sessionId, limit: 200, ...(cursor ? { cursor } : {}) });
      const event = page.items.find(({ id }) => id === eventId);
      if (event) return digestedCommits(event).find((commit) => commit.sha === sha);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return undefined;
  }
}

/** In the form that `git show` made familiar. */
export function commitText(commit: ShownCommit): string {
  const head = [`commit ${commit.sha}`, `Author: ${commit.author}`, `Date:   ${exactTime(commit.committedAt)}`];
  const message = [commit.subject, ...(commit.body === '' ? [] : ['', commit.body])].join('\n');
  const files = commit.files.map(
    ({ status, path, oldPath, additions, deletions }) =>
      ` ${status.padEnd(10)} ${oldPath === undefined ? path : `${oldPath} => ${path}`} | +${additions} -${deletions}`,
  );
  const cut = commit.isDiffCut ? ['', 'The text of the changes was cut; the counts above are whole.'] : [];
  const indented = message.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  return `${[...head, '', ...indented, '', ...files, ` ${counted(commit.files.length, 'file')}`, '', commit.diff, ...cut].join('\n').trimEnd()}\n`;
}
