import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';
import { isDockerfile } from '../languages';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isCompose = (file: FileDescription): boolean => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(base(file));
const isNginx = ({ path, language }: FileDescription): boolean =>
  language === 'other' && /\.conf(?:\.\w{1,12})?$|nginx/i.test(path);

/** Stacks and images that only somebody's own machine runs. */
const ofDevelopers =
  /(?:^|[/._-])(?:dev|develop|development|local|tests?|e2e|ci|examples?|samples?|devcontainer|gitpod|playground|bench\w*|build|tools?)(?:[/._-]|$)/i;

/** The lines of the service that a place stands in. */
function serviceAround(text: string, at: number): string {
  const indent = /^services:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)/m.exec(text)?.[1];
  if (indent === undefined) return '';
  const heads = [...text.matchAll(new RegExp(`^${indent}[\\w.-]+:`, 'gm'))].map((head) => head.index);
  return text.slice(heads.findLast((head) => head <= at) ?? 0, heads.find((head) => head > at) ?? text.length);
}

/** What watches, starts or leads to containers, and what shows hosts. */
const ofHosts =
  /traefik|portainer|watchtower|datadog|promtail|alloy|proxy|cadvisor|dozzle|autoheal|ofelia|diun|docker-gen|acme|runner|dind|agent|exporter|netdata|telegraf|fluent|vector|logspout|beat\b|docker:\d|lambda|localstack|zigbee|homeassistant|home-assistant|plex|vpn|wireguard|tailscale|gpu|nvidia|docker\.sock:ro/i;

/** Images and stacks: words that everybody can read, and rights that nobody needs. */
export const serverImageRules: readonly LineRule[] = [
  {
    id: 'docker-known-password',
    possible: true,
    told: 'compose-known-password',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'An image holds a password that everybody can read',
    severity: 'medium',
    why: 'Whoever has the image has it, and every container starts with the same one.',
    fix: 'Give it to the container when it starts.',
    wants: isDockerfile,
    words: ['SECRET', 'PASSWORD', 'PASSWD', 'chpasswd', 'API_KEY'],
    pattern:
      /^[ \t]*(?:ENV|ARG)\s+\w{0,30}(?:SECRET(?:_KEY)?|PASSWORD|PASSWD|API_KEY)(?:=|\s+)["']?(?<value>[^\s"'$#{}]{4,80})["']?|\becho\s+["']?(?:root|admin|\w{1,20}):(?<other>[^\s"'$:{}]{3,40})["']?\s?\|\s?chpasswd/gm,
    accept: (match, file) =>
      !ofDevelopers.test(file.path) &&
      !/^(?:dummy|build|placeholder|unused|none|null|true|false|fake|not|ignored?|temp|\/)|precompile|dummy|secret_?key_?base/i.test(
        match.groups?.['value'] ?? match.groups?.['other'] ?? '',
      ) &&
      !/_BASE\b|_DUMMY|_FILE\b/.test(match[0]),
    examples: [
      {
        path: 'Dockerfile',
        text: `FROM node:20\nARG JWT_SECRET=super-secret-key-123\nENV ADMIN_PASSWORD=password123\nENV OTHER_PASSWORD=\${OTHER}\nENV SECRET_KEY=dummy\nRUN echo 'root:letmein' | chpasswd\n`,
        lines: [2, 3, 6],
      },
    ],
  },
  {
    id: 'docker-open-rights',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A05',
    title: 'An image lets every user write its files, or root sign in',
    severity: 'low',
    why: 'Whoever takes over any process can change the program and what it keeps.',
    fix: 'Give the folders to the user that runs it.',
    wants: isDockerfile,
    words: ['777', 'PermitRootLogin', 'PasswordAuthentication'],
    pattern: /\bchmod\s+(?:-[a-zA-Z]+\s+)?(?:a\+rwx|0?777)\s[^\s&|;]{1,80}|\bPermitRootLogin\s+yes/g,
    // Folders for what is thrown away are everybody's.
    accept: ([match], file) => !ofDevelopers.test(file.path) && !/\s\/(?:tmp|var\/(?:tmp|run|cache)|run)\b/.test(match),
    examples: [
      {
        path: 'Dockerfile',
        text: "FROM node:20\nRUN chmod -R 777 /app\nRUN chmod 777 /tmp\nRUN echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config\n",
        lines: [2, 4],
      },
    ],
  },
  {
    id: 'docker-user-root',
    possible: true,
    told: 'docker-root',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'The image of a server names no user but root',
    severity: 'low',
    why: 'Its process starts as root: whoever takes it over has every right inside the container.',
    fix: 'Name another user before the command.',
    wants: isDockerfile,
    words: ['USER root', 'USER 0', 'sshd'],
    pattern: /^USER\s+(?:root|0)\s*$|^[ \t]*RUN\s[^\n]{0,300}\bopenssh-server\b/gm,
    accept: (match, file) =>
      !ofDevelopers.test(file.path) &&
      !/^USER\s+(?!root\b|0\b)/m.test(file.text.slice((match.index ?? 0) + 1)) &&
      !/gosu|su-exec|setpriv|runuser|s6-/.test(file.text),
    examples: [
      { path: 'Dockerfile', text: 'FROM node:20\nUSER root\nCMD ["node", "a.js"]\n', lines: [2] },
      { path: 'Dockerfile', text: 'FROM node:20\nUSER root\nRUN a\nUSER node\nCMD ["node", "a.js"]\n', lines: [] },
    ],
  },
  {
    id: 'docker-copied-environment',
    possible: true,
    cwe: 'CWE-538',
    owasp: 'A05',
    title: 'A file with settings and passwords is copied into an image',
    severity: 'low',
    why: 'Whoever has the image reads it.',
    fix: 'Give the variables to the container when it starts.',
    wants: isDockerfile,
    words: ['.env'],
    pattern: /^[ \t]*(?:COPY|ADD)\s+(?:--\S+\s+)*\.env(?:\.prod\w*)?\s|\bcp\s+(?:-\w+\s+)?\.env(?:\.prod\w*)?\s+\S+/gm,
    accept: (_match, file) => !ofDevelopers.test(file.path),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM node:20\nCOPY .env /app/\nCOPY .env.example /app/\nRUN cp .env /tmp/a.txt\n',
        lines: [2, 4],
      },
    ],
  },
  {
    id: 'compose-of-host',
    possible: true,
    told: 'compose-privileged',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container has the rights of the host',
    severity: 'medium',
    why: 'Whoever takes over the container has the machine.',
    fix: 'Give the single capability that is needed.',
    wants: isCompose,
    words: [
      'privileged',
      'docker.sock',
      'network_mode',
      'user:',
      'pid:',
      'SYS_ADMIN',
      'unconfined',
      '- /:',
      '- "/:',
      '/etc/shadow',
      'ALL',
    ],
    pattern:
      /^[ \t]+(?:privileged:\s*true\b|network_mode:\s*["']?host\b|user:\s*["']?(?:root|0)(?::(?:root|0))?["']?\s*$|pid:\s*["']?host\b|-\s*["']?\/var\/run\/docker\.sock:|-\s*["']?\/:\/|-\s*["']?\/etc\/(?:shadow|sudoers):|-\s*["']?\/etc\/passwd:(?![^\n]{0,60}:ro\b)|-\s*["']?(?:CAP_)?(?:SYS_ADMIN|ALL|SYS_MODULE|SYS_PTRACE)\b|-\s*["']?(?:seccomp|apparmor)[:=]unconfined)/gm,
    accept(match, file) {
      const service = serviceAround(file.text, match.index ?? 0);
      // Only programs of the own: images of others say what they need.
      return (
        !ofDevelopers.test(file.path) &&
        !/^\s*[\w.-]*tests?\b[\w.-]*:/i.test(service) &&
        /^[ \t]+build:/m.test(service) &&
        !ofHosts.test(service) &&
        !/cap_drop:\s*\n?\s*-?\s*\[?["']?ALL/.test(match[0]) &&
        !/^[ \t]+cap_drop:[ \t]*\n[ \t]+-[ \t]*["']?ALL/m.test(service)
      );
    },
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  a:\n    build: .\n    privileged: true\n    volumes:\n      - /:/rootfs:ro\n      - /etc/passwd:/etc/passwd:ro\n    network_mode: host\n  b:\n    image: pihole\n    network_mode: host\n',
        lines: [4, 6, 8],
      },
    ],
  },
  {
    id: 'kubernetes-host-path',
    possible: true,
    told: 'compose-privileged',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container has the rights of the host',
    severity: 'medium',
    why: 'Whoever takes over the container reads the files of the machine, or starts containers on it.',
    fix: 'Use a volume of the cluster.',
    wants: ({ path }) => /\.ya?ml$/.test(path),
    words: ['hostPath'],
    pattern:
      /^[ \t-]+hostPath:\s*\n[ \t]+path:\s*["']?\/(?:etc|root|proc|home|var\/run\/docker\.sock|run\/containerd\S{0,40}|var\/lib\/kubelet|var\/run)?\/?["']?[ \t]*$/gm,
    accept: (_match, file) =>
      /^[ \t]*kind:\s*(?:Deployment|Pod|Job|CronJob|StatefulSet|ReplicationController)\b/m.test(file.text) &&
      !ofDevelopers.test(file.path) &&
      !ofHosts.test(file.text.slice(0, 4_000)),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: Deployment\nspec:\n  volumes:\n    - name: a\n      hostPath:\n        path: /\n    - name: b\n      hostPath:\n        path: /data/b\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'compose-debug',
    possible: true,
    told: 'debug-on',
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'A stack starts its server in debug mode',
    severity: 'low',
    why: 'Errors then show code and settings; some servers let whoever sees one run code.',
    fix: 'Switch it on in a file for developers.',
    wants: isCompose,
    words: ['DEBUG', 'FLASK_ENV'],
    pattern:
      /^[ \t]+(?:-\s*["']?)?(?:(?:FLASK|APP|DJANGO|WP|RAILS)_DEBUG|DEBUG)["']?\s?[=:]\s?["']?(?:1|true|True|on)\b|^[ \t]+(?:-\s*["']?)?FLASK_ENV["']?\s?[=:]\s?["']?development\b/gm,
    accept: (_match, file) => !ofDevelopers.test(file.path),
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  a:\n    environment:\n      FLASK_DEBUG: "1"\n      APP_DEBUG: "false"\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'hidden-files-served',
    possible: true,
    cwe: 'CWE-538',
    owasp: 'A05',
    title: 'A server hands out hidden files, or what it does at the moment',
    severity: 'medium',
    why: 'A `.git` folder holds the code and its history, a `.env` the passwords.',
    fix: 'Answer such addresses with 404.',
    wants: isNginx,
    words: ['.git', '.env', '.svn', 'stub_status', '|env', '|git'],
    pattern:
      /^[ \t]*location\s[^{\n]{0,40}(?:\/\\?\.git\b|\/\\?\.env\b|\\?\.\([^)\n]{0,40}(?:git|env)\b)[^{\n]{0,60}\{(?<body>[^{}]{0,400})\}|^[ \t]*location\s[^{\n]{1,60}\{[^{}]{0,200}\bstub_status\b(?<status>[^{}]{0,200})\}/gm,
    accept({ groups }) {
      const body = groups?.['body'];
      if (body !== undefined) return /\b(?:allow\s+all|alias|root)\b/.test(body) && !/\b(?:deny|return\s+4)/.test(body);
      return /\ballow\s+all/.test(groups?.['status'] ?? '');
    },
    examples: [
      {
        path: 'nginx.conf',
        text: 'server {\n  location ~ /\\.(env|git) {\n    allow all;\n  }\n  location ~ /\\.git {\n    deny all;\n  }\n  location /status {\n    stub_status on;\n    allow all;\n  }\n}\n',
        lines: [2, 8],
      },
    ],
  },
];
