import * as vscode from 'vscode';
import type { CapturePolicy } from '../shared/capture';
import { joinExcludes } from './capture/joinExcludes';
import type { SettingId } from './contributions';
import type { ProxySettings } from './delivery/proxySettings';
import { type ServerSettings, serverSettings } from './delivery/serverSettings';
import { type FindingGrouping, findingGroupings } from './views/findings/findingGroups';

function read<T>(id: SettingId): T | undefined {
  return vscode.workspace.getConfiguration().get<T>(id);
}

/** Values of the user, the workspace and the folder, the widest first; what is not set is left out. */
function levels(id: SettingId, folder?: vscode.Uri): readonly unknown[] {
  const found = vscode.workspace.getConfiguration(undefined, folder).inspect<unknown>(id);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].filter(
    (value) => value !== undefined,
  );
}

/** Only the user's own value: what a workspace says of it counts for nothing. */
function own(id: SettingId): unknown {
  return vscode.workspace.getConfiguration().inspect<unknown>(id)?.globalValue;
}

/** The user's settings, read when they are needed. Values of a wrong type or range count as not set. */
export const settings = {
  /** Folder of the store, or `undefined` for the platform's own place. */
  dataDirectory(): string | undefined {
    const value = read<unknown>('contox.dataDirectory');
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  },

  /** What the user says to the built-in git extension of where git is; read once, when the engine starts. */
  gitPath(): unknown {
    return vscode.workspace.getConfiguration('git').inspect<unknown>('path')?.globalValue;
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

  /** Any level can switch capture off, and none can switch on what another one has switched off. */
  captureEnabled(folder?: vscode.Uri): boolean {
    return !levels('contox.capture.enabled', folder).includes(false);
  },

  /** Whether the user has switched capture off everywhere. */
  captureOffForUser(): boolean {
    return own('contox.capture.enabled') === false;
  },

  /** `undefined` takes the value of the level away again. */
  async setCaptureEnabled(value: boolean | undefined, target: vscode.ConfigurationTarget): Promise<void> {
    const id: SettingId = 'contox.capture.enabled';
    await vscode.workspace.getConfiguration().update(id, value, target);
  },

  capturePolicy(folder?: vscode.Uri): CapturePolicy {
    const configuration = vscode.workspace.getConfiguration(undefined, folder);
    const globs: SettingId = 'contox.capture.exclude';
    const found = configuration.inspect<unknown>(globs);
    const exclude = joinExcludes(found?.globalValue, [found?.workspaceValue, found?.workspaceFolderValue]);
    const characters: SettingId = 'contox.capture.diffCharacters';
    const most = configuration.get<unknown>(characters);
    const usable = typeof most === 'number' && Number.isInteger(most) && most >= 0 && most <= 50_000;
    return { exclude, diffCharacters: usable ? most : 3_000 };
  },

  server(): ServerSettings {
    return serverSettings({
      url: own('contox.server.url'),
      kinds: own('contox.server.kind'),
      contextSpineUrl: own('contox.server.contextSpineUrl'),
      projects: own('contox.server.projects'),
      dryRun: own('contox.server.dryRun'),
      anonymize: own('contox.server.anonymize'),
    });
  },

  /** VS Code's own; a workspace may set them, as it may for all that VS Code itself opens. */
  proxy(): ProxySettings {
    const http = vscode.workspace.getConfiguration('http');
    return {
      proxy: http.get<unknown>('proxy'),
      support: http.get<unknown>('proxySupport'),
      strictSsl: http.get<unknown>('proxyStrictSSL'),
      noProxy: http.get<unknown>('noProxy'),
    };
  },

  async setServer(values: Partial<Record<`contox.server.${string}` & SettingId, unknown>>): Promise<void> {
    for (const [id, value] of Object.entries(values))
      await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Global);
  },

  noticesEnabled(): boolean {
    return read<unknown>('contox.notices.enabled') !== false;
  },
};
