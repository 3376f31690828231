import type { FindingDraft } from '../../../scanModel';
import { centre } from './centre';
import { overviews } from './overviews';
import { personalData } from './personalData';
import type { ToldModel } from './toldModel';
import { withoutKey } from './withoutKey';

/** What a colleague would want to know of the data model; `mappedTables` of the schema's tables have a class. */
export function dataModelFindings(models: readonly ToldModel[], mappedTables: number): FindingDraft[] {
  return [
    ...overviews(models, mappedTables),
    ...centre(models),
    ...personalData(models),
    ...withoutKey(models, mappedTables),
  ];
}
