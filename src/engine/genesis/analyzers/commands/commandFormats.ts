import type { CommandParser } from './commandFacts';
import { azureJobs, namedAzureJobs } from './formats/azurePipelines';
import { composerCommands, denoCommands, nxCommands, packageJsonCommands } from './formats/jsonScripts';
import { miseCommands, miseFile } from './formats/miseTasks';
import { cargoAliases, cargoBinaries, composeServices, dockerCommands, mixCommands } from './formats/otherTools';
import { circleJobs, gitlabJobs, workflowJobs } from './formats/pipelines';
import {
  consoleScripts,
  noxCommands,
  pipfileCommands,
  pixiCommands,
  pyprojectCommands,
  toxCommands,
  toxTomlCommands,
} from './formats/pythonTasks';
import { justCommands, makeCommands, procfileCommands, rakeCommands, taskfileCommands } from './formats/taskFiles';

export interface CommandFormat {
  readonly pattern: RegExp;
  readonly parse: CommandParser;
}

export const commandFormats: readonly CommandFormat[] = [
  { pattern: /(^|\/)package\.json$/, parse: packageJsonCommands },
  { pattern: /(^|\/)composer\.json$/, parse: composerCommands },
  { pattern: /(^|\/)deno\.jsonc?$/, parse: denoCommands },
  { pattern: /(^|\/)project\.json$/, parse: nxCommands },
  { pattern: /(^|\/)(GNUm|M|m)akefile$/, parse: makeCommands },
  { pattern: /(^|\/)\.?[Jj]ustfile$|\.just$/, parse: justCommands },
  { pattern: /(^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/, parse: taskfileCommands },
  { pattern: /(^|\/)Procfile(\.\w{1,20})?$/, parse: procfileCommands },
  { pattern: /(^|\/)Rakefile$|\.rake$/, parse: rakeCommands },
  { pattern: /(^|\/)pyproject\.toml$/, parse: pyprojectCommands },
  { pattern: /(^|\/)Pipfile$/, parse: pipfileCommands },
  { pattern: /(^|\/)tox\.ini$/, parse: toxCommands },
  { pattern: /(^|\/)tox\.toml$/, parse: toxTomlCommands },
  { pattern: /(^|\/)pixi\.toml$/, parse: pixiCommands },
  { pattern: /(^|\/)noxfile\.py$/, parse: noxCommands },
  { pattern: /(^|\/)setup\.(py|cfg)$/, parse: consoleScripts },
  { pattern: /(^|\/)mix\.exs$/, parse: mixCommands },
  { pattern: /(^|\/)\.cargo\/config(\.toml)?$/, parse: cargoAliases },
  { pattern: /(^|\/)Cargo\.toml$/, parse: cargoBinaries },
  { pattern: /(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$/, parse: composeServices },
  { pattern: /(^|\/)(Dockerfile|Containerfile)(\.[\w.-]{1,60})?$/, parse: dockerCommands },
  { pattern: /^\.github\/workflows\/[^/]{1,100}\.ya?ml$/, parse: workflowJobs },
  // What a pipeline takes in lies in these folders by custom.
  {
    pattern: /^\.gitlab-ci\.ya?ml$|^(?:\.gitlab-ci|\.gitlab\/ci)\/(?:[\w-]{1,40}\/){0,2}[\w.-]{1,60}\.ya?ml$/,
    parse: gitlabJobs,
  },
  { pattern: /^\.circleci\/config\.ya?ml$/, parse: circleJobs },
  {
    pattern: /^(?:[^/]{1,60}\/)?\.?azure-pipelines?[\w.-]{0,40}\.ya?ml$/,
    parse: azureJobs,
  },
  {
    pattern:
      /^(?:[^/]{1,60}\/){0,3}(?!azure-pipelines?[\w.-]{0,40}$)(?:azure_?pipelines?[\w.-]{0,40}|[\w.-]{1,60}[-_.]pipelines?)\.ya?ml$/,
    parse: namedAzureJobs,
  },
  { pattern: /^(?:\.config\/)?(?:\.?mise(?:\/config)?)\.toml$/, parse: miseCommands },
  { pattern: /^(?:\.?mise[-/]tasks|\.config\/mise\/tasks)\/(?:[\w-]{1,40}\/){0,3}[\w.-]{1,60}$/, parse: miseFile },
];
