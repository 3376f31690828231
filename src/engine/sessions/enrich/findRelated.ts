import type { Item } from '../../../shared/item';
import { relate, wordsOf } from './compareItems';

export interface Related<I> {
  readonly item: I;
  readonly other: I;
  readonly relation: 'same' | 'contradiction';
}

type Comparable = Pick<Item, 'id' | 'title' | 'facts' | 'type'>;

/** Of these types two items can't both hold when they contradict each other; two bugs with different numbers can. */
const exclusive: ReadonlySet<Item['type']> = new Set(['architecture', 'convention', 'decision']);
/** A word in more items than this says nothing about which belong together. */
const commonWord = 200;

/**
 * Which of the new items say what another one of the same type says, or its contrary. `all` holds the new ones too, the
 * oldest first; each new one is compared with those before it. Only items that share a word of the title are.
 */
export function findRelated<I extends Comparable>(all: readonly I[], newIds: ReadonlySet<string>): Related<I>[] {
  const found: Related<I>[] = [];
  const byWord = new Map<string, I[]>();
  const gone = new Set<string>();
  for (const item of all) {
    const words = [...wordsOf(item.title).topic];
    const candidates = new Set(words.flatMap((word) => byWord.get(word) ?? []));
    if (newIds.has(item.id))
      for (const other of candidates) {
        const relation = gone.has(item.id) || gone.has(other.id) ? 'different' : relate(item, other);
        if (relation === 'different' || (relation === 'contradiction' && !exclusive.has(item.type))) continue;
        found.push({ item, other, relation });
        if (relation === 'same') gone.add(item.id);
      }
    for (const word of words) {
      const items = byWord.get(word) ?? [];
      if (items.length < commonWord) byWord.set(word, [...items, item]);
    }
  }
  return found;
}
