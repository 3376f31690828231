import { asArray, asString, asStrings, entriesOf, valueAt } from '../../dependencies/text/plainObject';
import { parseToml, type TomlDocument } from '../../dependencies/text/tomlDocument';
import { type DeclaredCommand, oneLine } from '../commandFacts';

/** Tables of `pyproject.toml` that name commands, and how they are run. */
const tables: readonly {
  readonly path: readonly string[];
  readonly prefix: string;
  readonly kind: DeclaredCommand['kind'];
}[] = [
  { path: ['project', 'scripts'], prefix: '', kind: 'binary' },
  { path: ['project', 'gui-scripts'], prefix: '', kind: 'binary' },
  { path: ['tool', 'poetry', 'scripts'], prefix: '', kind: 'binary' },
  { path: ['tool', 'poe', 'tasks'], prefix: 'poe ', kind: 'script' },
  { path: ['tool', 'pdm', 'scripts'], prefix: 'pdm run ', kind: 'script' },
  { path: ['tool', 'rye', 'scripts'], prefix: 'rye run ', kind: 'script' },
  { path: ['tool', 'taskipy', 'tasks'], prefix: 'task ', kind: 'script' },
  { path: ['tool', 'pixi', 'tasks'], prefix: 'pixi run ', kind: 'script' },
];

export function pyprojectCommands(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  const found = tables.flatMap(({ path, prefix, kind }) =>
    entriesOf(valueAt(toml.data, ...path)).flatMap(([name, value]) =>
      one(toml, path.join('.'), name, value, { prefix, kind }),
    ),
  );
  const hatch = entriesOf(valueAt(toml.data, 'tool', 'hatch', 'envs')).flatMap(([env, settings]) =>
    entriesOf(valueAt(settings, 'scripts')).flatMap(([name, value]) =>
      one(toml, `tool.hatch.envs.${env}.scripts`, name, value, { prefix: 'hatch run ', kind: 'script' }).map(
        (command) =>
          // Within an environment for tests `run` runs the tests.
          env === 'default' ? command : { ...command, name: `${env}:${name}`, run: `hatch run ${env}:${name}` },
      ),
    ),
  );
  return [...found, ...hatch, ...toxTables(toml, 'tool.tox.')];
}

function one(
  toml: TomlDocument,
  table: string,
  name: string,
  value: unknown,
  { prefix, kind }: { prefix: string; kind: DeclaredCommand['kind'] },
): DeclaredCommand[] {
  const does =
    asString(value) ??
    asString(valueAt(value, 'cmd')) ??
    asString(valueAt(value, 'shell')) ??
    asString(valueAt(value, 'reference')) ??
    asStrings(value).join(' && ');
  // A task may have a table of its own.
  const line = toml.headOf(`${table}.${name}`) ?? toml.lineOf(table, name);
  return [{ name, run: `${prefix}${name}`, does: oneLine(does), line, kind }];
}

/** An environment of tox that one works in: it is made, and nothing of the product runs. */
const toWorkIn = /^(?:dev|develop|devenv|venv)$/;

/** `tox.toml`, which names the same tables as `tool.tox` of `pyproject.toml`. */
export const toxTomlCommands = (text: string): DeclaredCommand[] => toxTables(parseToml(text), '');

function toxTables(toml: TomlDocument, above: string): DeclaredCommand[] {
  const data = valueAt(toml.data, ...above.split('.').filter((key) => key !== ''));
  const shared = stepsOf(valueAt(data, 'env_run_base')).find((step) => runsTests.test(step));
  const own = entriesOf(valueAt(data, 'env'))
    .filter(([name]) => !toWorkIn.test(name))
    .map(([name, settings]): DeclaredCommand => {
      const steps = stepsOf(settings);
      const does = steps.find((step) => runsTests.test(step)) ?? steps[0];
      // The environment of the interpreter alone is called after it.
      const isOfTests = shared === undefined && /^py(?:thon)?3?\d{0,2}$/.test(name) && runsTests.test(does ?? '');
      return {
        name: isOfTests ? 'test' : name,
        run: `tox -e ${name}`,
        ...(does === undefined ? {} : { does: oneLine(does) }),
        ...(steps.length > 1 ? { hasMore: true as const } : {}),
        line: toml.headOf(`${above}env.${name}`) ?? toml.lineOf(`${above}env`, name),
        kind: 'task',
      };
    });
  const line = toml.headOf(`${above}env_run_base`) ?? 1;
  return shared === undefined ? own : [{ name: 'test', run: 'tox', does: oneLine(shared), line, kind: 'task' }, ...own];
}

/** The steps of `commands`, each a list of words of which some are tables. */
const stepsOf = (settings: unknown): string[] =>
  asArray(valueAt(settings, 'commands')).flatMap((step) => asStrings(step).join(' ') || []);

/** `tasks` of `pixi.toml`. */
export function pixiCommands(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  return entriesOf(toml.data['tasks']).flatMap(([name, value]) =>
    one(toml, 'tasks', name, value, { prefix: 'pixi run ', kind: 'script' }),
  );
}

export function pipfileCommands(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  return entriesOf(toml.data['scripts']).flatMap(([name, value]) =>
    one(toml, 'scripts', name, value, { prefix: 'pipenv run ', kind: 'script' }),
  );
}

/** Sections of `tox.ini`, and the first of their commands, or that which runs tests. */
export function toxCommands(text: string): DeclaredCommand[] {
  const lines = text.split('\n');
  const own = lines.flatMap((line, index): DeclaredCommand[] => {
    const name = /^\[testenv:([\w.{},-]{1,80})\]/.exec(line)?.[1];
    // Of several environments in one line each has a name of its own.
    if (name === undefined || /[{},]/.test(name) || toWorkIn.test(name)) return [];
    const start = lines.findIndex((row, at) => at > index && /^commands\s{0,9}=/.test(row));
    const next = lines.findIndex((row, at) => at > index && row.startsWith('['));
    const inside = start !== -1 && (next === -1 || start < next);
    const steps = inside ? stepsFrom(lines, start) : [];
    const does = steps.find((step) => runsTests.test(step)) ?? steps[0];
    const needs = [
      ...requirementFiles(lines, index),
      ...(does !== undefined && /^(?:npm|npx|pnpm|yarn)\s/.test(does) ? ['package.json'] : []),
    ];
    return [
      {
        name,
        run: `tox -e ${name}`,
        ...(does ? { does: oneLine(does) } : {}),
        ...(steps.length > 1 ? { hasMore: true as const } : {}),
        ...(needs.length > 0 ? { needs } : {}),
        line: index + 1,
        kind: 'task',
      },
    ];
  });
  return [...sharedTests(lines), ...own];
}

/** What `commands` lists: the rest of its line, and the lines below that are set in; a step may go on over several. */
function stepsFrom(lines: readonly string[], start: number): string[] {
  const rest = lines.slice(start + 1, start + 40);
  const end = rest.findIndex((row) => /^[^\s;#]/.test(row));
  return [(lines[start] ?? '').replace(/^commands\s{0,9}=/, ''), ...(end === -1 ? rest : rest.slice(0, end))]
    .filter((row, at, all) => !/^\s{0,40}[;#]/.test(row) && !(all[at - 1] ?? '').trimEnd().endsWith('\\'))
    .map((row) => row.trim())
    .filter((row) => row !== '');
}

const runsTests = /\b(?:pytest|py\.test|unittest|nosetests|stestr|trial|manage\.py test|runtests\.py)\b/;

/** What all environments run where they say nothing else: the bare command starts them. */
function sharedTests(lines: readonly string[]): DeclaredCommand[] {
  const head = lines.findIndex((line) => /^\[testenv\]/.test(line));
  if (head === -1) return [];
  const next = lines.findIndex((row, at) => at > head && row.startsWith('['));
  const end = next === -1 ? lines.length : next;
  const start = lines.findIndex((row, at) => at > head && at < end && /^commands\s{0,9}=/.test(row));
  const at = start === -1 ? -1 : lines.findIndex((row, index) => index >= start && index < end && runsTests.test(row));
  if (at === -1) return [];
  const does = (lines[at] ?? '').replace(/^commands\s{0,9}=/, '').replace(/\\\s*$/, '');
  const needs = requirementFiles(lines, head);
  return [
    {
      name: 'test',
      run: 'tox',
      does: oneLine(does),
      ...(needs.length > 0 ? { needs } : {}),
      line: at + 1,
      kind: 'task',
    },
  ];
}

/** Files of requirements that an environment installs in every case; without `deps` of its own it has those of all. */
function requirementFiles(lines: readonly string[], at: number): string[] {
  const own = depsBelow(lines, at);
  const rows = own ?? depsBelow(lines, lines.indexOf('[testenv]')) ?? [];
  return rows.flatMap((row) => /^-r\s{0,3}(?:\{toxinidir\}\/)?(\w[\w./-]{0,100}\.txt)$/.exec(row)?.[1] ?? []);
}

function depsBelow(lines: readonly string[], section: number): string[] | undefined {
  if (section === -1) return undefined;
  const next = lines.findIndex((row, at) => at > section && row.startsWith('['));
  const rows = lines.slice(section + 1, next === -1 ? undefined : next);
  const start = rows.findIndex((row) => /^deps\s{0,9}=/.test(row));
  if (start === -1) return undefined;
  const end = rows.findIndex((row, at) => at > start && /^[^\s#]/.test(row));
  return rows.slice(start, end === -1 ? undefined : end).map((row) => row.replace(/^deps\s{0,9}=/, '').trim());
}

/** `noxfile.py`: functions under `@nox.session`. */
export function noxCommands(text: string): DeclaredCommand[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index): DeclaredCommand[] => {
    if (!/^@(?:nox\.)?session\b/.test(line)) return [];
    const given = /\bname\s{0,3}=\s{0,3}["']([\w.-]{1,60})["']/.exec(line)?.[1];
    const name =
      given ?? lines.slice(index + 1, index + 6).flatMap((row) => /^def\s{1,9}(\w{1,60})/.exec(row)?.[1] ?? [])[0];
    return name === undefined ? [] : [{ name, run: `nox -s ${name}`, line: index + 1, kind: 'task' }];
  });
}

/** `console_scripts` of `setup.py` and `setup.cfg`; a script may name them for each platform again. */
export function consoleScripts(text: string): DeclaredCommand[] {
  const found: DeclaredCommand[] = [];
  for (let at = text.indexOf('console_scripts'), left = 8; at !== -1 && left > 0; left--) {
    found.push(...scriptsAt(text, at));
    at = text.indexOf('console_scripts', at + 1);
  }
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}

function scriptsAt(text: string, start: number): DeclaredCommand[] {
  const before = text.slice(0, start).split('\n').length;
  const rest = text.slice(start, start + 5_000);
  // A list, or a section with others behind it: their entries are plugins, which nobody starts.
  const isList = /^console_scripts["']?\s{0,9}[:=]\s{0,9}[[(]/.test(rest);
  const end = rest.search(isList ? /[\])]/ : /(?:"""|'''|\n[ \t]{0,20}\[|\n[^\s#])/);
  return rest
    .slice(0, end === -1 ? undefined : end)
    .split('\n')
    .slice(0, 60)
    .flatMap((line, at): DeclaredCommand[] => {
      const [, name, target] = /["'\s]([\w-]{1,60})\s{0,9}=\s{0,9}([\w.]{1,120}:[\w.]{1,80})/.exec(` ${line}`) ?? [];
      return name === undefined || target === undefined
        ? []
        : [{ name, run: name, does: target, line: before + at, kind: 'binary' }];
    });
}
