import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { LiveNode } from '../../views/liveTree';
import type { SessionValue } from '../../views/sessions/sessionValue';
import { counted } from '../../words/counted';
import { command } from '../command';
import { deliveriesOf } from './deliveryTarget';

/** Tries again now: the selected deliveries, or those of a session that were refused or wait. */
export const retryDelivery = command('contox.retryDelivery', async (shell, target, selected) => {
  const rows = Array.isArray(selected) && selected.includes(target) ? selected : [target];
  const deliveryIds = [...deliveriesOf(rows).map(({ id }) => id), ...(await ofSession(shell, target))];
  if (deliveryIds.length === 0) {
    tell('information', 'Nothing of it waits to be sent.');
    return 0;
  }
  return (await shell.engine.retryDeliveries({ deliveryIds: deliveryIds.slice(0, 1000) })).count;
});

export const retryAllDeliveries = command('contox.retryAllDeliveries', async (shell) => {
  const { count } = await shell.engine.retryDeliveries({});
  tell('information', count === 0 ? 'Nothing waits to be sent.' : `${counted(count, 'event')} tried again.`);
  return count;
});

async function ofSession(shell: Shell, row: unknown): Promise<readonly string[]> {
  const value = row instanceof LiveNode ? (row.value as SessionValue) : undefined;
  if (value?.kind !== 'session') return [];
  const { items } = await shell.engine.listDeliveries({ sessionId: value.session.id, limit: 200 });
  return items.filter(({ state }) => state === 'dead' || state === 'queued').map(({ id }) => id);
}
