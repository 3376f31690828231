import type { Delivery } from '../../../shared/delivery';
import type { DeliveryValue } from '../../views/deliveries/deliveryRows';
import { LiveNode } from '../../views/liveTree';

/** The deliveries among rows of the Egress Ledger. */
export function deliveriesOf(rows: readonly unknown[]): readonly Delivery[] {
  return rows.flatMap((row) => {
    const value = row instanceof LiveNode ? (row.value as DeliveryValue) : undefined;
    return value?.kind === 'delivery' ? [value.delivery] : [];
  });
}
