import { isNamedPersonal } from '../findings/personalNames';
import type { DataModelFacts, ModelFact, SchemaStep, WrittenField, WrittenRelation } from '../modelFact';

const comment = /^\s{0,200}(?:\/\/|\/\*|\*|#(?!\[)|--|<!--|""")/;
/** Lines that name a column without declaring it. */
const mentions = /\b(?:index(?:es)?|unique_together|__table_args__|fillable|hidden|casts|ordering|[A-Z]+_FIELDS?)\b/i;

/** Lines of each of the names where it stands as a word that may declare it, in the order of the text. */
function linesOf(text: string, names: ReadonlySet<string>): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (comment.test(line)) continue;
    for (const { 0: word, index: at } of line.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
      if (!names.has(word)) continue;
      // A member of something else, or the parameter of a function.
      const isOther = /[.>]/.test(line[at - 1] ?? '') || /^(?:\.|\s{0,9}=>)/.test(line.slice(at + word.length));
      if (isOther || mentions.test(line)) continue;
      const lines = found.get(word) ?? [];
      if (lines.at(-1) !== index + 1) lines.push(index + 1);
      found.set(word, lines);
    }
  }
  return found;
}

/** The first number that is not below `from`; `numbers` are in order. */
function firstFrom(numbers: readonly number[], from: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** Relations that a finding may cite: those of the side that holds the key. */
const holdsKey = ({ kind, field, line }: WrittenRelation): boolean =>
  line === undefined && field !== '' && (kind === 'many-to-one' || kind === 'one-to-one');
const firstOf = (field: string): string => field.split(', ')[0] ?? field;
const isWanted = ({ name, line }: WrittenField): boolean => line === undefined && isNamedPersonal(name);

function namesOfModel({ fields, relations }: ModelFact): string[] {
  return [
    ...fields.filter(isWanted).map(({ name }) => name),
    ...relations.filter(holdsKey).map(({ field }) => firstOf(field)),
  ];
}

function namesOfStep(step: SchemaStep): string[] {
  if (step.op === 'create') return namesOfModel(step.model);
  if (step.op === 'rename-field') return isNamedPersonal(step.to) ? [step.to, step.table] : [];
  return step.op === 'add' && isWanted(step.field) ? [step.field.name, step.table] : [];
}

/**
 * Facts with the lines of what findings cite: fields named like personal data, and references. It is looked for by name
 * within what declares it, so that this holds for every way of declaring; all else goes without a line to keep facts small.
 */
export function withPlaces(facts: DataModelFacts, text: string): DataModelFacts {
  const { models = [], steps = [] } = facts;
  const names = new Set([...models.flatMap(namesOfModel), ...steps.flatMap(namesOfStep)]);
  if (names.size === 0) return facts;
  const lines = linesOf(text, names);
  const lineOf = (name: string, from: number, to = Number.POSITIVE_INFINITY): number | undefined => {
    const line = firstFrom(lines.get(name) ?? [], from);
    return line === undefined || line > to ? undefined : line;
  };
  const at = (line: number | undefined): { line?: number } => (line === undefined ? {} : { line });
  const ofModel = (model: ModelFact): ModelFact =>
    namesOfModel(model).length === 0
      ? model
      : {
          ...model,
          fields: model.fields.map((field) =>
            isWanted(field) ? { ...field, ...at(lineOf(field.name, model.line, model.endLine)) } : field,
          ),
          relations: model.relations.map((one) =>
            holdsKey(one) ? { ...one, ...at(lineOf(firstOf(one.field), model.line, model.endLine)) } : one,
          ),
        };
  const inStep = (name: string, table: string): { line?: number } => at(lineOf(name, lineOf(table, 1) ?? 1));
  const ofStep = (step: SchemaStep): SchemaStep => {
    if (step.op === 'create') return { ...step, model: ofModel(step.model) };
    if (namesOfStep(step).length === 0) return step;
    if (step.op === 'rename-field') return { ...step, ...inStep(step.to, step.table) };
    return step.op === 'add' ? { ...step, field: { ...step.field, ...inStep(step.field.name, step.table) } } : step;
  };
  return {
    ...facts,
    ...(models.length > 0 ? { models: models.map(ofModel) } : {}),
    ...(steps.length > 0 ? { steps: steps.map(ofStep) } : {}),
  };
}
