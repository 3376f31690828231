import { asString, asStrings, entriesOf, valueAt } from '../../dependencies/text/plainObject';
import { parseToml } from '../../dependencies/text/tomlDocument';
import { type DeclaredCommand, oneLine } from '../commandFacts';

/** `[tasks]` of `mise.toml`. */
export function miseCommands(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  return entriesOf(toml.data['tasks']).map(([name, value]) => {
    const run = asString(value) ?? asString(valueAt(value, 'run'));
    const steps = run === undefined ? [...asStrings(value), ...asStrings(valueAt(value, 'run'))] : [run];
    return {
      name,
      run: `mise run ${name}`,
      does: oneLine(steps.join(' && ')),
      line: toml.headOf(`tasks.${name}`) ?? toml.lineOf('tasks', name),
      kind: 'task',
    };
  });
}

/** Where mise looks for tasks that are files of their own. */
export const miseFolder = /(?:^|\/)(?:\.?mise[-/]tasks|\.config\/mise\/tasks)(?:\/|$)/;

/** A task that is a file: called like that, with the folders above it. */
export function miseFile(text: string, path: string): DeclaredCommand[] {
  const name = path
    .slice((miseFolder.exec(path)?.index ?? 0) + (miseFolder.exec(path)?.[0].length ?? 0))
    .replace(/\.\w{1,5}$/, '')
    .replaceAll('/', ':');
  const steps = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#|set -|echo\b|printf\b)/.test(line));
  const more = steps.length > 1 ? { hasMore: true as const } : {};
  return [{ name, run: `mise run ${name}`, does: oneLine(steps[0] ?? ''), line: 1, kind: 'task', ...more }];
}
