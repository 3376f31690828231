import { cleanName } from '../../cleanText';

const longestPath = 1_000;

/** The path of a saved file as it may be stored; `''` where it is outside of the project, or kept out by the policy. */
export function acceptFile(path: string, policy: { excludes(path: string): boolean }): string {
  const clean = cleanName(path.replaceAll('\\', '/'), longestPath);
  const outside = clean.startsWith('/') || /^[A-Za-z]:/.test(clean) || clean.split('/').includes('..');
  return outside || policy.excludes(clean) ? '' : clean;
}
