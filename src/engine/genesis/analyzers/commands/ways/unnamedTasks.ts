import type { ScanModel } from '../../../scanModel';
import type { PlacedCommand } from '../commandList';
import { documentedCommandExtractor } from '../extractors';

/** Runners of tasks of which a project mostly goes on with one alone, by the files that they read at the top. */
const runners: readonly (readonly [runner: string, file: RegExp, call: RegExp])[] = [
  ['make', /^(?:GNUm|M|m)akefile$/, /(?:^|[;&|]\s{0,3})make\s\w/],
  ['just', /^\.?[Jj]ustfile$/, /(?:^|[;&|]\s{0,3})just\s\w/],
  ['task', /^[Tt]askfile(?:\.dist)?\.ya?ml$/, /(?:^|[;&|]\s{0,3})task\s\w/],
  ['tox', /^tox\.ini$/, /(?:^|[;&|]\s{0,3})(?:uv run |python -m )?tox(?:\s|$)/],
  ['nox', /^noxfile\.py$/, /(?:^|[;&|]\s{0,3})(?:uv run |uvx |python -m )?nox(?:\s|$)/],
];

/** Files of tasks at the top that no guide and no pipeline names, where these name another one: what was there before it. */
export function unnamedTasks(model: ScanModel, commands: readonly PlacedCommand[]): ReadonlySet<string> {
  const found = runners.flatMap(([runner, file, call]) => {
    const path = commands.find((command) => file.test(command.file))?.file;
    return path === undefined ? [] : [{ path, runner, call }];
  });
  if (found.length < 2) return new Set();
  const documented = new Set(
    [...model.factsOf(documentedCommandExtractor)].flatMap(([, ways]) => ways.map(({ runner }): string => runner)),
  );
  const jobs = commands.filter(({ kind }) => kind === 'job');
  const isNamed = ({ runner, call }: (typeof found)[number]): boolean =>
    documented.has(runner) || jobs.some(({ run }) => call.test(run));
  return new Set(found.some(isNamed) ? found.filter((one) => !isNamed(one)).map(({ path }) => path) : []);
}
