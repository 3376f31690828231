import { sha256 } from '../../../base/sha256';
import type { FindingLayer } from '../../../shared/genesis';
import type { FindingDraft } from '../scanModel';

/** What makes two findings of different scans the same one. */
export function identityOf(draft: FindingDraft): string {
  return `${draft.rule}\n${draft.key ?? draft.title}`;
}

const layerKeys: Readonly<Record<FindingLayer, string>> = {
  product: 'product',
  architecture: 'architecture',
  dependencies: 'dependencies',
  conventions: 'conventions',
  dataModel: 'data-model',
  entryPoints: 'entry-points',
  security: 'security',
};

export const genesisKey = 'root/genesis';

export function layerKey(layer: FindingLayer): string {
  return `${genesisKey}/${layerKeys[layer]}`;
}

const maxSlug = 80;

/**
 * Schema key of the context that holds a finding. It follows from the identity alone, so that the finding finds its
 * context again when its title changes with the numbers in it.
 */
export function schemaKeyOf(draft: FindingDraft): string {
  const rule = draft.rule.slice(draft.rule.indexOf('/') + 1);
  const words = draft.key === undefined ? rule : `${rule}-${draft.key}`;
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxSlug)
    .replace(/^-+|-+$/g, '');
  return `${layerKey(draft.layer)}/${slug === '' ? 'finding' : slug}-${sha256(identityOf(draft)).slice(0, 6)}`;
}
