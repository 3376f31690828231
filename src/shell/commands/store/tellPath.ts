import * as vscode from 'vscode';

/** Says where something lies, with a way there. Only a desktop window has a file manager to show it in. */
export function tellPath(what: string, path: string): void {
  const isLocal = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const show = 'Show in Folder';
  const copy = 'Copy Path';
  const titles = isLocal ? [show, copy] : [copy];
  void vscode.window.showInformationMessage(`${what} ${path}`, ...titles).then((title) => {
    if (title === show) return vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path));
    return title === copy ? vscode.env.clipboard.writeText(path) : undefined;
  });
}
