import type { MapValue, PassedArgument } from '../values';

/** `**kwargs`: each entry is an argument under its own name, at the place where it was handed over. */
export function namedArguments({ entries, lines, file }: MapValue): PassedArgument[] {
  return [...entries].map(([name, value]) => {
    const line = lines?.get(name);
    const place = { ...(line === undefined ? {} : { line }), ...(file === undefined ? {} : { file }) };
    return { value, source: { is: 'other' }, name, ...place };
  });
}
