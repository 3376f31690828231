import type { FindingDraft } from '../../../scanModel';
import { centre } from './centre';
import { overviews } from './overviews';
import { personalData } from './personalData';
import { tellable } from './tellable';
import type { ToldModel } from './toldModel';

/** What a colleague would want to know of the data model. */
export function dataModelFindings(models: readonly ToldModel[]): FindingDraft[] {
  const told = tellable(models);
  return [...overviews(told), ...centre(told, models), ...personalData(told)];
}
