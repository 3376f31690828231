import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { withoutComments } from '../../../../languages/sourceText';
import type { ModelSource } from '../../modelFact';
import { modelsOfBlocks, type TypeBlocks } from './typeBlocks';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"'] };
/** What stands within another message is a part of it. */
const messageHead = /^message\s+(\w{1,100})\s*\{/gm;
/** Shapes of calls, which carry entities and are none. */
const envelope = /(?:Request|Response|Reply|Req|Resp|Res|Params|Options|Result|Empty|Event|Page|List)$/;
const fieldLine =
  /^\s*(repeated\s+|optional\s+|required\s+)?(map<[^>]{1,100}>|[\w.]{1,150})\s+(\w{1,100})\s*=\s*(\d{1,9})/;

const messages: TypeBlocks = {
  kind: 'protobuf',
  head: messageHead,
  leavesOut: (name) => envelope.test(name),
  separator: /[;\n]/,
  flatten: (body) => body.replace(/\boneof\s+\w+\s*\{([^{}]{0,4000})\}/g, '$1'),
  readField: (line, owner, names) => readField(line, owner, names),
  isIdentity: ({ field }) => field.key === 'primary',
};

/** Protocol Buffers: messages that stand for a thing and not for a call. */
export const protobufSource: ModelSource = {
  id: 'protobuf',
  wants: ({ path }) => path.endsWith('.proto'),
  keyword: /^\s*message\s/m,
  extract(file) {
    const text = withoutComments(file.text, notation);
    return { models: modelsOfBlocks(file, text, messages) };
  },
  example: {
    files: {
      'proto/shop.proto':
        'syntax = "proto3";\nmessage GetUserRequest { string id = 1; }\n/* message Old { string id = 1; } */\nmessage User {\n  string id = 1;\n  optional string bio = 2; // about\n  repeated Order orders = 3;\n  oneof contact {\n    string email = 4;\n    string phone = 5;\n  }\n  enum Kind { A = 0; }\n}\nmessage Order {\n  int64 order_id = 1;\n  google.protobuf.Timestamp at = 2;\n}\nmessage Point { int32 x = 1; }\nmessage Trace {\n  message Node {\n    string id = 1;\n  }\n}\nmessage DeviceInfo {\n  string board = 1;\n  string brand = 2;\n  string id = 10;\n}\n',
    },
    models: [
      'protobuf User (id:string primary, bio:string?, orders:Order[], email:string, phone:string) orders>Order',
      'protobuf Order (order_id:int64 primary, at:google.protobuf.Timestamp)',
    ],
  },
};

function readField(
  line: string,
  message: string,
  names: ReadonlySet<string>,
): { field: DataField; relation?: DataRelation } | undefined {
  const [, label = '', type = '', name = '', number = ''] = fieldLine.exec(line) ?? [];
  if (name === '' || type === 'reserved' || type === 'option') return undefined;
  const many = label.startsWith('repeated');
  const key = keyOf(name, message, Number(number));
  const field: DataField = {
    name,
    type: many ? `${type}[]` : type,
    ...(key === undefined ? {} : { key }),
    ...(label.startsWith('optional') ? { optional: true } : {}),
  };
  const to = type.slice(type.lastIndexOf('.') + 1);
  if (!names.has(to)) return { field };
  return { field, relation: { field: name, to, kind: many ? 'one-to-many' : 'many-to-one' } };
}

/** What a message is known by comes first; further down an `id` is the name that something else gives to its kind. */
const lastKeyNumber = 2;

/** `id`, or the message's own name before it. */
function keyOf(field: string, message: string, number: number): DataField['key'] {
  const bare = field.replace(/_/g, '').toLowerCase();
  if (bare === 'id' || bare === 'uuid' || bare === `${message.toLowerCase()}id`)
    return number <= lastKeyNumber ? 'primary' : undefined;
  return /[a-z]_id$/.test(field) ? 'foreign' : undefined;
}
