import type { FindingDraft } from '../../../scanModel';
import { centre } from './centre';
import { overviews } from './overviews';
import { personalData } from './personalData';
import { isOfFramework, tellable } from './tellable';
import type { ToldModel } from './toldModel';

/** What a colleague would want to know of the data model. */
export function dataModelFindings(models: readonly ToldModel[]): FindingDraft[] {
  // Messages with an id are mostly of calls, events and reports: what is stored can't be told from them.
  const told = tellable(models.filter(({ kind }) => kind !== 'protobuf'));
  return [
    ...overviews(
      told,
      models.filter((model) => model.isTable && isOfFramework(model)),
    ),
    ...centre(told, models),
    ...personalData(told),
  ];
}
