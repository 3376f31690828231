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
      path: `${path}${node.notes.get('version') ?? ''}`,
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
  node.prefix = textOf(call.args[0]?.value) ?? node.prefix;
  const self = call.frame.scope.get('this');
  if (self?.kind !== 'object') return undefined;
  const [parent] = interpreter.classDeclarationOf(self.type)?.typeArguments ?? [];
  if (parent === undefined) return undefined;
  for (const option of optionsOf(interpreter.evaluate(dotted(parent), call.frame)))
    if (option.kind === 'class') groupOf(interpreter, node, option).mount(node);
  return undefined;
};

/** `Version(2)`: at the end of the path. */
export const fastVersion: SpecialVerbCode = (_interpreter, node, call) => {
  const version = Number(textOf(call.args[0]?.value) ?? '0');
  if (!(version > 0)) return undefined;
  node.notes.set('version', `/v${version}`);
  node.routes = node.routes.map((route) => ({ ...route, path: `${route.path}/v${version}` }));
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
  for (const node of interpreter.nodes) {
    if (node.rule.id !== 'fastEndpoints' || node.isMounted) continue;
    const own = node.notes.get('prefix');
    node.prefix = [own ?? (isLost ? '' : configured), node.prefix].filter((part) => part !== '').join('/');
    node.isLost ||= own === undefined && isLost;
  }
}
