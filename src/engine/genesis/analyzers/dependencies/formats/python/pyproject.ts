import type { ManifestFacts, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';
import { asArray, asObject, asString, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import { parseToml, type TomlDocument } from '../../text/tomlDocument';
import { parsePep508, scopeOfGroup } from './pep508';
import { poetryRequirements } from './poetryTables';

/** `pyproject.toml`: PEP 621 and 735, and the tables of Poetry, uv, PDM and Hatch. */
export function parsePyproject(text: string): ManifestFacts {
  const toml = parseToml(text);
  const lines = text.split('\n');
  const project = valueAt(toml.data, 'project');
  const poetry = valueAt(toml.data, 'tool', 'poetry');
  const pick = (key: string): string | undefined => asString(valueAt(project, key)) ?? asString(valueAt(poetry, key));
  const license = asString(valueAt(project, 'license', 'text')) ?? pick('license');
  const [name, version, description] = [pick('name'), pick('version'), pick('description')];
  return {
    ecosystem: 'pypi',
    format: 'pyproject.toml',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    ...(isComputed(toml.data) ? { isComputed: true } : {}),
    isLibrary: valueAt(toml.data, 'build-system') !== undefined && valueAt(poetry, 'package-mode') !== false,
    requirements: [
      ...arrays(toml, lines),
      ...poetryRequirements(toml),
      ...namedArrays(valueAt(toml.data, 'tool', 'pdm', 'dev-dependencies'), 'dev', lines),
    ],
    runtimes: runtimesOf(toml),
    members: asStrings(valueAt(toml.data, 'tool', 'uv', 'workspace', 'members')),
    tools: entriesOf(toml.data['tool']).map(([tool]) => ({ name: tool, line: toolLine(toml, lines, tool) })),
  };
}

function arrays(toml: TomlDocument, lines: readonly string[]): Requirement[] {
  const project = toml.data['project'];
  const hatch = entriesOf(valueAt(toml.data, 'tool', 'hatch', 'envs'));
  return [
    ...array(valueAt(project, 'dependencies'), 'runtime', lines, toml.lineOf('project', 'dependencies')),
    ...namedArrays(valueAt(project, 'optional-dependencies'), 'optional', lines, (group) =>
      toml.lineOf('project.optional-dependencies', group),
    ),
    ...groups(toml.data['dependency-groups'], lines, (group) => toml.lineOf('dependency-groups', group)),
    ...array(valueAt(toml.data, 'tool', 'uv', 'dev-dependencies'), 'dev', lines),
    ...hooksOf(toml.data).flatMap((hook) => [
      ...array(valueAt(hook, 'dependencies'), 'runtime', lines),
      ...namedArrays(valueAt(hook, 'optional-dependencies'), 'optional', lines),
    ]),
    ...hatch.flatMap(([, env]) => array(valueAt(env, 'dependencies'), 'dev', lines)),
    ...array(valueAt(toml.data, 'build-system', 'requires'), 'build', lines),
  ];
}

/** Hooks of Hatch that fill in what `dynamic` leaves out; some of them from lists that stand here as well. */
const hooksOf = (data: TomlDocument['data']): unknown[] =>
  entriesOf(valueAt(data, 'tool', 'hatch', 'metadata', 'hooks')).map(([, hook]) => hook);

/** What `dynamic` leaves to the build, where neither a list nor a file of requirements is named for it. */
function isComputed(data: TomlDocument['data']): boolean {
  if (!asStrings(valueAt(data, 'project', 'dynamic')).includes('dependencies')) return false;
  // The program of setuptools is a manifest of its own.
  const isSetuptools = (asString(valueAt(data, 'build-system', 'build-backend')) ?? 'setuptools').startsWith(
    'setuptools',
  );
  const isListed = hooksOf(data).some((hook) => valueAt(hook, 'dependencies') !== undefined);
  const poetry = valueAt(data, 'tool', 'poetry', 'dependencies');
  return !isSetuptools && !isListed && poetry === undefined;
}

function namedArrays(
  table: unknown,
  otherwise: Scope,
  lines: readonly string[],
  lineOf: (group: string) => number = () => 1,
): Requirement[] {
  return entriesOf(table).flatMap(([group, value]) =>
    array(value, scopeOfGroup(group, otherwise), lines, lineOf(group)),
  );
}

/** Groups of PEP 735 that a deployment installs, by their names; all others are for those who work on the project. */
const deployed = /^(?:web|server|api|app|production|prod|worker)$/i;

function groups(table: unknown, lines: readonly string[], lineOf: (group: string) => number): Requirement[] {
  return entriesOf(table).flatMap(([group, value]) =>
    array(value, deployed.test(group) ? 'runtime' : scopeOfGroup(group, 'dev'), lines, lineOf(group)),
  );
}

/** TOML gives no position of an array's items, so each is looked up as the string it is, below the array's name. */
function array(value: unknown, scope: Scope, lines: readonly string[], from = 1): Requirement[] {
  let last = Math.max(0, from - 1);
  return asArray(value).flatMap((item) => {
    const written = asString(item);
    if (written === undefined) return [];
    const isWritten = (line: string): boolean =>
      line.includes(`"${written}"`) || line.includes(`'${written}'`) || line.includes(JSON.stringify(written));
    const below = lines.findIndex((line, at) => at >= last && isWritten(line));
    const at = below >= 0 ? below : lines.findIndex(isWritten);
    if (below >= 0) last = below;
    return parsePep508(written, scope, at + 1 || 1) ?? [];
  });
}

function runtimesOf(toml: TomlDocument): RuntimeVersion[] {
  const own = asString(valueAt(toml.data, 'project', 'requires-python'));
  if (own !== undefined) return [{ name: 'python', version: own, line: toml.lineOf('project', 'requires-python') }];
  const poetry = valueAt(toml.data, 'tool', 'poetry', 'dependencies', 'python');
  const version = asString(poetry) ?? asString(asObject(poetry)?.['version']);
  if (version === undefined) return [];
  return [{ name: 'python', version, line: toml.lineOf('tool.poetry.dependencies', 'python') }];
}

function toolLine(toml: TomlDocument, lines: readonly string[], tool: string): number {
  const at = lines.findIndex((line) => line.startsWith(`[tool.${tool}`));
  return at === -1 ? toml.lineOf('tool', tool) : at + 1;
}
