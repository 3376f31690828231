import * as vscode from 'vscode';
import type { SettingId } from './contributions';
import { type FindingGrouping, findingGroupings } from './views/findings/findingGroups';

function read<T>(id: SettingId): T | undefined {
  return vscode.workspace.getConfiguration().get<T>(id);
}

/** The user's settings, read when they are needed. Values of a wrong type or range count as not set. */
export const settings = {
  /** Folder of the store, or `undefined` for the platform's own place. */
  dataDirectory(): string | undefined {
    const value = read<unknown>('contox.dataDirectory');
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  },

  scanDefaults(): { readonly maxFiles: number; readonly securityAudit: boolean } {
    const maxFiles = read<unknown>('contox.scan.maxFiles');
    const usable = typeof maxFiles === 'number' && Number.isInteger(maxFiles) && maxFiles >= 1 && maxFiles <= 5000;
    return { maxFiles: usable ? maxFiles : 5000, securityAudit: read<unknown>('contox.scan.securityAudit') !== false };
  },

  findingsGroupBy(): FindingGrouping {
    const value = read<unknown>('contox.findings.groupBy');
    return findingGroupings.find((grouping) => grouping === value) ?? 'layer';
  },

  async setFindingsGroupBy(value: FindingGrouping): Promise<void> {
    const id: SettingId = 'contox.findings.groupBy';
    await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Global);
  },

  noticesEnabled(): boolean {
    return read<unknown>('contox.notices.enabled') !== false;
  },
};
