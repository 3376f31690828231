/** What may be told of a command line: its program, and a subcommand where the program is known to have those. */
export interface NamedCommand {
  readonly name: string;
  readonly isTest: boolean;
}

/** Programs whose first word names what they do, and the words that run tests. Arguments of others may be anything. */
const programs: Readonly<Record<string, readonly string[]>> = {
  npm: ['test', 't', 'run'],
  pnpm: ['test'],
  yarn: ['test'],
  bun: ['test'],
  deno: ['test'],
  cargo: ['test', 'nextest'],
  go: ['test'],
  dotnet: ['test'],
  mvn: ['test', 'verify'],
  gradle: ['test', 'check'],
  gradlew: ['test', 'check'],
  make: ['test', 'check'],
  rake: ['test', 'spec'],
  mix: ['test'],
  swift: ['test'],
  flutter: ['test'],
  bazel: ['test'],
  git: [],
  docker: [],
  kubectl: [],
  terraform: [],
};
const testPrograms = new Set(['pytest', 'jest', 'vitest', 'mocha', 'ava', 'rspec', 'phpunit', 'ctest', 'tox', 'nox']);

/**
 * The name of a command that a user ran in a terminal. Arguments stay where they are: they hold names, addresses and
 * secrets. `undefined` where the line does not begin with a program.
 */
export function commandName(line: string): NamedCommand | undefined {
  const words = line.trim().slice(0, 500).split(/\s+/);
  // Variables that are set for the command come first, and hold secrets more often than not.
  const start = words.findIndex((word) => !/^\w+=/.test(word) && word !== 'sudo' && word !== 'env');
  const program = baseName(words[start] ?? '');
  if (!/^[A-Za-z0-9][\w.+-]{0,59}$/.test(program)) return undefined;
  const tests = programs[program];
  const [second = '', third = ''] = words.slice(start + 1);
  const hasVerb = tests !== undefined && /^[a-z][a-z:-]{0,29}$/.test(second);
  const isRun = program === 'npm' && second === 'run';
  const isTest = testPrograms.has(program) || (hasVerb && (isRun ? /^test\b/.test(third) : tests.includes(second)));
  return { name: hasVerb ? `${program} ${second}` : program, isTest };
}

function baseName(word: string): string {
  const name = word.replace(/^["']|["']$/g, '').replace(/\.(?:exe|cmd|bat|ps1)$/i, '');
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
