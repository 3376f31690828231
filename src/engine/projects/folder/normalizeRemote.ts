/**
 * One spelling for the many of one remote: `git@host:a/b.git`, `ssh://git@host/a/b` and `https://user:token@host/a/b/` are
 * all `host/a/b`. User names and passwords never stay. What is a path of this machine is kept without its `.git`.
 */
export function normalizeRemote(remote: string): string {
  const trimmed = remote.trim();
  if (trimmed.includes('://')) return fromUrl(trimmed);
  const [, host, path] = /^(?:[^/@:]+@)?([^/@:]{2,}):(?!\\)(.*)$/.exec(trimmed) ?? [];
  return host === undefined || path === undefined ? dropEnding(trimmed) : join(host, path);
}

function fromUrl(text: string): string {
  try {
    const url = new URL(text);
    return join(url.hostname, url.pathname);
  } catch {
    // Not a URL after all. It may still hold a password before its `@`.
    return dropEnding(text.replace(/^[^/]*:\/\/(?:[^/]*@)?/, ''));
  }
}

function join(host: string, path: string): string {
  const rest = dropEnding(path);
  return host === '' ? rest : `${host.toLowerCase()}/${rest.replace(/^\/+/, '')}`;
}

function dropEnding(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end).replace(/\.git$/, '');
}
