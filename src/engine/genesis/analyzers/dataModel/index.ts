import type { DataModel } from '../../../../shared/inventory';
import type { Analyzer } from '../../scanModel';
import { dataModelExtractor } from './dataModelExtractor';
import { dataModelFindings } from './findings/dataModelFindings';
import type { PlacedModel } from './foldSchema';
import { resolveModels } from './resolveModels';

/** Here a relation's target is read from a name or a type, which may as well be of something that is no entity. */
const guessed: ReadonlySet<string> = new Set(['prisma', 'ef-core', 'gorm']);

/** Relations name what they point at as the code does, by class or by table; here both lead to the model's name. */
function withNamedRelations(models: readonly PlacedModel[]): DataModel[] {
  const names = new Map<string, string>();
  for (const model of models) if (model.table) names.set(model.table.toLowerCase(), model.name);
  for (const model of models) names.set(model.name.toLowerCase(), model.name);
  const leads = (kind: string, to: string): boolean => !guessed.has(kind) || names.has(to.toLowerCase());
  return models.map(({ name, kind, fields, relations, table, file, line }) => ({
    name,
    kind,
    fields,
    relations: relations
      .filter(({ to }) => leads(kind, to))
      .map((relation) => ({ ...relation, to: names.get(relation.to.toLowerCase()) ?? relation.to })),
    ...(table ? { table } : {}),
    file,
    line,
  }));
}

/** Entities and tables of all frameworks, each once, with fields, keys and relations. */
export const dataModelAnalyzer: Analyzer = {
  id: 'dataModel',
  extractors: [dataModelExtractor],
  synthesizers: [
    {
      id: 'dataModel',
      run(model, report) {
        const files = [...model.factsOf(dataModelExtractor)].map(([file, facts]) => [file.path, facts] as const);
        const models = resolveModels(files, model.imports);
        const inventory = withNamedRelations(models);
        model.inventory.models.push(...inventory);
        const told = inventory.map((one, index) => ({
          ...one,
          isTable: models[index]?.isTable === true,
          isBeside: models[index]?.isBeside === true,
        }));
        for (const finding of dataModelFindings(told)) report.finding(finding);
      },
    },
  ],
};
