import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, SchemaStep, WrittenRelation } from '../../modelFact';
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
} from '../../syntax/nodes';
import { isWayBack } from '../../syntax/wayBack';
import { argsOf, type ColumnChange, readColumn } from './laravelColumns';

/** Statements of the plan, those inside a condition too. */
function changesOf(build: Node | undefined): ColumnChange[] {
  const body = fieldOf(build, 'body');
  if (body?.type === 'member_call_expression') return [readColumn(body)];
  return descendantsOf(body, 'expression_statement').map(readColumn);
}

function schemaSteps(call: Node): SchemaStep[] {
  if (!isSchema(fieldOf(call, 'scope') ?? fieldOf(call, 'object'))) return [];
  const [nameNode, build] = argsOf(call);
  const table = literalOf(nameNode);
  if (!table || isWayBack(call)) return [];
  const method = textOf(fieldOf(call, 'name'));
  if (/^drop(?:IfExists)?$/.test(method)) return [{ op: 'drop', table }];
  if (/^dropColumns?$/.test(method))
    return descendantsOf(build, 'string', 'encapsed_string').flatMap((name) => {
      const field = literalOf(name);
      return field === undefined ? [] : [{ op: 'remove' as const, table, field }];
    });
  if (method === 'rename') return literalOf(build) ? [{ op: 'rename', table, to: literalOf(build) ?? '' }] : [];
  if (method === 'create') return [{ op: 'create', model: createdModel(call, table, changesOf(build)) }];
  return method === 'table' ? changesOf(build).flatMap((change) => alteration(table, change)) : [];
}

/** The facade, or `Schema::connection('other')` and what is called on it. */
function isSchema(owner: Node | undefined): boolean {
  if (owner?.type === 'scoped_call_expression') return isSchema(fieldOf(owner, 'scope'));
  return /(?:^|\\)Schema$/.test(textOf(owner));
}

function createdModel(call: Node, table: string, changes: readonly ColumnChange[]): ModelFact {
  const relations = changes.flatMap((change) => change.relations);
  const pointing = new Set(relations.map(({ field }) => field));
  const fields = changes
    .flatMap((change) => change.fields)
    .map((field): DataField => (pointing.has(field.name) && !field.key ? { ...field, key: 'foreign' } : field));
  return {
    name: table,
    kind: 'eloquent',
    line: lineOf(call),
    endLine: endLineOf(call),
    fields,
    relations,
    table,
    role: 'entity',
  };
}

function alteration(table: string, change: ColumnChange): SchemaStep[] {
  const { fields, relations, removed = [], renamed } = change;
  if (change.table) return [{ op: 'rename', table, to: change.table }];
  if (renamed) return [{ op: 'rename-field', table, field: renamed[0], to: renamed[1] }];
  const added = fields.map((field): SchemaStep => {
    const relation = relations.find((item) => item.field === field.name);
    return { op: 'add', table, field, ...(relation ? { relation } : {}) };
  });
  const pointed = fields.length > 0 ? [] : relations;
  return [
    ...removed.map((field): SchemaStep => ({ op: 'remove', table, field })),
    ...added,
    ...pointed.map(
      (relation): SchemaStep => ({ op: 'constrain', table, columns: [relation.field], key: 'foreign', relation }),
    ),
  ];
}

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  belongsTo: 'many-to-one',
  hasMany: 'one-to-many',
  hasOne: 'one-to-one',
  belongsToMany: 'many-to-many',
  hasOneThrough: 'one-to-one',
  hasManyThrough: 'one-to-many',
  morphOne: 'one-to-one',
  morphMany: 'one-to-many',
  morphToMany: 'many-to-many',
  morphedByMany: 'many-to-many',
};

/** `Post::class`; `PostProxy::modelClass()` of packages whose models an application may replace; the class itself. */
function targetOf(argument: Node | undefined): string | undefined {
  const text = textOf(argument);
  if (/^(?:static|self)::class$/.test(text)) return 'self';
  const written = /^["']\\{0,2}(?:\w+\\{1,2})+(\w+)["']$/.exec(text)?.[1];
  if (written !== undefined) return written;
  return /^\\?(?:\w+\\)*(\w+)::class$/.exec(text)?.[1] ?? /^\\?(?:\w+\\)*(\w+)Proxy::modelClass\(\)$/.exec(text)?.[1];
}

function readRelations(body: Node | undefined): WrittenRelation[] {
  return childrenOf(body, 'method_declaration').flatMap((method) =>
    descendantsOf(method, 'member_call_expression').flatMap((call): WrittenRelation[] => {
      // PHP does not tell capitals from small letters in names of methods.
      const kind = relationKinds[textOf(fieldOf(call, 'name')).replace(/^[A-Z]/, (letter) => letter.toLowerCase())];
      const to = targetOf(argsOf(call)[0]);
      if (!kind || !to || textOf(fieldOf(call, 'object')) !== '$this') return [];
      const told = { field: textOf(fieldOf(method, 'name')), to, kind };
      return [kind === 'many-to-one' ? { ...told, line: lineOf(fieldOf(call, 'name') ?? call) } : told];
    }),
  );
}

/** What a `use` of the file imports under a name, as the parts of its path. */
function importedAs(name: string, text: string): string[] | undefined {
  for (const [, path = '', alias] of text.matchAll(/^use\s+\\?([\w\\]{1,200}?)(?:\s+as\s+(\w{1,100}))?;/gm)) {
    const parts = path.split('\\');
    if ((alias ?? parts.at(-1)) === name) return parts;
  }
  return undefined;
}

/** Whose model a class inherits from: other frameworks, packages and projects themselves call theirs the same. */
function familyOf(base: string, text: string): 'eloquent' | 'codeigniter' | undefined {
  const parts = importedAs(base, text);
  if (parts === undefined) return /^(?:Eloquent|Authenticatable|Pivot|MorphPivot)$/.test(base) ? 'eloquent' : undefined;
  if (parts[0] === 'CodeIgniter') return 'codeigniter';
  const isOfLaravel =
    /^(?:Model|AbstractModel|User|Pivot|MorphPivot)$/.test(parts.at(-1) ?? '') &&
    parts.some((part) => /^(?:Illuminate|Eloquent|Database|DbConnection)$/.test(part));
  // A package's own model; extending it makes a model of the class.
  const isOfPackage = parts[0] !== 'App' && parts.slice(1, -1).includes('Models');
  return isOfLaravel || isOfPackage ? 'eloquent' : undefined;
}

/** A model that the class names in full; factories and collections of Eloquent are none. */
const modelOfLaravel =
  /Illuminate\\(?:Database\\Eloquent\\(?:Model|Relations\\(?:Pivot|MorphPivot))|Foundation\\Auth\\User)$/;

function readClass(node: Node, text: string): ModelFact | undefined {
  const written = textOf(childOf(childOf(node, 'base_clause'), 'name', 'qualified_name'));
  const base = written.split('\\').at(-1) ?? '';
  const body = fieldOf(node, 'body');
  const name = textOf(fieldOf(node, 'name'));
  const relations = readRelations(body);
  const attributes = descendantsOf(fieldOf(node, 'attributes') ?? childOf(node, 'attribute_list'), 'attribute');
  const properties = childrenOf(body, 'property_declaration').flatMap((property) =>
    childrenOf(property, 'property_element'),
  );
  const isMarked =
    properties.some((element) => /^\$(?:table|fillable|guarded|casts|primaryKey)\b/.test(element.text)) ||
    (/\bEloquent\\Attributes\\/.test(text) &&
      attributes.some((attribute) => /^(?:Table|Fillable|Guarded|Unguarded)\b/.test(attribute.text)));
  const family = modelOfLaravel.test(written) ? 'eloquent' : familyOf(base, text);
  const namespace = /^namespace\s+([\w\\]{1,200});/m.exec(text)?.[1];
  const root = importedAs(base, text)?.[0];
  // Among the models, what a package's class lends: where its table is made, it is one of them.
  const isLent = /\\Models(?:\\|$)/.test(namespace ?? '') && root !== undefined && !namespace?.startsWith(`${root}\\`);
  const isModel = family !== undefined || /Model$|Pivot$/.test(base) || isMarked || relations.length > 0;
  if (base === '' || !(isModel || isLent)) return undefined;
  const propertyValue = (name: string): Node | undefined => {
    const element = properties.find((item) => textOf(item.namedChild(0)) === `$${name}`);
    return fieldOf(element, 'default_value') ?? element?.namedChild(1) ?? undefined;
  };
  const tableMark = attributes.find((attribute) => /^Table\b/.test(attribute.text))?.text ?? '';
  const markedTable = /^Table\(\s{0,20}(?:name:\s{0,9})?['"](\w{1,100})['"]/.exec(tableMark)?.[1];
  const said = literalOf(propertyValue('table')) ?? markedTable;
  const isAbstract = childrenOf(node, 'abstract_modifier').length > 0;
  return {
    name,
    kind: family ?? 'eloquent',
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: family === 'codeigniter' ? allowedFields(propertyValue) : [],
    relations,
    role: isAbstract ? 'base' : family === undefined ? 'candidate' : 'entity',
    bases: [importedAs(base, text)?.join('\\') ?? base],
    ...(namespace === undefined ? {} : { aliases: [`${namespace}\\${name}`] }),
    table: said ?? tableNameOf(name),
    ...(said === undefined ? {} : { saysTable: true }),
    // A class that says nothing of rows may only lend to others, or stand for no rows at all.
    ...((family === undefined && isLent) ||
    !(isMarked || relations.length > 0 || (family !== undefined && base !== 'Model'))
      ? { tableMakesEntity: true }
      : {}),
  };
}

/** CodeIgniter's models list the columns that may be written. */
function allowedFields(propertyValue: (name: string) => Node | undefined): DataField[] {
  const key = literalOf(propertyValue('primaryKey')) ?? 'id';
  const others = descendantsOf(propertyValue('allowedFields'), 'array_element_initializer').flatMap(
    (item) => literalOf(item.namedChild(0)) ?? [],
  );
  const fields = others.filter((name) => name !== key).map((name): DataField => ({ name, type: '' }));
  return [{ name: key, type: '', key: 'primary' }, ...fields];
}

/** Laravel: migrations folded in order, and Eloquent classes with their relations. */
export const laravelSource: ModelSource = {
  id: 'laravel',
  wants: ({ language }) => language === 'php',
  keyword:
    /\bSchema::(?:create|table|drop\w*|rename|connection)\b|Illuminate\\(?:Database\\Eloquent|Foundation\\Auth)|\bCodeIgniter\\Model\b|\bextends\s+\\?(?:Eloquent|Model)\b|\bnamespace [\w\\]*\\Models\b|\bprotected \$(?:table|fillable|guarded)\b/,
  extract(file) {
    const root = file.tree?.rootNode;
    const calls = descendantsOf(root, 'scoped_call_expression', 'member_call_expression');
    // A class beside the migrations stands for what the table was when they ran.
    const isPast = /(?:^|\/)database\/migrations\//.test(file.path);
    const classes = isPast ? [] : descendantsOf(root, 'class_declaration');
    return { steps: calls.flatMap(schemaSteps), models: classes.flatMap((node) => readClass(node, file.text) ?? []) };
  },
  example: {
    files: {
      'database/migrations/1_posts.php':
        "<?php\nuse Illuminate\\Support\\Facades\\Schema;\nreturn new class extends Migration {\n  public function up() {\n    Schema::create('posts', function (Blueprint $table) {\n      $table->id();\n      $table->string('slug')->unique();\n      $table->string('note');\n      $table->foreignId('user_id')->constrained();\n      $table->index(['slug']);\n      $table->timestamps();\n    });\n  }\n  public function down() { Schema::dropIfExists('posts'); }\n};\n",
      'database/migrations/2_posts.php':
        "<?php\nuse Illuminate\\Support\\Facades\\Schema;\nreturn new class extends Migration {\n  public function up() {\n    Schema::table('posts', function (Blueprint $table) {\n      $table->renameColumn('slug', 'headline');\n      $table->dropColumn(['note']);\n      if (true) {\n        $table->foreignIdFor(Team::class)->nullable();\n      }\n    });\n  }\n};\n",
      'database/migrations/3_old.php':
        "<?php\nreturn new class extends Migration {\n  public function up() {\n    Schema::create('categories', function (Blueprint $table) { $table->id(); });\n    Schema::table('categories', fn (Blueprint $table) => $table->rename('lists'));\n  }\n};\n",
      'database/migrations/models/OldPost.php':
        "<?php\nuse Illuminate\\Database\\Eloquent\\Model;\nclass OldPost extends Model {\n  protected $table = 'posts';\n}\n",
      'app/Models/Entry.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nabstract class Entry extends Model {\n}\n',
      'app/Models/Base.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Base extends Model {\n  public function kind() { return $this->belongsTo(Role::class); }\n}\n',
      'app/Models/Directory.php':
        '<?php\nnamespace App\\Models;\nclass Directory extends Base {\n  protected $fillable = [];\n}\n',
      'app/Maintenance/Post.php':
        '<?php\nnamespace App\\Maintenance;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Post extends Model {\n  protected $casts = [];\n}\n',
      'app/Models/Author.php':
        "<?php\nnamespace App\\Models;\nclass Author extends Post {\n  protected $table = 'posts';\n}\n",
      'app/Models/Expense.php':
        "<?php\nnamespace App\\Models;\nuse CodeIgniter\\Model;\nclass Expense extends Model {\n  protected $table = 'expenses';\n  protected $primaryKey = 'expense_id';\n  protected $allowedFields = ['amount'];\n}\n",
      'app/Models/Page.php':
        '<?php\nnamespace App\\Models;\nuse App\\Core\\Model;\nclass Page extends Model {\n  protected $table = "pages";\n}\n',
      'database/factories/RoleFactory.php':
        '<?php\nnamespace Database\\Factories;\nclass RoleFactory extends \\Illuminate\\Database\\Eloquent\\Factories\\Factory {\n  protected $model = Role::class;\n}\n',
      'app/Models/Token.php':
        '<?php\nnamespace App\\Models;\nuse Keys\\Token as Given;\nclass Token extends Given {\n  protected $fillable = [];\n}\n',
      'app/Models/Ticket.php':
        '<?php\nnamespace App\\Models;\nuse Keys\\Ticket as Given;\nclass Ticket extends Given {\n}\n',
      'database/migrations/4_tokens.php':
        "<?php\nreturn new class extends Migration {\n  public function up() {\n    Schema::create('tokens', function (Blueprint $table) { $table->id(); });\n  }\n};\n",
      'app/Models/Seat.php':
        '<?php\nnamespace App\\Models;\nclass Seat extends \\Illuminate\\Database\\Eloquent\\Relations\\Pivot {\n}\n',
      'app/Models/Role.php':
        '<?php\nnamespace App\\Models;\nuse Spatie\\Permission\\Models\\Role as Named;\nclass Role extends Named {\n  protected $fillable = [];\n}\n',
      'app/Models/Post.php':
        '<?php\nnamespace App\\Models;\nclass Post extends Entry {\n  public function author() { return $this->belongsTo(User::class); }\n}\n',
      'src/Own/Model.php':
        '<?php\nnamespace Own;\nuse Illuminate\\Database\\Eloquent\\Model as EloquentModel;\nclass Model extends EloquentModel {\n  public $timestamps = true;\n}\n',
      'app/Message.php':
        '<?php\nnamespace App;\nuse Own\\Model;\nclass Message extends Model {\n  protected $guarded = [];\n}\n',
      'app/Models/Place.php':
        "<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nabstract class Place extends Model {\n  protected $table = 'places';\n}\n",
      'app/Models/Home.php':
        '<?php\nnamespace App\\Models;\nclass Home extends Place {\n  protected $fillable = [];\n}\n',
      'app/Models/Bot.php':
        "<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Attributes\\Table;\nuse Illuminate\\Database\\Eloquent\\Model;\n#[Table(name: 'ai_bots')]\nclass Bot extends Model {\n  public function parent() { return $this->belongsTo(static::class); }\n  public function role() { return $this->belongsTo(RoleProxy::modelClass()); }\n  public function team() { return $this->belongsTo('App\\\\Models\\\\Team'); }\n  public function posts() { return $this->MorphedByMany(Post::class, 'bots'); }\n}\n",
    },
    models: [
      'eloquent Message [messages] ()',
      'eloquent Bot [ai_bots] () parent>Bot role>Role team>Team posts>Post',
      'eloquent Directory [directories] ()',
      'codeigniter Expense [expenses] (expense_id: primary, amount:)',
      'eloquent Home [places] ()',
      'eloquent Post [posts] (id:id primary, headline:string unique, user_id:foreignId foreign, created_at:timestamp, updated_at:timestamp, team_id:foreignIdFor? foreign) author>User team_id>Team',
      'eloquent Role [roles] ()',
      'eloquent Seat [seats] ()',
      'eloquent Token [tokens] (id:id primary)',
      'eloquent lists [lists] (id:id primary)',
    ],
  },
};
