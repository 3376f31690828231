import type { StackEntry } from '../stack';
import { type Shown, shownOf } from './shown';

/** What reads the commands of a program shapes it where no framework does, and beside a router that may be a corner of it. */
const commandLibraries: ReadonlySet<string> = new Set(
  'Cobra|urfave/cli|Kong|Click|Typer|clap|Commander.js|yargs|picocli|Thor|Symfony Console|System.CommandLine|Command Line Parser|Swift Argument Parser'.split(
    '|',
  ),
);

/** What opens windows is no program of commands, whatever reads the words behind its name. */
const windowLibraries: ReadonlySet<string> = new Set([
  'winit',
  'glutin',
  'wgpu',
  'Floem',
  'GPUI',
  'Iced',
  'egui',
  'SDL',
]);
export const drawsWindows = ({ name, hits }: StackEntry): boolean =>
  windowLibraries.has(name) && hits.some(({ weight, imports = 0 }) => weight > 0 && imports > 0);

/** Packages with less of the code hold tools beside the product. */
const smallestTool = 0.03;

/** One that several files of the product import: of a library with a program at its side it is no main part. */
export function commandLibraryOf(entries: readonly StackEntry[]): Shown | undefined {
  const found = entries.find(
    ({ name, hits, reach = 1 }) =>
      commandLibraries.has(name) &&
      reach >= smallestTool &&
      hits.some(({ weight, imports }) => weight > 0 && (imports ?? 0) >= leastImports),
  );
  return found === undefined ? undefined : shownOf(found);
}

const leastImports = 3;
