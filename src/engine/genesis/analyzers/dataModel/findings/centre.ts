import type { Evidence } from '../../../../../shared/genesis';
import type { DataModel, DataRelation } from '../../../../../shared/inventory';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { words } from './kinds';
import { at, onceEach, type ToldModel, titleOfSome } from './toldModel';

/** Ways of declaring whose `many-to-one` is written as such, and not guessed from a type. */
const explicit: ReadonlySet<string> = new Set([
  'active-record',
  'eloquent',
  'ecto',
  'jpa',
  'hibernate',
  'doctrine',
  'typeorm',
  'mikro-orm',
  'django',
  'ent',
  'fluent',
  'mongoose',
  'beanie',
  'mongoengine',
  'tortoise',
  'peewee',
  'sequelize',
  'objection',
  'prisma',
  'sql',
  'liquibase',
  'knex',
  'kysely',
  'drizzle',
  'exposed',
  'diesel',
  'sea-orm',
]);

/** The side whose column is the key of the other; a table that ties two together has both in a key of its own. */
const holdsKey = (other: DataModel, { field, kind }: DataRelation): boolean =>
  (kind === 'many-to-one' || kind === 'one-to-one') &&
  other.fields.some((own) => own.name === field && (own.key === 'foreign' || own.key === 'primary'));

const isExplicit = (other: DataModel, { kind }: DataRelation): boolean =>
  kind === 'many-to-one' && explicit.has(other.kind);

const isReference = (model: DataModel, other: DataModel, relation: DataRelation): boolean =>
  relation.to === model.name && (holdsKey(other, relation) || isExplicit(other, relation));

/** Entities that hold the reference themselves; the other side of a relation is no reference. */
export function referringTo<Model extends DataModel>(model: DataModel, models: readonly Model[]): Model[] {
  return models.filter(
    (other) => other !== model && (other.relations ?? []).some((relation) => isReference(model, other, relation)),
  );
}

/** Where the reference stands, else its entity. */
function referenceAt(model: ToldModel, other: ToldModel): Evidence {
  const found = (other.relations ?? []).find((relation) => isReference(model, other, relation));
  const end = found?.line === undefined || found.endLine === undefined ? {} : { endLine: found.endLine };
  return at({ file: found?.file ?? other.file, line: found?.line ?? other.line, ...end });
}

/** Here a statement elsewhere ties models together and names both; a base or a concern does not name who has it. */
const tiedByName: ReadonlySet<string> = new Set(['drizzle', 'sequelize', 'diesel']);

/** The references; what a base or a concern lends is cited with each that has it. */
function referencesAt(model: ToldModel, others: readonly ToldModel[]): Evidence[] {
  return others.flatMap((other) => {
    const place = referenceAt(model, other);
    const isOwn = [other.file, other.columnsAt?.file].includes(place.path);
    return isOwn || other.isTable || tiedByName.has(other.kind) ? [place] : [place, at(other)];
  });
}

/** As many as are named, each with its line. */
const maxNamed = 40;

/** The entity that most others point at, where one stands out. */
export function centre(models: readonly ToldModel[], all: readonly DataModel[] = models): FindingDraft[] {
  const ranked = models
    .map((model) => ({ model, others: referringTo(model, models) }))
    .sort((a, b) => b.others.length - a.others.length);
  const [first, second] = ranked;
  // Where few refer to it, it is one among others.
  if (
    !first ||
    first.others.length < Math.max(4, models.length * 0.15) ||
    (second && first.others.length < second.others.length + 2)
  )
    return [];
  // Two things of one name can't be told apart by what points at the name.
  if (all.filter((model) => model.name === first.model.name).length > 1) return [];
  const others = first.others.slice(0, maxNamed);
  const names = others.map((other) => other.name);
  const [kind] = new Set(models.map((model) => model.kind));
  const isOne = models.every((model) => model.kind === kind);
  const things = models.every(({ isTable }) => isTable) ? 'tables' : (isOne && words[kind ?? '']?.[1]) || 'entities';
  const centreName = markdownCode(first.model.name, 80);
  const more = first.others.length > others.length ? ' and others' : '';
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/centre',
      title: titleOfSome(`${first.model.name} is referred to by`, names),
      content: `${names.map((name) => markdownCode(name, 80)).join(', ')}${more} hold a reference to ${centreName}: no other of the ${things} found is referred to by as many. A change of its key or its life cycle reaches them.`,
      importance: 3,
      confidence: 0.95,
      tags: ['data-model', 'relations'],
      evidence: onceEach([...referencesAt(first.model, others), at(first.model)]),
    },
  ];
}
