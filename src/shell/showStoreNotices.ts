import type * as vscode from 'vscode';
import type { Logger } from '../base/logger';
import type { EngineHost } from './host/engineHost';
import { settings } from './settings';
import { tell } from './showError';
import { type SeenNotices, takeNewNotices } from './storeNotices';

const seenKey = 'seenStoreNotices';

/** Tells once what happened to the store: that it was damaged and restored, made anew, or can't be written. */
export function showStoreNotices(host: EngineHost, memory: vscode.Memento, logger: Logger): { dispose(): void } {
  const seen: SeenNotices = {
    read: () => memory.get<readonly string[]>(seenKey, []),
    write: (keys) => void memory.update(seenKey, keys),
  };
  return host.onDidChangeHealth((health) => {
    if (health.state !== 'ready') return;
    const message = takeNewNotices(health.store.notices, seen);
    if (message === undefined) return;
    for (const notice of health.store.notices) logger.warn(`${notice.at} ${notice.kind}: ${notice.message}`);
    if (!settings.noticesEnabled()) return;
    tell('warning', `Contox: ${message}`, [
      { title: 'Open Data Folder', command: 'contox.openDataFolder' },
      { title: 'Show Log', command: 'contox.showLog' },
    ]);
  });
}
