import { dotted, type Expression } from '../../program/program';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter, Remark } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { type ClassValue, optionsOf, textOf, textsOf, unknown } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `Get("/users/{id}", "/people/{id}")`, and `Routes("/users")` for the methods of `Verbs`. */
export const fastRoute: SpecialVerbCode = (interpreter, node, call) => {
  const handler = handlerOf(interpreter, call);
  const methods = call.verb === 'Routes' ? (node.methods ?? ['ANY']) : [(call.verb ?? '').toUpperCase()];
  for (const path of call.args.flatMap((argument) => textsOf(argument.value)))
    node.routes.push({
      methods,
      path,
      file: call.frame.unit.path,
      line: call.line,
      middleware: [],
      declared: 'explicit',
      ...(handler === undefined ? {} : { handler }),
    });
  return undefined;
};

function handlerOf(interpreter: Interpreter, call: PendingCall): string | undefined {
  const self = call.frame.scope.get('this');
  return self?.kind === 'object' ? interpreter.classDeclarationOf(self.type)?.name : undefined;
}

/** `Group<Admin>()`: the endpoint lies below the group. */
export const fastGroup: SpecialVerbCode = (interpreter, node, call) => {
  const type = call.args.find((argument) => argument.name === '<>')?.value;
  for (const option of optionsOf(type)) if (option.kind === 'class') groupOf(interpreter, node, option).mount(node);
  return undefined;
};

function groupOf(interpreter: Interpreter, node: RouterNode, type: ClassValue): RouterNode {
  const group = interpreter.routers.nodeOfClass(type, node.rule);
  interpreter.withAmbient(group, () => interpreter.objects.standIn(type));
  return group;
}

/** `Configure("admin", …)` in the constructor of a group, which may lie in another: `SubGroup<Parent>`. */
export const fastConfigure: SpecialVerbCode = (interpreter, node, call) => {
  const said = textOf(call.args[0]?.value);
  if (said === undefined) node.isLost = true;
  else node.prefix = said;
  const self = call.frame.scope.get('this');
  if (self?.kind !== 'object') return undefined;
  const [parent] = interpreter.classDeclarationOf(self.type)?.typeArguments ?? [];
  if (parent === undefined) return undefined;
  for (const option of optionsOf(interpreter.evaluate(dotted(parent), call.frame)))
    if (option.kind === 'class') groupOf(interpreter, node, option).mount(node);
  return undefined;
};

/** `Version(2)`: at the end of the path, unless the configuration wants it before that. */
export const fastVersion: SpecialVerbCode = (_interpreter, node, call) => {
  const version = Number(textOf(call.args[0]?.value) ?? '0');
  if (version > 0) node.notes.set('version', String(version));
  return undefined;
};

export const fastOverride: SpecialVerbCode = (_interpreter, node, call) => {
  node.notes.set('prefix', textOf(call.args[0]?.value) ?? '');
  return undefined;
};

const attribute = /^Http(Get|Post|Put|Patch|Delete|Head)$/;

/** `[HttpGet("/users/{id}")]` on the class says what `Configure` would. */
function placeAttributes(interpreter: Interpreter): void {
  for (const rule of interpreter.rules.rules.filter(({ id }) => id === 'fastEndpoints'))
    for (const unit of interpreter.imports(rule) ? interpreter.project.units.values() : [])
      unit.program.classes.forEach((declared, id) => {
        const said = declared.decorators.filter(({ value }) => attribute.test(nameOfAttribute(value)));
        if (said.length === 0) return;
        const type: ClassValue = { kind: 'class', unit, id, scope: unit.scope };
        const node = interpreter.routers.nodeOfClassIfAny(type);
        if (node?.rule !== rule) return;
        const frame = interpreter.objects.frameOf(type);
        for (const { value, line } of said)
          for (const path of value.is === 'call'
            ? value.args.flatMap((one) => textsOf(interpreter.evaluate(one.value, frame)))
            : [])
            node.routes.push({
              methods: [nameOfAttribute(value).slice('Http'.length).toUpperCase()],
              path,
              file: unit.path,
              line,
              middleware: [],
              declared: 'explicit',
              handler: declared.name,
            });
      });
}

function nameOfAttribute(value: Expression): string {
  const called = value.is === 'call' ? value.callee : value;
  return called.is === 'name' || called.is === 'member' ? called.name : '';
}

/**
 * `app.UseFastEndpoints(c => c.Endpoints.RoutePrefix = "api")`: what is set is found where it is set, in this function or in
 * one that it calls. Settings that are no function of the project may set it as well.
 */
export const useFastEndpoints: SpecialVerbCode = (interpreter, _node, call) => {
  interpreter.remarks.push({ kind: 'fastEndpoints', value: unknown, text: '' });
  for (const { value, source } of call.args) {
    // A function of which nothing was kept sets nothing of the kind.
    if (source.is === 'function' && source.id === -1) continue;
    if (value.kind === 'function') interpreter.callFunction(value, [{ value: unknown, source }]);
    else interpreter.remarks.push({ kind: 'fastEndpointsPrefix', value, text: '' });
  }
  return undefined;
};

/** Puts the prefix of the configuration in front of what lies in no group, and of the groups. */
export function prefixFastEndpoints(interpreter: Interpreter): void {
  placeAttributes(interpreter);
  const said = (kind: string): Remark[] => interpreter.remarks.filter((remark) => remark.kind === kind);
  const set = said('fastEndpointsPrefix');
  const texts = new Set(set.map(({ text }) => text));
  const [configured = ''] = texts;
  // Who serves the endpoints says below which path: nobody does, or with what is no text, or with several.
  const isLost = said('fastEndpoints').length === 0 || texts.size > 1 || set.some(({ value }) => value.kind !== 'text');
  const nodes = interpreter.nodes.filter(({ rule }) => rule.id === 'fastEndpoints');
  const before = placeVersions(interpreter, nodes);
  for (const node of nodes) {
    if (node.isMounted || node.isLost) continue;
    const own = node.notes.get('prefix');
    const parts = [own ?? (isLost ? '' : configured), before?.(node) ?? '', node.prefix];
    node.prefix = parts.filter((part) => part !== '').join('/');
    node.isLost ||= own === undefined && isLost;
  }
}

/** Puts versions at the ends of paths; where they stand before the paths, gives back which one stands before a router. */
function placeVersions(
  { remarks }: Interpreter,
  nodes: readonly RouterNode[],
): ((node: RouterNode) => string) | undefined {
  const setting = (name: string, otherwise: string): string => {
    const found = remarks.filter(({ kind }) => kind === `fastEndpoints.${name}`);
    const texts = new Set(found.map(({ text }) => text));
    if (texts.size > 1 || found.some(({ value }) => value.kind !== 'text'))
      for (const node of nodes) node.isLost = true;
    return found[0]?.text ?? otherwise;
  };
  const prefix = setting('Prefix', 'v');
  const byDefault = setting('DefaultVersion', '0');
  const isBefore = setting('PrependToRoute', 'false') === 'true';
  const versionOf = (node: RouterNode): string => {
    const version = node.notes.get('version') ?? byDefault;
    return version === '0' ? '' : `${prefix}${version}`;
  };
  for (const node of nodes) {
    if (!isBefore)
      node.routes = node.routes.map((route) => ({
        ...route,
        path: `${route.path}/${versionOf(node)}`.replace(/\/$/, ''),
      }));
    // Before the path of a group stands one version only.
    else if (node.isMounted && (node.notes.get('version') ?? byDefault) !== byDefault) node.isLost = true;
  }
  return isBefore ? versionOf : undefined;
}
