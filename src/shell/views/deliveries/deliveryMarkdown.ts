import { markdownCode, markdownText } from '../../../engine/genesis/markdownText';
import {
  deliveryKindWords,
  deliveryStateWords,
  sinkLine,
  sinkName,
  sinkTrouble,
  sizeOf,
} from '../../words/deliveryWords';
import { exactTime } from '../../words/times';
import type { DeliveryValue } from './deliveryRows';

/** What the pointer shows over a row of the Egress Ledger. */
export function deliveryTooltip(value: DeliveryValue, now: number): string {
  if (value.kind === 'more')
    return 'The newest deliveries are listed; the retry and the check of signatures cover all.';
  if (value.kind === 'sink') {
    const { sink } = value;
    const lines = [`**${sinkName(sink.kind)}** ${markdownCode(sink.url)}`, sinkLine(sink, now)];
    lines.push(...sinkTrouble(sink).map((line) => markdownText(line, 500)));
    if (sink.nextTryAt) lines.push(`Next try: ${exactTime(sink.nextTryAt)}`);
    if (sink.clockOffsetSeconds !== 0)
      lines.push(`The server's clock differs by ${sink.clockOffsetSeconds} s; requests carry its time.`);
    return lines.filter((line) => line !== '').join('\n\n');
  }
  const { delivery } = value;
  const lines = [
    `**${markdownText(deliveryKindWords(delivery.eventType))}**, ${deliveryStateWords[delivery.state]}`,
    `${sizeOf(delivery.bytes)} to ${sinkName(delivery.sink)}, made ${exactTime(delivery.createdAt)}`,
  ];
  if (delivery.deliveredAt) lines.push(`Delivered ${exactTime(delivery.deliveredAt)}`);
  if (delivery.lastError) lines.push(markdownText(delivery.lastError, 500));
  if (delivery.nextTryAt && delivery.state === 'queued') lines.push(`Next try: ${exactTime(delivery.nextTryAt)}`);
  return [...lines, `Event ${markdownCode(delivery.eventId)}`].join('\n\n');
}
