import type { Node } from 'web-tree-sitter';
import { fieldNodes, lineOf, namedChildren } from '../../lowering';
import type { Decorator, Expression, FieldDeclaration, FunctionDeclaration, Parameter, Statement } from '../../program';
import { member, name, nothingInside } from '../../program';
import type { JavaScriptReader } from './javascript';
import { importOf, lastNamed, patternBindings, specifierBinding, typeName, unquoted } from './javascriptParts';

const isGetter = (node: Node): boolean => node.children.some((child) => child?.type === 'get');

/** The declarations of JavaScript and TypeScript: variables, functions, classes, imports and exports. */
export class JavaScriptDeclarations {
  constructor(private readonly reader: JavaScriptReader) {}

  variable(node: Node): void {
    const pattern = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (pattern === null || value === null) return;
    if (value.type === 'assignment_expression' && pattern.type === 'identifier') {
      this.chained(node, pattern, value);
      return;
    }
    const read = this.reader.expression(value);
    if (read.is === 'other') return;
    if (pattern.type !== 'identifier') {
      this.destructure(pattern, read);
      return;
    }
    const type = typeName(node.childForFieldName('type'));
    if (node.parent?.childForFieldName('kind')?.text === 'const') this.reader.branches.follow(pattern.text, read);
    this.reader.lowering.push({
      do: 'set',
      target: name(pattern.text),
      value: read,
      line: lineOf(node),
      declares: true,
      ...(type === undefined ? {} : { type }),
    });
  }

  /** `const users = module.exports = Router()`: all of them are what stands last. */
  private chained(node: Node, pattern: Node, value: Node): void {
    const targets: Node[] = [];
    let last: Node | null = value;
    while (last?.type === 'assignment_expression') {
      const left = last.childForFieldName('left');
      if (left !== null) targets.push(left);
      last = last.childForFieldName('right');
    }
    const read = last === null ? nothingInside : this.reader.expression(last);
    if (read.is === 'other') return;
    const line = lineOf(node);
    this.reader.lowering.push({ do: 'set', target: name(pattern.text), value: read, line, declares: true });
    for (const target of targets)
      this.reader.lowering.push({ do: 'set', target: this.reader.expression(target), value: name(pattern.text), line });
  }

  /** `const { a: b, c = 1 } = value` as one assignment for each name. */
  destructure(pattern: Node, value: Expression): void {
    const { lowering } = this.reader;
    const line = lineOf(pattern);
    let source = value;
    if (value.is !== 'name') {
      source = name(lowering.freshName());
      lowering.push({ do: 'set', target: source, value, line, declares: true });
    }
    for (const { local, imported } of patternBindings(pattern)) {
      this.reader.branches.follow(local, source);
      lowering.push({ do: 'set', target: name(local), value: member(source, imported), line, declares: true });
    }
  }

  functionStatement(node: Node): void {
    const declared = this.declaration(node, node.childForFieldName('name')?.text ?? '', true);
    this.reader.lowering.push({ do: 'function', id: this.reader.lowering.addFunction(declared).id });
  }

  /** A method of an object that is written out; `get router() {…}` stands for what it gives back. */
  memberValue(node: Node): Expression {
    const value = this.functionValue(node);
    return isGetter(node) ? { is: 'call', callee: value, args: [], line: lineOf(node) } : value;
  }

  functionValue(node: Node): Expression {
    const isMethod = node.type === 'method_definition';
    const declared = this.declaration(node, isMethod ? (node.childForFieldName('name')?.text ?? '') : '', false);
    return declared.body.length === 0 ? nothingInside : this.reader.lowering.addFunction(declared);
  }

  private declaration(node: Node, functionName: string, declared: boolean): FunctionDeclaration {
    const returns = typeName(node.childForFieldName('return_type'));
    const parameters = this.parameters(node);
    return {
      name: functionName,
      line: lineOf(node),
      parameters,
      body: this.reader.branches.inFunction(parameters, () => this.body(node.childForFieldName('body'), declared)),
      ...(returns === undefined ? {} : { returns }),
    };
  }

  private body(node: Node | null, declared: boolean): Statement[] {
    if (node === null || !(isPath(node) || this.reader.lowering.isWorthReading(node, declared))) return [];
    if (node.type === 'statement_block') return this.reader.block(node);
    return this.reader.lowering.block(() => {
      const value = this.reader.expression(node);
      if (value.is !== 'other') this.reader.lowering.push({ do: 'return', value });
    });
  }

  private parameters(node: Node): Parameter[] {
    const single = node.childForFieldName('parameter');
    if (single !== null) return [{ name: single.text }];
    return namedChildren(node.childForFieldName('parameters')).flatMap((parameter) => {
      const pattern = parameter.childForFieldName('pattern') ?? parameter;
      // `this: void` says a type, and takes nothing that is passed.
      if (pattern.type === 'this') return [];
      // `...[router, { queries }]` are parameters like others.
      const inner = pattern.type === 'rest_pattern' ? pattern.namedChild(0) : null;
      const parts = inner?.type === 'array_pattern' ? namedChildren(inner) : [parameter];
      return parts.map((part) => this.parameter(part));
    });
  }

  private parameter(node: Node): Parameter {
    const pattern = node.childForFieldName('pattern') ?? node.childForFieldName('left') ?? node;
    const type = typeName(node.childForFieldName('type'));
    const value = node.childForFieldName('value') ?? node.childForFieldName('right');
    if (pattern.type === 'rest_pattern') return { name: pattern.namedChild(0)?.text ?? '', rest: true };
    const bound = /^(?:object|array)_pattern$/.test(pattern.type) ? patternBindings(pattern) : [];
    return {
      name: pattern.type === 'identifier' ? pattern.text : '',
      ...(type === undefined ? {} : { type }),
      ...(value === null ? {} : { default: this.reader.expression(value) }),
      ...(bound.length === 0 ? {} : { members: bound }),
    };
  }

  classStatement(node: Node, outer: readonly Decorator[]): string {
    const className = node.childForFieldName('name')?.text ?? this.reader.lowering.freshName();
    const body = node.childForFieldName('body');
    const fields: FieldDeclaration[] = [];
    const methods: number[] = [];
    let pending: Decorator[] = [];
    for (const child of namedChildren(body)) {
      if (child.type === 'decorator') {
        pending.push(this.decorator(child));
        continue;
      }
      const decorators = [...pending, ...this.decorators(child)];
      pending = [];
      if (/^method|^abstract_method/.test(child.type)) methods.push(this.method(child, decorators, fields));
      else if (/field_definition$/.test(child.type)) this.field(child, decorators, fields);
    }
    this.reader.lowering.push(
      this.reader.lowering.addClass({
        name: className,
        line: lineOf(node),
        kind: 'class',
        bases: this.bases(node),
        decorators: [...outer, ...this.decorators(node)],
        fields,
        methods,
        body: [],
        ...(node.type === 'abstract_class_declaration' ? { abstract: true } : {}),
      }),
    );
    return className;
  }

  classValue(node: Node): Expression {
    return name(this.classStatement(node, []));
  }

  private bases(node: Node): Expression[] {
    const heritage = namedChildren(node).find((child) => child.type === 'class_heritage');
    if (heritage === undefined) return [];
    const clauses = namedChildren(heritage);
    const parents = clauses.flatMap((clause) => {
      if (clause.type === 'extends_clause')
        return fieldNodes(clause, 'value').map((value) => this.reader.expression(value));
      if (clause.type === 'implements_clause')
        return namedChildren(clause).map((type) => name(typeName(type) ?? type.text));
      return [this.reader.expression(clause)];
    });
    return parents;
  }

  private method(node: Node, decorators: readonly Decorator[], fields: FieldDeclaration[]): number {
    const methodName = node.childForFieldName('name')?.text ?? '';
    const declared = this.declaration(node, methodName, true);
    if (methodName === 'constructor') this.parameterProperties(node, fields);
    const isStatic = node.children.some((child) => child?.type === 'static');
    return this.reader.lowering.addFunction({
      ...declared,
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(isStatic ? { static: true } : {}),
      ...(isGetter(node) ? { getter: true } : {}),
    }).id;
  }

  /** `constructor(private readonly users: UsersController)` declares a field. */
  private parameterProperties(node: Node, fields: FieldDeclaration[]): void {
    for (const parameter of namedChildren(node.childForFieldName('parameters'))) {
      const isProperty = parameter.children.some(
        (child) => child?.type === 'accessibility_modifier' || child?.type === 'readonly',
      );
      const type = typeName(parameter.childForFieldName('type'));
      const pattern = parameter.childForFieldName('pattern');
      const isSaid = type !== undefined || parameter.childForFieldName('value') !== null;
      if (isProperty && isSaid && pattern !== null)
        fields.push({ name: pattern.text, line: lineOf(parameter), ...(type === undefined ? {} : { type }) });
    }
  }

  private field(node: Node, decorators: readonly Decorator[], fields: FieldDeclaration[]): void {
    const key = node.childForFieldName('name') ?? node.childForFieldName('property');
    if (key === null) return;
    const value = node.childForFieldName('value');
    const type = typeName(node.childForFieldName('type'));
    fields.push({
      name: key.text,
      line: lineOf(node),
      ...(value === null ? {} : { value: this.reader.expression(value) }),
      ...(type === undefined ? {} : { type }),
      ...(decorators.length === 0 ? {} : { decorators }),
    });
  }

  private decorators(node: Node): Decorator[] {
    return namedChildren(node)
      .filter((child) => child.type === 'decorator')
      .map((child) => this.decorator(child));
  }

  private decorator(node: Node): Decorator {
    const [value] = namedChildren(node);
    return { value: value === undefined ? name('') : this.reader.expression(value), line: lineOf(node) };
  }

  importStatement(node: Node): void {
    this.reader.lowering.push(importOf(node));
  }

  exportStatement(node: Node): void {
    const { lowering } = this.reader;
    const decorators = this.decorators(node);
    const source = node.childForFieldName('source');
    const clause = namedChildren(node).find((child) => child.type === 'export_clause');
    if (source !== null) {
      const whole = namedChildren(node).find((child) => child.type === 'namespace_export');
      const bindings =
        whole === undefined
          ? namedChildren(clause ?? null).map(specifierBinding)
          : [{ local: lastNamed(whole)?.text ?? '', imported: '*' }];
      lowering.push({ do: 'reexport', specifier: unquoted(source), bindings });
      return;
    }
    if (clause !== undefined) {
      for (const { local: exported, imported } of namedChildren(clause).map(specifierBinding))
        lowering.push({ do: 'export', name: exported, value: name(imported) });
      return;
    }
    const declaration = node.childForFieldName('declaration');
    const isDefault = node.children.some((child) => child?.type === 'default');
    if (declaration !== null) this.exportDeclaration(declaration, isDefault, decorators);
    const value = node.childForFieldName('value') ?? (declaration === null ? lastNamed(node) : null);
    if (value === null) return;
    const key = isDefault ? 'default' : 'module.exports';
    lowering.push({ do: 'export', name: key, value: this.reader.expression(value) });
  }

  private exportDeclaration(node: Node, isDefault: boolean, decorators: readonly Decorator[]): void {
    const { lowering } = this.reader;
    const exported = (local: string): void =>
      lowering.push({ do: 'export', name: isDefault ? 'default' : local, value: name(local) });
    if (/class_declaration$/.test(node.type)) {
      exported(this.classStatement(node, decorators));
      return;
    }
    this.reader.statement(node);
    const declared = node.childForFieldName('name');
    if (declared !== null) exported(declared.text);
    else
      for (const declarator of namedChildren(node)) {
        const pattern = declarator.childForFieldName('name');
        if (pattern?.type === 'identifier') exported(pattern.text);
        else if (pattern !== null && pattern !== undefined)
          for (const { local } of patternBindings(pattern)) exported(local);
      }
  }
}

/** `(id) => `/users/${id}``, `(path) => `${prefix}/v2${path}``. */
const isPath = (body: Node): boolean =>
  body.type === 'template_string' && /^`(?:\/[\w$]|\$\{[\w.]{1,60}\}\/)/.test(body.text.slice(0, 80));
