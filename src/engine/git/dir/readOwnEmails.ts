import { gitFailureReason } from '../gitFailure';
import { type GitOptions, runGitText } from '../runGit';

const keys = '^(user|author|committer)\\.email$';
/** They win over what is configured; git itself is started without them. */
const variables = ['GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_EMAIL'] as const;

/**
 * The addresses under which the user of this machine commits in a repository, in lower case; none where git knows no user.
 * Files that the configuration includes for this repository count, `.mailmap` does not: it is the repository's, and says
 * of others who they are.
 */
export async function readOwnEmails(
  options: GitOptions,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReadonlySet<string>> {
  const configured = (await tell(['config', '-z', '--get-regexp', keys], options))
    .split('\0')
    .map((entry) => entry.slice(entry.indexOf('\n') + 1));
  const emails = normalize([...configured, ...variables.map((name) => environment[name] ?? '')]);
  if (emails.size > 0) return emails;
  // What git takes where nothing is set: `EMAIL`, or the name of the machine.
  return normalize([/<([^<>]*)>/.exec(await tell(['var', 'GIT_COMMITTER_IDENT'], options))?.[1] ?? '']);
}

const normalize = (emails: readonly string[]): Set<string> =>
  new Set(emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== ''));

async function tell(args: string[], options: GitOptions): Promise<string> {
  try {
    return await runGitText(args, options);
  } catch (error) {
    // It fails where nothing is set.
    if (gitFailureReason(error) === 'other') return '';
    throw error;
  }
}
