import * as vscode from 'vscode';
import { EngineError } from '../../../base/engineError';
import type { HistoryDigest } from '../../../shared/capture';
import { settings } from '../../settings';
import { tell } from '../../showError';
import { counted } from '../../words/counted';
import { command } from '../command';

const spans = [3, 6, 12, 24] as const;

/** Reads the commits of the last months into sessions and draft decisions, with progress that can be stopped. */
export const digestHistory = command('contox.digestHistory', async (shell, wanted) => {
  const project = await shell.projects.needCurrent();
  if (shell.capture.withheld.has(project.id))
    throw new EngineError(
      'invalid',
      'This folder is private, so its history is not read. Start capturing in it first.',
    );
  const months = typeof wanted === 'number' ? wanted : await pickMonths();
  if (months === undefined) return undefined;
  const folder = shell.projects.folderOf(project.id);
  if (folder === undefined || !vscode.workspace.isTrusted)
    throw new EngineError(
      'invalid',
      'The folder of this project is not open here and trusted, so its git is not read.',
    );
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Contox: reading ${counted(months, 'month')} of history of ${project.name}`,
    cancellable: true,
  };
  const digest = await vscode.window.withProgress(options, (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const policy = settings.capturePolicy(vscode.Uri.file(folder));
    return shell.engine.digestHistory({ projectId: project.id, folder, months, policy }, { signal: abort.signal });
  });
  await shell.sessions.forgetDigest(project.id);
  tell('information', told(digest));
  return digest;
});

function told({ commits, sessions, decisions }: HistoryDigest): string {
  const made = `${counted(commits, 'commit')} became ${counted(sessions, 'session')}`;
  return decisions.length === 0
    ? `${made}.`
    : `${made}, with ${counted(decisions.length, 'draft decision')} to approve.`;
}

async function pickMonths(): Promise<number | undefined> {
  const items = spans.map((months) => ({ label: `The last ${counted(months, 'month')}`, months }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'How much of the git history to digest' });
  return picked?.months;
}
