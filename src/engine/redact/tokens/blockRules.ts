import type { SecretRule } from '../secretRule';

const body = 'MIIEowIBAAKCAQEAx1f8vQ3Zr0aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8kM';

/** Secrets that are told by what stands around them. */
export const blockRules: readonly SecretRule[] = [
  {
    id: 'private-key',
    name: 'private key',
    keywords: ['PRIVATE KEY'],
    pattern:
      /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?=[\s\\rn"'+,|]{0,40}[A-Za-z0-9+/=:,\s-]{40})[^-]{40,16000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
    examples: [['-----BEGIN RSA ', `PRIVATE KEY-----\n${body}\n${body}\n-----END RSA PRIVATE KEY-----`]],
    counterExamples: ['-----BEGIN PRIVATE KEY-----', '"-----BEGIN RSA PRIVATE KEY-----\\n..."'],
  },
  {
    id: 'url-password',
    name: 'password in an address',
    keywords: ['://'],
    pattern:
      /\b(?:https?|ftps?|ssh|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|ldaps?|smtps?|nats|clickhouse|cockroachdb):\/\/(?<user>[^\s:/@"'`<>{}$%]{1,64}):(?<secret>[^\s/@"'`<>{}$%*[\]()]{3,128})@[A-Za-z0-9._-]{1,253}/g,
    examples: [['postgres://app:', 'v9Kq2mX7pL@db.internal:5432/app']],
    counterExamples: [
      'https://example.com:8080/a@b',
      'postgres://$' + '{USER}:$' + '{PASSWORD}@localhost/app',
      'git://github.com/x/y',
    ],
  },
  {
    id: 'curl-login',
    name: 'password of a curl command',
    keywords: ['curl '],
    pattern: /\bcurl [^\n]{0,300}?(?:-u|--user)[ =]{1,4}["']?[\w.@+-]{1,64}:(?<secret>[^\s"'`$<{%\\]{4,100})/g,
    examples: [['curl -s -u ', 'deploy:v9Kq2mX7pL https://ci.internal/']],
    counterExamples: ['curl -u user:password https://a', 'curl -u "$USER:$TOKEN" https://a', 'curl -u me https://a:80'],
  },
  {
    id: 'azure-storage-key',
    name: 'Azure storage account key',
    keywords: ['AccountKey='],
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g,
    examples: [['AccountKey=', `${body}${body}`.slice(0, 86) + '==']],
    counterExamples: ['AccountKey=;'],
  },
  {
    id: 'authorization-header',
    name: 'credential in an Authorization header',
    keywords: ['uthorization'],
    pattern:
      /\b[Aa]uthorization["']?\s{0,3}[:=,]\s{0,3}["'`]?(?:Bearer|Basic|Token|token|bearer|basic)\s{1,3}(?<secret>[A-Za-z0-9_.+/=-]{20,400})/g,
    examples: [['Authorization: Bearer ', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF']],
    counterExamples: ['Authorization: Bearer <token>', 'Authorization: Bearer $TOKEN'],
  },
];
