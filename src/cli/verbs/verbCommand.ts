import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, UsageError } from '../command';
import { openEngine } from '../openEngine';
import { plainText } from '../plainText';
import type { Verb, VerbArgs, VerbOption } from './verb';

const common: Readonly<Record<string, VerbOption>> = {
  json: { about: 'print JSON' },
  data: { value: 'folder', about: 'use the memory of Contox there and not your own' },
};

/** A command of one verb, or of several: then the first one is what happens when none is named. */
export function verbCommand(command: {
  readonly name: string;
  readonly summary: string;
  readonly verbs: readonly [Verb, ...Verb[]];
}): CliCommand {
  const { name, summary, verbs } = command;
  return {
    name,
    summary,
    help: helpOf(name, summary, verbs),
    async run(args, streams) {
      const { verb, rest } = chooseVerb(name, verbs, args);
      const parsed = parseVerb(verb, rest);
      const data = parsed.option('data');
      const engine = await openEngine({ ...streams, dataDir: data === undefined ? undefined : resolve(data) });
      try {
        const answer = await verb.run(engine, parsed);
        const text = parsed.isSet('json') ? JSON.stringify(answer.data) : plainText(answer.text);
        await written(streams.stdout, `${text}\n`);
        if (answer.hint !== undefined) streams.stderr.write(`${plainText(answer.hint)}\n`);
        return answer.failed === true ? 1 : 0;
      } finally {
        await engine.dispose();
      }
    },
  };
}

function chooseVerb(name: string, verbs: readonly [Verb, ...Verb[]], args: readonly string[]) {
  const [first, ...rest] = args;
  const [usual] = verbs;
  if (verbs.length === 1 || first === undefined || first.startsWith('-')) return { verb: usual, rest: args };
  const verb = verbs.find((candidate) => candidate.name === first);
  if (verb) return { verb, rest };
  throw new UsageError(`${name} has no ${first}; it has ${verbs.map((known) => known.name).join(', ')}`);
}

/** Throws `UsageError`. */
export function parseVerb(verb: Verb, args: readonly string[]): VerbArgs {
  const options = { ...verb.options, ...common };
  const { values, positionals } = parse(args, options);
  const needed = verb.takes.filter((word) => !word.startsWith('[')).length;
  const missing = verb.takes[positionals.length];
  if (positionals.length < needed) throw new UsageError(`${missing} is missing`);
  if (positionals.length > verb.takes.length && verb.more !== true)
    throw new UsageError(`${positionals.slice(verb.takes.length).join(' ')} is not understood`);
  return {
    word: (index) => positionals[index] ?? '',
    words: positionals,
    option: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    isSet: (option) => values[option] === true,
    cwd: process.cwd(),
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, VerbOption>>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function helpOf(name: string, summary: string, verbs: readonly [Verb, ...Verb[]]): string {
  const lines = verbs.map((verb) => {
    const words = [
      'contox',
      name,
      ...(verbs.length === 1 ? [] : [verb.name]),
      ...verb.takes,
      ...(verb.more ? ['…'] : []),
    ].join(' ');
    const options = Object.entries(verb.options).map(([option, { value }]) => optionText(option, value));
    return `  ${[words, ...options.map((text) => `[${text}]`)].join(' ')}\n      ${verb.about}`;
  });
  const all = { ...Object.assign({}, ...verbs.map((verb) => verb.options)), ...common } as Record<string, VerbOption>;
  const options = Object.entries(all).map(
    ([option, { value, about }]) => `  ${optionText(option, value).padEnd(18)} ${about}`,
  );
  return [
    `contox ${name}: ${summary}`,
    '',
    'Usage:',
    ...lines,
    '',
    'Options:',
    ...options,
    '  --help             print this',
    '',
    'Exit codes: 0 done, 1 it could not be done, 2 the command line is wrong.',
    '',
  ].join('\n');
}

const optionText = (name: string, value: string | undefined): string =>
  value === undefined ? `--${name}` : `--${name} <${value}>`;

/** Resolves when a pipe has taken all of it. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((settle, reject) => {
    stream.write(text, (error) => (error ? reject(error) : settle()));
  });
}
