import type { Expression } from '../program/program';
import type { ArgumentPlace } from '../rules/routerRule';
import type { PassedArgument, Value } from './values';

/** The argument at a place; `undefined` where none is. */
export function argumentAt(
  args: readonly PassedArgument[],
  place: ArgumentPlace | undefined,
): PassedArgument | undefined {
  if (place === undefined) return undefined;
  if (typeof place === 'number') return positional(args).at(place);
  if (typeof place === 'string') return namedArgument(args, place);
  for (const candidate of place) {
    const found = argumentAt(args, candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function valueAt(args: readonly PassedArgument[], place: ArgumentPlace | undefined): Value | undefined {
  return argumentAt(args, place)?.value;
}

export function positional(args: readonly PassedArgument[]): PassedArgument[] {
  return args.filter((argument) => argument.name === undefined);
}

function namedArgument(args: readonly PassedArgument[], name: string): PassedArgument | undefined {
  const direct = args.find((argument) => argument.name === name);
  if (direct !== undefined) return direct;
  for (const { value, source, name: given } of args) {
    // A map that has a name of its own says something else: `requirements: ['path' => '.*']`.
    const entry = value.kind === 'map' && given === undefined ? value.entries.get(name) : undefined;
    if (entry === undefined) continue;
    const { lines, file } = value.kind === 'map' ? value : {};
    const line = lines?.get(name);
    const place = { ...(line === undefined ? {} : { line }), ...(file === undefined ? {} : { file }) };
    return { value: entry, source: writtenEntry(source, name), ...place };
  }
  return undefined;
}

function writtenEntry(source: Expression, name: string): Expression {
  if (source.is !== 'map') return { is: 'other' };
  const entry = source.entries.find((candidate) => candidate.key.is === 'text' && candidate.key.text === name);
  return entry?.value ?? { is: 'other' };
}
