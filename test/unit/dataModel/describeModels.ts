import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import type { DataModel } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

function describeModel(model: DataModel): string {
  const fields = model.fields.map(
    (field) => `${field.name}:${field.type}${field.optional ? '?' : ''}${field.key ? ` ${field.key}` : ''}`,
  );
  const relations = (model.relations ?? []).map((relation) => ` ${relation.field}>${relation.to}`);
  return `${model.kind} ${model.name}${model.table ? ` [${model.table}]` : ''} (${fields.join(', ')})${relations.join('')}`;
}

/** The models of a project, one line each; every place that is told has a text. */
export async function modelsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory, problems } = await analyzeSources([dataModelAnalyzer], files);
  assert.deepEqual(problems, []);
  for (const model of inventory.models)
    assert.ok(files[model.file]?.split('\n')[model.line - 1]?.trim(), `${model.file}:${model.line}`);
  return inventory.models.map(describeModel);
}
