import type { Database } from '../database';
import type { Store } from '../store';

/**
 * Reads a copy of the store, which goes on meanwhile. Where there can be none (a store in memory, as in tests, or one that
 * is written as a whole each time) the store itself is read.
 */
export async function withSnapshot<T>(
  live: { readonly db: Database },
  store: Pick<Store, 'takeSnapshot'>,
  read: (open: () => Database, path: string | undefined) => Promise<T>,
): Promise<T> {
  if (!store.takeSnapshot) return read(() => live.db, undefined);
  const copy = await store.takeSnapshot();
  try {
    return await read(() => copy.open(), copy.path);
  } finally {
    copy.close();
  }
}
