import type { WeaknessPlace } from '../weakness';
import { isExact } from './exactKinds';
import type { Placed } from './places';

const encryptionUnsaid = 'a store without a word of encryption';
const keptKey = 'a key without a word of rotation';
const noTokens = 'a check for forged requests left out';
const valueInSql = 'a value in the text of SQL';
const fastHash = 'a fast hash beside a password';
const unforcedTls = 'TLS that is not required';
const uncheckedHost = 'a host whose key is not checked';

/** What a line itself says, by a rule's own id or by the one in findings; whether it is a flaw is another question. */
const seen: Readonly<Record<string, string>> = {
  'android-all-files': 'a whole folder that an app may hand out',
  'android-backup': 'an app with backups or debugging allowed',
  'android-exported': 'a part of an app that is exported',
  'android-mutable-pending-intent': 'a pending intent that may be changed',
  'android-open-receiver': 'a receiver for every app',
  'android-plain-transport': 'plain HTTP allowed to an app',
  'android-tls-of-users': 'certificates of users trusted by an app',
  'any-host': 'every name of a host allowed',
  'broken-cipher': 'an old cipher or mode',
  'client-address-of-header': 'the address of a client taken from a header',
  'cloudformation-every-right': 'every right on a service',
  'cloudformation-key-not-rotated': keptKey,
  'cloudformation-encryption-left-out': encryptionUnsaid,
  'cloudformation-encryption-off': 'encryption switched off',
  'cloudformation-open-to-all': 'a network rule for every address',
  'cloudformation-plain-transport': 'a service without encryption, or with an old one',
  'compose-known-password': 'a password or key written for containers',
  'compose-empty-password': 'an empty password, or none, allowed',
  'compose-open-store': 'a published port of a database',
  'compose-privileged': 'a container with rights or folders of its host',
  'cookie-without-flags': 'a cookie without `Secure` or `HttpOnly`',
  'cors-any-origin': 'every origin allowed, with credentials',
  'csp-open': 'a policy of pages that allows everything, or is off',
  'csrf-disabled': noTokens,
  'database-console': 'a console of the database',
  'debug-on': 'help for developers switched on',
  'docker-copied-environment': 'a file of settings copied into an image',
  'docker-known-password': 'a password or key in an image',
  'docker-open-rights': 'files that everybody may change, or a login of root',
  'docker-unpinned-image': 'an image without a version',
  'dotnet-shows-errors': 'pages of errors switched on',
  'error-in-answer': 'the text of an error given out',
  'file-for-everybody': 'a file or folder for everybody on the machine',
  'fixed-vector': 'a key or first bytes of a cipher in the code',
  'flask-debug': 'help for developers switched on',
  'frames-allowed': 'headers that protect pages left out',
  'hash-of-password': fastHash,
  'hidden-files-served': 'hidden files or the state of a server handed out',
  'jwt-literal-key': 'a key of tokens in the code',
  'jwt-unverified': 'a token read without its signature',
  'key-in-settings': 'a key in a file of settings',
  'known-default-key': 'a default for a password or key',
  'kubernetes-host-namespaces': 'a pod in the namespaces of its node',
  'kubernetes-wide-role': 'a wide role of a cluster',
  'listing-of-folders': 'a folder that is listed or served whole',
  'literal-key': 'a key in the code',
  'mapper-annotation': valueInSql,
  'mapper-text': valueInSql,
  'old-tls': 'an old protocol or cipher of TLS',
  'open-cors': 'every origin allowed',
  'open-redirect': 'request data in a redirect',
  'path-traversal': 'request data in a path',
  'passwords-readable': 'passwords kept so that they can be read',
  'php-info': 'the settings of PHP shown',
  'plain-transport': 'a connection without encryption',
  'dotnet-plain-transport': unforcedTls,
  'rails-plain-transport': unforcedTls,
  'prompt-of-request': 'request data in a prompt',
  'protection-off': 'a protection of the framework switched off',
  'query-console': 'a console for queries',
  'request-validation-off': 'a check of requests switched off',
  'script-fetched-to-run': 'a script fetched to be run',
  'secret-of-cluster': 'a password or key in a file for a cluster',
  'short-rsa-key': 'a short RSA key',
  'spring-shows-everything': 'endpoints of Spring that are open',
  'sql-string-building': valueInSql,
  'ssh-host-unchecked': uncheckedHost,
  'template-escaping-off': 'escaping of templates switched off',
  'terraform-access-control-off': 'a service of a cloud that is left open',
  'terraform-encryption-left-out': encryptionUnsaid,
  'terraform-key-not-rotated': keptKey,
  'terraform-literal-password': 'a password in the code',
  'terraform-logging-off': 'logs switched off',
  'terraform-metadata-open': 'metadata of a machine without a required token',
  'terraform-no-backup': 'a copy or a protection of data switched off',
  'terraform-open-to-all': 'a network rule for every address',
  'terraform-password-login': 'a login by password',
  'terraform-plain-transport': 'a service without encryption, or with an old one',
  'terraform-public-address': 'an address of the internet',
  'terraform-wide-policy': 'a policy for everybody, for secrets, or to give rights away',
  'tls-verification-off': 'certificates that are not checked',
  'token-in-web-storage': 'a token in web storage',
  'weak-password-hash': fastHash,
  'few-rounds': 'few rounds of a hash of passwords',
  'weak-password-rule': 'a weak rule for passwords',
  'webview-files': 'a page in an app with rights of the app',
  'workflow-action-with-token': 'an action by a tag with the token of the run',
  'workflow-checkout-by-command': 'code of a pull request checked out',
  'workflow-names-of-files': 'names of changed files in a script',
};

/** `path-traversal` as people say it. */
const inWords = (rule: string): string => rule.replaceAll('-', ' ');

/** Begins the words for what no line says by itself. */
export const guess = 'possible ';

/** What a line says where it says it by itself; of the others, which weakness has their form. */
export function seenAt(one: Placed<WeaknessPlace>): string {
  const { by, rule } = one.place;
  const words = seen[by ?? ''] ?? seen[rule];
  return isExact(one) && words !== undefined ? words : `${guess}${inWords(rule)}`;
}
