/** A key that everybody can read. */
export const keyClass = {
  cwe: 'CWE-798',
  owasp: 'A07',
  severity: 'high',
  why: 'Who reads the repository can sign what the program trusts, or read what it encrypts; a default that nobody changed is known to everyone.',
  fix: 'Read it from the environment and refuse to start without it.',
} as const;
