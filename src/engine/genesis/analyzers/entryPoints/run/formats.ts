import { writtenName } from '../program/lower/goScopes';
import type { PassedArgument, Value } from './values';
import { hole, holeStart, textOf, textValue, unknown } from './values';

export const sourceName = (argument: PassedArgument | undefined): string =>
  argument?.source.is === 'name' || argument?.source.is === 'member' ? argument.source.name : 'value';

/** `fmt.Sprintf("/v1/%s", name)`. */
export function sprintf(args: readonly PassedArgument[]): Value {
  const format = textOf(args[0]?.value);
  if (format === undefined) return unknown;
  let at = 0;
  return textValue(
    format.replace(/%[sdvq]/g, (verb, offset: number) => {
      at += 1;
      // A number between slashes is one part of the path, whichever it is.
      const isPart = verb === '%d' && /^\/%d(?:\/|$)/.test(format.slice(offset - 1));
      const known = textOf(args[at]?.value);
      if (isPart && known?.includes(holeStart) !== false) return `{${numberName(args[at])}}`;
      return known ?? hole(sourceName(args[at]));
    }),
  );
}

/** `id` of `id + 1`. */
function numberName(argument: PassedArgument | undefined): string {
  const [first] = argument?.source.is === 'join' ? argument.source.parts : [argument?.source];
  return first?.is === 'name' || first?.is === 'member' ? writtenName(first.name) : 'number';
}
