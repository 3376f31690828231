import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource, WrittenRelation } from '../../modelFact';

const notation = { line: '#', quotes: ['"""', '"'] };
const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  belongs_to: 'many-to-one',
  has_one: 'one-to-one',
  has_many: 'one-to-many',
  many_to_many: 'many-to-many',
  embeds_one: 'one-to-one',
  embeds_many: 'one-to-many',
};

interface OpenSchema {
  /** With the modules around it. */
  readonly module: string;
  readonly table: string | undefined;
  readonly line: number;
  readonly depth: number;
  readonly fields: DataField[];
  /** How many of the fields no line of the schema tells. */
  readonly lent: number;
  readonly relations: WrittenRelation[];
  /** What the module says of all its timestamps. */
  readonly stamps: string;
  broughtBy: string | undefined;
  /** Relations whose other side lies in the row itself. */
  readonly embeds: Set<string>;
}

/** What a module says of itself shows code that is none of it. */
const withoutDocs = (text: string): string =>
  text
    .split(/(""")/)
    .reduce<{ kept: string; inside: boolean }>(
      ({ kept, inside }, part) =>
        part === '"""'
          ? { kept: kept + part, inside: !inside }
          : { kept: kept + (inside ? part.replace(/[^\n]/g, ' ') : part), inside },
      { kept: '', inside: false },
    ).kept;

const lastName = (module: string): string => module.slice(module.lastIndexOf('.') + 1);

/** `alias Shop.Blog.Post`, `alias Shop.{Org, Blog.Post}`, `alias Shop.Org, as: Owner`: short names of this file, in full. */
function aliasesOf(text: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const [, module = '', inner, as] of text.matchAll(
    /^[ \t]{0,40}alias[ \t(]+([A-Z][\w.]{0,200})(?:\{([^}]{0,1000})\}|[ \t]*,[ \t]*as:[ \t]*([A-Z][\w.]{0,100}))?/gm,
  )) {
    if (inner === undefined) aliases.set(as ?? lastName(module), module);
    else for (const [one] of inner.matchAll(/[A-Z][\w.]{0,100}/g)) aliases.set(lastName(one), `${module}${one}`);
  }
  return aliases;
}

/** The whole name of what a schema points at. */
function fullName(written: string, module: string, aliases: ReadonlyMap<string, string>): string {
  if (written.startsWith('__MODULE__')) return written.replace('__MODULE__', module);
  const [first = '', ...rest] = written.split('.');
  return [aliases.get(first) ?? first, ...rest].join('.');
}

function keyField(modifiers: string | undefined): DataField[] {
  if (modifiers?.startsWith('false')) return [];
  const [, name = 'id', type = 'id'] = /^\{:(\w{1,60}),\s*:?([\w.]{1,80})/.exec(modifiers ?? '') ?? [];
  return [{ name, type, key: 'primary' }];
}

/** One of the project or of a library that brings columns: `token_fields()`. */
const macro =
  /^(?!(?:end|field|timestamps|belongs_to|has_one|has_many|many_to_many|embeds_one|embeds_many)\b)([a-z]\w{1,80})(?:\(|$)/;

function readLine(text: string, line: number, schema: OpenSchema, aliases: ReadonlyMap<string, string>): void {
  const [, field, type] = /^field[\s(]+:(\w{1,100})(?:,\s*(.{0,200}))?/.exec(text) ?? [];
  if (field !== undefined) {
    // What is virtual is in no column.
    if (/\bvirtual:\s*true\b/.test(type ?? '')) return;
    const written = /^(?::(\w+)|(\{:\w+,\s*:?[\w.]+\})|([A-Z][\w.]*))/.exec(type ?? ':string');
    schema.fields.push({
      name: field,
      type:
        written?.[1] ??
        written?.[2]?.replace(/[{}:\s]/g, '').replace(',', ' of ') ??
        lastName(written?.[3] ?? 'string'),
      ...(/primary_key:\s*true/.test(type ?? '') ? { key: 'primary' as const } : {}),
    });
    return;
  }
  const [, kind = '', name = '', to] =
    /^(\w+)[\s(]+:(\w{1,100}),\s*\{?\s*(?:"[^"]*",\s*)?((?:__MODULE__|[A-Z])[\w.]*)/.exec(text) ?? [];
  const relation = relationKinds[kind];
  if (relation !== undefined && to !== undefined) {
    if (kind === 'belongs_to' && !/\bdefine_field:\s*false\b/.test(text)) {
      const foreign = /foreign_key:\s*:(\w+)/.exec(text)?.[1] ?? `${name}_id`;
      const key = /\bprimary_key:\s*true\b/.test(text) ? 'primary' : 'foreign';
      schema.fields.push({ name: foreign, type: 'id', key });
    }
    schema.relations.push({ field: name, to: fullName(to, schema.module, aliases), kind: relation, line });
    if (kind.startsWith('embeds')) schema.embeds.add(name);
  }
  if (/^timestamps\b/.test(text)) schema.fields.push(...stampsOf(`${text} ${schema.stamps}`));
  else schema.broughtBy ??= macro.exec(text)?.[1];
}

/** `timestamps(inserted_at: :created_at, updated_at: false)`: what stands at the call goes before what the module says of all. */
function stampsOf(options: string): DataField[] {
  const type = /\btype:\s*:(\w+)/.exec(options)?.[1] ?? 'naive_datetime';
  return ['inserted_at', 'updated_at'].flatMap((stamp) => {
    const [, written = `:${stamp}`] = new RegExp(`\\b${stamp}:\\s*(:\\w+|false)`).exec(options) ?? [];
    return written === 'false' ? [] : [{ name: written.slice(1), type }];
  });
}

/** A call with the lines that it goes on over. */
function wholeCall(lines: readonly string[], at: number): string {
  let text = lines[at]?.trim() ?? '';
  for (let next = at + 1; next < at + 8 && /[,[({]$/.test(text); next += 1) text += ` ${lines[next]?.trim() ?? ''}`;
  return text;
}

/** Ecto: a module's `schema "table" do` block, one line a field. */
export const ectoSource: ModelSource = {
  id: 'ecto',
  wants: ({ path }) => /\.exs?$/.test(path),
  keyword: /^\s*(?:\w+_)?schema(?:[\s(]+"|\s+do)/m,
  extract(file) {
    // A schema inside a migration stands for what the table was then.
    if (/(?:^|\/)priv\/(?:[\w-]{1,60}\/){0,2}\w*migrations\//.test(file.path)) return {};
    const models: ModelFact[] = [];
    const embedded: DataRelation[] = [];
    const modules: { name: string; depth: number }[] = [];
    let depth = 0;
    let key: string | undefined;
    let stamps = '';
    let open: OpenSchema | undefined;
    const code = withoutDocs(withoutComments(file.text, notation));
    const aliases = aliasesOf(code);
    const lines = code.split('\n');
    for (const [index, line] of lines.entries()) {
      const text = line.trim();
      const module = /^defmodule\s+([\w.]+)\s+do$/.exec(text)?.[1];
      const around = modules.at(-1)?.name;
      if (module !== undefined) modules.push({ name: around === undefined ? module : `${around}.${module}`, depth });
      key = /^@primary_key\s+(.{1,200})/.exec(text)?.[1] ?? key;
      stamps = /^@timestamps_opts\s+(.{1,200})/.exec(text)?.[1] ?? stamps;
      // `typed_schema` and its like are macros around it.
      const start = /^(?:(?:\w+_)?schema[\s(]+"([^"]+)"[^"]{0,100}|(?:\w+_)?embedded_schema\s+)\bdo$/.exec(text);
      const owner = modules.at(-1);
      if (start && owner && !open) {
        open = {
          module: owner.name,
          table: start[1],
          line: index + 1,
          depth,
          fields: keyField(key),
          lent: keyField(key).length,
          relations: [],
          stamps,
          broughtBy: undefined,
          embeds: new Set(),
        };
      } else if (open && depth === open.depth + 1) readLine(wholeCall(lines, index), index + 1, open, aliases);
      depth += (/(?:^|\s)(?:do|fn\b.*->)$/.test(text) ? 1 : 0) - (/^end\b/.test(text) ? 1 : 0);
      if (open && text.startsWith('end') && depth === open.depth) {
        const { module: full, table, line: first, fields, relations, broughtBy } = open;
        const base = {
          name: lastName(full),
          aliases: [full],
          kind: 'ecto',
          line: first,
          endLine: index + 1,
          fields,
          relations,
          ...(broughtBy === undefined ? {} : { broughtBy }),
          // What is embedded is a form, unless a table holds it.
          role: table === undefined ? ('candidate' as const) : ('entity' as const),
        };
        // A schema without a field only stands for tables that others name.
        const isBare = relations.length === 0 && fields.length <= open.lent;
        if (!isBare) models.push(table === undefined ? base : { ...base, table });
        if (table !== undefined) embedded.push(...relations.filter(({ field }) => open?.embeds.has(field)));
        open = undefined;
      }
      if (text.startsWith('end') && owner?.depth === depth) {
        modules.pop();
        key = undefined;
        stamps = '';
      }
    }
    return { models, named: embedded.map(({ to }) => ({ kind: 'ecto', name: lastName(to) })) };
  },
  example: {
    files: {
      'lib/shop/accounts/user.ex':
        'defmodule Shop.Accounts.User do\n  use Ecto.Schema\n  # field :old, :string\n  schema "users" do\n    field :email, :string\n    field :tags, {:array, :string}, default: []\n    field :role, Ecto.Enum, values: [:admin]\n    belongs_to :org, Shop.Org\n    has_many :posts, Shop.Blog.Post\n    embeds_one :address, Address do\n      field :street\n    end\n    timestamps()\n  end\n\n  def changeset(user, attrs) do\n    user\n  end\nend\n',
      'lib/shop/tag.ex':
        'defmodule Shop.Tag do\n  use Shop.Schema\n  @timestamps_opts [updated_at: false]\n  typed_schema "tags" do\n    field(:name, :string)\n    field :shown, :string,\n      virtual: true\n    belongs_to :org, Shop.Org,\n      primary_key: true\n    timestamps(inserted_at: :created_at, type: :utc_datetime)\n  end\nend\n\ndefmodule Shop.TagForm do\n  use Ecto.Schema\n  embedded_schema do\n    field :email, :string\n  end\nend\n\ndefmodule Shop.AnyRecord do\n  use Ecto.Schema\n  schema "abstract table" do\n  end\nend\n',
      'priv/repo/migrations/20200101_fill_users.exs':
        'defmodule Shop.Repo.Migrations.FillUsers do\n  defmodule OldUser do\n    use Ecto.Schema\n    schema "users" do\n      field :mail, :string\n    end\n  end\nend\n',
      'lib/shop/org.ex':
        'defmodule Shop.Org do\n  @moduledoc """\n  Use it so:\n\n      defmodule Sample do\n        schema "samples" do\n          field :name\n        end\n      end\n  """\n  use Ecto.Schema\n  @primary_key {:id, :binary_id, autogenerate: true}\n  schema "organisations" do\n    field :name\n  end\nend\n',
    },
    models: [
      'ecto User [users] (id:id primary, email:string, tags:array of string, role:Enum, org_id:id foreign, inserted_at:naive_datetime, updated_at:naive_datetime) org>Org posts>Post address>Address',
      'ecto Org [organisations] (id:binary_id primary, name:string)',
      'ecto Tag [tags] (id:id primary, name:string, org_id:id primary, created_at:utc_datetime) org>Org',
    ],
  },
};
