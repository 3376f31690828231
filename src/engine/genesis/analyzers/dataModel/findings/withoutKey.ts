import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { at, type ToldModel, titleOf } from './toldModel';

/** Stores of columns sort their rows and have no keys. */
const columnar = /clickhouse|bigquery|redshift|snowflake|timescale|duckdb/i;

/** SQL tables without a key, except those that only join two others or hold one row of settings. */
export function withoutKey(models: readonly ToldModel[]): FindingDraft[] {
  const all = models.filter((model) => model.kind === 'sql');
  // Where classes or another history tell some of the tables, only the rest would be counted.
  if (all.length < models.length || all.some((model) => columnar.test(model.file))) return [];
  // What a program puts together as it runs may add a key that its text does not show.
  if (all.some((model) => !/\.(?:sql|ddl|psql|pgsql|mysql)$/i.test(model.file))) return [];
  const keyless = all.filter(
    (model) => model.fields.length >= 3 && !model.hasKey && (model.relations?.length ?? 0) < 2,
  );
  if (keyless.length === 0 || keyless.length > all.length / 2) return [];
  const names = keyless.map((model) => model.name);
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/no-primary-key',
      title: titleOf(
        `${keyless.length} of ${all.length} SQL tables ${keyless.length === 1 ? 'declares' : 'declare'} no primary key`,
        names,
        5,
      ),
      content: `${names
        .map((name) => markdownCode(name, 80))
        .slice(0, 30)
        .join(
          ', ',
        )}: no unique index stands in for the key either, so that rows can't be told apart or changed one by one. A key that a tool adds is not seen.`,
      importance: 2,
      confidence: 0.85,
      tags: ['data-model', 'sql', 'keys'],
      evidence: keyless.slice(0, 20).map(at),
    },
  ];
}
