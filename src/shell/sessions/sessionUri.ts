import * as vscode from 'vscode';
import type { Session } from '../../shared/session';
import { commitScheme, sessionScheme } from '../contributions';
import { dayOf, timeOfDay } from '../words/days';
import type { ShownCommit } from './digestedCommits';

/** The document with a session's summary and changes; its name is what the tab shows. */
export function sessionUri({ id, startedAt }: Pick<Session, 'id' | 'startedAt'>): vscode.Uri {
  const name = `Session ${dayOf(startedAt)} ${timeOfDay(startedAt).replace(':', '.')}.md`;
  return vscode.Uri.from({ scheme: sessionScheme, path: `/${id}/${name}` });
}

export function parseSessionUri(uri: vscode.Uri): string {
  const [, sessionId] = /^\/([^/]+)\/[^/]+\.md$/.exec(uri.path) ?? [];
  if (!sessionId) throw vscode.FileSystemError.FileNotFound(uri);
  return sessionId;
}

/** The document with what is stored of a commit. */
export function commitUri(sessionId: string, { eventId, sha }: Pick<ShownCommit, 'eventId' | 'sha'>): vscode.Uri {
  const path = `/${sessionId}/${eventId}/${sha.slice(0, 10)}.diff`;
  return vscode.Uri.from({ scheme: commitScheme, path, query: sha });
}

export function parseCommitUri(uri: vscode.Uri): { sessionId: string; eventId: string; sha: string } {
  const [, sessionId, eventId] = /^\/([^/]+)\/([^/]+)\/[^/]+\.diff$/.exec(uri.path) ?? [];
  if (!sessionId || !eventId) throw vscode.FileSystemError.FileNotFound(uri);
  return { sessionId, eventId, sha: uri.query };
}
