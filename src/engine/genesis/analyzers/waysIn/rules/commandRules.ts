import { commanderGroups } from '../readers/commanderGroups';
import { clickGroups, isClickScript, isLoneCommand, typerGroups } from '../readers/pythonCommands';
import type { WayRule } from '../wayRule';

const script = ['javascript', 'typescript', 'tsx'] as const;
const kind = 'cli' as const;

/** `users:list <id>` is called by its first word. */
const firstWord = (name: string): string | undefined => /^[\w:@.-]+/.exec(name.trim())?.[0];
/** Functions are called with `-` for `_` by click, typer and clap. */
const dashed = (name: string): string => name.replace(/_/g, '-');

/** Whether Click leaves these endings out is said by its version; what a decorator of the project wraps has another name, and what starts a program has its. */
const clickName = (name: string): string =>
  /_(?:command|cmd|group|grp)$|^_?(?:wrap(?:per|ped)|inner|decorat(?:or|ed)|main)$/.test(name) ? '' : dashed(name);

/** Commands of programs, declared by the libraries that read the command line. */
export const commandRules: readonly WayRule[] = [
  {
    id: 'commander',
    kind,
    framework: 'Commander',
    languages: script,
    needs: ["'commander'", '"commander"', "'commander/", '"commander/', "'@commander-js/", '"@commander-js/'],
    find: /(?:(?<=\b(?<group>[A-Za-z_]\w{0,60})\s{0,60})\.command|\.command|(?:(?<=\b(?<made>[A-Za-z_]\w{0,60})\s{0,4}=\s{0,20})|\b)new\s{1,5}Command(?:\(\s{0,10}\)\s{0,60}\.name)?)\(\s{0,40}['"`](?<name>[\w:-][^'"`\n]{0,120})['"`]/g,
    named: firstWord,
    above: commanderGroups,
  },
  {
    id: 'yargs',
    kind,
    framework: 'yargs',
    languages: script,
    needs: ["'yargs'", '"yargs"', "'yargs/", '"yargs/'],
    find: /\.command\(\s{0,40}(?:\[\s{0,20}|\{\s{0,20}command:\s{0,20}(?:\[\s{0,20})?)?['"`](?<name>[\w:$-][^'"`\n]{0,120})['"`]/g,
    named: (name) => (name.startsWith('$0') ? undefined : firstWord(name)),
  },
  {
    id: 'cac',
    kind,
    framework: 'cac',
    alsoFrameworks: { sade: "'sade'", Caporal: 'caporal' },
    languages: script,
    needs: ["'cac'", '"cac"', "'sade'", '"sade"', "'caporal'", "'@caporal/core'"],
    find: /\.command\(\s{0,40}['"`](?<name>[\w:-][^'"`\n]{0,120})['"`]/g,
    named: firstWord,
  },
  {
    id: 'citty',
    kind,
    framework: 'citty',
    languages: script,
    needs: ["'citty'", '"citty"'],
    find: /defineCommand\(\s{0,20}\{\s{0,20}meta:\s{0,20}\{\s{0,20}name:\s{0,10}['"`](?<name>[^'"`\n]{1,80})['"`]/g,
  },
  {
    id: 'oclif',
    kind,
    framework: 'oclif',
    languages: script,
    needs: ["'@oclif/core'", '"@oclif/core"', "'@oclif/command'", "'@salesforce/sf-plugins-core'"],
    path: /(?:^|\/)commands\//,
    find: /export\s{1,5}default\s{1,5}(?:abstract\s{1,5})?class\s{1,5}(?<handler>\w{0,80})\s{0,5}extends\s{1,5}\w{0,40}Command\b/g,
    named: (_name, path) =>
      path
        .slice(path.lastIndexOf('commands/') + 'commands/'.length)
        .replace(/(?:\/index)?\.\w+$/, '')
        .replace(/\//g, ' '),
  },
  {
    id: 'obsidian',
    kind,
    framework: 'Obsidian',
    languages: script,
    needs: ["'obsidian'", '"obsidian"'],
    find: /\.addCommand\(\s{0,20}\{(?:[^{}]{0,200},)?\s{0,40}id\s{0,9}:\s{0,9}['"`](?<name>[^'"`\n$]{1,100})['"`]/g,
  },
  {
    id: 'nestCommander',
    kind,
    framework: 'nest-commander',
    alsoFrameworks: { 'nestjs-command': "'nestjs-command'" },
    languages: script,
    needs: ["'nest-commander'", '"nest-commander"', "'nestjs-command'"],
    find: /@(?:Sub)?Command\(\s{0,20}\{[^}]{0,200}?\b(?:name|command):\s{0,10}['"`](?<name>[\w:-][^'"`\n]{0,80})['"`]/g,
    decorates: 'class',
    named: firstWord,
  },
  {
    id: 'click',
    kind,
    framework: 'Click',
    languages: ['python'],
    needs: [
      'import click',
      'from click',
      'from flask.cli',
      'app.cli',
      '.cli.command(',
      '.cli.group(',
      'asyncclick',
      'rich_click',
    ],
    find: /^[ \t]{0,40}@(?:(?<group>[\w.]{1,80})\.)?command(?:\(\s{0,20}(?:(?!name\b)\w{1,30}\s{0,4}=\s{0,4}(?:[\w.]{1,60}|"[^"\n]{0,200}"|'[^'\n]{0,200}')\s{0,4},\s{0,40}){0,6}(?:name\s{0,4}=\s{0,4})?(?:['"](?<name>[\w:.-]{1,80})['"])?|(?=\s{0,4}$))/gm,
    decorates: 'function',
    impliedName: clickName,
    above: clickGroups,
    counts: (text) => !isClickScript(text),
  },
  {
    id: 'typer',
    kind,
    framework: 'Typer',
    languages: ['python'],
    needs: ['import typer', 'from typer', 'cyclopts'],
    find: /^[ \t]{0,40}@(?<group>[\w.]{1,80})\.command\(\s{0,20}(?:name\s{0,4}=\s{0,4})?(?:['"](?<name>[\w:-]{1,80})['"])?/gm,
    decorates: 'function',
    impliedName: dashed,
    above: typerGroups,
    keepsGroup: true,
    counts: (text) => !isLoneCommand(text),
  },
  {
    id: 'djangoCommand',
    kind,
    framework: 'Django',
    languages: ['python'],
    needs: ['class Command'],
    path: /\/management\/commands\/[^_/][^/]*\.py$/,
    find: /^class\s{1,5}Command\s{0,4}\(/gm,
    named: (_name, path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, ''),
  },
  {
    id: 'djangoClickCommand',
    kind,
    framework: 'Django',
    languages: ['python'],
    needs: ['djclick'],
    path: /\/management\/commands\/[^_/][^/]*\.py$/,
    find: /^@(?:\w{1,40}\.)?(?:command|group)\b/gm,
    decorates: 'function',
    named: (_name, path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, ''),
  },
  {
    id: 'thor',
    kind,
    framework: 'Thor',
    languages: ['ruby'],
    needs: ['< Thor', 'Thor::', "'thor'", '"thor"'],
    find: /^[ \t]{0,40}desc[ (]\s{0,4}['"](?<name>[\w:-][^'"\n]{0,120})['"]\s{0,4},/gm,
    named: firstWord,
  },
  {
    id: 'mercenary',
    kind,
    framework: 'Mercenary',
    languages: ['ruby'],
    needs: ['Mercenary', 'init_with_program('],
    find: /\b\w{1,40}\.command\(\s{0,10}:(?<name>[\w-]{1,60})\)/g,
  },
  {
    id: 'artisan',
    kind,
    framework: 'Laravel',
    languages: ['php'],
    needs: ['$signature', '$name', 'Artisan::command'],
    // Webhooks and the like have signatures too.
    holds: /\bextends\s{1,5}\\?[\w\\]{0,120}Command\b|Artisan::command/,
    find: /(?:(?:\$signature|(?:protected|public)\s{1,4}(?:string\s{1,4})?\$name)\s{0,4}=\s{0,4}|Artisan::command\(\s{0,40})['"]\s{0,40}(?<name>[\w:.-]{1,80})/g,
  },
  {
    id: 'symfonyConsole',
    kind,
    framework: 'Symfony Console',
    languages: ['php'],
    // Below a base of the project only what it is run with says so.
    needs: ['AsCommand', '$defaultName', 'Console\\Command', 'Console\\\\Command', 'Console\\Input\\InputInterface'],
    holds: /^(?![\s\S]*\bclass\s{1,5}\w{1,80}\s{1,5}extends\s{1,5}\w{0,40}Application\b)/,
    find: /(?:#\[AsCommand\(\s{0,40}(?:name:\s{0,10})?|\$defaultName\s{0,4}=\s{0,4}|(?<=\$this\s{0,60})->setName\(\s{0,10})['"](?<name>[\w:.-]{1,80})(?:\|[\w:.|-]{1,300})?['"]/g,
  },
  {
    // A base of the project reads the command line, and the file says no word of the library.
    id: 'symfonyConsoleBelow',
    kind,
    framework: 'Symfony Console',
    languages: ['php'],
    needs: ['function configure('],
    holds:
      /^(?![\s\S]*(?:Console\\(?:Command|Input\\InputInterface)\b|AsCommand))[\s\S]*\bclass\s{1,5}\w{1,80}\s{1,5}extends\s{1,5}\\?[\w\\]{0,80}Command\b/,
    find: /(?<=\$this\s{0,60})->setName\(\s{0,10}['"](?<name>[\w:.-]{1,80})['"]/g,
  },
  {
    id: 'picocli',
    kind,
    framework: 'picocli',
    languages: ['java', 'kotlin'],
    needs: ['picocli'],
    find: /@(?:CommandLine\.)?Command\(\s{0,20}(?:[^)]{0,200}?\b)?name\s{0,4}=\s{0,4}"(?<name>[^"\n]{1,80})"/g,
  },
  {
    id: 'aesh',
    kind,
    framework: 'Aesh',
    languages: ['java', 'kotlin'],
    needs: ['org.aesh'],
    find: /@(?:Group)?CommandDefinition\(\s{0,20}(?:[^)]{0,200}?\b)?name\s{0,4}=\s{0,4}"(?<name>[^"\n]{1,80})"/g,
  },
  {
    id: 'springShell',
    kind,
    framework: 'Spring Shell',
    languages: ['java', 'kotlin'],
    needs: ['springframework.shell'],
    find: /@ShellMethod\((?:[^)]{0,200}?\bkey\s{0,4}=\s{0,4}[{[]?\s{0,4}"(?<name>[^"\n]{1,80})")?/g,
    decorates: 'function',
    named: (name) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase(),
  },
  {
    id: 'systemCommandLine',
    kind,
    framework: 'System.CommandLine',
    languages: ['csharp'],
    needs: ['System.CommandLine'],
    find: /\bnew\s{1,5}Command\(\s{0,20}(?:name:\s{0,4})?"(?<name>[\w:-]{1,80})"/g,
  },
  {
    id: 'spectreConsole',
    kind,
    framework: 'Spectre.Console.Cli',
    languages: ['csharp'],
    needs: ['Spectre.Console.Cli'],
    find: /\.AddCommand(?:<[\w.]{1,80}>)?\(\s{0,20}"(?<name>[\w:-]{1,80})"/g,
  },
  {
    id: 'cliFx',
    kind,
    framework: 'CliFx',
    languages: ['csharp'],
    needs: ['CliFx'],
    find: /\[Command\(\s{0,20}"(?<name>[\w: -]{1,80})"/g,
  },
  {
    id: 'cocona',
    kind,
    framework: 'Cocona',
    languages: ['csharp'],
    needs: ['Cocona'],
    find: /\.AddCommand\(\s{0,20}"(?<name>[\w:-]{1,80})"/g,
  },
  {
    id: 'commandLineParser',
    kind,
    framework: 'CommandLineParser',
    languages: ['csharp'],
    needs: ['using CommandLine;'],
    find: /\[Verb\(\s{0,10}"(?<name>[\w:-]{1,80})"/g,
  },
  {
    id: 'mixTask',
    kind,
    framework: 'Mix',
    languages: ['elixir'],
    needs: ['Mix.Tasks.'],
    // Without documentation it is for those who develop, and so is what the build itself declares, what releases the
    // program and what writes its sources.
    holds:
      /^(?![\s\S]*(?:@moduledoc\s{1,5}false|\n\s{0,20}use Mix\.Project\b|System\.cmd\(\s{0,20}"(?:git|gh|docker|heroku|flyctl)"|Path\.wildcard\(\s{0,20}"(?:lib|test)\/))/,
    find: /^\s{0,40}defmodule\s{1,5}Mix\.Tasks\.(?<name>[\w.]{1,120})\s{1,5}do\b/gm,
    named: (name) =>
      name
        .split('.')
        .map((part) => part.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase())
        .join('.'),
  },
];
