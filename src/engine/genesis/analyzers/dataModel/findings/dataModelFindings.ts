import type { FindingDraft } from '../../../scanModel';
import { centre } from './centre';
import { overviews } from './overviews';
import { personalData } from './personalData';
import type { ToldModel } from './toldModel';
import { withoutKey } from './withoutKey';

/** What a colleague would want to know of the data model. */
export function dataModelFindings(models: readonly ToldModel[]): FindingDraft[] {
  return [...overviews(models), ...centre(models), ...personalData(models), ...withoutKey(models)];
}
