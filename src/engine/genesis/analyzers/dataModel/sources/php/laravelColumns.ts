import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { childrenOf, descendantsOf, fieldOf, literalOf, snakeCase, tableNameOf, textOf } from '../../syntax/nodes';

/** What one statement of a table's plan does to its columns. */
export interface ColumnChange {
  readonly fields: readonly DataField[];
  readonly relations: readonly DataRelation[];
  readonly removed?: readonly string[];
  readonly renamed?: readonly [from: string, to: string];
  /** The new name of the table itself. */
  readonly table?: string;
}

interface Link {
  readonly method: string;
  readonly args: readonly Node[];
}

const nothing: ColumnChange = { fields: [], relations: [] };
const made = (...fields: DataField[]): ColumnChange => ({ fields, relations: [] });

export const argsOf = (call: Node): Node[] =>
  childrenOf(fieldOf(call, 'arguments'), 'argument').flatMap(
    (argument) => argument.namedChild(argument.namedChildCount - 1) ?? [],
  );

/** `$table->string('email')->nullable()` → [string('email'), nullable()]. */
function chainOf(node: Node): Link[] {
  const links: Link[] = [];
  for (let at: Node | undefined = node; at?.type === 'member_call_expression'; at = fieldOf(at, 'object')) {
    links.unshift({ method: textOf(fieldOf(at, 'name')), args: argsOf(at) });
  }
  return links;
}

const noColumns =
  /^(?:primary|unique|index|foreign|fullText|spatialIndex|rawIndex|engine|charset|collation|comment|temporary|rename\w*|drop\w*)$/;
/** What a plan calls a column that it gives no name. */
const usualNames: Readonly<Record<string, string>> = {
  id: 'id',
  uuid: 'uuid',
  ulid: 'ulid',
  ipAddress: 'ip_address',
  macAddress: 'mac_address',
};

/** Columns that one word makes. */
function readShorthand(type: string, name: string | undefined): ColumnChange | undefined {
  const stamp = (column: string): DataField => ({ name: column, type: 'timestamp' });
  if (/^(?:timestamps|timestampsTz|nullableTimestamps|datetimes)$/.test(type))
    return made(stamp('created_at'), stamp('updated_at'));
  if (/^softDeletes/.test(type)) return made({ ...stamp(name ?? 'deleted_at'), optional: true });
  if (type === 'rememberToken') return made({ name: 'remember_token', type: 'string', optional: true });
  if (/^(?:nullable)?(?:uuid|ulid|numeric)?[mM]orphs$/.test(type) && name)
    return made({ name: `${name}_type`, type: 'string' }, { name: `${name}_id`, type: 'bigint' });
  return undefined;
}

const literalsOf = (node: Node | undefined): string[] => {
  const own = literalOf(node);
  if (own !== undefined) return [own];
  return descendantsOf(node, 'array_element_initializer').flatMap((item) => literalOf(item.namedChild(0)) ?? []);
};

/** `drop…` and `rename…`, or `undefined` for what makes a column. */
function readRemoval({ method, args }: Link): ColumnChange | undefined {
  if (method === 'dropColumn' || method === 'removeColumn')
    return { ...nothing, removed: args.flatMap((arg) => literalsOf(arg)) };
  if (method === 'dropConstrainedForeignId') return { ...nothing, removed: literalsOf(args[0]) };
  if (/^dropTimestamps/.test(method)) return { ...nothing, removed: ['created_at', 'updated_at'] };
  if (/^dropSoftDeletes/.test(method)) return { ...nothing, removed: ['deleted_at'] };
  if (method === 'dropRememberToken') return { ...nothing, removed: ['remember_token'] };
  if (method === 'rename') {
    const table = literalOf(args[0]);
    return table ? { ...nothing, table } : nothing;
  }
  if (method !== 'renameColumn') return undefined;
  const [from, to] = args.map((arg) => literalOf(arg));
  return from && to ? { ...nothing, renamed: [from, to] } : nothing;
}

/** The class in `foreignIdFor(User::class)`. */
const classOf = (node: Node | undefined): string | undefined => /^\\?(?:\w+\\)*(\w+)::class$/.exec(textOf(node))?.[1];

export function readColumn(statement: Node): ColumnChange {
  const isStatement = statement.type === 'expression_statement';
  const [maker, ...rest] = chainOf(isStatement ? (statement.namedChild(0) ?? statement) : statement);
  if (!maker) return nothing;
  const removal = readRemoval(maker);
  if (removal !== undefined) return removal;
  // What is changed stays a column of its name.
  if (rest.some(({ method }) => method === 'change')) return nothing;
  const type = maker.method;
  const target = /^foreign(?:Id|Uuid|Ulid)For$/.test(type) ? classOf(maker.args[0]) : undefined;
  const name = target === undefined ? literalOf(maker.args[0]) : literalOf(maker.args[1]);
  const shorthand = readShorthand(type, name);
  if (shorthand !== undefined) return shorthand;
  if (type === 'foreign') {
    const to = literalOf(rest.find(({ method }) => method === 'on')?.args[0]);
    return to && name ? { fields: [], relations: [{ field: name, to, kind: 'many-to-one' }] } : nothing;
  }
  const column = name ?? (target === undefined ? usualNames[type] : `${snakeCase(target)}_id`);
  if (!column || noColumns.test(type)) return nothing;
  return oneColumn(type === 'addColumn' ? (literalOf(maker.args[1]) ?? '') : column, type, target, rest);
}

function oneColumn(column: string, type: string, target: string | undefined, rest: readonly Link[]): ColumnChange {
  const has = (method: string): boolean => rest.some((link) => link.method === method);
  const constrained = rest.find(({ method }) => method === 'constrained');
  const to =
    target ??
    (constrained ? (literalOf(constrained.args[0]) ?? tableNameOf(column.replace(/_id$/, ''))) : undefined) ??
    literalOf(rest.find(({ method }) => method === 'on')?.args[0]);
  const isPrimary = type === 'id' || /increments$/i.test(type) || has('primary');
  const key = isPrimary
    ? 'primary'
    : to || type.startsWith('foreign')
      ? 'foreign'
      : has('unique')
        ? 'unique'
        : undefined;
  return {
    fields: [{ name: column, type, ...(key ? { key } : {}), ...(has('nullable') ? { optional: true } : {}) }],
    relations: to ? [{ field: column, to, kind: 'many-to-one' }] : [],
  };
}
