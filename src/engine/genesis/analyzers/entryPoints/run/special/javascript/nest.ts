import type { Expression } from '../../../program/program';
import { valueAt } from '../../arguments';
import type { Interpreter } from '../../interpreter';
import { prefixText } from '../../routers/prefixText';
import type { Value } from '../../values';
import { hole, holeStart, optionsOf, textOf, textsOf, withoutUnsetBase } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `setGlobalPrefix('api', { exclude: ['health', { path: 'metrics', method }] })`. */
export const nestGlobalPrefix: SpecialVerbCode = (interpreter, node, call) => {
  const [first] = call.args;
  const setting = first === undefined ? undefined : settingName(first.source);
  const inSettings = setting === undefined ? undefined : interpreter.constants.find(setting);
  const isLost = first !== undefined && prefixText(interpreter, first).isLost;
  const unsaid = isLost && node.prefix === '' ? hole(setting ?? 'prefix') : node.prefix;
  node.prefix = withoutUnsetBase(textOf(first?.value) ?? inSettings ?? unsaid);
  const excluded = valueAt(call.args, 'exclude');
  const paths =
    excluded?.kind === 'list'
      ? excluded.items.flatMap((item) => (item.kind === 'map' ? textsOf(item.entries.get('path')) : textsOf(item)))
      : [];
  const known = paths.filter((path) => !path.includes(holeStart));
  if (known.length > 0) node.notes.set('exclude', known.join(' '));
  return undefined;
};

/** `prefix` of `config.get('app.prefix')`, `settings.app.prefix` and `prefix`. */
function settingName(source: Expression): string | undefined {
  if (source.is === 'name' || source.is === 'member') return source.name;
  const [first] = source.is === 'call' ? source.args : [];
  if (first?.value.is === 'text') return first.value.text.slice(first.value.text.lastIndexOf('.') + 1);
  if (first?.value.is === 'member') return first.value.name;
  const [option] = source.is === 'either' ? source.options : [];
  return option === undefined ? undefined : settingName(option);
}

export const nestVersioning: SpecialVerbCode = (_interpreter, node, call) => {
  const type = valueAt(call.args, 'type');
  const isInPath =
    type === undefined || optionsOf(type).some((option) => option.kind === 'external' && /URI$/.test(option.name));
  if (!isInPath) return undefined;
  node.notes.set('versioning', 'uri');
  const prefix = valueAt(call.args, 'prefix');
  const text = textOf(prefix);
  if (text !== undefined) node.notes.set('versionPrefix', text === 'false' ? '' : withoutUnsetBase(text));
  const version = valueAt(call.args, 'defaultVersion');
  const isNeutral = version?.kind === 'external' && version.name.endsWith('VERSION_NEUTRAL');
  // A version that is worked out or set stands in every path, whichever it is.
  const byDefault = textsOf(version)[0] ?? (version === undefined || isNeutral ? undefined : hole('version'));
  if (byDefault !== undefined) node.notes.set('defaultVersion', byDefault);
  return undefined;
};

/** `RouterModule.register([{ path: 'admin', module: AdminModule, children: […] }])`. */
export const nestRouterModule: SpecialVerbCode = (interpreter, _node, call) => {
  remark(interpreter, call.args[0]?.value, '', 0);
  return undefined;
};

function remark(interpreter: Interpreter, routes: Value | undefined, above: string, depth: number): void {
  if (routes?.kind !== 'list' || depth > 10) return;
  for (const item of routes.items) {
    if (item.kind === 'class') interpreter.remarks.push({ kind: 'nestModule', value: item, text: above });
    if (item.kind !== 'map') continue;
    const path = `${above}/${textOf(item.entries.get('path')) ?? ''}`;
    const module = item.entries.get('module');
    if (module !== undefined) interpreter.remarks.push({ kind: 'nestModule', value: module, text: path });
    remark(interpreter, item.entries.get('children'), path, depth + 1);
  }
}
