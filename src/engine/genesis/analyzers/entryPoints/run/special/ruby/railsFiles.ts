import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { normalize } from '../../project/project';
import { directoryOf } from '../../project/unit';
import { functionNameOf } from '../../routers/handlerName';
import { RouterNode } from '../../routers/routerNode';
import { textOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { applicationNamed } from './rackRun';
import { names, optionText } from './railsOptions';

/** `draw :admin` takes in `config/routes/admin.rb`. */
export const railsDraw: SpecialVerbCode = (interpreter, node, call) => {
  const [name] = names(call);
  if (name === undefined) return undefined;
  const folder = `${directoryOf(call.frame.unit.path).replace(/\/routes$/, '')}/routes`;
  const path = normalize(`${folder}/${name}.rb`);
  const unit = interpreter.project.units.get(path) ?? unitEnding(interpreter, call, `config/routes/${name}.rb`);
  if (unit !== undefined) interpreter.withAmbient(node, () => interpreter.include(unit, call.frame.scope));
  return undefined;
};

function unitEnding(interpreter: Interpreter, call: PendingCall, end: string) {
  const found = interpreter.project.fileEndingWith(call.frame.unit.path, end);
  return found === undefined ? undefined : interpreter.project.units.get(found);
}

/** `mount Engine => '/path'`, `mount Engine, at: '/path'`: routes of the project are put there, others stand for themselves. */
export const railsMount: SpecialVerbCode = (interpreter, node, call) => {
  const at = optionText(call, 'at');
  for (const { source, value, name } of call.args) {
    if (name !== undefined) continue;
    if (source.is === 'map') {
      for (const entry of source.entries) {
        const path = textOf(interpreter.evaluate(entry.value, call.frame));
        const target = interpreter.evaluate(entry.key, call.frame);
        mountAt(interpreter, node, call, target, path ?? '', functionNameOf(entry.key));
      }
    } else mountAt(interpreter, node, call, value, at ?? '', functionNameOf(source));
  }
  return undefined;
};

function mountAt(
  interpreter: Interpreter,
  node: RouterNode,
  call: PendingCall,
  target: Value,
  path: string,
  name: string | undefined,
): void {
  const child = applicationNamed(interpreter, name ?? '', target);
  if (child !== undefined) {
    node.mount(child, path);
    return;
  }
  const engine = name === undefined ? undefined : interpreter.engines.get(name);
  if (engine !== undefined) {
    node.mount(engine, path);
    return;
  }
  if (name !== undefined)
    interpreter.remarks.push({ kind: 'railsMount', value: { kind: 'router', node }, text: `${path} ${name}` });
  if (path === '' || node.rule.id !== 'rails') return;
  node.routes.push({
    methods: ['ANY'],
    path,
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(name === undefined ? {} : { handler: name }),
  });
}

/** `Rails.application.routes.draw do … end`, and the same of an engine. */
export function drawRoutes(interpreter: Interpreter, owner: string, call: PendingCall): void {
  const rule = interpreter.rules.rules.find((candidate) => candidate.id === 'rails');
  const block = call.args.find((argument) => argument.name === '&')?.value;
  if (rule === undefined || block?.kind !== 'function') return;
  // Several gems may add routes to one engine.
  const known = interpreter.engines.get(owner);
  const node = known ?? new RouterNode(rule, { file: call.frame.unit.path, line: call.line });
  if (known === undefined) interpreter.nodes.push(node);
  if (owner !== 'Rails.application' && known === undefined) {
    interpreter.engines.set(owner, node);
    for (const remark of interpreter.remarks) {
      const [path = '', name] = remark.text.split(' ');
      if (remark.kind !== 'railsMount' || name !== owner || remark.value.kind !== 'router') continue;
      remark.value.node.mount(node, path);
      remark.value.node.routes = remark.value.node.routes.filter((route) => route.handler !== owner);
    }
  }
  interpreter.routers.fill(node, block);
}
