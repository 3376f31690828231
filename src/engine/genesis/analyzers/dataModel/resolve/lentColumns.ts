import type { DataModelFacts, ModelFact } from '../modelFact';

type FactsOfFiles = readonly (readonly [string, DataModelFacts])[];

/** Steps of a schema that make tables in a way of the program: what that way gives to each of them stands in a file of its own. */
export function withLentColumns(files: FactsOfFiles): FactsOfFiles {
  const ways = new Map<string, ModelFact>();
  for (const [, { models = [] }] of files)
    for (const model of models)
      if (model.kind === 'fluent-migrator' && !ways.has(model.name)) ways.set(model.name, model);
  if (ways.size === 0) return files;
  const whole = (model: ModelFact): ModelFact => {
    const own = new Set(model.fields.map(({ name }) => name));
    const lent = (model.bases ?? []).flatMap((name) => ways.get(name)?.fields ?? []);
    return { ...model, fields: [...lent.filter(({ name }) => !own.has(name)), ...model.fields] };
  };
  return files.map(([path, facts]) =>
    facts.steps?.some((step) => step.op === 'create' && step.model.kind === 'fluent-migrator') === true
      ? [
          path,
          {
            ...facts,
            steps: facts.steps.map((step) => (step.op === 'create' ? { ...step, model: whole(step.model) } : step)),
          },
        ]
      : [path, facts],
  );
}
