import { nextTurn } from '../../base/nextTurn';
import type { DeliveryCheck } from '../../shared/delivery';
import { verifySignature } from '../signature';
import type { DeliveryParts } from './deliveryParts';

/** So many signatures are computed without a pause. */
const slice = 100;

/**
 * Computes the signatures in the ledger anew, over the bodies that are kept and with the secrets that are known: the
 * current one and those that it replaced since the program started. What has no body any more can't be checked.
 */
export async function verifyDeliveries(
  parts: DeliveryParts,
  projectId: string,
  signal?: AbortSignal,
): Promise<DeliveryCheck> {
  const secrets = parts.secrets.all('contox', projectId);
  const invalid = new Set<string>();
  let [valid, unknown, checked, after] = [0, 0, 0, 0];
  for (;;) {
    const attempts = parts.attempts.signed(projectId, after, slice);
    for (const { attemptId, deliveryId, deliverySeq, headers } of attempts) {
      after = attemptId;
      const sent = JSON.parse(headers) as Record<string, string>;
      const signature = sent['X-Contox-Signature'];
      const timestamp = sent['X-Contox-Timestamp'];
      const body = parts.deliveries.body(deliverySeq)?.bytes;
      if (signature === undefined || timestamp === undefined || body === undefined) continue;
      if (secrets.length === 0) unknown += 1;
      else {
        checked += 1;
        if (verifySignature(secrets, { timestamp, body, signature })) valid += 1;
        else invalid.add(deliveryId);
      }
    }
    if (attempts.length < slice) return { checked, valid, invalid: [...invalid], unknown };
    await nextTurn(signal);
  }
}
