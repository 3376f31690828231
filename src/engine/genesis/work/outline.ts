import type { Analyzer } from '../scanModel';
import type { AnalyzerOutline } from './jobs';

export function outlineOf(analyzers: readonly Analyzer[]): AnalyzerOutline[] {
  return analyzers.map(({ id, synthesizers }) => ({ id, synthesizers: synthesizers.map((one) => one.id) }));
}
