import * as vscode from 'vscode';
import type { LiveNode } from './liveTree';
import type { Row } from './row';

const expansion: Readonly<Record<Row['expand'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

export function treeItem<V>(node: LiveNode<V>): vscode.TreeItem {
  const { row } = node;
  const item = new vscode.TreeItem(row.label, expansion[row.expand]);
  item.id = row.id;
  item.contextValue = row.kind;
  if (row.description) item.description = row.description;
  if (row.file) {
    item.resourceUri = vscode.Uri.file(row.file);
    item.iconPath = vscode.ThemeIcon.File;
  } else if (row.icon) item.iconPath = themeIcon(row.icon.id, row.icon.color);
  if (row.spoken) item.accessibilityInformation = { label: row.spoken };
  if (row.command) item.command = { command: row.command.id, title: row.command.title, arguments: [node] };
  return item;
}

function themeIcon(id: string, color: string | undefined): vscode.ThemeIcon {
  return color ? new vscode.ThemeIcon(id, new vscode.ThemeColor(color)) : new vscode.ThemeIcon(id);
}
