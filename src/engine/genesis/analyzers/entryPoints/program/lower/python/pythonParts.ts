import type { Node } from 'web-tree-sitter';
import { joined, namedChildren } from '../../lowering';
import type { Argument, ClassDeclaration, Expression, FieldDeclaration, Parameter, Statement } from '../../program';
import { other, text } from '../../program';

/** The name of a type; of `Optional[X]` and `Annotated[X, …]` that of `X`. */
export function typeName(node: Node | null): string | undefined {
  if (node === null) return undefined;
  switch (node.type) {
    case 'type':
      return typeName(node.namedChild(0));
    case 'identifier':
    case 'attribute':
      return node.text;
    case 'generic_type': {
      const outer = node.namedChild(0)?.text ?? '';
      if (!/^(?:Optional|Annotated|Type)$/.test(outer)) return outer;
      return typeName(node.namedChild(1)?.namedChild(0) ?? null);
    }
    case 'binary_operator':
      return typeName(node.childForFieldName('left'));
    case 'string':
      return namedChildren(node).find((part) => part.type === 'string_content')?.text;
    default:
      return undefined;
  }
}

/** What a function takes; `read` tells the values that stand for what is not given. */
export function parametersOf(node: Node | null, read: (value: Node) => Expression): Parameter[] {
  return namedChildren(node).flatMap((parameter): Parameter[] => {
    if (parameter.type === 'identifier') return [{ name: parameter.text }];
    const [first] = parameter.type === 'typed_parameter' ? namedChildren(parameter) : [parameter];
    if (first?.type === 'list_splat_pattern') return [{ name: first.namedChild(0)?.text ?? '', rest: true }];
    if (first?.type === 'dictionary_splat_pattern') return [{ name: first.namedChild(0)?.text ?? '', named: true }];
    if (!/^(?:typed_|default_|typed_default_)parameter$/.test(parameter.type)) return [];
    const named = parameter.childForFieldName('name') ?? parameter.namedChild(0);
    const type = typeName(parameter.childForFieldName('type'));
    const value = parameter.childForFieldName('value');
    return [
      {
        name: named?.text ?? '',
        ...(type === undefined ? {} : { type }),
        ...(value === null ? {} : { default: read(value) }),
      },
    ];
  });
}

/** What stands in the body of a class, by what it declares. */
export function classParts(statements: readonly Statement[]): Pick<ClassDeclaration, 'fields' | 'methods' | 'body'> {
  const fields: FieldDeclaration[] = [];
  const methods: number[] = [];
  const body: Statement[] = [];
  for (const statement of statements) {
    if (statement.do === 'function') methods.push(statement.id);
    else if (statement.do === 'set' && statement.target.is === 'name')
      fields.push({
        name: statement.target.name,
        line: statement.line,
        value: statement.value,
        ...(statement.type === undefined ? {} : { type: statement.type }),
      });
    else body.push(statement);
  }
  return { fields, methods, body };
}

/** `"/%s/%s" % (tenant, name)` as a concatenation. */
export function formatted(format: Expression, values: Expression): Expression {
  if (format.is !== 'text') return other;
  const parts = format.text.split(/%[sdr]/);
  const given = values.is === 'list' ? values.items : [values];
  if (parts.length !== given.length + 1) return other;
  const all = parts.flatMap((part, at) => (at === 0 ? [text(part)] : [given[at - 1] ?? other, text(part)]));
  return joined(all.filter((part) => part.is !== 'text' || part.text !== ''));
}

/** `functools.partial(app.register_blueprint, api, url_prefix="/api")`: whoever calls it registers with these arguments. */
export function calledLater(callee: Expression, args: readonly Argument[], line: number): Expression | undefined {
  if ((callee.is !== 'name' && callee.is !== 'member') || callee.name !== 'partial') return undefined;
  const [called, ...rest] = args;
  const isRegistering =
    called?.value.is === 'member' && /^(?:register|include|add|mount)_\w{1,40}$/.test(called.value.name);
  return isRegistering ? { is: 'call', callee: called.value, args: rest, line } : undefined;
}
