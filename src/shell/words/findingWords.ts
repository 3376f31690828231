import type { FindingLayer } from '../../shared/genesis';

export const layerNames: Readonly<Record<FindingLayer, string>> = {
  product: 'Product',
  architecture: 'Architecture',
  dependencies: 'Dependencies',
  conventions: 'Conventions',
  dataModel: 'Data model',
  entryPoints: 'Entry points',
  security: 'Security',
};

const importanceNames = ['Minor', 'Low', 'Medium', 'High', 'Critical'] as const;

/** Name of an importance from 1 to 5. */
export function importanceName(importance: number): string {
  return importanceNames[Math.min(5, Math.max(1, Math.round(importance))) - 1] ?? 'Medium';
}
