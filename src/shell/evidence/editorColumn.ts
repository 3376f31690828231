import * as vscode from 'vscode';
import { panelViewType } from '../contributions';

/** VS Code puts a prefix of its own before the type of a webview. */
function showsPanel(group: vscode.TabGroup): boolean {
  const input = group.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelViewType);
}

export function isPanelVisible(): boolean {
  return vscode.window.tabGroups.all.some(showsPanel);
}

/** Where a file opens without covering the panel it was opened from: the first group that shows something else. */
export function columnBesidePanel(): vscode.ViewColumn {
  const groups = vscode.window.tabGroups;
  if (!showsPanel(groups.activeTabGroup)) return vscode.ViewColumn.Active;
  return groups.all.find((group) => !showsPanel(group))?.viewColumn ?? vscode.ViewColumn.Beside;
}
