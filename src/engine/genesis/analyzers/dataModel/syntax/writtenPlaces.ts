import { isNamedPersonal } from '../findings/personalNames';
import type { DataModelFacts, ModelFact, SchemaStep, WrittenField, WrittenRelation } from '../modelFact';
import { firstCommon, firstFrom, firstNear, linesOf } from './wordLines';

/** Relations that a finding may cite: those of the side that holds the key. */
const holdsKey = ({ kind, field, line }: WrittenRelation): boolean =>
  line === undefined && field !== '' && (kind === 'many-to-one' || kind === 'one-to-one');
const firstOf = (field: string): string => field.split(', ')[0] ?? field;
const isWanted = ({ name, line }: WrittenField, owner: string): boolean =>
  line === undefined && isNamedPersonal(name, owner);

function namesOfModel({ name: owner, fields, relations }: ModelFact): string[] {
  return [
    ...fields.filter((field) => isWanted(field, owner)).map(({ name }) => name),
    ...relations.filter(holdsKey).flatMap(({ field, to }) => [firstOf(field), to]),
  ];
}

function namesOfStep(step: SchemaStep): string[] {
  if (step.op === 'create') return namesOfModel(step.model);
  if (step.op === 'rename-field') return isNamedPersonal(step.to, step.table) ? [step.to, step.table] : [];
  if (step.op !== 'add' && step.op !== 'constrain') return [];
  const { relation, table } = step;
  return [
    ...(step.op === 'add' && isWanted(step.field, step.table) ? [step.field.name, table] : []),
    ...(relation !== undefined && holdsKey(relation) ? [firstOf(relation.field), relation.to, table] : []),
  ];
}

/** Lines of a statement that adds a reference to a table. */
const longestStatement = 6;
const mostMentions = 200;

/**
 * Facts with the lines of what findings cite: fields named like personal data, and references. It is looked for by name
 * within what declares it, so that this holds for every way of declaring; all else goes without a line to keep facts small.
 */
export function withPlaces(facts: DataModelFacts, text: string): DataModelFacts {
  const { models = [], steps = [] } = facts;
  const names = new Set([...models.flatMap(namesOfModel), ...steps.flatMap(namesOfStep)]);
  if (names.size === 0) return facts;
  const lines = linesOf(text, names);
  const allOf = (name: string): readonly number[] => lines.get(name)?.all ?? [];
  const lineOf = (name: string, from: number, to = Number.POSITIVE_INFINITY): { line?: number } => {
    const found = [firstFrom(lines.get(name)?.alone ?? [], from), firstFrom(allOf(name), from)];
    const line = found.find((one) => one !== undefined && one <= to);
    return line === undefined ? {} : { line };
  };
  // A line that names the target as well tells of the relation.
  const placed = (relation: WrittenRelation, from: number, to: number): WrittenRelation => {
    if (!holdsKey(relation)) return relation;
    const field = firstOf(relation.field);
    const line = firstCommon(allOf(field), allOf(relation.to), from, to);
    if (line !== undefined) return { ...relation, line };
    const pair = firstNear(allOf(field), allOf(relation.to), [from, to], longestStatement);
    return { ...relation, ...(pair === undefined ? lineOf(field, from, to) : { line: pair[0], endLine: pair[1] }) };
  };
  // A statement that names a table, its column and the target within a few lines.
  const placedInStep = (relation: WrittenRelation, table: string): WrittenRelation => {
    if (!holdsKey(relation)) return relation;
    const [fields, targets] = [allOf(firstOf(relation.field)), allOf(relation.to)];
    const starts = allOf(table).slice(0, mostMentions);
    for (const [index, start] of starts.entries()) {
      const field = firstFrom(fields, start) ?? Number.POSITIVE_INFINITY;
      const target = firstFrom(targets, field) ?? Number.POSITIVE_INFINITY;
      // Before the table is named for the last time the statement has not begun.
      if (target - start > longestStatement || (starts[index + 1] ?? Number.POSITIVE_INFINITY) <= field) continue;
      return { ...relation, line: start, ...(target === start ? {} : { endLine: target }) };
    }
    return { ...relation, ...lineOf(firstOf(relation.field), lineOf(table, 1).line ?? 1) };
  };
  const ofModel = (model: ModelFact): ModelFact =>
    namesOfModel(model).length === 0
      ? model
      : {
          ...model,
          fields: model.fields.map((field) =>
            isWanted(field, model.name) ? { ...field, ...lineOf(field.name, model.line, model.endLine) } : field,
          ),
          relations: model.relations.map((one) => placed(one, model.line, model.endLine)),
        };
  const ofStep = (step: SchemaStep): SchemaStep => {
    if (step.op === 'create') return { ...step, model: ofModel(step.model) };
    if (namesOfStep(step).length === 0) return step;
    const table = lineOf(step.table, 1).line ?? 1;
    if (step.op === 'rename-field') return { ...step, ...lineOf(step.to, table) };
    if (step.op !== 'add' && step.op !== 'constrain') return step;
    const related = step.relation === undefined ? {} : { relation: placedInStep(step.relation, step.table) };
    return step.op === 'add' && isWanted(step.field, step.table)
      ? { ...step, field: { ...step.field, ...lineOf(step.field.name, table) }, ...related }
      : { ...step, ...related };
  };
  return {
    ...facts,
    ...(models.length > 0 ? { models: models.map(ofModel) } : {}),
    ...(steps.length > 0 ? { steps: steps.map(ofStep) } : {}),
  };
}
