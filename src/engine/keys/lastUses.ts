import type { CallRunner } from '../requests/callRunner';
import type { KeyRow, KeyStore } from './keyStore';

/** A key's last use is written so seldom at most: not each request is worth a wait for the disk. */
const writeEveryMs = 60_000;

/** When keys were used. What is not written yet is in memory, and lists show it. */
export class LastUses {
  private readonly latest = new Map<string, number>();
  private readonly written = new Map<string, number>();

  constructor(
    private readonly keys: KeyStore,
    private readonly runner: Pick<CallRunner, 'commit'>,
  ) {}

  note(row: KeyRow, now: number): void {
    this.latest.set(row.id, now);
    const last = this.written.get(row.id) ?? row.lastUsedAt ?? 0;
    if (now - last < writeEveryMs) return;
    this.written.set(row.id, now);
    // A use that can't be written is no reason to refuse the request: the next one tries again.
    this.runner.commit('noteKeyUse', () => this.keys.setLastUsed(row.id, now)).catch(() => this.written.delete(row.id));
  }

  of(row: KeyRow): number | null {
    return this.latest.get(row.id) ?? row.lastUsedAt;
  }
}
