import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { serviceAround } from './configRules';

const isCompose = (file: FileDescription): boolean =>
  /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(file.path);
const isDockerfile = (file: FileDescription): boolean =>
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]+)?$|\.[Dd]ockerfile$/.test(file.path);

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
    // A file of defaults that is in the repository is no secret of the image's.
    accept: (match, file) =>
      !/test|dev|local|base|example|sample|build/i.test(file.path) &&
      !/(?:COPY|ADD)[^\n]*\.env\s/i.test(match[0]) &&
      !/^(?:changeme|change_me|example|dummy|placeholder|build|none|null|true|false|secret|password|test|dev|local|postgres|root|admin|xxx+|\/|\.)/i.test(
        match.groups?.['value'] ?? '',
      ),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nENV DB_PASSWORD=s3cr3tpw\nARG API_KEY\nCOPY id_rsa /root/.ssh/\n',
        lines: [2, 4],
      },
      { path: 'Dockerfile', text: 'COPY .env /app/.env\nENV SA_PASSWORD=Test@12345\nENV API_KEY=$KEY\n', lines: [] },
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
    wants: isCompose,
    words: ['ALLOW_EMPTY_PASSWORD', 'TRUST', 'trust', 'security.enabled', 'ALLOW_ANONYMOUS', 'DISABLE_AUTH'],
    pattern:
      /^\s{0,20}-?\s{0,3}["']?(?:\w{0,30}ALLOW_EMPTY_(?:ROOT_)?PASSWORD|ALLOW_ANONYMOUS_LOGIN|DISABLE_AUTH\w{0,10})["']?\s{0,3}[:=]\s{0,3}["']?(?:yes|true|1)\b|\bPOSTGRES_HOST_AUTH_METHOD["']?\s{0,3}[:=]\s{0,3}["']?trust\b|\bxpack\.security\.enabled["']?\s{0,3}[:=]\s{0,3}["']?false\b/gm,
    // Published to more than this machine, and kept running: a stack for developers is neither told nor meant.
    accept(match, file) {
      if (
        /(?:^|[/._-])(?:tests?|ci|dev\w*|local|workflows|e2e|integration|tools?|examples?|samples?)(?:[/._-]|$)/i.test(
          file.path,
        )
      )
        return false;
      const at = (match.index ?? 0) + match[0].length - 1;
      const service = serviceAround(file.text, at);
      const warned = /(?:DON'?T|do not|never|only)[^\n]{0,60}(?:production|development|dev\b)/i.test(
        linesAround(file, file.lineAt(at), 3, 1),
      );
      return (
        !warned &&
        /^\s+restart:\s*["']?(?:always|unless-stopped)/m.test(service) &&
        /^\s+ports:\s*\n\s+-\s*["']?(?!127\.|localhost)(?:0\.0\.0\.0:)?\$?[\w{}:-]+/m.test(service) &&
        !/^\s+build:/m.test(file.text)
      );
    },
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    restart: always\n    ports:\n      - "3306:3306"\n    environment:\n      - MYSQL_ALLOW_EMPTY_PASSWORD=yes\n      - MYSQL_DATABASE=a\n',
        lines: [7],
      },
      // Not published, for developers, next to the source that is built.
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    restart: always\n    environment:\n      - MYSQL_ALLOW_EMPTY_PASSWORD=yes\n',
        lines: [],
      },
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    restart: always\n    ports:\n      - "127.0.0.1:5432:5432"\n    environment:\n      POSTGRES_HOST_AUTH_METHOD: trust\n',
        lines: [],
      },
      {
        path: 'docker-compose.yml',
        text: 'services:\n  app:\n    build: .\n  db:\n    restart: always\n    ports:\n      - 5432:5432\n    environment:\n      # do not do this in production\n      POSTGRES_HOST_AUTH_METHOD: trust\n',
        lines: [],
      },
    ],
  },
];
