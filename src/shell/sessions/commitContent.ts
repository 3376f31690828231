import * as vscode from 'vscode';
import type { EngineSource } from '../host/engineHost';
import { commitText } from './commitText';
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
