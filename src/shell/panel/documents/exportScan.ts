import * as vscode from 'vscode';
import type { Engine } from '../../../engine/engine';
import { scanMarkdown } from './scanMarkdown';

/** Asks for a place and writes the whole scan there; the file's name, or `null` where the user changed their mind. */
export async function exportScan(
  engine: Engine,
  projectId: string,
  format: 'json' | 'markdown',
): Promise<vscode.Uri | null> {
  const project = await engine.getProject({ projectId });
  const name = `${project.name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-genesis.${format === 'json' ? 'json' : 'md'}`;
  const options: vscode.SaveDialogOptions = {
    title: 'Export the scan',
    filters: format === 'json' ? { JSON: ['json'] } : { Markdown: ['md'] },
  };
  if (project.localPath) options.defaultUri = vscode.Uri.joinPath(vscode.Uri.file(project.localPath), name);
  const target = await vscode.window.showSaveDialog(options);
  if (!target) return null;
  const results = await engine.getScanResults({ projectId });
  const inventory = await engine.getScanInventory({ projectId });
  const { scan, findings, techStack, summary, overview } = results;
  const text =
    format === 'json'
      ? `${JSON.stringify({ scan, findings, techStack, summary, overview, inventory }, null, 2)}\n`
      : scanMarkdown(project.name, results, inventory);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}
