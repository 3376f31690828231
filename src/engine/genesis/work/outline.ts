import type { Analyzer } from '../scanModel';
import type { AnalyzerOutline } from './jobs';

export function outlineOf(analyzers: readonly Analyzer[]): AnalyzerOutline[] {
  return analyzers.map(({ id, synthesizers, dear = [], after }) => ({
    id,
    synthesizers: synthesizers.map((one) => one.id),
    dear: dear.map(({ name }) => name),
    ...(after === undefined ? {} : { after }),
  }));
}
