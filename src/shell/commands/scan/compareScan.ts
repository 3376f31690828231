import * as vscode from 'vscode';
import { command } from '../command';
import { projectTarget } from '../projects/projectTarget';

/** Opens what changed since a branch, a tag, a commit or the scan before, as Markdown for a pull request. */
export const compareScan = command('contox.compareScan', async (shell, target) => {
  const project = await projectTarget(shell, target);
  const base = await vscode.window.showInputBox({
    title: 'Compare Scan',
    prompt: 'Branch, tag or commit to compare the last scan with. Empty: the scan before.',
  });
  if (base === undefined) return;
  const diff = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Contox: comparing', cancellable: true },
    (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const params = base.trim() === '' ? { projectId: project.id } : { projectId: project.id, base: base.trim() };
      return shell.engine.compareScans(params, { signal: abort.signal });
    },
  );
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: diff.markdown });
  await vscode.window.showTextDocument(document, { preview: true });
});
