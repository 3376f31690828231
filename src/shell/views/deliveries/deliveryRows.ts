import type { Delivery, DeliveryStatus, SinkStatus } from '../../../shared/delivery';
import { deliveryKindWords, deliveryStateWords, sinkLine, sinkName, sizeOf } from '../../words/deliveryWords';
import { plainLine } from '../../words/plainLine';
import { relativeTime } from '../../words/times';
import type { RowIcon, RowNode } from '../row';

/** What a row of the Egress Ledger stands for. */
export type DeliveryValue =
  | { readonly kind: 'sink'; readonly sink: SinkStatus }
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'more' };

export interface DeliveryRowsInput {
  readonly status: DeliveryStatus;
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  /** Whether there are older ones that are not listed. */
  readonly hasMore: boolean;
  readonly now: number;
}

/** How each server is doing, then every delivery. */
export function deliveryRows(input: DeliveryRowsInput): RowNode<DeliveryValue>[] {
  const sinks = input.status.sinks.map((sink) => sinkRow(sink, input.now));
  const rows = input.deliveries.map((delivery) => deliveryRow(delivery, input.now));
  return [...sinks, ...rows, ...(input.hasMore ? [moreRow] : [])];
}

const moreRow: RowNode<DeliveryValue> = {
  row: { id: 'more', label: 'Older ones are kept and not listed here', kind: 'more', expand: 'none' },
  value: { kind: 'more' },
};

const sinkIcons: Readonly<Record<SinkStatus['state'], RowIcon>> = {
  idle: { id: 'pass', color: 'charts.green' },
  sending: { id: 'sync~spin' },
  waiting: { id: 'watch', color: 'list.warningForeground' },
  noSecret: { id: 'key', color: 'list.warningForeground' },
  refused: { id: 'error', color: 'list.errorForeground' },
  dryRun: { id: 'debug-pause' },
};

function sinkRow(sink: SinkStatus, now: number): RowNode<DeliveryValue> {
  const label = sinkName(sink.kind);
  const description = sinkLine(sink, now);
  return {
    row: {
      id: `sink:${sink.kind}`,
      label,
      description,
      icon: sinkIcons[sink.state],
      kind: `sink.${sink.state}`,
      expand: 'none',
      spoken: `Server ${label}, ${description}`,
    },
    value: { kind: 'sink', sink },
  };
}

const stateIcons: Readonly<Record<Delivery['state'], RowIcon>> = {
  queued: { id: 'clock' },
  delivered: { id: 'check', color: 'charts.green' },
  dead: { id: 'error', color: 'list.errorForeground' },
  dryRun: { id: 'debug-pause' },
  withdrawn: { id: 'circle-slash', color: 'disabledForeground' },
};

function deliveryRow(delivery: Delivery, now: number): RowNode<DeliveryValue> {
  const label = deliveryKindWords(delivery.eventType);
  const when = relativeTime(delivery.deliveredAt ?? delivery.createdAt, now);
  const parts = [deliveryStateWords[delivery.state], sizeOf(delivery.bytes), sinkName(delivery.sink), when];
  if (delivery.state === 'dead' && delivery.lastError) parts.splice(1, 0, plainLine(delivery.lastError).slice(0, 120));
  if (delivery.state === 'queued' && delivery.attempts > 0)
    parts.splice(1, 0, delivery.attempts === 1 ? 'tried once' : `tried ${delivery.attempts} times`);
  return {
    row: {
      id: delivery.id,
      label,
      description: parts.join(' · '),
      icon: stateIcons[delivery.state],
      kind: `delivery.${delivery.state}`,
      expand: 'none',
      spoken: `${label}, ${parts.join(', ')}`,
      command: { id: 'contox.openDelivery', title: 'Open Delivery' },
    },
    value: { kind: 'delivery', delivery },
  };
}
