import type { PlacedModel } from './foldSchema';

/** `event_log_y2024m08`, `events_2024_08`, `metrics_p3`, `orders_default`: what databases call parts of a table by. */
const partOf = /^(\w{1,100}?)_(?:y?\d{4}(?:_?[mqw]?\d{1,2}){0,3}|p(?:art)?_?\d{1,4}|\d{1,3}|default)$/i;

const columnsOf = ({ fields }: PlacedModel): string =>
  fields
    .map(({ name }) => name.toLowerCase())
    .toSorted()
    .join(' ');

/** A schema that is read from a database lists the partitions of a table beside it, each with its very columns: one table. */
export function withoutPartitions(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const keyOf = ({ kind }: PlacedModel, table: string): string => `${kind} ${table.toLowerCase()}`;
  const whole = new Map(models.map((model) => [keyOf(model, model.table ?? model.name), columnsOf(model)]));
  return models.filter((model) => {
    const base = partOf.exec(model.table ?? model.name)?.[1];
    return base === undefined || model.fields.length === 0 || whole.get(keyOf(model, base)) !== columnsOf(model);
  });
}
