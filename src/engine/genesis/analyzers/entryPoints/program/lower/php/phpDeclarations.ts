import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../../lowering';
import type { Binding, Decorator, Expression, FieldDeclaration, FunctionDeclaration, Parameter } from '../../program';
import { name } from '../../program';
import { annotationsIn, describesApi } from '../docAnnotations';
import type { PhpReader } from './php';

const classTypes = /^(?:class|interface|trait|enum)_declaration$/;

/** The declarations of PHP: imports, functions, classes with attributes and doc-comment annotations. */
export class PhpDeclarations {
  constructor(private readonly reader: PhpReader) {}

  /** False for what is no declaration. */
  declare(node: Node): boolean {
    if (classTypes.test(node.type)) this.classDeclaration(node);
    else if (node.type === 'function_definition') {
      const declared = this.functionDeclaration(node, []);
      this.reader.lowering.push({ do: 'function', id: this.reader.lowering.addFunction(declared).id });
    } else if (node.type === 'namespace_use_declaration') this.use(node);
    else return false;
    return true;
  }

  private use(node: Node): void {
    const group = namedChildren(node).find((child) => child.type === 'namespace_use_group');
    const prefix =
      group === undefined
        ? ''
        : `${namedChildren(node).find((child) => child.type === 'namespace_name')?.text ?? ''}\\`;
    for (const clause of namedChildren(group ?? node)) {
      if (clause.type !== 'namespace_use_clause') continue;
      const alias = clause.childForFieldName('alias');
      const path = `${prefix}${namedChildren(clause)[0]?.text ?? ''}`.replace(/^\\/, '');
      const isFunction =
        clause.childForFieldName('type') !== null || node.children.some((child) => child?.type === 'function');
      const last = className(path);
      const binding: Binding = { local: alias?.text ?? last, imported: isFunction ? last : 'default' };
      if (!isFunction) this.reader.used.set(binding.local, path);
      const specifier = isFunction ? path.slice(0, Math.max(path.length - last.length - 1, 0)) : path;
      this.reader.lowering.push({ do: 'import', specifier, bindings: [binding], line: lineOf(node) });
    }
  }

  private functionDeclaration(node: Node, decorators: readonly Decorator[]): FunctionDeclaration {
    const returns = typeName(node.childForFieldName('return_type'));
    const isStatic = namedChildren(node).some((child) => child.type === 'static_modifier');
    return {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node.childForFieldName('name') ?? node),
      parameters: this.parameters(node.childForFieldName('parameters')),
      body: this.reader.functionBody(node.childForFieldName('body'), true),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns }),
      ...(isStatic ? { static: true } : {}),
    };
  }

  parameters(node: Node | null): Parameter[] {
    return namedChildren(node).map((parameter) => {
      const type = typeName(parameter.childForFieldName('type'));
      const value = parameter.childForFieldName('default_value');
      return {
        name: (parameter.childForFieldName('name')?.text ?? '').replace(/^\$/, ''),
        ...(parameter.type === 'variadic_parameter' ? { rest: true } : {}),
        ...(type === undefined ? {} : { type }),
        ...(value === null ? {} : { default: this.reader.expression(value) }),
      };
    });
  }

  private classDeclaration(node: Node): void {
    const { lowering } = this.reader;
    const fields: FieldDeclaration[] = [];
    const methods: number[] = [];
    for (const child of namedChildren(node.childForFieldName('body'))) {
      if (child.type === 'property_declaration' || child.type === 'const_declaration')
        fields.push(...this.fields(child));
      else if (child.type === 'method_declaration') {
        methods.push(lowering.addFunction(this.functionDeclaration(child, this.decorators(child))).id);
        fields.push(...this.promoted(child));
      } else if (child.type === 'use_declaration') continue;
    }
    lowering.push(
      lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node.childForFieldName('name') ?? node),
        kind:
          node.type === 'interface_declaration' ? 'interface' : node.type === 'trait_declaration' ? 'trait' : 'class',
        bases: this.bases(node),
        decorators: this.decorators(node),
        fields,
        methods,
        body: [],
        ...(namedChildren(node).some((child) => child.type === 'abstract_modifier') ? { abstract: true } : {}),
      }),
    );
  }

  private bases(node: Node): Expression[] {
    const clauses = namedChildren(node).filter((child) => /^(?:base_clause|class_interface_clause)$/.test(child.type));
    const traits = namedChildren(node.childForFieldName('body')).filter((child) => child.type === 'use_declaration');
    return [...clauses, ...traits].flatMap((clause) => namedChildren(clause)).map((base) => name(className(base.text)));
  }

  private fields(node: Node): FieldDeclaration[] {
    const type = typeName(node.childForFieldName('type'));
    const marks = this.decorators(node).filter(({ value }) => marksKey.test(calledName(value)));
    return namedChildren(node)
      .filter((child) => child.type === 'property_element' || child.type === 'const_element')
      .map((element) => {
        const value =
          element.childForFieldName('default_value') ??
          (element.type === 'const_element' ? element.namedChild(1) : null);
        const fieldName = element.childForFieldName('name')?.text ?? element.namedChild(0)?.text ?? '';
        return {
          name: fieldName.replace(/^\$/, ''),
          line: lineOf(element),
          ...(type === undefined ? {} : { type }),
          ...(value === null ? {} : { value: this.reader.expression(value) }),
          ...(marks.length === 0 ? {} : { decorators: marks }),
        };
      });
  }

  private promoted(method: Node): FieldDeclaration[] {
    return namedChildren(method.childForFieldName('parameters'))
      .filter((parameter) => parameter.type === 'property_promotion_parameter')
      .map((parameter) => {
        const type = typeName(parameter.childForFieldName('type'));
        const field = {
          name: (parameter.childForFieldName('name')?.text ?? '').replace(/^\$/, ''),
          line: lineOf(parameter),
        };
        return type === undefined ? field : { ...field, type };
      });
  }

  /** Attributes, and the annotations of the comment right before the declaration. */
  private decorators(node: Node): Decorator[] {
    const attributes = namedChildren(node.childForFieldName('attributes'))
      .flatMap((group) => (group.type === 'attribute_group' ? namedChildren(group) : [group]))
      .filter((child) => child.type === 'attribute')
      .map((attribute) => ({ value: this.attribute(attribute), line: lineOf(attribute) }));
    const before = node.previousSibling;
    const comment = before?.type === 'comment' && before.text.startsWith('/**') ? before : undefined;
    return comment === undefined ? attributes : [...attributes, ...annotationsIn(comment.text, lineOf(comment))];
  }

  private attribute(node: Node): Expression {
    const written = namedChildren(node)[0]?.text ?? '';
    const callee = name(describesApi.test(written) ? written : className(written));
    const parameters = node.childForFieldName('parameters');
    const line = lineOf(node);
    return parameters === null ? callee : { is: 'call', callee, args: this.reader.args(parameters, line), line };
  }
}

/** What says of a property that it tells one object from another. */
const marksKey = /^(?:Id|ApiProperty)$/;

const calledName = (value: Expression): string => {
  const callee = value.is === 'call' ? value.callee : value;
  return callee.is === 'name' ? callee.name : '';
};

/** A class by the last part of its name: imports are resolved by it. */
export function className(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

export function typeName(node: Node | null): string | undefined {
  switch (node?.type) {
    case 'named_type':
    case 'optional_type':
      return typeName(node.namedChild(0));
    case 'union_type':
      return typeName(node.namedChild(0));
    case 'name':
    case 'qualified_name':
      return className(node.text);
    default:
      return undefined;
  }
}
