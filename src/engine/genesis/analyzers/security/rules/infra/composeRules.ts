import { posix } from 'node:path';
import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import { isDockerfile } from '../languages';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isCompose = (file: FileDescription): boolean => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(base(file));

/** Stacks that only somebody's own machine runs. */
const ofDevelopers =
  /(?:^|[/._-])(?:(?:[a-z]{1,20})?dev|develop|developers?|development|local|(?:[a-z]{1,20})?tests?|e2e|ci|circleci|[a-z]{0,20}tmp|examples?|samples?|devcontainer|gitpod|playground|bench\w*)(?:[/._-]|$)/i;

/** The lines of the service that a place stands in. */
function serviceAround(text: string, at: number): string {
  const indent = /^services:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)/m.exec(text)?.[1];
  if (indent === undefined) return '';
  const heads = [...text.matchAll(new RegExp(`^${indent}[\\w.-]+:`, 'gm'))].map((head) => head.index);
  return text.slice(heads.findLast((head) => head <= at) ?? 0, heads.find((head) => head > at) ?? text.length);
}

/** The Dockerfile that a service of a stack is built from. */
function dockerfileOf(match: RegExpMatchArray, file: SourceFile): string {
  const service = serviceAround(file.text, (match.index ?? 0) + match[0].length);
  const context = /^[ \t]+(?:context|build):[ \t]*["']?([^\s"'#]+)/m.exec(service)?.[1] ?? '.';
  const name = /^[ \t]+dockerfile:[ \t]*["']?([^\s"'#]+)/m.exec(service)?.[1] ?? 'Dockerfile';
  return posix.join(posix.dirname(file.path), context, name);
}

/** Stores that ask nobody for a password where they are not told to. */
const stores = /^[ \t]+image:\s*["']?[^\s"']*(?:mongo|redis|valkey|elastic|opensearch|memcached|couchdb|etcd)/m;

/** What each store needs to ask for a password. */
const asks =
  /MONGO_INITDB_ROOT|--auth\b|requirepass|REDIS_PASSWORD|--requirepass|redis[\w./-]{0,40}\.conf|xpack\.security\.enabled[=:]\s?["']?true|ELASTIC_PASSWORD|aclfile/i;

/** Images of a language, which end as root, under no name of a stage for developers. */
const ofScripts =
  /^[ \t]*FROM\s+(?:--platform=\S+\s+)?(?:docker\.io\/)?(?:library\/)?(?:node|python|ruby|php|golang|openjdk|eclipse-temurin|httpd|tomcat|perl|ubuntu|debian)(?:[:@][\w.-]{1,100})?\s*(?:\sAS\s(?!\S*(?:dev|build|test))\S{1,60}\s*)?$/i;

/** A password for a database that stands in a stack, or in an address of it. */
const knownPassword =
  /^[ \t]+(?:-\s*["']?)?(?:(?:MYSQL|MARIADB|POSTGRES|MONGO_INITDB|PGADMIN_DEFAULT|RABBITMQ_DEFAULT|MINIO|MINIO_ROOT|NEO4J|SA|MSSQL_SA|ORACLE|DB|DATABASE|REDIS|ELASTIC|ADMIN|ROOT|LDAP_ADMIN)_?(?:ROOT_)?(?:PASSWORD|PASS)|(?:JWT|APP|WEBHOOK|SESSION|PAYMENT_WEBHOOK|TOKEN)_SECRET(?:_KEY)?|AWS_SECRET_ACCESS_KEY|SECRET_KEY|(?<!-\s["']?)PGPASSWORD)["']?\s?[=:]\s?["']?(?<value>[^\s"'$#{}]{3,60})|\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqp)(?:\+\w{1,12})?:\/\/[\w.-]{0,40}:(?<other>[^@\s"'$/{}]{3,60})@|=\w{1,20}:(?<third>[^@\s"'$/{}]{3,60})@(?:tcp|unix)\(/gm;

/** Stacks of containers, as whoever follows the documents starts them. */
export const composeRules: readonly LineRule[] = [
  {
    id: 'compose-open-store',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A05',
    title: 'A database without a password listens on every address of the host',
    severity: 'medium',
    why: 'Whoever reaches the host reads and changes all of it; such ports are searched for all day.',
    fix: 'Leave `ports` out, or bind it to `127.0.0.1`, and set a password.',
    wants: isCompose,
    words: ['27017', '6379', '9200', '11211', '5984', '2379'],
    pattern: /^[ \t]+-\s*["']?(?:0\.0\.0\.0:)?\d{2,5}:(?:27017|6379|9200|11211|5984|2379)\b/gm,
    accept(match, file) {
      const service = serviceAround(file.text, (match.index ?? 0) + match[0].length);
      return !ofDevelopers.test(file.path) && stores.test(service) && !asks.test(service);
    },
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    image: mongo:7\n    ports:\n      - "27017:27017"\n  cache:\n    image: redis:7\n    ports:\n      - "127.0.0.1:6379:6379"\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'compose-known-password',
    possible: true,
    cwe: 'CWE-1392',
    owasp: 'A07',
    title: 'A stack starts its database with a password that everybody can read',
    severity: 'low',
    why: 'Where nobody changes it, whoever reaches the port has the data.',
    fix: 'Take it from `.env` or a secret, and let the start fail where it is missing.',
    wants: isCompose,
    words: ['PASSWORD', '://', 'SECRET', '@tcp('],
    pattern: knownPassword,
    accept(match, file) {
      const value = match.groups?.['value'] ?? match.groups?.['other'] ?? match.groups?.['third'] ?? '';
      // The first place of a file that has it says it.
      const before = [...file.text.slice(0, match.index).matchAll(knownPassword)];
      if (before.some(({ groups }) => (groups?.['value'] ?? groups?.['other'] ?? groups?.['third']) === value))
        return false;
      return (
        !ofDevelopers.test(file.path) &&
        !/^(?:\/run|file|yes|true|false|your|change|replace|insecure$|_\w{1,40}_$|<|(?:dev|local|test|dummy|fake|foo|none|null)\w{0,10}$)/i.test(
          value,
        )
      );
    },
    examples: [
      {
        path: 'compose.yml',
        text: 'services:\n  a:\n    environment:\n      - DSN=root:wasabi@tcp(db:3306)/a\n',
        lines: [4],
      },
      {
        path: 'docker-compose.yml',
        text:
          'services:\n  db:\n    image: mysql:8\n    environment:\n      - MYSQL_ROOT_PASSWORD=wasabi\n      - MYSQL_DATABASE=shop\n  web:\n    environment:\n      MYSQL_PASSWORD: $' +
          '{PASSWORD}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'compose-empty-password',
    told: 'compose-open-store',
    possible: true,
    cwe: 'CWE-258',
    owasp: 'A05',
    title: 'A database without a password listens on every address of the host',
    severity: 'medium',
    why: 'Whoever reaches it reads and changes all of it.',
    fix: 'Set a password.',
    wants: isCompose,
    words: ['ALLOW_EMPTY_PASSWORD', 'HOST_AUTH_METHOD'],
    pattern:
      /^[ \t]+(?:-\s*["']?)?(?:(?:MYSQL|MARIADB)_ALLOW_EMPTY(?:_ROOT)?_PASSWORD["']?\s?[=:]\s?["']?(?:yes|true|1)|POSTGRES_HOST_AUTH_METHOD["']?\s?[=:]\s?["']?trust)\b/gim,
    accept: (_match, file) => !ofDevelopers.test(file.path),
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    image: mysql:8\n    environment:\n      MYSQL_ALLOW_EMPTY_PASSWORD: "yes"\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'compose-names-user',
    // The image says nothing of a user; who starts it does.
    silent: true,
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A stack names the user of a container',
    severity: 'low',
    why: 'Its process does not start as root.',
    fix: 'Nothing is to be done.',
    wants: isCompose,
    words: ['user:'],
    pattern: /^[ \t]+user:[ \t]*["']?(?!root\b|0\b)[\w$\d]/gm,
    accept: (match, file) => /^[ \t]+build:/m.test(serviceAround(file.text, (match.index ?? 0) + match[0].length)),
    detail: dockerfileOf,
    examples: [
      {
        path: 'deploy/compose.yml',
        text: 'services:\n  web:\n    build:\n      context: ..\n      dockerfile: app.Dockerfile\n    user: 1000:1000\n  db:\n    image: a\n    user: "999"\n',
        lines: [6],
      },
    ],
  },
  {
    id: 'docker-root-unsaid',
    possible: true,
    told: 'docker-root',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'The image of a server names no user but root',
    severity: 'low',
    why: 'Its process starts as root: whoever takes it over has every right inside the container. Who starts the container can still name another user.',
    fix: 'Add a user, and `USER` before the command.',
    wants: isDockerfile,
    words: ['CMD', 'ENTRYPOINT'],
    pattern: /^[ \t]*(?:CMD|ENTRYPOINT)\b/gm,
    // Programs of a script language that are started as servers; an image of another base may name its user there.
    accept: (match, file) =>
      !/^[ \t]*(?:CMD|ENTRYPOINT|FROM)\b/m.test(file.text.slice((match.index ?? 0) + match[0].length)) &&
      !/^[ \t]*USER\b/im.test(file.text) &&
      !/\b(?:gosu|su-exec|setpriv|s6|setuidgid|supervisord|useradd|adduser)\b/.test(file.text) &&
      ofScripts.test(file.text.match(/^[ \t]*FROM\s[^\n]*/gim)?.at(-1) ?? '') &&
      /(?:app|server|main|index|manage|wsgi|run|start|flask|rails|gunicorn|uvicorn|apache2-foreground|php-fpm|artisan|\.jar)\b/i.test(
        file.text.slice(match.index, (match.index ?? 0) + 300),
      ) &&
      !ofDevelopers.test(file.path) &&
      !/\b(?:run|npm|yarn|pnpm|make)["', ]{1,4}(?:run["', ]{1,4})?(?:tests?|build|lint|dev|watch|storybook)\b/.test(
        file.text.slice(match.index, (match.index ?? 0) + 300),
      ),
    examples: [
      { path: 'Dockerfile', text: 'FROM python:3.12-slim\nCOPY . .\nCMD ["python3", "main.py"]\n', lines: [3] },
      { path: 'Dockerfile', text: 'FROM python:3.12-slim\nUSER app\nCMD ["python3", "main.py"]\n', lines: [] },
    ],
  },
];
