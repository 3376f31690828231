import { EngineError } from '../../base/engineError';

/** Where a page of the timeline ended. */
export interface TimelinePlace {
  readonly eventTime: number;
  readonly seq: number;
}

export function writeCursor({ eventTime, seq }: TimelinePlace): string {
  return `${eventTime}_${seq}`;
}

export function readCursor(cursor: string): TimelinePlace {
  const [, eventTime, seq] = /^(-?\d{1,16})_(\d{1,15})$/.exec(cursor) ?? [];
  if (eventTime === undefined || seq === undefined)
    throw new EngineError('invalid', 'The cursor is not one of this list', {
      details: [{ path: 'cursor', message: 'is not one of this list' }],
    });
  return { eventTime: Number(eventTime), seq: Number(seq) };
}
