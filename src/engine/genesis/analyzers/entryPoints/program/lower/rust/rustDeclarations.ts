import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../../lowering';
import type {
  ClassDeclaration,
  Decorator,
  Expression,
  FieldDeclaration,
  MapEntry,
  Parameter,
  Statement,
} from '../../program';
import { dotted, member, name, text, traitMark } from '../../program';
import { LanguageReader } from '../languageReader';
import { listedRoutes } from './rustLists';
import { attributesBefore, typeName } from './rustParts';
import { scopeOf, withinScopes } from './rustScopes';
import { readTokens } from './rustTokens';

/** Modules, functions, variables and types of Rust. */
export abstract class RustDeclarations extends LanguageReader {
  /** The type of the `impl` block that is being read. */
  protected implemented: string | undefined;
  /** What an `impl` block says of all its methods. */
  private described: readonly Decorator[] = [];
  /** Names of the inline modules around. */
  private readonly inside: string[] = [];
  /** What the inline modules around put before the paths of their functions. */
  private readonly scopes: string[] = [];
  /** The fields of the types of the file, to which constants of their `impl` blocks are added. */
  private readonly constants = new Map<ClassDeclaration, FieldDeclaration[]>();

  protected module(node: Node): void {
    const body = node.childForFieldName('body');
    const local = node.childForFieldName('name')?.text ?? '';
    if (body === null) {
      this.lowering.push({
        do: 'import',
        specifier: ['self', ...this.inside, local].join('::'),
        bindings: [{ local, imported: '*' }],
        line: lineOf(node),
      });
      return;
    }
    const isTest = attributesBefore(node).some((attribute) => attribute.text.includes('cfg(test)'));
    if (!isTest) this.inlineModule(node, body, local);
  }

  /** Its names count in the whole file, except those that the file has itself; its functions are also its members. */
  private inlineModule(node: Node, body: Node, local: string): void {
    const own = new Set(
      namedChildren(node.parent)
        .filter((sibling) => sibling.type === 'function_item')
        .map((sibling) => sibling.childForFieldName('name')?.text),
    );
    const entries: MapEntry[] = [];
    const scope = scopeOf(node);
    this.inside.push(local);
    if (scope !== undefined) this.scopes.push(scope);
    const statements = this.lowering.block(() => this.flatten(body));
    if (scope !== undefined) this.scopes.pop();
    this.inside.pop();
    for (const statement of statements) {
      const declared = statement.do === 'function' ? this.lowering.functions[statement.id] : undefined;
      if (declared === undefined || !own.has(declared.name)) this.lowering.push(statement);
      if (declared === undefined || statement.do !== 'function' || declared.receiver !== undefined) continue;
      entries.push({ key: text(declared.name), value: { is: 'function', id: statement.id }, line: declared.line });
    }
    if (entries.length > 0) this.set(local, { is: 'map', entries, line: lineOf(node) }, node);
  }

  protected let(node: Node): void {
    const pattern = node.childForFieldName('pattern');
    const value = this.expression(node.childForFieldName('value'));
    const names = pattern?.type === 'tuple_pattern' ? namedChildren(pattern) : pattern === null ? [] : [pattern];
    const [first] = names;
    if (first === undefined) return;
    const target = first.type === 'mut_pattern' ? (first.namedChild(1) ?? first) : first;
    if (names.length > 1) {
      names.forEach((item, at) => {
        this.set(item.text.replace(/^mut /, ''), member(value, String(at)), node);
      });
    } else this.set(target.text.replace(/^mut /, ''), value, node, typeName(node.childForFieldName('type')));
  }

  protected impl(node: Node): void {
    const before = this.implemented;
    this.implemented = typeName(node.childForFieldName('type'));
    this.described = this.attributes(node).filter(({ value }) => value.is === 'call' && isOpenApi(value.callee));
    const body = node.childForFieldName('body');
    if (body !== null) this.flatten(body);
    this.implemented = before;
    this.described = [];
  }

  /** Signatures of a trait whose attributes make them routes: whatever carries it out answers them. */
  protected trait(node: Node): void {
    for (const child of namedChildren(node.childForFieldName('body'))) {
      if (child.type !== 'function_signature_item') continue;
      const isRoute = attributesBefore(child).some((one) => /^#\[\s{0,4}(?:endpoint|channel)\b/.test(one.text));
      if (isRoute) this.lowering.push({ do: 'function', id: this.functionItem(child, [ofTrait]) });
    }
  }

  /** `impl Paths { const ORDERS: &str = "/orders"; }`: a member of its type. False for one that stands alone. */
  protected associatedConstant(node: Node): boolean {
    const owner = this.lowering.classes.find((declared) => declared.name === this.implemented);
    const fields = owner === undefined ? undefined : this.constants.get(owner);
    if (fields === undefined) return false;
    const value = this.expression(node.childForFieldName('value'));
    fields.push({ name: node.childForFieldName('name')?.text ?? '', line: lineOf(node), value });
    return true;
  }

  protected functionItem(node: Node, further: readonly Decorator[] = this.described): number {
    const list = node.childForFieldName('parameters');
    const returns = typeName(node.childForFieldName('return_type'));
    const own = this.attributes(node).map((one) => withinScopes(one, this.scopes));
    const decorators = own.length === 0 ? own : [...own, ...further];
    const type = this.implemented;
    const hasSelf = namedChildren(list).some((parameter) => parameter.type === 'self_parameter');
    return this.lowering.addFunction({
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      parameters: this.parameters(list),
      body: this.body(
        node.childForFieldName('body'),
        true,
        (body) => body.type === 'block',
        givesFilter.test(returns ?? ''),
      ),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns: returns === 'Self' && type !== undefined ? type : returns }),
      ...(type === undefined ? {} : { receiver: { name: 'self', type } }),
      ...(type !== undefined && !hasSelf ? { static: true } : {}),
    }).id;
  }

  protected parameters(node: Node | null): Parameter[] {
    return namedChildren(node)
      .filter((parameter) => parameter.type === 'parameter' || parameter.type === 'identifier')
      .map((parameter) => {
        const pattern = parameter.childForFieldName('pattern') ?? parameter;
        const type = typeName(parameter.childForFieldName('type'));
        const parameterName = pattern.text.replace(/^mut /, '');
        return type === undefined ? { name: parameterName } : { name: parameterName, type };
      });
  }

  protected struct(node: Node): void {
    const fields = namedChildren(node.childForFieldName('body')).flatMap((field): FieldDeclaration[] => {
      const type = typeName(field.childForFieldName('type'));
      const fieldName = field.childForFieldName('name')?.text;
      if (fieldName === undefined) return [];
      return [
        {
          name: fieldName,
          line: lineOf(field),
          ...(type === undefined ? {} : { type }),
          ...this.fieldDecorators(field),
        },
      ];
    });
    const declared: ClassDeclaration = {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      kind: 'struct',
      bases: [],
      decorators: this.attributes(node),
      fields,
      methods: [],
      body: [],
    };
    this.constants.set(declared, fields);
    this.lowering.push(this.lowering.addClass(declared));
    const body = attributesBefore(node).flatMap((item) => listedRoutes(item));
    if (body.length > 0) this.configure(declared, body);
  }

  /** What an attribute lists for the type: a function of it that fills what it is handed. */
  private configure({ name: type, line }: ClassDeclaration, body: readonly Statement[]): void {
    const { id } = this.lowering.addFunction({
      name: 'configure',
      line,
      parameters: [{ name: 'cfg', type: 'actix_web.web.ServiceConfig' }],
      body,
      receiver: { name: 'self', type },
      static: true,
    });
    this.lowering.push({ do: 'function', id });
  }

  private fieldDecorators(field: Node): { decorators?: Decorator[] } {
    const decorators = this.attributes(field);
    return decorators.length === 0 ? {} : { decorators };
  }

  private attributes(node: Node): Decorator[] {
    return attributesBefore(node).flatMap((item): Decorator[] => {
      const attribute = item.namedChild(0);
      const path = attribute?.namedChild(0)?.text;
      if (attribute === null || path === undefined) return [];
      const callee = dotted(path, '::');
      const list = attribute.childForFieldName('arguments');
      const line = lineOf(item);
      return [{ value: list === null ? callee : { is: 'call', callee, args: readTokens(list), line }, line }];
    });
  }
}

/** `impl Filter`: a part of what a server of Warp answers. */
const givesFilter = /(?:^|\.)(?:Boxed)?Filter$/;

const isOpenApi = (callee: Expression): boolean =>
  (callee.is === 'name' || callee.is === 'member') && callee.name === 'OpenApi';

const ofTrait: Decorator = { value: name(traitMark), line: 0 };
