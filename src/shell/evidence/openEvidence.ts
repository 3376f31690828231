import * as vscode from 'vscode';
import { EngineError } from '../../base/engineError';
import type { Evidence } from '../../shared/genesis';
import type { WorkspaceProjects } from '../projects/workspaceProjects';
import { columnBesidePanel } from './editorColumn';
import { evidencePath } from './evidencePath';

const litMs = 1500;
/** A longer range is the file or most of it; lit up it would only be a flash of colour. */
const mostLit = 60;

/** Opens files at the lines that a finding cites. */
export class EvidenceOpener implements vscode.Disposable {
  private light: vscode.TextEditorDecorationType | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly projects: Pick<WorkspaceProjects, 'folderOf'>) {}

  /** Opens the file, reveals the lines and lights them for a moment. */
  async open(projectId: string, evidence: Evidence): Promise<void> {
    const uri = this.locate(projectId, evidence.path);
    const document = await openDocument(uri, evidence.path);
    const last = document.lineCount - 1;
    const start = Math.min(Math.max(0, evidence.startLine - 1), last);
    const end = Math.min(Math.max(start, evidence.endLine - 1), last);
    const range = new vscode.Range(start, 0, end, document.lineAt(end).text.length);
    const editor = await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(start, 0, start, 0),
      viewColumn: columnBesidePanel(),
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.lightUp(editor, end - start < mostLit ? range : new vscode.Range(start, 0, start, 0));
  }

  /** Shows a folder of the project in the explorer. */
  async openFolder(projectId: string, path: string): Promise<void> {
    await vscode.commands.executeCommand('revealInExplorer', this.locate(projectId, path));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.light?.dispose();
  }

  private locate(projectId: string, path: string): vscode.Uri {
    const folder = this.projects.folderOf(projectId);
    if (folder) return vscode.Uri.file(evidencePath(folder, path));
    throw new EngineError(
      'notFound',
      'The folder of this project is not known on this machine. Open it, then try again.',
    );
  }

  private lightUp(editor: vscode.TextEditor, range: vscode.Range): void {
    clearTimeout(this.timer);
    this.light?.dispose();
    const light = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    });
    editor.setDecorations(light, [range]);
    this.light = light;
    this.timer = setTimeout(() => light.dispose(), litMs);
  }
}

async function openDocument(uri: vscode.Uri, path: string): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (cause) {
    const exists = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    const reason = exists
      ? "can't be shown as text"
      : 'is no longer there. Scan the project again to bring its findings up to date';
    throw new EngineError('notFound', `${path} ${reason}.`, { cause });
  }
}
