import { sha256 } from '../../../base/sha256';
import type { ContextText } from '../acceptText';
import { person } from '../contextParts';
import type { ContextRow } from '../store/contextRow';
import type { ReadNode } from './readNodes';

/** What a populate does with one node. `update` and `propose` say what they change. */
export type NodePlan =
  | { readonly change: 'create' }
  | { readonly change: 'unchanged' }
  | { readonly change: 'update'; readonly texts: Partial<ContextText>; readonly places: Partial<ContextRow> }
  | { readonly change: 'conflict'; readonly proposed: ContextText };

/**
 * Compares a node with the context that has its key. What a node leaves out stays as it is. Texts that a person wrote are
 * not overwritten but answered with a proposal; tier and type that a person set stay; the place in the tree always does.
 */
export function planNode(node: ReadNode, existing: ContextRow | undefined): NodePlan {
  if (!existing) return { change: 'create' };
  const texts = changedTexts(node, existing);
  const places = existing.arranged === 1 ? {} : changedPlaces(node, existing);
  if (Object.keys(texts).length > 0 && existing.source === person) {
    const { name, description, content } = { ...existing, ...texts };
    return { change: 'conflict', proposed: { name, description, content } };
  }
  if (Object.keys(texts).length + Object.keys(places).length === 0) return { change: 'unchanged' };
  return { change: 'update', texts, places };
}

function changedTexts(node: ReadNode, existing: ContextRow): Partial<ContextText> {
  const { name, description, content } = node;
  return {
    ...(name === existing.name ? {} : { name }),
    ...(description === undefined || description === existing.description ? {} : { description }),
    ...(content === undefined || sha256(content) === existing.contentHash ? {} : { content }),
  };
}

function changedPlaces(node: ReadNode, existing: ContextRow): Partial<ContextRow> {
  const { tier, contextType } = node;
  return {
    ...(tier === undefined || tier === existing.tier ? {} : { tier }),
    ...(contextType === undefined || contextType === existing.contextType ? {} : { contextType }),
  };
}
