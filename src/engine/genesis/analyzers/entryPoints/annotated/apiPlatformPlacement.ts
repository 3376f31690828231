import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { Expression } from '../program/program';
import { argumentAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import { plural } from '../run/special/ruby/singular';
import type { ClassValue, PassedArgument } from '../run/values';
import { textOf } from '../run/values';
import type { DescribedClass } from './annotatedRoutes';
import type { Placement } from './placements';
import { prefixOfFile, type SymfonyRoutes } from './symfonyPlacement';

const operations: Readonly<Record<string, { readonly method: string; readonly onItem: boolean }>> = {
  GetCollection: { method: 'GET', onItem: false },
  Post: { method: 'POST', onItem: false },
  Get: { method: 'GET', onItem: true },
  Put: { method: 'PUT', onItem: true },
  Patch: { method: 'PATCH', onItem: true },
  Delete: { method: 'DELETE', onItem: true },
};
/** What a resource has that names no operations. */
const byDefault = ['GetCollection', 'Post', 'Get', 'Patch', 'Delete'];

interface Operation {
  readonly name: string;
  readonly args: readonly PassedArgument[];
  readonly line: number;
}

/** Operations of API Platform: attributes of the resource's class, or a list that its own attribute holds. */
export function apiPlatformPlacement(interpreter: Interpreter, files: SymfonyRoutes): Placement {
  const prefix = prefixIn(files);
  return {
    further(described) {
      const resource = described.annotations.find(({ name }) => name === 'ApiResource');
      const own = described.annotations.filter(({ name }) => Object.hasOwn(operations, name));
      if (resource === undefined && own.length === 0) return [];
      const listed = [...own, ...(resource === undefined ? [] : operationsIn(interpreter, described, resource.args))];
      const all =
        listed.length > 0 || resource === undefined
          ? listed
          : byDefault.map((name) => ({ name, args: [], line: resource.line }));
      return all.flatMap((operation) => routeOf(interpreter, described, operation, resource?.args ?? [], prefix));
    },
  };
}

/** `operations: [new Get(uriTemplate: '/books/{isbn}'), new Post()]`. */
function operationsIn(
  interpreter: Interpreter,
  { type }: DescribedClass,
  args: readonly PassedArgument[],
): readonly Operation[] {
  const list = argumentAt(args, 'operations');
  if (list?.source.is !== 'list') return [];
  return list.source.items.flatMap((item): Operation[] => {
    if (item.is !== 'call' || item.callee.is !== 'name' || !Object.hasOwn(operations, item.callee.name)) return [];
    const read = interpreter.calls.args(item, interpreter.objects.frameOf(type));
    return [{ name: item.callee.name, args: read, line: item.line }];
  });
}

function routeOf(
  interpreter: Interpreter,
  { type }: DescribedClass,
  { name, args, line }: Operation,
  resource: readonly PassedArgument[],
  prefix: string,
): Route[] {
  const kind = operations[name];
  if (kind === undefined) return [];
  const text = (from: readonly PassedArgument[], key: string): string | undefined =>
    textOf(argumentAt(from, key)?.value);
  const className = interpreter.classDeclarationOf(type)?.name ?? '';
  const short = text(args, 'shortName') ?? text(resource, 'shortName') ?? className;
  const collection = `/${plural(short.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase())}`;
  const template = text(args, 'uriTemplate') ?? text(resource, 'uriTemplate');
  const below = text(args, 'routePrefix') ?? text(resource, 'routePrefix') ?? '';
  const key = kind.onItem && template === undefined ? identifierOf(interpreter, type) : undefined;
  const path = template ?? (key === undefined ? collection : `${collection}/{${key}}`);
  return [
    {
      method: kind.method,
      path: joinPaths([prefix, below, normalizePath(path.replace(/\{\._format\}$/, ''), 'braces')], 'drop'),
      file: type.unit.path,
      line,
      framework: 'API Platform',
      handler: className,
      declared: 'explicit',
    },
  ];
}

/** The property that tells one item from another; what has none is there once. */
function identifierOf(interpreter: Interpreter, type: ClassValue): string | undefined {
  const declared = interpreter.classDeclarationOf(type);
  if (declared === undefined) return 'id';
  const marked = declared.fields.find(({ decorators }) => decorators?.some(({ value }) => marksIdentifier(value)));
  if (marked !== undefined) return marked.name;
  const { functions } = type.unit.program;
  const given = declared.methods.flatMap((id) =>
    functions[id]?.name === '__construct' ? functions[id].parameters.map((parameter) => parameter.name) : [],
  );
  const names = [...declared.fields.map(({ name }) => name), ...given];
  const isPlain = names.length > 0 && declared.bases.length === 0;
  return isPlain && !names.includes('id') ? undefined : 'id';
}

/** `#[ApiProperty(identifier: true)]`, `#[ORM\Id]`. */
function marksIdentifier(value: Expression): boolean {
  const callee = value.is === 'call' ? value.callee : value;
  const name = callee.is === 'name' ? callee.name : '';
  if (name === 'Id') return true;
  const said = value.is === 'call' ? value.args.find((argument) => argument.name === 'identifier')?.value : undefined;
  return name === 'ApiProperty' && said?.is === 'text' && said.text === 'true';
}

/** `config/routes/api_platform.yaml` says where they all lie. */
function prefixIn(files: SymfonyRoutes): string {
  for (const [path, entries] of files)
    if (path.endsWith('/api_platform.yaml'))
      for (const { resource, prefix } of entries) if (resource === '.' && prefix !== undefined) return prefix;
  for (const [path, entries] of files)
    if (path.endsWith('.php'))
      for (const { resource, prefix = '' } of entries)
        if (resource === '.') return `${prefixOfFile(path, files)}/${prefix}`;
  return '';
}
