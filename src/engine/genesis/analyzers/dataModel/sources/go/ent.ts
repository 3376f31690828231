import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

const argsOf = (call: Node): Node[] => childrenOf(fieldOf(call, 'arguments'));

/** What is called on a call, one after the other: `Optional`, `Unique` of `field.String("x").Optional().Unique()`. */
function chainedOn(call: Node): { readonly name: string; readonly call: Node }[] {
  const links: { name: string; call: Node }[] = [];
  for (
    let at: Node = call;
    at.parent?.type === 'selector_expression' && at.parent.parent?.type === 'call_expression';
  ) {
    links.push({ name: textOf(fieldOf(at.parent, 'field')), call: at.parent.parent });
    at = at.parent.parent;
  }
  return links;
}

function readField(call: Node): DataField[] {
  const callee = fieldOf(call, 'function');
  const name = literalOf(argsOf(call)[0]);
  if (textOf(fieldOf(callee, 'operand')) !== 'field' || name === undefined) return [];
  const marks = new Set(chainedOn(call).map((link) => link.name));
  const key = name === 'id' ? 'primary' : marks.has('Unique') ? 'unique' : undefined;
  const optional = marks.has('Optional') || marks.has('Nillable');
  const type = textOf(fieldOf(callee, 'field'));
  return [{ name, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) }];
}

/** `edge.To("pets", Pet.Type)`, `edge.From("owner", User.Type).Ref("pets").Unique()`, or a function of the project's own. */
function readEdge(call: Node): DataRelation[] {
  const [nameNode, typeNode] = argsOf(call);
  const field = literalOf(nameNode);
  const to = /(?:^|\.)(\w+)\.Type$/.exec(textOf(typeNode))?.[1];
  if (field === undefined || to === undefined) return [];
  const chained = chainedOn(call).map((link) => link.name);
  const unique = chained.includes('Unique');
  const isBack = textOf(fieldOf(fieldOf(call, 'function'), 'field')) === 'From';
  // With a field of its own it holds the key itself, whichever way it points.
  const holds = unique && chained.includes('Field');
  const kind = holds
    ? 'many-to-one'
    : isBack
      ? unique
        ? 'many-to-one'
        : 'many-to-many'
      : unique
        ? 'one-to-one'
        : 'one-to-many';
  return [{ field, to, kind }];
}

interface Methods {
  readonly fields: DataField[];
  readonly edges: DataRelation[];
  readonly mixins: string[];
  readonly table: string | undefined;
  /** Fields that are the key together, in place of `id`. */
  readonly keys: readonly string[];
}

const receiverOf = (method: Node): string =>
  textOf(fieldOf(descendantsOf(fieldOf(method, 'receiver'), 'parameter_declaration')[0], 'type')).replace(/^\*/, '');

function methodsOf(root: Node, owner: string): Methods {
  const bodies = new Map(
    descendantsOf(root, 'method_declaration')
      .filter((method) => receiverOf(method) === owner)
      .map((method) => [textOf(fieldOf(method, 'name')), fieldOf(method, 'body')] as const),
  );
  const callsIn = (name: string): Node[] => descendantsOf(bodies.get(name), 'call_expression');
  const literals = descendantsOf(bodies.get('Mixin'), 'literal_element', 'composite_literal');
  return {
    fields: callsIn('Fields').flatMap(readField),
    edges: callsIn('Edges').flatMap(readEdge),
    mixins: [...new Set(literals.flatMap((literal) => /^(?:\w+\.)?([A-Z]\w*)\s*\{/.exec(literal.text)?.[1] ?? []))],
    keys: [
      ...(/\bfield\.ID\(([^)]{1,300})\)/.exec(textOf(bodies.get('Annotations')))?.[1]?.matchAll(/"(\w{1,100})"/g) ??
        []),
    ].map(([, key = '']) => key),
    table: /(?:\bTable:\s*|entsql\.Table\()"([^"]+)"/.exec(textOf(bodies.get('Annotations')))?.[1],
  };
}

function readSchema(spec: Node, root: Node): ModelFact | undefined {
  const embedded = childrenOf(childOf(fieldOf(spec, 'type'), 'field_declaration_list'), 'field_declaration')
    .filter((item) => childrenOf(item, 'field_identifier').length === 0)
    .map((item) => textOf(fieldOf(item, 'type')));
  const isSchema = embedded.includes('ent.Schema');
  if (!isSchema && !embedded.includes('mixin.Schema')) return undefined;
  const name = textOf(fieldOf(spec, 'name'));
  const { fields, edges, mixins, table, keys } = methodsOf(root, name);
  const implied: DataField[] =
    isSchema && mixins.length === 0 && keys.length === 0 && !fields.some((field) => field.name === 'id')
      ? [{ name: 'id', type: 'Int', key: 'primary' }]
      : [];
  return {
    name,
    kind: 'ent',
    line: lineOf(spec),
    endLine: endLineOf(spec),
    fields: [...implied, ...fields.map((one) => (keys.includes(one.name) ? { ...one, key: 'primary' as const } : one))],
    relations: edges,
    role: isSchema ? 'entity' : 'base',
    ...(mixins.length > 0 ? { bases: mixins } : {}),
    ...(table ? { table } : {}),
  };
}

/** ent: Go types whose methods list fields and edges. */
export const entSource: ModelSource = {
  id: 'ent',
  wants: ({ language }) => language === 'go',
  keyword: /\b(?:ent|mixin)\.Schema\b/,
  extract(file) {
    const root = file.tree?.rootNode;
    if (root === undefined) return {};
    return { models: descendantsOf(root, 'type_spec').flatMap((spec) => readSchema(spec, root) ?? []) };
  },
  example: {
    files: {
      'ent/schema/pet.go':
        'package schema\n\nimport "entgo.io/ent"\n\ntype Stamps struct {\n\tmixin.Schema\n}\n\nfunc (Stamps) Fields() []ent.Field {\n\treturn []ent.Field{\n\t\tfield.UUID("id", uuid.UUID{}),\n\t\tfield.Time("created_at").Immutable(),\n\t}\n}\n\ntype Pet struct {\n\tent.Schema\n}\n\nfunc (Pet) Mixin() []ent.Mixin {\n\treturn []ent.Mixin{Stamps{}}\n}\n\nfunc (Pet) Fields() []ent.Field {\n\treturn []ent.Field{\n\t\tfield.String("name").Unique(),\n\t\tfield.Int("age").Optional(),\n\t}\n}\n\nfunc (Pet) Edges() []ent.Edge {\n\treturn []ent.Edge{edge.From("owner", User.Type).Ref("pets").Unique()}\n}\n',
      'ent/schema/user.go':
        'package schema\n\nimport "entgo.io/ent"\n\ntype User struct{ ent.Schema }\n\nfunc (User) Annotations() []schema.Annotation {\n\treturn []schema.Annotation{entsql.Annotation{Table: "accounts"}}\n}\n\nfunc (User) Fields() []ent.Field {\n\treturn []ent.Field{field.Text("bio")}\n}\n\nfunc (User) Edges() []ent.Edge {\n\treturn []ent.Edge{edge.To("pets", Pet.Type)}\n}\n',
    },
    models: [
      'ent Pet (id:UUID primary, created_at:Time, name:String unique, age:Int?) owner>User',
      'ent User [accounts] (id:Int primary, bio:Text) pets>Pet',
    ],
  },
};
