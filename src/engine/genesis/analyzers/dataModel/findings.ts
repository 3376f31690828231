import type { DataModel } from '../../../../shared/inventory';
import { markdownCode, markdownText } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { shortTitle } from '../dependencies/findings/lists';

/** What people call the makers of models. */
const kindNames: Readonly<Record<string, string>> = {
  prisma: 'Prisma',
  jpa: 'JPA',
  'spring-data': 'Spring Data',
  django: 'Django',
  sqlalchemy: 'SQLAlchemy',
  sqlmodel: 'SQLModel',
  tortoise: 'Tortoise ORM',
  peewee: 'Peewee',
  mongoengine: 'MongoEngine',
  fluent: 'Fluent',
  ent: 'ent',
  objection: 'Objection',
  'mybatis-plus': 'MyBatis-Plus',
  liquibase: 'Liquibase',
  hibernate: 'Hibernate',
  typegoose: 'Typegoose',
  typeorm: 'TypeORM',
  'mikro-orm': 'MikroORM',
  sequelize: 'Sequelize',
  mongoose: 'Mongoose',
  mongodb: 'MongoDB',
  drizzle: 'Drizzle',
  'active-record': 'Active Record',
  eloquent: 'Eloquent',
  doctrine: 'Doctrine',
  'ef-core': 'Entity Framework Core',
  gorm: 'GORM',
  bun: 'Bun',
  diesel: 'Diesel',
  'sea-orm': 'SeaORM',
  knex: 'Knex',
  sql: 'SQL',
  ecto: 'Ecto',
  exposed: 'Exposed',
  room: 'Room',
  graphql: 'GraphQL',
  protobuf: 'Protocol Buffers',
};

/** What a kind calls its entities, where that is another word. */
const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  sql: ['table', 'tables'],
  knex: ['table', 'tables'],
  liquibase: ['table', 'tables'],
  mongodb: ['collection', 'collections'],
  exposed: ['table', 'tables'],
  graphql: ['type', 'types'],
  protobuf: ['message', 'messages'],
};

const at = (model: DataModel): { path: string; startLine: number; endLine: number } => ({
  path: model.file,
  startLine: model.line,
  endLine: model.line,
});
const list = (names: readonly string[], max: number): string =>
  names.slice(0, max).join(', ') + (names.length > max ? ` and ${names.length - max} more` : '');

function describe(model: DataModel): string {
  const fields = model.fields
    .slice(0, 12)
    .map((field) => markdownText(field.name, 60) + (field.key === 'primary' ? ' (key)' : ''));
  const more = model.fields.length > 12 ? ` … ${model.fields.length} in all` : '';
  const relations = (model.relations ?? [])
    .slice(0, 8)
    .map((relation) => `${markdownText(relation.field, 60)} → ${markdownText(relation.to, 60)}`);
  const related = relations.length > 0 ? `; ${relations.join(', ')}` : '';
  return `- ${markdownCode(model.name, 80)}: ${fields.join(', ') || 'no fields seen'}${more}${related}`;
}

/** One finding for each way that entities are declared: how many, which, where. */
function overviews(models: readonly DataModel[]): FindingDraft[] {
  const kinds = [...new Set(models.map((model) => model.kind))];
  return kinds.map((kind): FindingDraft => {
    const own = models.filter((model) => model.kind === kind);
    const [one, many] = words[kind] ?? ['entity', 'entities'];
    const word = own.length === 1 ? one : many;
    const name = kindNames[kind] ?? kind;
    // The most connected first: they are what a reader looks for.
    const ranked = own.toSorted((a, b) => weight(b, models) - weight(a, models));
    return {
      layer: 'dataModel',
      rule: 'data-model/entities',
      key: kind,
      title: shortTitle(
        `${own.length} ${name} ${word}: ${list(
          ranked.map((model) => model.name),
          6,
        )}`,
      ),
      content: `${own.length} ${word} ${own.length === 1 ? 'is' : 'are'} declared with ${name}.\n\n${ranked.slice(0, 40).map(describe).join('\n')}${own.length > 40 ? `\n\n… and ${own.length - 40} more in the inventory.` : ''}`,
      importance: own.length >= 3 ? 4 : 3,
      confidence: 0.97,
      tags: ['data-model', kind],
      evidence: ranked.slice(0, 20).map(at),
    };
  });
}

const weight = (model: DataModel, models: readonly DataModel[]): number =>
  (model.relations?.length ?? 0) * 2 + pointingAt(model, models).length * 3 + Math.min(model.fields.length, 10) / 10;

function pointingAt(model: DataModel, models: readonly DataModel[]): DataModel[] {
  return models.filter((other) => other !== model && (other.relations ?? []).some(({ to }) => to === model.name));
}

/** The entity that most others point at, where one stands out. */
function centre(models: readonly DataModel[]): FindingDraft[] {
  const ranked = models
    .map((model) => ({ model, others: pointingAt(model, models) }))
    .sort((a, b) => b.others.length - a.others.length);
  const [first, second] = ranked;
  if (!first || first.others.length < 4 || (second && first.others.length < second.others.length + 2)) return [];
  const names = first.others.map((other) => other.name);
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/centre',
      title: shortTitle(`${first.model.name} is the centre of the data model: ${names.length} entities refer to it`),
      content: `${list(
        names.map((name) => markdownCode(name, 80)),
        20,
      )} refer to ${markdownCode(first.model.name, 80)}. A change of its key or its life cycle reaches all of them.`,
      importance: 3,
      confidence: 0.95,
      tags: ['data-model', 'relations'],
      evidence: [first.model, ...first.others].slice(0, 12).map(at),
    },
  ];
}

/** SQL tables without a key, except those that only join two others or hold one row of settings. */
function withoutKey(models: readonly DataModel[]): FindingDraft[] {
  const keyless = models.filter(
    (model) =>
      model.kind === 'sql' &&
      model.fields.length >= 3 &&
      !model.fields.some((field) => field.key === 'primary' || field.key === 'unique') &&
      (model.relations?.length ?? 0) < 2,
  );
  const all = models.filter((model) => model.kind === 'sql');
  if (keyless.length === 0 || keyless.length > all.length / 2) return [];
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/no-primary-key',
      title: shortTitle(
        `${keyless.length} of ${all.length} SQL tables declare no primary key: ${list(
          keyless.map((model) => model.name),
          5,
        )}`,
      ),
      content: `${keyless
        .map((model) => markdownCode(model.name, 80))
        .slice(0, 30)
        .join(
          ', ',
        )}: where no unique index stands in for the key, rows can't be told apart or changed one by one. A key that a tool or a later script adds is not seen.`,
      importance: 2,
      confidence: 0.85,
      tags: ['data-model', 'sql', 'keys'],
      evidence: keyless.slice(0, 20).map(at),
    },
  ];
}

/** Field names that hold personal data in any product, as whole words. */
const personal: readonly { readonly label: string; readonly pattern: RegExp }[] = [
  { label: 'e-mail addresses', pattern: /^(?:\w+_)?e?mail(?:_?address)?$|Email$/i },
  { label: 'phone numbers', pattern: /^(?:\w+_)?(?:phone|telephone|mobile|cell)(?:_?(?:number|no))?$/i },
  { label: 'dates of birth', pattern: /^(?:birth_?(?:date|day)|date_?of_?birth|dob)$/i },
  { label: 'postal addresses', pattern: /^(?:street|street_?address|address_?(?:line)?_?1|postal_?code|zip_?code)$/i },
  {
    label: 'national identity numbers',
    pattern: /^(?:ssn|social_?security(?:_?number)?|passport(?:_?number)?|national_?id|tax_?id)$/i,
  },
  { label: 'payment card data', pattern: /^(?:card_?number|credit_?card(?:_?number)?|cvv|cvc|iban)$/i },
  {
    label: 'IP addresses',
    pattern: /^(?:ip|ip_?address|last_?(?:sign_?in|login)_?ip|current_sign_in_ip|remote_?addr)$/i,
  },
];
export const personalExamples = [
  'email',
  'phone_number',
  'date_of_birth',
  'postal_code',
  'ssn',
  'card_number',
  'ip_address',
];
export const personalFields = personal;

function personalData(models: readonly DataModel[]): FindingDraft[] {
  const held = personal.flatMap(({ label, pattern }) => {
    const places = models.flatMap((model) =>
      model.fields.filter((field) => pattern.test(field.name)).map((field) => ({ model, field: field.name })),
    );
    return places.length > 0 ? [{ label, places }] : [];
  });
  if (held.length === 0) return [];
  const owners = [...new Set(held.flatMap(({ places }) => places.map(({ model }) => model)))];
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/personal-data',
      title: shortTitle(
        `Fields for personal data (${list(
          held.map(({ label }) => label),
          4,
        )}) in ${list([...new Set(owners.map((model) => model.name))], 3)}`,
      ),
      content: held
        .map(
          ({ label, places }) =>
            `- ${label}: ${list(
              places.map(({ model, field }) => markdownCode(`${model.name}.${field}`, 120)),
              12,
            )}`,
        )
        .join('\n'),
      importance: 3,
      confidence: 0.9,
      tags: ['data-model', 'privacy'],
      evidence: owners.slice(0, 12).map(at),
    },
  ];
}

export function dataModelFindings(models: readonly DataModel[]): FindingDraft[] {
  return [...overviews(models), ...centre(models), ...personalData(models), ...withoutKey(models)];
}
