import type { Disposable } from '../../base/disposable';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { search } from './search';
import { SearchIndex } from './searchIndex';

export interface SearchNoun extends Disposable {
  readonly calls: Pick<Engine, 'search'>;
  /** Something has changed. */
  touch(): void;
}

/** Full text over everything that the memory of a project holds. */
export function createSearch(parts: EngineParts): SearchNoun {
  const index = new SearchIndex(parts);
  return {
    calls: {
      search: parts.runner.read('search', async (query) => {
        parts.projects.resolve(query.projectId);
        const missing = await index.refresh();
        return { ...search({ ...parts, store: index.store }, query), ...(missing > 0 ? { missing } : {}) };
      }),
    },
    touch: () => index.touch(),
    dispose: () => index.dispose(),
  };
}
