import type { Node } from 'web-tree-sitter';
import type { DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, TablePrefix, WrittenRelation } from '../../modelFact';
import {
  childOf,
  childrenOf,
  descendantsOf,
  endLineOf,
  fieldOf,
  lineOf,
  literalOf,
  snakeCase,
  tableNameOf,
  textOf,
} from '../../syntax/nodes';
import { isWayBack } from '../../syntax/wayBack';
import { argsOf, className, methodOf, option } from './rubyCalls';
import { schemaSteps } from './schemaSteps';

const associations: Readonly<Record<string, DataRelation['kind']>> = {
  belongs_to: 'many-to-one',
  has_many: 'one-to-many',
  has_one: 'one-to-one',
  has_and_belongs_to_many: 'many-to-many',
};

function relationsOf(calls: readonly Node[]): WrittenRelation[] {
  return calls.flatMap((call): WrittenRelation[] => {
    const kind = associations[methodOf(call)];
    const name = literalOf(argsOf(call)[0]);
    if (!kind || !name || textOf(option(call, 'polymorphic')) === 'true') return [];
    const given = option(call, 'class_name') ?? option(call, 'source_type');
    const written = literalOf(given)?.replace(/^::/, '');
    // What a setting of the application names is not known.
    if (given !== undefined && written === undefined) return [];
    // Where another association leads there, that one's class is meant, and its name is told elsewhere.
    const isIndirect = option(call, 'through') !== undefined && (kind === 'one-to-one' || option(call, 'source'));
    if (isIndirect && written === undefined) return [];
    const to = written ?? className(name, kind === 'one-to-many' || kind === 'many-to-many');
    return [{ field: name, to, kind, line: lineOf(call) }];
  });
}

/** What a body calls, within `with_options dependent: :destroy do` too; options that change what is meant are not shared out. */
const callsIn = (body: Node | undefined): Node[] =>
  childrenOf(body, 'call').flatMap((call) => {
    if (methodOf(call) !== 'with_options') return [call];
    if (['class_name', 'through', 'source', 'polymorphic'].some((name) => option(call, name) !== undefined)) return [];
    const block = fieldOf(call, 'block');
    return callsIn(fieldOf(block, 'body') ?? block);
  });

/** Name and place of a class or module; its columns stand in the schema. */
const declaredBy = (node: Node): Pick<ModelFact, 'name' | 'kind' | 'line' | 'endLine' | 'fields'> => ({
  name: textOf(fieldOf(node, 'name')),
  kind: 'active-record',
  line: lineOf(node),
  endLine: endLineOf(node),
  fields: [],
});

/** What a concern does in `included do` is done by every class that includes it. */
function readConcern(node: Node): ModelFact | undefined {
  const body = fieldOf(node, 'body') ?? childOf(node, 'body_statement');
  const block = fieldOf(
    childrenOf(body, 'call').find((call) => methodOf(call) === 'included'),
    'block',
  );
  const relations = relationsOf(callsIn(fieldOf(block, 'body') ?? block));
  if (relations.length === 0) return undefined;
  return {
    ...declaredBy(node),
    relations,
    role: 'base',
  };
}

/** Classes of Ruby itself, of which no record is one. */
const ofRuby =
  /^(?:::)?(?:SimpleDelegator|Delegator|OpenStruct|Struct|Data|Object|BasicObject|Hash|Array|Set|String|Module|\w{0,40}(?:Error|Exception))$/;

function readClass(node: Node, path: string): ModelFact | undefined {
  const base = textOf(fieldOf(node, 'superclass')).replace(/^<\s*/, '');
  // An engine leaves to the application what its models inherit from: `Spree.base_class`.
  if (!/^[A-Z][\w:]*(?:\.\w+)?$/.test(base) || ofRuby.test(base)) return undefined;
  const calls = callsIn(fieldOf(node, 'body') ?? childOf(node, 'body_statement'));
  const relations = relationsOf(calls);
  // By its name alone nobody knows what lies behind another association: it is told where such an entity is found.
  const guessed = calls
    .filter((call) => option(call, 'through') !== undefined && option(call, 'class_name') === undefined)
    .flatMap((call) => literalOf(argsOf(call)[0]) ?? []);
  const table = descendantsOf(node, 'assignment').find((item) => textOf(fieldOf(item, 'left')) === 'self.table_name');
  const isRecord = /^(?:ApplicationRecord|ActiveRecord::Base)$/.test(base);
  const isModel = /(?:^|\/)app\/models\//.test(path) && !/concerns\//.test(path);
  if (!isRecord && relations.length === 0 && !isModel && literalOf(fieldOf(table, 'right')) === undefined)
    return undefined;
  const around = modulesAround(node);
  const abstract = /self\.abstract_class\s*=\s*true|^\s*primary_abstract_class/m.test(node.text);
  return {
    ...declaredBy(node),
    relations,
    role: abstract ? 'base' : isRecord ? 'entity' : 'candidate',
    bases: [base, ...(isRecord ? includedIn(calls) : [])],
    ...(guessed.length > 0 ? { guessed } : {}),
    ...(isModel ? { tableMakesEntity: true } : {}),
    ...(around.length > 0 ? { aliases: [[...around, textOf(fieldOf(node, 'name'))].join('::')] } : {}),
    ...tablesOf(node, literalOf(fieldOf(table, 'right'))),
  };
}

const includedIn = (calls: readonly Node[]): string[] =>
  calls
    .filter((call) => methodOf(call) === 'include')
    .flatMap((call) => argsOf(call).map((arg) => textOf(arg).split('::').at(-1) ?? ''));

function modulesAround(node: Node): string[] {
  const around: string[] = [];
  for (let at = node.parent; at; at = at.parent)
    if (at.type === 'module' || at.type === 'class') around.unshift(textOf(fieldOf(at, 'name')));
  return around;
}

/** `def self.table_name_prefix = 'shop_'` in a module. */
function prefixOf(node: Node): TablePrefix | undefined {
  const prefix = /^def\s+self\.table_name_prefix\b[\s=();]{0,20}["'](\w{1,60})["']/.exec(node.text)?.[1];
  return prefix === undefined ? undefined : { module: modulesAround(node).join('::'), prefix };
}

/** Classes of libraries that an application opens again, with the tables that the library itself names. */
const tablesOfLibraries: Readonly<Record<string, string>> = {
  'Doorkeeper::Application': 'oauth_applications',
  'Doorkeeper::AccessGrant': 'oauth_access_grants',
  'Doorkeeper::AccessToken': 'oauth_access_tokens',
};

/** The table that the class names, else those that Rails may take: of the name alone, or with the modules around it. */
function tablesOf(node: Node, written: string | undefined): Pick<ModelFact, 'table' | 'otherTables'> {
  if (written !== undefined) return { table: written };
  const own = textOf(fieldOf(node, 'name'));
  const around = modulesAround(node);
  const parts = [...around, own].join('::').split('::');
  const given = tablesOfLibraries[parts.join('::')];
  if (given !== undefined) return { table: given };
  const names = parts.map((_, from) => tableNameOf(parts.slice(from).map(snakeCase).join('_')));
  const [table = '', ...otherTables] = own.includes('::') || around.length > 0 ? names : [tableNameOf(own)];
  return { table, ...(otherTables.length > 0 ? { otherTables } : {}) };
}

/** Rails: `db/schema.rb` (or the migrations, where it is absent), and the classes with their associations. */
export const activeRecordSource: ModelSource = {
  id: 'active-record',
  wants: ({ language }) => language === 'ruby',
  keyword:
    /\b(?:create_(?:join_)?table|change_table|add_(?:column|reference|belongs_to|timestamps|foreign_key)|drop_table|rename_(?:table|column)|remove_(?:columns?|reference)|ApplicationRecord|ActiveRecord::Base|table_name_prefix)\b|\b(?:belongs_to|has_many|has_one)\s+:|^class\s+\S+\s*</m,
  extract(file) {
    const root = file.tree?.rootNode;
    if (/(?:^|\/)db\/(?:schema\.rb|\w*_schema\.rb|migrate\/)/.test(file.path)) {
      const calls = descendantsOf(root, 'call').filter((call) => !isWayBack(call));
      return { steps: calls.flatMap(schemaSteps) };
    }
    // A class inside a migration stands for what the table was then.
    if (/(?:^|\/)\w*migrat(?:e|ions?)\//i.test(file.path)) return {};
    // A script that brings its own gems shows something, or a mistake, by itself.
    if (/^require ["']bundler\/inline["']/m.test(file.text)) return {};
    const concerns = descendantsOf(root, 'module').flatMap((node) => readConcern(node) ?? []);
    return {
      prefixes: descendantsOf(root, 'singleton_method').flatMap((node) => prefixOf(node) ?? []),
      models: [...descendantsOf(root, 'class').flatMap((node) => readClass(node, file.path) ?? []), ...concerns],
    };
  },
  example: {
    files: {
      'db/schema.rb':
        'ActiveRecord::Schema[7.1].define(version: 2024) do\n  create_table "posts", force: :cascade do |t|\n    t.string "title", null: false\n    t.references :author, foreign_key: true\n    t.index ["title"], name: "i"\n    t.datetime "created_at"\n  end\n  create_table "tags_posts", id: false do |t|\n    t.bigint "tag_id"\n  end\n  create_table "shop_parts" do |t|\n    t.string "label"\n  end\n  create_table "settings" do |t|\n    t.string "var"\n  end\n  create_table "oauth_applications" do |t|\n    t.string "uid"\n  end\n  create_table "tallies" do |t|\n    t.integer "rows"\n  end\nend\n',
      'app/models/doorkeeper/application.rb':
        'class Doorkeeper::Application < ActiveRecord::Base\n  has_many :stories\nend\n',
      'app/models/setting.rb': 'class Setting < RailsSettings::Base\n  field :name\nend\n',
      'help/report_template.rb':
        'require "bundler/inline"\n\ngemfile(true) do\n  gem "rails"\nend\n\nclass Part < ActiveRecord::Base\n  has_many :posts\nend\n\nclass ShopPart < ActiveRecord::Base\nend\n',
      'perf/cache.rb': 'class Scratch < ActiveRecord::Base\nend\n',
      'app/models/shop/part.rb':
        'module Shop\n  class Part < Shop.base_class\n    has_one :maker, through: :owner\n  end\nend\n',
      'app/models/shop/exporter.rb': 'module Shop\n  class Exporter < Shop.base_class\n  end\nend\n',
      'lib/shop/tally.rb':
        'module Shop\n  class Record < ActiveRecord::Base\n    self.abstract_class = true\n  end\n  class Tally < Record\n    self.table_name = "tallies"\n  end\nend\n',
      'app/models/no_table.rb': 'class NoTable < Struct::Thing\nend\n',
      'app/models/post.rb':
        'class Post < ApplicationRecord\n  belongs_to :author, class_name: "User"\n  has_many :comments, dependent: :destroy\n  has_many :statuses\n  has_many :exercises\n  has_many :stories\n  has_many :boxes\n  has_many :successors, :through => :links\n  has_many :settings, through: :links\n  with_options dependent: :destroy do\n    has_many :parts\n    has_one :shop, through: :owner, source: :thing, source_type: "Part"\n  end\n  validates :title, presence: true\nend\n',
    },
    models: [
      'active-record Doorkeeper::Application [oauth_applications] (id:bigint primary, uid:string) stories>Story',
      'active-record Post [posts] (id:bigint primary, title:string, author_id:bigint foreign, created_at:datetime) author>User comments>Comment statuses>Status exercises>Exercise stories>Story boxes>Box settings>Setting parts>Part shop>Part',
      'active-record Setting [settings] (id:bigint primary, var:string)',
      'active-record Part [shop_parts] (id:bigint primary, label:string)',
      'active-record Tally [tallies] (id:bigint primary, rows:integer)',
      'active-record tags_posts [tags_posts] (tag_id:bigint)',
    ],
  },
};
