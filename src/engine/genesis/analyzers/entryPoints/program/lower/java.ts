import type { Node } from 'web-tree-sitter';
import { fieldNodes, joined, lineOf, namedChildren, textExpression } from '../lowering';
import type { Argument, Decorator, Expression, FieldDeclaration, FunctionDeclaration, Parameter } from '../program';
import { dotted, member, name, other, text } from '../program';
import { LanguageReader, nameOfType } from './languageReader';
import type { LowerFile } from './lowerFile';

export const lowerJava: LowerFile = (_file, root, hot) => {
  const declaration = namedChildren(root).find((node) => node.type === 'package_declaration');
  return new JavaReader(hot, 'java').program(root, declaration?.namedChild(0)?.text);
};

const classTypes = /^(?:class|interface|record|enum|annotation_type)_declaration$/;
const transparent = new Set(['parenthesized_expression', 'literal_element']);

class JavaReader extends LanguageReader {
  protected statement(node: Node): void {
    if (classTypes.test(node.type)) {
      this.classDeclaration(node);
      return;
    }
    switch (node.type) {
      case 'import_declaration':
        this.importDeclaration(node);
        return;
      case 'expression_statement':
        this.lowering.pushRun(this.inner(node));
        return;
      case 'local_variable_declaration':
        for (const declarator of fieldNodes(node, 'declarator')) this.variable(declarator, node);
        return;
      case 'return_statement':
        this.lowering.push({ do: 'return', value: this.inner(node) });
        return;
      case 'enhanced_for_statement': {
        const body = node.childForFieldName('body');
        const of = this.expression(node.childForFieldName('value'));
        const statements = this.lowering.block(() => {
          if (body !== null) this.statement(body);
        });
        this.lowering.push({ do: 'each', items: [node.childForFieldName('name')?.text ?? ''], of, body: statements });
        return;
      }
      default:
        if (/statement|block|clause|switch|resource|program/.test(node.type)) this.flatten(node);
    }
  }

  private variable(node: Node, declaration: Node): void {
    const type = typeName(declaration.childForFieldName('type'));
    this.set(
      node.childForFieldName('name')?.text ?? '',
      this.expression(node.childForFieldName('value')),
      node,
      type === 'var' ? undefined : type,
    );
  }

  private importDeclaration(node: Node): void {
    const [path] = namedChildren(node);
    const isWildcard = namedChildren(node).some((child) => child.type === 'asterisk');
    if (path === undefined) return;
    const isStatic = node.children.some((child) => child?.type === 'static');
    if (isWildcard) {
      this.lowering.push({ do: 'reexport', specifier: path.text, bindings: [] });
      this.lowering.push({ do: 'import', specifier: path.text, bindings: [], line: lineOf(node) });
      return;
    }
    const local = path.text.slice(path.text.lastIndexOf('.') + 1);
    const specifier = isStatic ? path.text.slice(0, path.text.lastIndexOf('.')) : path.text;
    const bindings = [{ local, imported: isStatic ? local : 'default' }];
    this.lowering.push({ do: 'import', specifier, bindings, line: lineOf(node) });
  }

  private classDeclaration(node: Node, within?: string): void {
    const fields: FieldDeclaration[] = [];
    const methods: number[] = [];
    for (const child of bodyOf(node)) {
      if (classTypes.test(child.type)) this.classDeclaration(child, nameOfType(node, within));
      else if (/^(?:field|constant)_declaration$/.test(child.type)) fields.push(...this.fields(child));
      else if (/^(?:method|constructor)_declaration$/.test(child.type)) methods.push(this.method(child));
      else if (child.type === 'block') methods.push(this.initializer(child, node));
    }
    const bases = [node.childForFieldName('superclass'), node.childForFieldName('interfaces')]
      .concat(namedChildren(node).filter((child) => child.type === 'extends_interfaces'))
      .flatMap((clause) => typesIn(clause));
    this.lowering.push(
      this.lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node),
        kind: node.type === 'interface_declaration' ? 'interface' : 'class',
        bases: bases.map((base) => dotted(base)),
        decorators: this.annotations(node),
        fields,
        methods,
        body: [],
        ...(isAbstract(node) ? { abstract: true } : {}),
        ...(within === undefined ? {} : { within }),
      }),
    );
  }

  /** `new ServletModule() { @Override protected void configureServlets() { … } }` */
  private unnamedClass(node: Node, base: string): void {
    const body = namedChildren(node).find((child) => child.type === 'class_body');
    const declared = namedChildren(body ?? null).filter((child) => child.type === 'method_declaration');
    if (declared.length === 0) return;
    const methods = declared.map((child) => this.method(child));
    const line = lineOf(node);
    const shape = { name: `${base}:${line}`, line, kind: 'class', decorators: [], fields: [], body: [] } as const;
    this.lowering.push(this.lowering.addClass({ ...shape, bases: [dotted(base)], methods }));
  }

  private fields(node: Node): FieldDeclaration[] {
    const type = typeName(node.childForFieldName('type'));
    return fieldNodes(node, 'declarator').map((declarator) => {
      const value = declarator.childForFieldName('value');
      return {
        name: declarator.childForFieldName('name')?.text ?? '',
        line: lineOf(declarator),
        ...(type === undefined ? {} : { type }),
        ...(value === null ? {} : { value: this.expression(value) }),
      };
    });
  }

  private method(node: Node): number {
    const decorators = this.annotations(node);
    const returns = typeName(node.childForFieldName('type'));
    const declaration: FunctionDeclaration = {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node.childForFieldName('name') ?? node),
      parameters: this.parameters(node.childForFieldName('parameters')),
      body: this.body(node.childForFieldName('body'), true, () => true),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns }),
      ...(modifiersOf(node).includes('static') ? { static: true } : {}),
    };
    return this.lowering.addFunction(declaration).id;
  }

  /** A block in the body of a class is carried out by each of its constructors. */
  private initializer(block: Node, owner: Node): number {
    const name = owner.childForFieldName('name')?.text ?? '';
    const body = this.body(block, true, () => true);
    return this.lowering.addFunction({ name, line: lineOf(block), parameters: [], body }).id;
  }

  private parameters(node: Node | null): Parameter[] {
    if (node?.type === 'identifier') return [{ name: node.text }];
    return namedChildren(node).map((parameter) => {
      const type = typeName(parameter.childForFieldName('type'));
      const parameterName = parameter.childForFieldName('name')?.text ?? parameter.text;
      return { name: parameterName, ...(type === undefined ? {} : { type }) };
    });
  }

  private annotations(node: Node): Decorator[] {
    const modifiers = namedChildren(node).find((child) => child.type === 'modifiers');
    return namedChildren(modifiers ?? null)
      .filter((child) => child.type.endsWith('annotation'))
      .map((child) => ({ value: this.annotation(child), line: lineOf(child) }));
  }

  private annotation(node: Node): Expression {
    const callee = dotted(node.childForFieldName('name')?.text ?? '');
    const list = node.childForFieldName('arguments');
    if (list === null) return callee;
    const line = lineOf(node);
    const args = namedChildren(list).map((child): Argument => {
      if (child.type !== 'element_value_pair') return this.positional(child, line);
      const value = child.childForFieldName('value');
      const key = child.childForFieldName('key')?.text ?? '';
      return value === null ? { value: other, name: key } : { ...this.positional(value, line), name: key };
    });
    return { is: 'call', callee, args, line };
  }

  protected read(node: Node): Expression {
    if (transparent.has(node.type)) return this.inner(node);
    switch (node.type) {
      case 'identifier':
      case 'this':
      case 'super':
      case 'type_identifier':
        return name(node.text);
      case 'string_literal':
        return textExpression(
          namedChildren(node)
            .map((part) => part.text)
            .join(''),
        );
      case 'true':
      case 'false':
      case 'decimal_integer_literal':
        return text(node.text);
      case 'field_access':
      case 'scoped_identifier':
        return dotted(node.text.replace(/\s+/g, ''));
      case 'class_literal':
        return name(typeName(node.namedChild(0)) ?? '');
      case 'method_invocation':
        return this.invocation(node);
      case 'object_creation_expression': {
        const args = this.args(node.childForFieldName('arguments'), lineOf(node));
        const type = typeName(node.childForFieldName('type')) ?? '';
        if (type === 'ServletModule') this.unnamedClass(node, type);
        return { is: 'call', callee: dotted(type), args, line: lineOf(node), makes: true };
      }
      case 'method_reference': {
        const [object, method] = namedChildren(node);
        return method === undefined ? this.expression(object) : member(this.expression(object), method.text);
      }
      case 'lambda_expression':
        return this.functionValue(
          lineOf(node),
          this.parameters(node.childForFieldName('parameters')),
          this.body(node.childForFieldName('body'), false, (body) => body.type === 'block'),
        );
      case 'array_initializer':
      case 'element_value_array_initializer':
        return this.list(node);
      case 'array_creation_expression':
        return this.expression(node.childForFieldName('value'));
      case 'annotation':
      case 'marker_annotation':
        return this.annotation(node);
      case 'cast_expression':
        return this.expression(node.childForFieldName('value'));
      case 'ternary_expression':
        return this.options([node.childForFieldName('consequence'), node.childForFieldName('alternative')]);
      case 'binary_expression': {
        if (node.childForFieldName('operator')?.text !== '+') return other;
        return joined([
          this.expression(node.childForFieldName('left')),
          this.expression(node.childForFieldName('right')),
        ]);
      }
      case 'assignment_expression': {
        const target = this.expression(node.childForFieldName('left'));
        const value = this.expression(node.childForFieldName('right'));
        this.lowering.push({ do: 'set', target, value, line: lineOf(node) });
        return target;
      }
      default:
        return other;
    }
  }

  private invocation(node: Node): Expression {
    const called = node.childForFieldName('name');
    const object = node.childForFieldName('object');
    const line = lineOf(called ?? node);
    const callee = object === null ? name(called?.text ?? '') : member(this.expression(object), called?.text ?? '');
    return { is: 'call', callee, args: this.args(node.childForFieldName('arguments'), line), line };
  }

  private args(node: Node | null, line: number): Argument[] {
    return namedChildren(node).map((argument) => this.positional(argument, line));
  }
}

function bodyOf(node: Node): Node[] {
  const members = namedChildren(node.childForFieldName('body'));
  return members.flatMap((child) => (child.type === 'enum_body_declarations' ? namedChildren(child) : [child]));
}

function modifiersOf(node: Node): string {
  return namedChildren(node).find((child) => child.type === 'modifiers')?.text ?? '';
}

const isAbstract = (node: Node): boolean => /\babstract\b/.test(modifiersOf(node));

function typesIn(node: Node | null): string[] {
  if (node === null) return [];
  const list = namedChildren(node).flatMap((child) => (child.type === 'type_list' ? namedChildren(child) : [child]));
  return list.flatMap((child) => typeName(child) ?? []);
}

/** The name of a type without its arguments. */
function typeName(node: Node | null): string | undefined {
  switch (node?.type) {
    case 'generic_type':
    case 'annotated_type':
      return typeName(node.namedChild(0));
    case 'type_identifier':
    case 'scoped_type_identifier':
      return node.text;
    default:
      return undefined;
  }
}
