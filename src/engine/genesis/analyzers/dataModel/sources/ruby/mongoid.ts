import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { argsOf, className, methodOf, option } from './rubyCalls';

/** Where the other side is kept within this one, or this one within the other, no key points there. */
const associations: Readonly<Record<string, DataRelation['kind']>> = {
  belongs_to: 'many-to-one',
  has_many: 'one-to-many',
  has_one: 'one-to-one',
  has_and_belongs_to_many: 'many-to-many',
  embeds_many: 'one-to-many',
  embeds_one: 'one-to-one',
  embedded_in: 'many-to-one',
};

const stamps: Readonly<Record<string, readonly string[]>> = {
  'Mongoid::Timestamps': ['created_at', 'updated_at'],
  'Mongoid::Timestamps::Created': ['created_at'],
  'Mongoid::Timestamps::Updated': ['updated_at'],
};

function readField(call: Node): DataField[] {
  const name = literalOf(argsOf(call)[0]);
  const type = textOf(option(call, 'type'));
  return name === undefined ? [] : [{ name, type: literalOf(option(call, 'type')) ?? type }];
}

function readRelation(call: Node): { readonly keys: readonly DataField[]; readonly relation?: DataRelation } {
  const method = methodOf(call);
  const kind = associations[method];
  const name = literalOf(argsOf(call)[0]);
  if (kind === undefined || name === undefined) return { keys: [] };
  const keys: DataField[] = method === 'belongs_to' ? [{ name: `${name}_id`, type: 'ObjectId', key: 'foreign' }] : [];
  const given = option(call, 'class_name');
  const written = literalOf(given)?.split('::').at(-1);
  const isOpen = textOf(option(call, 'polymorphic')) === 'true' || (given !== undefined && written === undefined);
  if (isOpen) return { keys };
  const isPlural = kind === 'one-to-many' || kind === 'many-to-many';
  return { keys, relation: { field: name, to: written ?? className(name, isPlural), kind } };
}

/** A class that is made a document; its heirs are kept in the same collection and stand for no further one. */
function readClass(node: Node): ModelFact | undefined {
  const calls = childrenOf(fieldOf(node, 'body') ?? childOf(node, 'body_statement'), 'call');
  const included = calls.filter((call) => methodOf(call) === 'include').flatMap((call) => argsOf(call).map(textOf));
  if (!included.some((name) => /^(?:::)?Mongoid::Document$/.test(name))) return undefined;
  const read = calls.map(readRelation);
  const stored = calls.find((call) => methodOf(call) === 'store_in');
  const table = stored === undefined ? undefined : literalOf(option(stored, 'collection'));
  const dates = included.flatMap((name) => stamps[name] ?? []).map((name): DataField => ({ name, type: 'Time' }));
  return {
    name: textOf(fieldOf(node, 'name')),
    kind: 'mongoid',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: [
      ...calls.filter((call) => methodOf(call) === 'field').flatMap(readField),
      ...read.flatMap(({ keys }) => keys),
      ...dates,
    ],
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: 'entity',
    ...(table === undefined ? {} : { table }),
  };
}

/** Mongoid: Ruby classes that include `Mongoid::Document`. */
export const mongoidSource: ModelSource = {
  id: 'mongoid',
  wants: ({ language }) => language === 'ruby',
  keyword: /\bMongoid::Document\b/,
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'class').flatMap((node) => readClass(node) ?? []),
  }),
  example: {
    files: {
      'app/models/problem.rb':
        "class Problem\n  include Mongoid::Document\n  include Mongoid::Timestamps\n  store_in collection: 'problems'\n  field :last_notice_at, type: Time, default: -> { Time.now }\n  field :message\n  belongs_to :app\n  belongs_to :owner, polymorphic: true\n  has_many :errs, inverse_of: :problem\n  embeds_one :notifier, class_name: 'Notifiers::Mail'\n  validates :message, presence: true\nend\n",
      'app/models/urgent.rb': 'class Urgent < Problem\n  field :level, type: Integer\nend\n',
      'lib/plain.rb': 'class Plain\n  def self.document?(one) = one.is_a?(Mongoid::Document)\nend\n',
    },
    models: [
      'mongoid Problem [problems] (last_notice_at:Time, message:, app_id:ObjectId foreign, owner_id:ObjectId foreign, created_at:Time, updated_at:Time) app>App errs>Err notifier>Mail',
    ],
  },
};
