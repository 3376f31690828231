import type { DataField, DataModel, DataRelation } from '../../../../shared/inventory';
import type { ImportGraph } from '../../facts/importGraph';
import type { Analyzer } from '../../scanModel';
import { dataModelExtractor } from './dataModelExtractor';
import { dataModelFindings } from './findings/dataModelFindings';
import type { WrittenField, WrittenRelation } from './modelFact';
import { withNamesakesApart } from './resolve/namesakes';
import { namesInModules } from './resolve/namesInModules';
import { resolveModels } from './resolve/resolveModels';
import type { PlacedModel } from './schema/foldSchema';
import { dotnetKinds } from './sources/dotnetMappers';

/** Here a relation's target is read from a name or a type, which may as well be of something that is no entity. */
const guessedKinds: ReadonlySet<string> = new Set(['prisma', 'gorm', ...dotnetKinds]);
/** Here it is a type alone that tells the target. */
const typedKinds = dotnetKinds;

/** Relations name what they point at as the code does, by class or by table; here both lead to the model's name. */
function withNamedRelations(models: readonly PlacedModel[], imports: ImportGraph): NamedRelations[] {
  const names = new Map<string, string>();
  // Of two that go by one name it is not known which is meant.
  const called = models.flatMap(({ aliases = [] }) => aliases.map((alias) => alias.toLowerCase()));
  for (const { aliases = [], name } of models)
    for (const alias of aliases.map((one) => one.toLowerCase()))
      if (called.indexOf(alias) === called.lastIndexOf(alias)) names.set(alias, name);
  // A type is of a class, whatever tables are called.
  const classes = new Map(models.map(({ name }) => [name.toLowerCase(), name]));
  const namesFor = (kind: string): ReadonlyMap<string, string> => (typedKinds.has(kind) ? classes : names);
  for (const model of models) if (model.table) names.set(model.table.toLowerCase(), model.name);
  for (const model of models) names.set(model.name.toLowerCase(), model.name);
  const places = new Set(models.map(({ file, name }) => `${file}#${name}`));
  // A file may import a class under a name of its own.
  const imported = (file: string, to: string): string | undefined => {
    const origin = names.has(to.toLowerCase()) ? undefined : imports.originOf(file, to);
    const [only, ...others] = origin === undefined ? [] : models.filter((model) => model.file === origin.path);
    // What a file gives away without a name goes by the importer's.
    if (origin?.name === 'default' && only !== undefined && others.length === 0) return only.name;
    return origin !== undefined && places.has(`${origin.path}#${origin.name}`) ? origin.name : undefined;
  };
  // A name that the file takes from a package means the package's class, whatever the project calls so.
  const isForeign = (file: string, kind: string, to: string): boolean =>
    kind === 'django' &&
    imports
      .importsOf(file)
      .some(
        ({ fact, files, external }) =>
          external !== undefined && files.length === 0 && fact.bindings.some(({ local }) => local === to),
      );
  const user = userModel(models);
  const inModules = namesInModules(models);
  return models.map(({ name, kind, fields, relations, table, file, line, guessed = [] }, at) => ({
    name,
    kind,
    fields: onceEach(fields, (field: WrittenField) => field.name),
    relations: onceEach(
      relations
        .map((relation) => ({ ...relation, to: inModules(at, relation.to) }))
        .map((relation) => {
          if (relation.to === 'self') return { ...relation, to: name };
          return kind === 'django' && asksForUser.test(relation.to) && !names.has(relation.to.toLowerCase())
            ? { ...relation, to: user }
            : relation;
        })
        // What no name could be read of leads nowhere.
        .filter(({ field, to }) => {
          const isGuessed = guessedKinds.has(kind) || guessed.includes(field);
          return (
            !(names.has(to.toLowerCase()) && isForeign(file, kind, to)) &&
            /^[\p{L}_]/u.test(to) &&
            (!isGuessed || namesFor(kind).has(to.toLowerCase()))
          );
        })
        .map((relation) => ({
          ...relation,
          to:
            namesFor(kind).get(relation.to.toLowerCase()) ??
            imported(file, relation.to) ??
            behindInterface(kind, relation.to, names) ??
            (kind === 'ecto' ? lastOf(relation.to, names) : relation.to),
        })),
      ({ field, to }: WrittenRelation) => `${field} ${to}`,
    ),
    ...(table ? { table } : {}),
    file,
    line,
  }));
}

/** A schema whose module could not be made out whole goes by its last name. */
function lastOf(module: string, names: ReadonlyMap<string, string>): string {
  const last = module.slice(module.lastIndexOf('.') + 1);
  return names.get(last.toLowerCase()) ?? last;
}

/** Doctrine's relations may lead to an interface, for which the entity of its name stands. */
const behindInterface = (kind: string, to: string, names: ReadonlyMap<string, string>): string | undefined =>
  kind === 'doctrine' && to.endsWith('Interface') ? names.get(to.slice(0, -9).toLowerCase()) : undefined;

/** How code of Django names the model of users, whichever the settings say it is. */
const asksForUser = /^(?:AUTH_USER_MODEL|get_user_model\(\)|User(?:Model)?)$/;

/** The project's own model of users, else that of Django. */
function userModel(models: readonly PlacedModel[]): string {
  const own = models.filter(
    ({ kind, bases = [] }) => kind === 'django' && bases.some((base) => /^Abstract(?:Base)?User$/.test(base)),
  );
  const [only] = own;
  return only !== undefined && own.length === 1 ? only.name : 'User';
}

/** A column that is made in two ways, one for each kind of database, is one column. */
function onceEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

const columnsOf = (model: PlacedModel | undefined): Pick<PlacedModel, 'columnsAt'> =>
  model?.columnsAt === undefined ? {} : { columnsAt: model.columnsAt };

const broughtOf = (model: PlacedModel | undefined): Pick<PlacedModel, 'broughtBy'> =>
  model?.broughtBy === undefined ? {} : { broughtBy: model.broughtBy };

const embeddedOf = (model: PlacedModel | undefined): Pick<PlacedModel, 'embedded'> =>
  model?.embedded === undefined ? {} : { embedded: model.embedded };

interface NamedRelations extends DataModel {
  readonly fields: readonly WrittenField[];
  readonly relations: readonly WrittenRelation[];
}

function withoutPlace({ line, file, lentBy, ...field }: WrittenField): DataField {
  return field;
}

/** The inventory tells what there is and what is related; where that stands only the findings cite. */
const withoutPlaces = (model: NamedRelations): DataModel => ({
  ...model,
  fields: model.fields.map((field) => (field.line === undefined ? field : withoutPlace(field))),
  relations: model.relations.map(({ field, to, kind }): DataRelation => ({ field, to, kind })),
});

/** Entities and tables of all frameworks, each once, with fields, keys and relations. */
export const dataModelAnalyzer: Analyzer = {
  id: 'dataModel',
  extractors: [dataModelExtractor],
  synthesizers: [
    {
      id: 'dataModel',
      run(model, report) {
        const files = [...model.factsOf(dataModelExtractor)].map(([file, facts]) => [file.path, facts] as const);
        const models = withNamesakesApart(resolveModels(files, model.imports));
        const inventory = withNamedRelations(models, model.imports);
        model.inventory.models.push(...inventory.map(withoutPlaces));
        const told = inventory.map((one, index) => ({
          ...one,
          ...columnsOf(models[index]),
          ...embeddedOf(models[index]),
          ...broughtOf(models[index]),
          isTable: models[index]?.isTable === true,
          isBeside: models[index]?.isBeside === true,
        }));
        for (const finding of dataModelFindings(told)) report.finding(finding);
      },
    },
  ],
};
