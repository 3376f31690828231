import type { Expression } from '../../../program/program';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { functionNameOf } from '../../routers/handlerName';
import type { RouterNode } from '../../routers/routerNode';
import type { ClassValue, Value } from '../../values';
import { optionsOf, textOf, unknown } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `run Api` inside of `map '/api' do`: an application of the project lies there, another one answers everything below it. */
export const rackRun: SpecialVerbCode = (interpreter, node, call) => {
  const [target] = call.args;
  if (target === undefined) return undefined;
  const name = (functionNameOf(target.source) ?? '').replace(/\.(?:new!?|app|freeze)$/, '');
  const router = applicationNamed(interpreter, name, target.value);
  if (router !== undefined) node.mount(router);
  else if (isMapped(node, call) && /^[A-Z]/.test(name) && !/^(?:Rails|Hanami)\b/.test(name))
    node.routes.push({
      methods: ['ANY'],
      path: '/*path',
      file: call.frame.unit.path,
      line: call.line,
      handler: name,
      middleware: [],
      declared: 'implied',
    });
  return undefined;
};

/** `Rack::URLMap.new('/api' => Api, '/' => Pages)`, `Rack::Cascade.new([Api, Pages])`. */
export const rackMap: SpecialVerbCode = (interpreter, node, call) => {
  for (const { source, name } of call.args) {
    if (name !== undefined) continue;
    if (source.is === 'map')
      for (const { key, value } of source.entries)
        mountNamed(interpreter, node, call, value, textOf(interpreter.evaluate(key, call.frame)));
    if (source.is === 'list') for (const item of source.items) mountNamed(interpreter, node, call, item, '');
  }
  return undefined;
};

function mountNamed(
  interpreter: Interpreter,
  node: RouterNode,
  call: PendingCall,
  target: Expression,
  path: string | undefined,
): void {
  const name = (functionNameOf(target) ?? '').replace(/\.(?:new!?|app|freeze)$/, '');
  const child = applicationNamed(interpreter, name, interpreter.evaluate(target, call.frame));
  // A key may name the host as well.
  if (child !== undefined && path !== undefined) node.mount(child, path.replace(/^https?:\/\/[^/]{0,200}/, ''));
}

/**
 * `server.mount('/api/users', Users.new)` on an object of the project: the application lies there, however the object
 * hands requests on. Where the path is not read, what lies there has a beginning that is not known.
 */
export function mountOnServer(interpreter: Interpreter, name: string, call: PendingCall): Value | undefined {
  const [path, target, ...more] = call.args;
  if (call.frame.unit.program.language !== 'ruby' || name !== 'mount' || target === undefined || more.length > 1)
    return undefined;
  const child = applicationNamed(
    interpreter,
    (functionNameOf(target.source) ?? '').replace(/\.(?:new!?|app|freeze)$/, ''),
    target.value,
  );
  const rule = interpreter.rules.rules.find(({ id }) => id === 'rack');
  if (child === undefined || rule === undefined) return undefined;
  const node = interpreter.defaultNode(rule, call.frame.unit, call.line);
  const text = textOf(path?.value);
  if (text?.startsWith('/') === true) node.mount(child, text);
  else interpreter.doubtful.push({ node, child });
  return unknown;
}

const isMapped = (node: RouterNode, call: PendingCall): boolean => node.isMounted && node.made.line !== call.line;

/** The router that a class of the project is, by its value or by the whole of its name. */
export function applicationNamed(interpreter: Interpreter, name: string, value: Value): RouterNode | undefined {
  for (const option of optionsOf(value)) {
    if (option.kind === 'router') return option.node;
    const type = option.kind === 'class' ? option : option.kind === 'object' ? option.type : undefined;
    const node = type === undefined ? undefined : interpreter.routers.nodeOfClassIfAny(type);
    if (node !== undefined) return node;
  }
  const type = classNamed(interpreter, name);
  return type === undefined ? undefined : interpreter.routers.nodeOfClassIfAny(type);
}

/** `Proxy::Dns::Api`, where many files open the modules around it. */
function classNamed(interpreter: Interpreter, name: string): ClassValue | undefined {
  const path = name.replace(/::/g, '.').replace(/^\./, '');
  const at = path.lastIndexOf('.');
  const found = interpreter.project.classesNamed(path.slice(at + 1)).filter((candidate) => {
    const declared = interpreter.classDeclarationOf(candidate);
    return candidate.unit.program.language === 'ruby' && (declared?.within ?? '') === path.slice(0, Math.max(at, 0));
  });
  const type = found.map((candidate): ClassValue => ({ kind: 'class', ...candidate, scope: candidate.unit.scope }));
  return type.find((candidate) => interpreter.routers.nodeOfClassIfAny(candidate) !== undefined);
}
