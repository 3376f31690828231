import type { FileDescription } from '../extractor';
import type { FileRole } from '../sourceFile';
import { isBundle, isCopiedLibrary, isOwnPlugin } from './copiedLibraries';
import { languageOf } from './languageOf';
import { roleOf } from './roleOf';
import { isNamedLikeTest, isTestHelper } from './testHelpers';

/**
 * Everything that is known of a file by its path, or by what manifests tell of its role; the beginning of its text helps
 * where the name is silent. `named` is the role that the path tells, where somebody has asked before.
 */
export function describeFile(path: string, head = '', told?: FileRole, named?: FileRole): FileDescription {
  const language = languageOf(path, head);
  const byName = told ?? named ?? roleOf(path);
  const role = byName === 'vendored' && told === undefined && isOwnPlugin(path, head) ? 'source' : byName;
  if (role === 'source' && isCopiedLibrary(path, head)) return { path, ...language, role: 'vendored' };
  if (role === 'source' && isBundle(path, head)) return { path, ...language, role: 'generated' };
  if (role === 'source' && isTestHelper(language.language, head, path)) return { path, ...language, role: 'test' };
  if (role === 'source' && (isTaskFile(path, head) || isOfNoBuild(path, head)))
    return { path, ...language, role: 'config' };
  if (role === 'config' && told === undefined && isNamedLikeSetup(path, head))
    return { path, ...language, role: 'source' };
  return {
    path,
    ...language,
    role: role === 'test' && told === undefined && isNamedLikeTest(path, head) ? 'source' : role,
  };
}

/** Tasks of Invoke, which finds them at the top under this name. */
function isTaskFile(path: string, head: string): boolean {
  return path === 'tasks.py' && /^(?:from|import) invoke\b/m.test(head);
}

/** A program of Go that somebody runs by itself, to build or to write what the product holds. */
function isOfNoBuild(path: string, head: string): boolean {
  return path.endsWith('.go') && /^\/\/go:build[ \t]{1,4}(?:ignore|tools|mage)[ \t]{0,4}\r?$/m.test(head);
}

/** A module of Python that is called as the script which installs a package, and sets up something else. */
function isNamedLikeSetup(path: string, head: string): boolean {
  return /(?:^|\/)setup\.py$/.test(path) && head !== '' && !/\b(?:setuptools|distutils|skbuild|setup\()/.test(head);
}
