import { folderOf } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';

/** `cups/framework` is known by its maker: the rest names a kind. */
export const makerOf = (name: string | undefined): string | undefined =>
  /^@?([\w-]{2,60})\/(?:framework|core|monorepo|app|application|server|platform|cli|web|api|client|main)$/.exec(
    name ?? '',
  )?.[1];

/** Of many none is the product. */
const mostPrograms = 3;

/** What is typed to start it, where that is said at the top. */
export function ownPrograms({ inventory, files }: ScanModel): readonly string[] {
  const named = inventory.commands.flatMap(({ kind, name, file }) =>
    kind === 'binary' && folderOf(file) === '' ? [name] : [],
  );
  const ofGo = files.flatMap(({ path }) => /^cmd\/([\w-]{1,60})\/main\.go$/.exec(path)?.[1] ?? []);
  const all = [...named, ...ofGo];
  return all.length > mostPrograms ? [] : all;
}
