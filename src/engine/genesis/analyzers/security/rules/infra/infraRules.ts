import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isCompose = (file: FileDescription): boolean =>
  /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(file.path);
const isDockerfile = (file: FileDescription): boolean =>
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]+)?$|\.[Dd]ockerfile$/.test(file.path);
const isYaml = (file: FileDescription): boolean => /\.ya?ml$/.test(file.path);

/** More of what containers, clouds and clusters are told. */
export const infraRules: readonly LineRule[] = [
  {
    id: 'docker-secret-in-image',
    cwe: 'CWE-538',
    owasp: 'A05',
    title: 'An image keeps a secret in its layers',
    severity: 'high',
    why: 'Whoever can pull the image reads it, also when a later layer removes it.',
    fix: 'Give it at run time, or to the build by `--mount=type=secret`.',
    wants: isDockerfile,
    words: ['ENV', 'ARG', 'COPY', 'ADD'],
    pattern:
      /^\s{0,8}(?:ENV|ARG)\s{1,4}\w{0,40}(?:PASSWORD|SECRET_KEY|API_KEY|ACCESS_KEY|AUTH_TOKEN|PRIVATE_KEY)(?:=|\s{1,3})["']?(?<value>[^\s"'$]{6,200})|^\s{0,8}(?:COPY|ADD)\s{1,4}(?:--\S{1,60}\s{1,4}){0,3}(?:\.\/)?(?:\.env|(?:\S{0,100}\/)?(?:id_rsa|id_ed25519|\.aws|\.ssh|credentials\.json|secrets?\.(?:txt|json|ya?ml|env)))\s/gim,
    accept: (match) =>
      !/^(?:changeme|change_me|example|dummy|placeholder|build|none|null|true|false|secret|password|xxx+|\/|\.)/i.test(
        match.groups?.['value'] ?? '',
      ),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nENV DB_PASSWORD=s3cr3tpw\nARG API_KEY\nCOPY .env /app/.env\n',
        lines: [2, 4],
      },
    ],
  },
  {
    id: 'compose-open-database',
    cwe: 'CWE-306',
    owasp: 'A07',
    title: 'A database or console runs without a password',
    severity: 'medium',
    why: 'Whoever reaches the port reads and writes everything.',
    fix: 'Set a password, and publish the port to this machine only.',
    wants: (file) => isCompose(file) || isYaml(file),
    words: ['ALLOW_EMPTY_PASSWORD', 'TRUST', 'trust', 'security.enabled', 'ALLOW_ANONYMOUS', 'DISABLE_AUTH'],
    pattern:
      /^\s{0,20}-?\s{0,3}["']?(?:\w{0,30}ALLOW_EMPTY_(?:ROOT_)?PASSWORD|ALLOW_ANONYMOUS_LOGIN|DISABLE_AUTH\w{0,10})["']?\s{0,3}[:=]\s{0,3}["']?(?:yes|true|1)\b|\bPOSTGRES_HOST_AUTH_METHOD["']?\s{0,3}[:=]\s{0,3}["']?trust\b|\bxpack\.security\.enabled["']?\s{0,3}[:=]\s{0,3}["']?false\b/gm,
    accept: (_match, file) =>
      !/(?:^|[/._-])(?:tests?|ci|dev|devcontainer|local|workflows|e2e)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    environment:\n      - MYSQL_ALLOW_EMPTY_PASSWORD=yes\n      - MYSQL_DATABASE=a\n',
        lines: [4],
      },
    ],
  },
];
