const most = 500;

/**
 * The globs of the user and of the workspace as one list. A workspace can keep more out and never less: it takes no glob
 * back, and the user's come last, which decide.
 */
export function joinExcludes(user: unknown, workspace: readonly unknown[]): string[] {
  const theirs = workspace.flatMap(globs).filter((glob) => !glob.startsWith('!'));
  const own = globs(user);
  return [...new Set(theirs.slice(0, Math.max(0, most - own.length))), ...own].slice(-most);
}

function globs(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((glob): glob is string => typeof glob === 'string' && glob !== '' && glob.length <= 500);
}
