import * as vscode from 'vscode';

/** The tab's title, by which a panel is found again; the same for all that belongs to one project. */
export function panelTitle(projectName: string): string {
  return projectName === '' ? 'Genesis' : `Genesis: ${projectName}`;
}

/** All tabs of the window that hold a Genesis panel, whether this extension host made them or an earlier one. */
export function panelTabs(viewType: string): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}
