import type { ScanModel } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';

/** What programs of the repository are called, as far as its own name and those of its modules of Go tell. */
export function programNames(model: ScanModel): ReadonlySet<string> {
  const modules = [...model.factsOf(manifestExtractor)].flatMap(([{ path }, { name = '' }]) =>
    path.endsWith('go.mod') ? [name.replace(/\/v\d{1,3}$/, '').replace(/^.*\//, '')] : [],
  );
  return new Set([model.name, ...modules]);
}
