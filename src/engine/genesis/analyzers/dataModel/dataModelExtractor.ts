import { mayHold } from '../../../../base/wordFilter';
import type { Extractor } from '../../extractor';
import type { DataModelFacts, ModelFact, ModelSource, SchemaStep } from './modelFact';
import { modelSources } from './sources';
import { withPlaces } from './syntax/writtenPlaces';

/** Models of tests, examples and documents are not the product's. */
const productive = new Set(['source', 'migration', 'config']);

const forTests =
  /(?:^|\/)(?:(?:tests?|it)[-_](?:\w{1,40}[-_])?(?:resources?|data|fixtures?|files|assets|migrations?|schemas?)\/|codeception\/|[\w.-]{0,60}[-_]fixtures?\.\w{1,5}$)/i;

const mayTell = ({ words, keyword }: ModelSource, text: string): boolean =>
  words?.some((word) => mayHold(text, word)) !== false && keyword.test(text);

/** What all sources find in one file. */
export const dataModelExtractor: Extractor<DataModelFacts> = {
  id: 'dataModel',
  version: 79,
  wants: (file) =>
    productive.has(file.role) && !forTests.test(file.path) && modelSources.some((source) => source.wants(file)),
  extract(file) {
    const models: ModelFact[] = [];
    const steps: SchemaStep[] = [];
    const named: NonNullable<DataModelFacts['named']>[number][] = [];
    const related: NonNullable<DataModelFacts['related']>[number][] = [];
    const includes: NonNullable<DataModelFacts['includes']>[number][] = [];
    const prefixes: NonNullable<DataModelFacts['prefixes']>[number][] = [];
    for (const source of modelSources) {
      if (!source.wants(file) || !mayTell(source, file.text)) continue;
      const found = source.extract(file);
      models.push(...(found.models ?? []));
      steps.push(...(found.steps ?? []));
      named.push(...(found.named ?? []));
      related.push(...(found.related ?? []));
      includes.push(...(found.includes ?? []));
      prefixes.push(...(found.prefixes ?? []));
    }
    if ([models, steps, named, related, includes, prefixes].every(({ length }) => length === 0)) return undefined;
    const facts: DataModelFacts = {
      ...(models.length > 0 ? { models } : {}),
      ...(steps.length > 0 ? { steps } : {}),
      ...(named.length > 0 ? { named } : {}),
      ...(related.length > 0 ? { related } : {}),
      ...(includes.length > 0 ? { includes } : {}),
      ...(prefixes.length > 0 ? { prefixes } : {}),
    };
    return withPlaces(facts, file.text);
  },
};
