/** Names the git to start, for machines on which the PATH does not lead to it. */
export const gitVariable = 'CONTOX_GIT';

/** The git that is started: the one that the environment names, else the one on the PATH. */
export function gitProgram(environment: NodeJS.ProcessEnv = process.env): string {
  return environment[gitVariable]?.trim() || 'git';
}
