import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource, SchemaStep } from '../modelFact';
import {
  childOf,
  childrenOf,
  descendantsOf,
  endLineOf,
  fieldOf,
  lineOf,
  literalOf,
  tableNameOf,
  textOf,
} from '../nodes';

const argsOf = (call: Node): Node[] =>
  childrenOf(fieldOf(call, 'arguments'), 'argument').flatMap(
    (argument) => argument.namedChild(argument.namedChildCount - 1) ?? [],
  );

/** `$table->string('email')->nullable()` → [string('email'), nullable()]. */
function chainOf(node: Node): { method: string; args: Node[] }[] {
  const links: { method: string; args: Node[] }[] = [];
  for (let at: Node | undefined = node; at?.type === 'member_call_expression'; at = fieldOf(at, 'object')) {
    links.unshift({ method: textOf(fieldOf(at, 'name')), args: argsOf(at) });
  }
  return links;
}

const noColumns =
  /^(?:primary|unique|index|foreign|fullText|spatialIndex|engine|charset|collation|comment|temporary|rename\w*|drop\w*)$/;

function readColumn(statement: Node): { fields: DataField[]; relations: DataRelation[] } {
  const [maker, ...rest] = chainOf(statement.namedChild(0) ?? statement);
  const none = { fields: [], relations: [] };
  if (!maker || rest.some(({ method }) => method === 'change')) return none;
  const name = literalOf(maker.args[0]);
  const type = maker.method;
  if (/^(?:timestamps|timestampsTz|nullableTimestamps)$/.test(type))
    return {
      fields: [
        { name: 'created_at', type: 'timestamp' },
        { name: 'updated_at', type: 'timestamp' },
      ],
      relations: [],
    };
  if (/^softDeletes/.test(type))
    return { fields: [{ name: name ?? 'deleted_at', type: 'timestamp', optional: true }], relations: [] };
  if (type === 'rememberToken')
    return { fields: [{ name: 'remember_token', type: 'string', optional: true }], relations: [] };
  if (/^(?:nullable)?(?:uuid|ulid)?[mM]orphs$/.test(type) && name)
    return {
      fields: [
        { name: `${name}_type`, type: 'string' },
        { name: `${name}_id`, type: 'bigint' },
      ],
      relations: [],
    };
  if (type === 'foreign') {
    const to = literalOf(rest.find(({ method }) => method === 'on')?.args[0]);
    return to && name ? { fields: [], relations: [{ field: name, to, kind: 'many-to-one' }] } : none;
  }
  const column = name ?? (type === 'id' ? 'id' : undefined);
  if (!column || noColumns.test(type)) return none;
  const constrained = rest.find(({ method }) => method === 'constrained');
  const to = constrained ? (literalOf(constrained.args[0]) ?? tableNameOf(column.replace(/_id$/, ''))) : undefined;
  const isPrimary = type === 'id' || /increments$/i.test(type) || rest.some(({ method }) => method === 'primary');
  const key = isPrimary
    ? 'primary'
    : to || type.startsWith('foreign')
      ? 'foreign'
      : rest.some(({ method }) => method === 'unique')
        ? 'unique'
        : undefined;
  const optional = rest.some(({ method }) => method === 'nullable');
  return {
    fields: [{ name: column, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) }],
    relations: to ? [{ field: column, to, kind: 'many-to-one' }] : [],
  };
}

function schemaSteps(call: Node): SchemaStep[] {
  if (!/(?:^|\\)Schema$/.test(textOf(fieldOf(call, 'scope')))) return [];
  const [nameNode, build] = argsOf(call);
  const table = literalOf(nameNode);
  if (!table || isDown(call)) return [];
  const method = textOf(fieldOf(call, 'name'));
  if (/^drop/.test(method)) return [{ op: 'drop', table }];
  if (method === 'rename') return literalOf(build) ? [{ op: 'rename', table, to: literalOf(build) ?? '' }] : [];
  const read = childrenOf(fieldOf(build, 'body'), 'expression_statement').map(readColumn);
  const fields = read.flatMap((column) => column.fields);
  const relations = read.flatMap((column) => column.relations);
  if (method === 'create')
    return [
      {
        op: 'create',
        model: {
          name: table,
          kind: 'eloquent',
          line: lineOf(call),
          endLine: endLineOf(call),
          fields,
          relations,
          table,
          role: 'entity',
        },
      },
    ];
  if (method !== 'table') return [];
  return fields.map((field) => {
    const relation = relations.find((item) => item.field === field.name);
    return { op: 'add' as const, table, field, ...(relation ? { relation } : {}) };
  });
}

function isDown(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent)
    if (at.type === 'method_declaration' && textOf(fieldOf(at, 'name')) === 'down') return true;
  return false;
}

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  belongsTo: 'many-to-one',
  hasMany: 'one-to-many',
  hasOne: 'one-to-one',
  belongsToMany: 'many-to-many',
  morphMany: 'one-to-many',
  morphToMany: 'many-to-many',
};

function readRelations(body: Node | undefined): DataRelation[] {
  return childrenOf(body, 'method_declaration').flatMap((method) =>
    descendantsOf(method, 'member_call_expression').flatMap((call): DataRelation[] => {
      const kind = relationKinds[textOf(fieldOf(call, 'name'))];
      const to = /^\\?(?:\w+\\)*(\w+)::class$/.exec(textOf(argsOf(call)[0]))?.[1];
      if (!kind || !to || textOf(fieldOf(call, 'object')) !== '$this') return [];
      return [{ field: textOf(fieldOf(method, 'name')), to, kind }];
    }),
  );
}

function readClass(node: Node): ModelFact | undefined {
  const base =
    textOf(childOf(childOf(node, 'base_clause'), 'name', 'qualified_name'))
      .split('\\')
      .at(-1) ?? '';
  if (!/^(?:Model|Authenticatable|Pivot|MorphPivot|\w*Model)$/.test(base)) return undefined;
  const body = fieldOf(node, 'body');
  const table = childrenOf(body, 'property_declaration')
    .flatMap((property) => childrenOf(property, 'property_element'))
    .find((element) => /^\$table\b/.test(element.text));
  const name = textOf(fieldOf(node, 'name'));
  const abstract = childrenOf(node, 'abstract_modifier').length > 0;
  return {
    name,
    kind: 'eloquent',
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: [],
    relations: readRelations(body),
    role: abstract ? 'base' : /^(?:Model|Authenticatable|Pivot|MorphPivot)$/.test(base) ? 'entity' : 'candidate',
    bases: [base],
    table: literalOf(fieldOf(table, 'default_value') ?? table?.namedChild(1)) ?? tableNameOf(name),
  };
}

/** Laravel: migrations folded in order, and Eloquent classes with their relations. */
export const laravelSource: ModelSource = {
  id: 'laravel',
  wants: ({ language }) => language === 'php',
  keyword: /\bSchema::(?:create|table|drop\w*|rename)\b|Illuminate\\(?:Database\\Eloquent|Foundation\\Auth)/,
  extract(file) {
    const root = file.tree?.rootNode;
    const steps = descendantsOf(root, 'scoped_call_expression').flatMap(schemaSteps);
    return { steps, models: descendantsOf(root, 'class_declaration').flatMap((node) => readClass(node) ?? []) };
  },
  example: {
    files: {
      'database/migrations/1_posts.php':
        "<?php\nuse Illuminate\\Support\\Facades\\Schema;\nreturn new class extends Migration {\n  public function up() {\n    Schema::create('posts', function (Blueprint $table) {\n      $table->id();\n      $table->string('slug')->unique();\n      $table->foreignId('user_id')->constrained();\n      $table->index(['slug']);\n      $table->timestamps();\n    });\n  }\n  public function down() { Schema::dropIfExists('posts'); }\n};\n",
      'app/Models/Post.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Post extends Model {\n  public function author() { return $this->belongsTo(User::class); }\n}\n',
    },
    models: [
      'eloquent Post [posts] (id:id primary, slug:string unique, user_id:foreignId foreign, created_at:timestamp, updated_at:timestamp) author>User',
    ],
  },
};
