import type { LineRule } from '../../weakness';
import { isDockerfile } from '../languages';

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
    // A file of defaults that is in the repository is no secret of the image’s.
    accept(match, file) {
      if (/test|dev|local|base|example|sample|build|demo|mock/i.test(file.path)) return false;
      if (/(?:COPY|ADD)[^\n]*\.env\s/i.test(match[0])) return false;
      const value = match.groups?.['value'];
      // A word is a default that everybody knows, and a database that is made with its password is for trying out.
      return (
        value === undefined ||
        (/\d/.test(value) &&
          /[a-z]/i.test(value) &&
          value.length >= 8 &&
          !/pass|secret|change|example|dummy|placeholder|build|test|local|admin|root|xxx|^[/.]/i.test(value) &&
          !/^[ \t]*FROM\s[^\n]*\b(?:postgres|postgis|mysql|mariadb|mongo|mssql|redis|rabbitmq|neo4j|minio)\b/im.test(
            file.text,
          ))
      );
    },
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nENV DB_PASSWORD=k7q2m9x4\nARG API_KEY\nCOPY id_rsa /root/.ssh/\n',
        lines: [2, 4],
      },
      { path: 'Dockerfile', text: 'COPY .env /app/.env\nENV SA_PASSWORD=Test@12345\nENV API_KEY=$KEY\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM postgres:15\nENV POSTGRES_PASSWORD banana12\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM a:1\nENV PASSWORD=flame_password1\n', lines: [] },
    ],
  },
];
