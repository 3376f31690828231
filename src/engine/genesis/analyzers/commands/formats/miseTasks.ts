import { asString, asStrings, entriesOf, valueAt } from '../../dependencies/text/plainObject';
import { parseToml } from '../../dependencies/text/tomlDocument';
import { type DeclaredCommand, oneLine } from '../commandFacts';
import { purposeOf } from '../purposes';

/** `[tasks]` of `mise.toml`. */
export function miseCommands(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  return entriesOf(toml.data['tasks']).map(([task, value]) => {
    const called = asString(valueAt(value, 'alias'));
    const aliases = called === undefined ? asStrings(valueAt(value, 'alias')) : [called];
    // A task in a namespace may be typed by the plain word for what it does.
    const name = (purposeOf(task) === task ? undefined : aliases.find((one) => purposeOf(one) === one)) ?? task;
    const run = asString(value) ?? asString(valueAt(value, 'run'));
    const steps = run === undefined ? [...asStrings(value), ...asStrings(valueAt(value, 'run'))] : stepsOf(run);
    const isScript = run?.trim().includes('\n') === true && steps.length > 1;
    return {
      name,
      run: `mise run ${name}`,
      does: oneLine((isScript ? steps.slice(0, 1) : steps).join(' && ')),
      line: toml.headOf(`tasks.${task}`) ?? toml.headOf(`tasks."${task}"`) ?? toml.lineOf('tasks', task),
      kind: 'task',
      ...(isScript ? { hasMore: true as const } : {}),
    };
  });
}

/** The lines of a script that do something. */
const stepsOf = (script: string): string[] =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#|set -|echo\b|printf\b)/.test(line));

/** Where mise looks for tasks that are files of their own. */
export const miseFolder = /(?:^|\/)(?:\.?mise[-/]tasks|\.config\/mise\/tasks)(?:\/|$)/;

/** A task that is a file: called like that, with the folders above it. */
export function miseFile(text: string, path: string): DeclaredCommand[] {
  const name = path
    .slice((miseFolder.exec(path)?.index ?? 0) + (miseFolder.exec(path)?.[0].length ?? 0))
    .replace(/\.\w{1,5}$/, '')
    .replaceAll('/', ':');
  const steps = stepsOf(text);
  const more = steps.length > 1 ? { hasMore: true as const } : {};
  return [{ name, run: `mise run ${name}`, does: oneLine(steps[0] ?? ''), line: 1, kind: 'task', ...more }];
}
