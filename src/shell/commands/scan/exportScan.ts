import * as vscode from 'vscode';
import { type ExportFormat, exportScan as writeScan } from '../../panel/documents/exportScan';
import { command } from '../command';
import { projectTarget } from '../projects/projectTarget';

const formats: readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
  { label: 'Markdown', description: 'the whole scan, to read', format: 'markdown' },
  { label: 'JSON', description: 'the whole scan, for programs', format: 'json' },
  { label: 'SARIF', description: 'findings, for code scanning', format: 'sarif' },
  { label: 'CycloneDX', description: 'dependencies as a bill of materials', format: 'sbom' },
];

/** Writes the last scan into a file of the user's choice. */
export const exportScan = command('contox.exportScan', async (shell, target) => {
  const project = await projectTarget(shell, target);
  const picked = await vscode.window.showQuickPick(formats, { placeHolder: 'What to export' });
  if (!picked) return;
  const file = await writeScan(shell.engine, project.id, picked.format);
  if (file) vscode.window.setStatusBarMessage(`Contox: saved as ${file.fsPath}`, 5000);
});
