import type { WayRule } from '../wayRule';

const kind = 'cli' as const;

/** A `Command` of the standard library starts another program. */
const kingpinCommand =
  /(?<!\bexec)\.Command\(\s{0,20}"(?<name>[\w:-]{1,80})"\s{0,4},\s{0,20}(?:["`]|\w{0,60}(?:[Hh]elp|[Dd]esc|[Uu]sage)\w{0,12}\s{0,4}[(),])/g;

const clapCommand = /(?<!\bprocess::)\b(?:Sub)?Command::(?:new|with_name)\(\s{0,20}"(?<name>[\w:-]{1,80})"/g;
/** The word of the standard library starts other programs. */
const startsPrograms = /\buse\s{1,5}(?:std|tokio|async_process)::process::(?:Command\b|\{[^}]{0,200}\bCommand\b)/;

/** Commands of programs of Go and Rust, declared by the libraries that read the command line. */
export const compiledCommandRules: readonly WayRule[] = [
  {
    id: 'kingpin',
    kind,
    framework: 'Kingpin',
    languages: ['go'],
    needs: ['alecthomas/kingpin', 'choria-io/fisk'],
    find: kingpinCommand,
  },
  {
    id: 'kingpinHandedOn',
    kind,
    framework: 'Kingpin',
    languages: ['go'],
    needs: ['.Command("'],
    handedOn: true,
    counts: (text) => !/alecthomas\/kingpin|choria-io\/fisk/.test(text),
    find: kingpinCommand,
  },
  {
    id: 'clapBuilder',
    kind,
    framework: 'clap',
    languages: ['rust'],
    needs: ['clap::', 'use clap'],
    // A `Command` of the standard library starts another program.
    holds: /\bclap::(?:builder::)?(?:(?:Sub)?Command\b|\*|\{[^;]{0,400}?\b(?:Sub)?Command\b)/,
    counts: (text) => !startsPrograms.test(text),
    find: clapCommand,
  },
  {
    // What is handed back to the file that names the library, whose words come by a prelude.
    id: 'clapHandedOn',
    kind,
    framework: 'clap',
    languages: ['rust'],
    needs: ['Command::new('],
    holds: /\bfn\s{1,5}\w{1,60}\([^)]{0,80}\)\s{0,5}->\s{0,5}(?:\w{1,40}::)?Command\b/,
    handedOn: true,
    counts: (text) => !startsPrograms.test(text) && !/\bclap::/.test(text),
    find: clapCommand,
  },
];
