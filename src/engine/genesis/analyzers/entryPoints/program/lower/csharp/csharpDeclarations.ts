import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../../lowering';
import type {
  Argument,
  Decorator,
  Expression,
  FieldDeclaration,
  FunctionDeclaration,
  Parameter,
  Statement,
} from '../../program';
import { dotted, other, text } from '../../program';
import { membersForUsers } from '../developmentOnly';
import { nameOfType, placeOf } from '../languageReader';
import type { CSharpReader } from './csharp';

const classTypes = /^(?:class|interface|struct|record|record_struct)_declaration$/;

/** The declarations of C#: types with their members and attributes, and local functions. */
export class CSharpDeclarations {
  constructor(private readonly reader: CSharpReader) {}

  /** False for what is no declaration. */
  declare(node: Node): boolean {
    if (classTypes.test(node.type)) this.type(node);
    else if (node.type === 'local_function_statement')
      this.reader.lowering.push({ do: 'function', id: this.method(node).id });
    else return false;
    return true;
  }

  private type(node: Node, within?: string): void {
    const { lowering } = this.reader;
    const fields: FieldDeclaration[] = this.primaryParameters(node);
    const methods: number[] = [];
    for (const child of membersForUsers(node.childForFieldName('body'))) {
      if (classTypes.test(child.type)) this.type(child, nameOfType(node, within));
      else if (child.type === 'field_declaration') fields.push(...this.fields(child));
      else if (child.type === 'property_declaration') fields.push(this.property(child));
      else if (isExtensionBlock(child)) methods.push(...this.extensions(child));
      else if (/^(?:method|constructor)_declaration$/.test(child.type)) methods.push(this.method(child).id);
    }
    const bases = namedChildren(namedChildren(node).find((child) => child.type === 'base_list') ?? null);
    lowering.push(
      lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node.childForFieldName('name') ?? node),
        kind: node.type === 'interface_declaration' ? 'interface' : 'class',
        bases: bases.flatMap((base) => typeName(base) ?? []).map((base) => dotted(base)),
        decorators: this.attributes(node),
        fields,
        methods,
        body: [],
        ...(hasModifier(node, 'abstract') ? { abstract: true } : {}),
        ...(hasModifier(node, 'partial') ? { partial: true } : {}),
        ...(within === undefined ? {} : { within }),
        ...(bases.some((base) => base.type === 'generic_name')
          ? { typeArguments: bases.flatMap((base) => typeArguments(base)) }
          : {}),
      }),
    );
  }

  private primaryParameters(node: Node): FieldDeclaration[] {
    const list = namedChildren(node).find((child) => child.type === 'parameter_list');
    return this.parameters(list ?? null).map(({ name, type }) => ({
      name,
      line: lineOf(node),
      ...(type === undefined ? {} : { type }),
    }));
  }

  private fields(node: Node): FieldDeclaration[] {
    const declaration = namedChildren(node).find((child) => child.type === 'variable_declaration');
    const type = typeName(declaration?.childForFieldName('type') ?? null);
    return namedChildren(declaration ?? null)
      .filter((child) => child.type === 'variable_declarator')
      .map((declarator) => this.field(declarator, namedChildren(declarator)[1], type));
  }

  private property(node: Node): FieldDeclaration {
    const value = node.childForFieldName('value');
    const written = value?.type === 'arrow_expression_clause' ? value.namedChild(0) : value;
    return this.field(node, written ?? undefined, typeName(node.childForFieldName('type')));
  }

  private field(node: Node, value: Node | undefined, type: string | undefined): FieldDeclaration {
    return {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { value: this.reader.expression(value) }),
    };
  }

  /** `extension(WebApplication app) { … }`: its members belong to what stands in the brackets. */
  private extensions(block: Node): number[] {
    const [receiver] = this.parameters(block.childForFieldName('parameters'));
    return namedChildren(block.childForFieldName('body'))
      .filter((child) => child.type === 'local_function_statement')
      .map((child) => this.method(child, receiver).id);
  }

  private method(node: Node, extended?: Parameter): { readonly id: number } {
    const decorators = this.attributes(node);
    const list = node.childForFieldName('parameters');
    const parameters = this.parameters(list);
    const isExtension = namedChildren(list)[0]?.children.some((child) => child?.text === 'this') === true;
    const [receiver] = parameters;
    const returns = typeName(node.childForFieldName('returns') ?? node.childForFieldName('type'));
    const declaration: FunctionDeclaration = {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node.childForFieldName('name') ?? node),
      parameters: isExtension ? parameters.slice(1) : parameters,
      body: [
        ...this.handedOn(node),
        ...this.reader.lambdaOrBody(node.childForFieldName('body') ?? arrowOf(node), true),
      ],
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns }),
      ...(isExtension && receiver !== undefined ? { receiver } : {}),
      ...(extended === undefined ? {} : { receiver: extended }),
      ...(hasModifier(node, 'static') ? { static: true } : {}),
      ...(hasModifier(node, 'public') && !overridesHelper(node) ? {} : { hidden: true }),
    };
    return this.reader.lowering.addFunction(declaration);
  }

  /** `: base("api/v1")` of the constructor of an attribute or a module of Carter: what it hands to the one it is made of. */
  private handedOn(node: Node): Statement[] {
    const initializer = namedChildren(node).find((child) => child.type === 'constructor_initializer');
    const isTelling = /(?:Attribute|Module|Endpoints?)$/.test(node.childForFieldName('name')?.text ?? '');
    if (initializer === undefined || !isTelling || !initializer.text.includes('base')) return [];
    const line = lineOf(initializer);
    const args = this.reader.args(namedChildren(initializer).at(-1) ?? null, line);
    return [{ do: 'run', value: { is: 'call', callee: dotted('super'), args, line } }];
  }

  parameters(node: Node | null): Parameter[] {
    if (node === null) return [];
    if (node.type !== 'parameter_list') return [{ name: node.text }];
    return namedChildren(node)
      .filter((child) => child.type === 'parameter')
      .map((parameter) => {
        const type = typeName(parameter.childForFieldName('type'));
        const last = namedChildren(parameter).at(-1);
        const named = parameter.childForFieldName('name');
        const hasDefault = last !== undefined && named !== null && last.startIndex > named.endIndex;
        return {
          name: named?.text ?? '',
          ...(type === undefined ? {} : { type }),
          ...(hasDefault
            ? { default: type === undefined && last.text === 'null' ? text('') : this.reader.expression(last) }
            : {}),
        };
      });
  }

  private attributes(node: Node): Decorator[] {
    return namedChildren(node)
      .filter((child) => child.type === 'attribute_list')
      .flatMap((list) => namedChildren(list).filter((child) => child.type === 'attribute'))
      .map((attribute) => ({ value: this.attribute(attribute), line: lineOf(attribute) }));
  }

  private attribute(node: Node): Expression {
    const written = node.childForFieldName('name')?.text ?? '';
    const callee = dotted(written.replace(/<.*$/, '').replace(/Attribute$/, ''));
    const list = namedChildren(node).find((child) => child.type === 'attribute_argument_list');
    if (list === undefined) return callee;
    const line = lineOf(node);
    const args = namedChildren(list).map((argument): Argument => {
      const value = namedChildren(argument).at(-1);
      if (value?.type === 'assignment_expression') {
        const right = value.childForFieldName('right');
        const name = value.childForFieldName('left')?.text ?? '';
        return { value: right === null ? other : this.reader.expression(right), name, ...placeOf(value, line) };
      }
      const named = argument.childForFieldName('name')?.text;
      const place = placeOf(argument, line);
      const passed = { value: this.reader.expression(value), ...place };
      return named === undefined ? passed : { ...passed, name: named };
    });
    return { is: 'call', callee, args, line };
  }
}

function arrowOf(node: Node): Node | null {
  return namedChildren(node).find((child) => child.type === 'arrow_expression_clause') ?? null;
}

/** The grammar takes such a block for a constructor of that name. */
const isExtensionBlock = (node: Node): boolean =>
  node.type === 'constructor_declaration' && node.childForFieldName('name')?.text === 'extension';

/** What controllers of ASP.NET inherit to give answers with is no action, whoever overrides it. */
const helper =
  /^(?:View|PartialView|ViewComponent|Json|Content|File|(?:Local)?Redirect\w{0,60}|Ok|NotFound|BadRequest|Forbid|Challenge|StatusCode|TryValidateModel|ToString|Equals|GetHashCode)$/;

const overridesHelper = (node: Node): boolean =>
  hasModifier(node, 'override') && helper.test(node.childForFieldName('name')?.text ?? '');

function hasModifier(node: Node, modifier: string): boolean {
  return namedChildren(node).some((child) => child.type === 'modifier' && child.text === modifier);
}

export function typeArguments(node: Node): string[] {
  const list =
    node.type === 'generic_name' ? namedChildren(node).find((child) => child.type === 'type_argument_list') : undefined;
  return namedChildren(list ?? null).flatMap((argument) => typeName(argument) ?? []);
}

/** `Ep.Req.Res` of `Ep.Req<User>.Res<Reply>`. */
function plainPath(node: Node | null): string {
  if (node?.type === 'qualified_name')
    return `${plainPath(node.childForFieldName('qualifier'))}.${plainPath(node.childForFieldName('name'))}`;
  return node?.type === 'generic_name' ? (node.namedChild(0)?.text ?? '') : (node?.text ?? '');
}

/** The name of a type without arguments, `?` and `[]`. */
export function typeName(node: Node | null): string | undefined {
  switch (node?.type) {
    case 'identifier':
      return node.text;
    case 'qualified_name':
      return plainPath(node);
    case 'generic_name': {
      const outer = node.namedChild(0)?.text ?? '';
      // What a task or a collection holds says more than that it is one.
      if (!/^(?:Task|ValueTask|Lazy|IEnumerable|List|IReadOnlyList)$/.test(outer)) return outer;
      return typeName(node.namedChild(1)?.namedChild(0) ?? null) ?? outer;
    }
    case 'nullable_type':
    case 'array_type':
    case 'primary_constructor_base_type':
      return typeName(node.namedChild(0));
    default:
      return undefined;
  }
}
