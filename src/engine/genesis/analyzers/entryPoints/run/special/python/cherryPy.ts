import type { Decorator, FunctionDeclaration } from '../../../program/program';
import { exposing } from '../../../program/slice/sliceWords';
import { valueAt } from '../../arguments';
import type { Interpreter } from '../../interpreter';
import type { RouterNode } from '../../routers/routerNode';
import type { ClassValue, Value } from '../../values';
import { optionsOf, textOf, textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const deepest = 12;
/** Objects of one tree: those that hold each other twice over double at every step. */
const mostObjects = 2_000;
const httpMethod = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** `cherrypy.quickstart(Root(), '/shop')`, `cherrypy.tree.mount(Api(), '/api')`: what its objects expose, by their names. */
export const cherryPyMount: SpecialVerbCode = (interpreter, node, call) => {
  const root = valueAt(call.args, ['root', 0]);
  const script = valueAt(call.args, ['script_name', 1]);
  const paths = script === undefined ? [''] : textsOf(script);
  for (const value of optionsOf(root)) {
    if (value.kind !== 'object') continue;
    const placed = `placed ${value.type.unit.path} ${value.type.id}`;
    // The same tree at a further path that only settings tell says nothing new.
    if (paths.length === 0 && node.notes.has(placed)) continue;
    node.notes.set(placed, 'placed');
    for (const path of paths.length === 0 ? [undefined] : paths) {
      const child = node.branch(path ?? '', call.line);
      child.isLost ||= path === undefined;
      interpreter.nodes.push(child);
      expose(interpreter, child, value, '', { above: new Set(), seen: { objects: 0 } });
    }
  }
  return undefined;
};

function expose(
  interpreter: Interpreter,
  node: RouterNode,
  value: Extract<Value, { kind: 'object' }>,
  path: string,
  { above, seen: all }: { readonly above: ReadonlySet<Value>; readonly seen: { objects: number } },
): void {
  all.objects += 1;
  if (above.size > deepest || above.has(value) || all.objects > mostObjects) return;
  const seen = new Set<string>();
  const names = new Set(value.fields.keys());
  for (const type of interpreter.ancestry.of(value.type)) {
    const declared = interpreter.classDeclarationOf(type);
    for (const { name } of declared?.fields ?? []) names.add(name);
    const isResource = isExposed(declared?.decorators) || exposedNames(interpreter, type).has('');
    for (const id of declared?.methods ?? []) {
      const method = type.unit.program.functions[id];
      if (method === undefined || seen.has(method.name)) continue;
      seen.add(method.name);
      if (
        isResource
          ? httpMethod.test(method.name)
          : isExposed(method.decorators) || exposedNames(interpreter, type).has(method.name)
      )
        node.routes.push({
          methods: isResource ? [method.name] : allowed(interpreter, method, type),
          path: isResource ? path : `${path}${endOf(method.name)}`,
          file: type.unit.path,
          line: method.line,
          handler: `${declared?.name ?? ''}.${method.name}`,
          middleware: [],
          declared: 'implied',
        });
    }
  }
  const within = new Set([...above, value]);
  for (const name of names) {
    const field = value.fields.get(name) ?? interpreter.objects.memberOfClass(value.type, name);
    for (const option of optionsOf(field))
      if (option.kind === 'object' && !name.startsWith('_'))
        expose(interpreter, node, option, `${path}/${name}`, { above: within, seen: all });
  }
}

const endOf = (name: string): string =>
  name === 'index' ? '/' : name === 'default' ? '/{path*}' : name === '__call__' ? '' : `/${name}`;

const lastName = ({ value }: Decorator): string => {
  const called = value.is === 'call' ? value.callee : value;
  return called.is === 'name' || called.is === 'member' ? called.name : '';
};

const isExposed = (decorators: readonly Decorator[] | undefined): boolean =>
  decorators?.some((decorator) => exposing.test(lastName(decorator))) === true;

/** `index.exposed = True` below a method, `exposed = True` for the class itself. */
function exposedNames(interpreter: Interpreter, type: ClassValue): ReadonlySet<string> {
  const declared = interpreter.classDeclarationOf(type);
  const said = (declared?.body ?? []).flatMap((statement) =>
    statement.do === 'set' &&
    statement.target.is === 'member' &&
    statement.target.name === 'exposed' &&
    statement.target.of.is === 'name'
      ? [statement.target.of.name]
      : [],
  );
  return new Set(declared?.fields.some(({ name }) => name === 'exposed') === true ? [...said, ''] : said);
}

/** `@cherrypy.tools.allow(methods=['POST'])` */
function allowed(interpreter: Interpreter, { decorators }: FunctionDeclaration, type: ClassValue): readonly string[] {
  for (const decorator of decorators ?? []) {
    const { value } = decorator;
    if (value.is !== 'call' || lastName(decorator) !== 'allow') continue;
    const args = interpreter.calls.args(value, interpreter.objects.frameOf(type));
    const methods = optionsOf(valueAt(args, ['methods', 0])).flatMap((option) =>
      option.kind === 'list' ? option.items.flatMap((item) => textOf(item) ?? []) : textsOf(option),
    );
    if (methods.length > 0) return methods.map((method) => method.toUpperCase());
  }
  return ['ANY'];
}
