import type { LineRule } from '../weakness';

/**
 * Kinds of which the line alone shows that what is said is true, by the ids in findings. Others read names and what stands
 * around, and are right where a program is careless, and seldom where it is not.
 */
const exact: ReadonlySet<string> = new Set([
  'any-host',
  'broken-cipher',
  'client-address-of-header',
  'cookie-without-flags',
  'cors-any-origin',
  'csp-open',
  'csrf-disabled',
  'database-console',
  'debug-on',
  'dotnet-shows-errors',
  'error-in-answer',
  'file-for-everybody',
  'fixed-vector',
  'flask-debug',
  'frames-allowed',
  'hash-of-password',
  'hidden-files-served',
  'jwt-literal-key',
  'jwt-unverified',
  'key-in-settings',
  'known-default-key',
  'listing-of-folders',
  'literal-key',
  'mapper-annotation',
  'mapper-text',
  'old-tls',
  'open-cors',
  'passwords-readable',
  'php-info',
  'plain-transport',
  'prompt-of-request',
  'protection-off',
  'query-console',
  'request-validation-off',
  'script-fetched-to-run',
  'secret-of-cluster',
  'short-rsa-key',
  'spring-shows-everything',
  'sql-string-building',
  'ssh-host-unchecked',
  'template-escaping-off',
  'tls-verification-off',
  'token-in-web-storage',
  'weak-password-hash',
  'weak-password-rule',
  'webview-files',
]);

/** Rules of these kinds that say the other way about: that nothing stands where something should, which may stand elsewhere; images of no server. */
export const guessedRules: ReadonlySet<string> = new Set([
  'csrf-left-out',
  'docker-root-unsaid',
  'docker-user-root',
  'forgery-left-out',
  'session-without-token',
]);

/** What images, pipelines, clusters and manifests of apps say is read as it stands. */
export const ofSettings = /^(?:android|cloudformation|compose|docker|kubernetes|terraform|workflow)-/;

/** True where what stands there shows what is said, or settings do. */
export const isExactKind = (rule: string): boolean => exact.has(rule) || ofSettings.test(rule);

/**
 * True of a rule whose places are told of careless programs alone. What others ask for is none, nor what is followed from a
 * request or tells who reads documents.
 */
export const isGuess = ({ id, told = id, possible, silent, fromRequest, inDocuments }: Guessable): boolean =>
  possible === true &&
  silent !== true &&
  fromRequest !== true &&
  inDocuments !== true &&
  (guessedRules.has(id) || !isExactKind(told));

type Guessable = Pick<LineRule, 'id' | 'told' | 'possible' | 'silent' | 'fromRequest' | 'inDocuments'>;
