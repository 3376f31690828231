import type { ProjectCommand } from '../../../../shared/inventory';
import { folderOf } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';
import { isWithin } from '../dependencies/inventory/folderPattern';
import type { DeclaredCommand } from './commandFacts';
import { commandExtractor } from './extractors';
import { miseFolder } from './formats/miseTasks';
import { importedRecipes } from './ways/contentMarks';

/** A declared command with the file that declares it. */
export interface PlacedCommand extends DeclaredCommand {
  readonly file: string;
  readonly folder: string;
}

/** npm's scripts are run by whichever of its siblings the project uses. */
const managers: readonly (readonly [file: string, run: string])[] = [
  ['pnpm-lock.yaml', 'pnpm run '],
  ['pnpm-workspace.yaml', 'pnpm run '],
  ['bun.lock', 'bun run '],
  ['bun.lockb', 'bun run '],
  ['yarn.lock', 'yarn '],
  ['package-lock.json', 'npm run '],
];

export function commandsOf(model: ScanModel): PlacedCommand[] {
  const facts = [...model.factsOf(commandExtractor)];
  const locks = locksOf(model);
  // What the manifest at the top names is asked for by whoever types something in one of its parts.
  const named = facts.find(([file]) => file.path === 'package.json')?.[1].find(({ manager }) => manager !== undefined);
  const recipes = importedRecipes(model);
  return facts.flatMap(([file, commands]) => {
    // What no file of recipes takes in belongs to nobody here.
    if (file.path.endsWith('.just') && !recipes.has(file.path)) return [];
    const folder =
      recipes.get(file.path) ??
      (file.path.endsWith('.rake')
        ? folderOfTasks(model, file.path)
        : // Cargo finds its aliases from every folder below the one that holds `.cargo`.
          folderOf(file.path.replace(miseFolder, '')).replace(/(^|\/)\.cargo$|^(?:\.config(?:\/mise)?|\.?mise)$/, ''));
    const prefix = file.path.endsWith('package.json') ? managerFor(locks, folder, named?.manager) : undefined;
    return commands.map((command) => ({
      ...command,
      run: prefix === undefined || command.kind !== 'script' ? command.run : `${prefix}${command.name}`,
      file: file.path,
      folder,
    }));
  });
}

/** Where a file of tasks is taken in: beside the nearest Rakefile above it; Rails has one above `lib/tasks`. */
function folderOfTasks({ byPath }: ScanModel, path: string): string {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const place = folder === '' ? '' : `${folder}/`;
    if (['Rakefile', 'Rakefile.rb', 'rakefile'].some((name) => byPath.has(`${place}${name}`))) return folder;
    if (folder === '') return folderOf(path).replace(/(^|\/)lib\/tasks(\/.*)?$/, '');
  }
}

/** A lock file of one of the managers: where it lies, and how what is beside it is run. */
interface ManagerLock {
  readonly at: string;
  readonly run: string;
}

function locksOf(model: ScanModel): readonly ManagerLock[] {
  return managers.flatMap(([name, run]) =>
    model.files
      .filter(({ path }) => path.endsWith(name) && (path.length === name.length || path.endsWith(`/${name}`)))
      .map(({ path }) => ({ at: folderOf(path), run })),
  );
}

/** By the nearest lock file at or above the folder; without one, by what the manifest at the top names. */
function managerFor(locks: readonly ManagerLock[], folder: string, named = 'npm'): string {
  const above = locks.filter((lock) => isWithin(folder, lock.at)).sort((a, b) => b.at.length - a.at.length);
  return above[0]?.run ?? (named === 'yarn' ? 'yarn ' : `${named} run `);
}

export function inventoryCommand(command: PlacedCommand): ProjectCommand {
  const shownByBody = command.kind === 'script' || command.kind === 'binary';
  const run = shownByBody ? (command.does ?? command.run) : command.run;
  return { name: command.name, run, file: command.file, line: command.line, kind: command.kind };
}
