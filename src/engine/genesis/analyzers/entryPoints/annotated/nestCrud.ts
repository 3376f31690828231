import { valueAt } from '../run/arguments';
import { textsOf, type Value } from '../run/values';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';

/** What `@Crud` makes by name: the method and the path below the controller's. */
const made: Readonly<Record<string, readonly [method: string, path: string]>> = {
  getManyBase: ['GET', ''],
  getOneBase: ['GET', ':id'],
  createOneBase: ['POST', ''],
  createManyBase: ['POST', 'bulk'],
  updateOneBase: ['PATCH', ':id'],
  replaceOneBase: ['PUT', ':id'],
  deleteOneBase: ['DELETE', ':id'],
};

/** `@Crud({ model, routes: { only | exclude }, params: { id: { primary: true } } })` of nestjsx: the routes of a resource. */
export function crudMethods({ annotations, type }: DescribedClass): readonly AnnotatedMethod[] {
  const crud = annotations.find(({ name }) => name === 'Crud');
  const isOfPackage = type.unit.program.body.some(
    (statement) =>
      statement.do === 'import' && /^@(?:nestjsx|dataui|nestjs-library|rewiko)\/crud$/.test(statement.specifier),
  );
  if (crud === undefined || !isOfPackage) return [];
  const routes = entryOf(valueAt(crud.args, 'routes'));
  const only = textsOf(routes?.get('only'));
  const exclude = textsOf(routes?.get('exclude'));
  const key = primaryKey(valueAt(crud.args, 'params'));
  return Object.entries(made).flatMap(([name, [method, path]]): AnnotatedMethod[] => {
    const isLeftOut = only.length > 0 ? !only.includes(name) : exclude.includes(name);
    if (isLeftOut) return [];
    const place = path === ':id' ? `:${key}` : path;
    return [
      { name, methods: [method], paths: [place], file: type.unit.path, line: crud.line, guards: [], annotations: [] },
    ];
  });
}

const entryOf = (value: Value | undefined): ReadonlyMap<string, Value> | undefined =>
  value?.kind === 'map' ? value.entries : undefined;

function primaryKey(params: Value | undefined): string {
  for (const [name, one] of entryOf(params) ?? [])
    if (textsOf(entryOf(one)?.get('primary')).includes('true')) return name;
  return 'id';
}
