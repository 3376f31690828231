import { type DeclaredCommand, oneLine } from '../commandFacts';
import { childBlocks } from './yamlBlocks';

/** Targets that stand for files, or for settings of make itself. */
const notACommand = /[%$/]|^\.|\.(o|a|so|js|css|html|pdf|json|txt)$/;

/** Takes in other files, or makes targets by patterns and variables. */
const opensMake = /^(?:-|s)?include\s|^[^#\t\n:=]{0,80}[%$][^\n:=]{0,80}:(?!=)|\$\((?:eval|foreach|call)\b/m;

export function makeCommands(text: string): DeclaredCommand[] {
  const partial = opensMake.test(text) ? { isPartial: true as const } : {};
  const lines = text.split('\n');
  const phony = new Set(
    lines.flatMap((line) => /^\.PHONY\s{0,9}:(.{0,2000})$/.exec(line)?.[1]?.trim().split(/\s+/) ?? []),
  );
  const beforeTests = new Set(
    lines.flatMap((line) => /^tests?\s{0,9}:(?![=:])([^#=]{0,1000})/.exec(line)?.[1]?.trim().split(/\s+/) ?? []),
  );
  const seen = new Set<string>();
  return lines.flatMap((line, index): DeclaredCommand[] => {
    const [, names, rest = ''] = /^([A-Za-z0-9][\w. /%$()-]{0,200}?)\s{0,9}:(?![=:])(.{0,1000})$/.exec(line) ?? [];
    if (names === undefined) return [];
    return names.split(/\s+/).flatMap((name): DeclaredCommand[] => {
      const isFile = phony.size > 0 && !phony.has(name) && !/^\t/.test(lines[index + 1] ?? '') && rest.trim() === '';
      if (notACommand.test(name) || isFile || seen.has(name)) return [];
      if (!/^\t/.test(lines[index + 1] ?? '') && /^\s{0,9}[\w.-]{1,60}\s{0,9}[:?+]?=/.test(rest)) return [];
      seen.add(name);
      const steps = stepsBelow(lines, index);
      // A target that is given again asks for more elsewhere.
      const again = lines.some(
        (other, at) => at !== index && other.startsWith(`${name}:`) && !setsVariable.test(other),
      );
      // `target: NAME = value` sets a variable for the target, and says nothing of what it does.
      const asked = /^\s{0,9}[\w.-]{1,60}\s{0,9}[:?+]?=/.test(rest) ? '' : (rest.split('#')[0]?.trim() ?? '');
      // What stands behind the colon is made before; it is all that is made where no recipe follows.
      const isAll = recipeOf(lines, index).length === 0 && /^[\w./-]+(?:\s+[\w./-]+)*$/.test(asked);
      const dependsOn = isAll && !again ? `make ${asked}` : '';
      const more = {
        ...(steps.length > 1 || again ? { hasMore: true as const } : {}),
        ...(beforeTests.has(name) ||
        steps.some((step) => startsOfTests.test(step) || (name === 'check' && runsTests.test(step)))
          ? { isOfTests: true as const }
          : {}),
      };
      const does = oneLine(steps[0] ?? dependsOn);
      return [{ name, run: `make ${name}`, does, line: index + 1, kind: 'make', ...more, ...partial }];
    });
  });
}

/** Lines of a recipe; what stands under a condition belongs to it, and a line may go on below. */
function recipeOf(lines: readonly string[], index: number): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const line of lines.slice(index + 1, index + 1 + mostLinesOfTask)) {
    if (/^\s{0,9}(?:ifn?eq|ifn?def|else|endif)\b/.test(line)) continue;
    if (!line.startsWith('\t') && !isOpen) break;
    const written = line.trim().replace(/\s{0,9}\\$/, '');
    if (isOpen) found.push(`${found.pop() ?? ''} ${written}`.trim());
    else found.push(written);
    isOpen = line.trimEnd().endsWith('\\');
  }
  return found;
}

const runsTests =
  /\b(?:pytest|prove|ctest|run-?tests?)\b|\$[({]PYTEST|\b(?:cargo|go|npm|dotnet|mix|dune|meson) (?:run )?test\b|\s-C \S{0,60}tests?\b/;

/** A file of a folder of tests is started: `node tests/server.js`. */
const startsOfTests = /(?:^|[\s"'])(?:\.\/)?(?:tests?|specs?|__tests__)\/[\w./-]{0,100}\.\w/;

/** Makes room, or looks whether a tool is there. */
const readies = /^(?:mkdir|rm)\s[^&|;]{1,200};?$|^(?:if\s{1,4}!?\s{0,4})?(?:command -v|type|which|hash)\s/;

const setsVariable = /^[\w./-]{1,60}\s{0,9}:\s{0,9}(?:export\s{1,4})?[\w.-]{1,60}\s{0,9}[:?+]?=/;

/** The lines of a recipe that do something: many begin with saying so, or with a folder for what they make. */
function stepsBelow(lines: readonly string[], index: number): readonly string[] {
  const commands = recipeOf(lines, index)
    .map((line) => line.replace(/^[@-]{0,2}/, '').trim())
    .filter((line) => line !== '' && !/^(?:echo|printf|#|\$\((?:info|call|error|eval|warning))/.test(line));
  const steps = commands.filter((line) => !readies.test(line));
  return steps.length > 0 ? steps : commands;
}

export function justCommands(text: string): DeclaredCommand[] {
  const partial = /^(?:import|mod)\??\s/m.test(text) ? { isPartial: true as const } : {};
  const lines = text.split('\n');
  return lines.flatMap((line, index): DeclaredCommand[] => {
    const [, name, parameters = ''] = /^@?([A-Za-z][\w-]{0,60})(\s[^:\n]{0,200})?:(?!=)/.exec(line) ?? [];
    if (name === undefined || /^(set|export|alias|import|mod)\s/.test(line)) return [];
    // Hidden ones are for others of the file, and what has to be given something is typed with it.
    if (isPrivate(lines, index) || wantsMore(parameters)) return [];
    const body = lines.slice(index + 1, index + 9);
    const end = body.findIndex((row) => !/^\s/.test(row));
    const steps = (end < 0 ? body : body.slice(0, end))
      .map((row) => row.trim().replace(/^[@-]{1,2}/, ''))
      .filter((row) => row !== '' && !/^(?:echo|printf|#|set -|if |for |while |case )/.test(row));
    const more = steps.length > 1 ? { hasMore: true as const } : {};
    const does = oneLine(steps[0] ?? '');
    return [{ name, run: `just ${name}`, does, line: index + 1, kind: 'task', ...more, ...partial }];
  });
}

function isPrivate(lines: readonly string[], index: number): boolean {
  const above = lines.slice(Math.max(0, index - 5), index).reverse();
  const end = above.findIndex((line) => !/^(?:\[|#)/.test(line));
  return (end < 0 ? above : above.slice(0, end)).some((line) => /^\[[^\]\n]{0,100}\bprivate\b/.test(line));
}

/** A parameter without a value of its own; `*` takes any number of them, `+` at least one. */
function wantsMore(parameters: string): boolean {
  const plain = parameters.replaceAll(/=\s{0,2}(?:"[^"]{0,100}"|'[^']{0,100}'|\S{1,100})/g, '=');
  return plain.split(/\s+/).some((word) => word !== '' && !word.startsWith('*') && !word.includes('='));
}

/** `Taskfile.yml` */
export function taskfileCommands(text: string): DeclaredCommand[] {
  const partial = /^includes:/m.test(text) ? { isPartial: true as const } : {};
  return childBlocks(text, 'tasks').flatMap(({ key, line, body }): DeclaredCommand[] => {
    if (body.some((row) => /^\s{1,12}internal:\s{1,4}true\b/.test(row.text))) return [];
    const steps = taskSteps(body.map((row) => row.text));
    const more = steps.length > 1 ? { hasMore: true as const } : {};
    const does = oneLine(steps[0] ?? '');
    return [{ name: key, run: `task ${key}`, does, line, kind: 'task', ...more, ...partial }];
  });
}

/** What a task runs, which stands below `cmds`; other lists name what it reads, makes and needs. */
function taskSteps(body: readonly string[]): string[] {
  let isOpen = false;
  const depth = body[0]?.search(/\S/) ?? 0;
  return body.flatMap((row) => {
    const [, single, list] = /^\s{0,20}(?:cmd:\s{0,4}(\S.{0,400})|(cmds|[\w-]{1,40}):.{0,400})$/.exec(row) ?? [];
    // What stands deeper is a part of a step.
    if (list !== undefined && row.search(/\S/) === depth) isOpen = list === 'cmds';
    const step = single ?? (isOpen ? /^\s{0,20}-\s{1,4}(?:cmd:\s{0,4})?(.{0,400})$/.exec(row)?.[1] : undefined);
    return step === undefined || /^[|>][+-]?$|^(?:echo|printf)\b/.test(step.trim()) ? [] : [step.trim()];
  });
}

/** `Procfile`: process types. */
export function procfileCommands(text: string): DeclaredCommand[] {
  return text.split('\n').flatMap((line, index): DeclaredCommand[] => {
    const [, name, run] = /^([A-Za-z][\w-]{0,40}):\s{1,9}(.{1,500})$/.exec(line) ?? [];
    return name === undefined || run === undefined
      ? []
      : [{ name, run: oneLine(run), does: oneLine(run), line: index + 1, kind: 'task' }];
  });
}

/** `Rakefile` and `*.rake`, with namespaces. */
export function rakeCommands(text: string): DeclaredCommand[] {
  // A namespace ends at its own indentation: what opens blocks is written in too many ways to count their ends.
  const open: { readonly name: string; readonly depth: number }[] = [];
  const lines = text.split('\n');
  return lines.flatMap((raw, index): DeclaredCommand[] => {
    const line = raw.trim();
    if (line.startsWith('#')) return [];
    const space = /^namespace\s{1,9}[:"'](\w{1,60})["']?\s{1,9}do\b/.exec(line)?.[1];
    const task = /^(?:multi)?task[\s(]{1,4}[:"']?([\w:-]{1,60})/.exec(line)?.[1]?.replace(/:$/, '') ?? readyTask(line);
    const depth = raw.length - raw.trimStart().length;
    if (/^end\b/.test(line) && open.at(-1)?.depth === depth) open.pop();
    const path = [...open.map(({ name }) => name), task].join(':');
    if (space !== undefined) open.push({ name: space, depth });
    if (task === undefined) return [];
    // In a namespace much is called a test that makes something ready, or looks at data; a build may only look at the code.
    const isDoubtful = path.includes(':') || path === 'build';
    const does = isDoubtful && !/^[A-Z]/.test(line) ? runnerOf(lines, index) : '';
    const shown = does === '' ? {} : { does: oneLine(does) };
    return [{ name: path, run: `rake ${path}`, line: index + 1, kind: 'task', ...shown }];
  });
}

/** Makers of tasks that libraries bring, with the name that each gives where none is said. */
const makers: Readonly<Record<string, string>> = {
  'Rake::TestTask': 'test',
  'Minitest::TestTask': 'test',
  'RSpec::Core::RakeTask': 'spec',
  'RuboCop::RakeTask': 'rubocop',
};

function readyTask(line: string): string | undefined {
  // With a hash its key is the name, and what stands behind it is asked for before.
  const [, maker = '', quoted, key] =
    /^([A-Z][\w:]{1,40}Task)\.(?:new|create)\b(?:[\s(]{1,4}(?:name:\s{0,4})?(?:[:"']([\w:]{1,60})|(\w{1,60}):\s))?/.exec(
      line,
    ) ?? [];
  return Object.hasOwn(makers, maker) ? (quoted ?? key ?? makers[maker]) : undefined;
}

/** What runs tests or looks at code, as tasks of Ruby call it. */
const runner =
  /\b(?:rspec|RSpec|[mM]initest|[cC]ucumber|TestTask|[rR]ubo[cC]op|brakeman|standardrb|erb_?lint|haml[_-]lint|slim[_-]lint|eslint|stylelint|jest|vitest|(?:rails|rake) (?:test|spec)|(?:npm|yarn|pnpm) (?:run )?(?:test|lint)|Rake::Task\[["'](?:test|spec|lint)["']\])(?!\w)/;

/** Other tasks that run before it. */
const asksForRunner = /[:"' ](?:test|spec|lint|rubocop)\b/;

const mostLinesOfTask = 40;

/** The line of a task that calls a runner, or what it asks for before itself; empty where it does neither. */
function runnerOf(lines: readonly string[], index: number): string {
  const head = lines[index] ?? '';
  const [, indent = '', asked = ''] =
    /^(\s{0,40})(?:multi)?task[\s(]{1,4}[:"']?[\w-]{1,60}["']?(.{0,300})/.exec(head) ?? [];
  if (asksForRunner.test(asked)) return asked.replace(/^[:,\s]{0,4}(?:=>)?|\bdo\b.{0,100}$/g, '');
  const below = /\bdo\b/.test(head) ? lines.slice(index + 1, index + 1 + mostLinesOfTask) : [];
  const end = below.findIndex((line) => line.startsWith(`${indent}end`));
  const body = end < 0 ? below : below.slice(0, end);
  return body.find((line) => !/^\s{0,40}#/.test(line) && runner.test(line)) ?? '';
}
