import type { Finding } from '../../../shared/genesis';

const secretWord = /secret|credential|password|passwd|private-?key|api-?key|access-?key|hard-?coded/i;
const secretFile =
  /(^|\/)(\.env(\.[^/]*)?|\.netrc|\.pgpass|\.htpasswd|\.npmrc|\.pypirc|id_[a-z0-9]+|[^/]+\.(pem|key|p12|pfx|jks|keystore))$/i;

/** Lines of such a finding may be the secret itself: they are never sent to the panel or copied. */
export function isSecretFinding(finding: Pick<Finding, 'rule' | 'tags'>): boolean {
  return secretWord.test(finding.rule) || finding.tags.some((tag) => secretWord.test(tag));
}

/** Files whose lines are secrets whatever the finding says of them. */
export function isSecretFile(path: string): boolean {
  return secretFile.test(path);
}
