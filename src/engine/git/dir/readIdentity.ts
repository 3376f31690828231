import { gitFailureReason } from '../gitFailure';
import { type GitOptions, runGitText } from '../runGit';

/** The address under which one commits here; `undefined` where git would ask for one. */
export async function readIdentity(options: GitOptions): Promise<string | undefined> {
  try {
    return /<([^<>]*)>/.exec(await runGitText(['var', 'GIT_COMMITTER_IDENT'], options))?.[1] || undefined;
  } catch (error) {
    if (gitFailureReason(error) === 'other') return undefined;
    throw error;
  }
}
