import type { SinkKind } from '../../../shared/delivery';
import { contextSpineSink } from './contextSpineSink';
import { contoxSink } from './contoxSink';
import type { Sink } from './sink';

export const sinkOf: Readonly<Record<SinkKind, Sink>> = { contox: contoxSink, contextSpine: contextSpineSink };

export const sinkKinds: readonly SinkKind[] = ['contox', 'contextSpine'];
