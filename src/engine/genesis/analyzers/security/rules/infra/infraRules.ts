import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isDockerfile = (file: FileDescription): boolean =>
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][^/]+)?$|\.[Dd]ockerfile$/.test(file.path);

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
];
