import type { ScanModel } from '../../../scanModel';
import type { PlacedCommand } from '../commandList';
import { documentedCommandExtractor } from '../extractors';
import { purposeOf } from '../purposes';

/** `make check` of the GNU conventions, where its Makefile has no `test`. */
export function isCheck(
  { kind, name, file, folder, isOfTests }: PlacedCommand,
  commands: readonly PlacedCommand[],
): boolean {
  return (
    kind === 'make' &&
    name === 'check' &&
    folder === '' &&
    // Elsewhere it looks at the code alone.
    isOfTests === true &&
    !commands.some((one) => one.file === file && purposeOf(one.name) === 'test')
  );
}

/** `pnpm --filter cups-web dev` is about that package alone. */
export function partOf({ kind, does = '' }: PlacedCommand): { readonly part?: string } {
  const one =
    /^(?:pnpm (?:(?:-F|--filter)[ =])|yarn workspace )["']?(?:@[\w.-]{1,40}\/)?([A-Za-z][\w.-]{0,60})["']?\s[^&|;]{1,200}$/;
  const part = kind === 'script' ? one.exec(does.trim())?.[1] : undefined;
  return part === undefined ? {} : { part };
}

/** Of several scripts at the top that do the same, the one that the guides there type. */
export function typedInGuides(model: ScanModel): (command: PlacedCommand) => boolean {
  const typed = new Set(
    [...model.factsOf(documentedCommandExtractor)].flatMap(([{ path }, found]) =>
      path.includes('/')
        ? []
        : found.flatMap(({ runner, name, isAway }) => (isAway === true ? [] : `${runner} ${name}`)),
    ),
  );
  return ({ kind, name, folder }) => folder === '' && kind === 'script' && typed.has(`npm ${name}`);
}
