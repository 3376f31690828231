import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import { endsAsRoot, isKnownImage } from './dockerStages';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isDockerfile = (file: FileDescription): boolean =>
  /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.[Dd]ockerfile$/.test(base(file));
const isCompose = (file: FileDescription): boolean => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(base(file));
const isWorkflow = (file: FileDescription): boolean => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(file.path);

/** Images for tests, builds and developers hold no service that strangers reach. */
function isOfTools(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineText(file.lineAt((match.index ?? 0) + match[0].length - 1));
  return (
    /base|dev|test|e2e|\bci\b|build/i.test(base(file)) ||
    /(?:^|\/)\.?(?:devcontainer|dev|development|local|tests?|e2e|ci|scripts?|tools?|hack|packaging|contrib|docs?|bench\w*|examples?)\//i.test(
      file.path,
    ) ||
    /\b(?:run|npm|yarn|pnpm|make|cargo|go)["', ]{1,4}(?:run["', ]{1,4})?(?:tests?|build|lint|check|bench)\b|\["?(?:\/bin\/)?(?:ba)?sh"\]/i.test(
      line,
    )
  );
}

/** Settings of containers, pipelines and infrastructure. A commented line never matches: each pattern starts after white space. */
export const configRules: readonly LineRule[] = [
  {
    id: 'docker-root',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'The container runs as root',
    severity: 'low',
    why: 'A break-out of the process starts with all rights in the container.',
    fix: 'Add a user and `USER` before the command.',
    wants: isDockerfile,
    words: ['CMD', 'cmd', 'ENTRYPOINT', 'entrypoint'],
    pattern: /^[ \t]*(?:CMD|ENTRYPOINT)\b/gim,
    // Only the image that is run counts, and only where it is known that nobody else was named.
    accept(match, file) {
      const after = file.text.slice((match.index ?? 0) + match[0].length);
      const isLast = !/^[ \t]*(?:CMD|ENTRYPOINT|FROM)\b/im.test(after);
      // The entry point gives its rights up itself.
      const changes =
        /\b(?:gosu|su-exec|setpriv|s6-overlay|s6-svscan|s6-setuidgid|setuidgid|chpst|runuser|supervisord|tini-static.*su)\b|^[ \t]*(?:CMD|ENTRYPOINT)[^\n]{0,200}\bsu\b/im.test(
          file.text,
        );
      return isLast && !changes && !isOfTools(match, file) && endsAsRoot(file.text);
    },
    examples: [
      { path: 'Dockerfile', text: 'FROM node:20\nCOPY . .\nCMD ["node", "a.js"]\n', lines: [3] },
      { path: 'Dockerfile', text: 'FROM node:20\nUSER node\nCMD ["node", "a.js"]\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM node:20 AS base\nUSER node\nFROM base\nCMD ["node", "a.js"]\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM example/own:1\nCMD ["node", "a.js"]\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM node:20\nENTRYPOINT ["sh", "-c", "npm run test"]\n', lines: [] },
    ],
  },
  {
    id: 'entry-gives-up-root',
    silent: true,
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A script at the start of a container goes on as another user',
    severity: 'low',
    why: 'What runs then has no rights of root.',
    fix: 'Nothing.',
    wants: (file) =>
      file.language === 'shell' || /(?:entry[-_]?point|docker-start|start|run)[\w.-]{0,20}$/i.test(base(file)),
    words: ['gosu', 'su-exec', 'setpriv', 'runuser', 'setuidgid', 'exec su'],
    pattern: /\b(?:gosu|su-exec|setpriv|runuser|s6-setuidgid|exec su|exec sudo -u)\s/g,
    examples: [{ path: 'docker/entrypoint.sh', text: 'chown app /data\nexec gosu app "$@"\n', lines: [2] }],
  },
  {
    id: 'docker-unpinned-image',
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'A base image is taken without a version',
    severity: 'low',
    why: 'The next build can be another system.',
    fix: 'Name a version, or better a digest.',
    wants: isDockerfile,
    words: ['FROM', 'from'],
    pattern: /^[ \t]*FROM\s+(?:--platform=\S+\s+)?(?<image>[a-z0-9][\w./-]*)(?::latest)?(?=\s|$)/gim,
    accept(match, file) {
      const image = match.groups?.['image'] ?? '';
      // `FROM build` names an earlier stage; `scratch` has no version.
      const stage = new RegExp(`\\bAS\\s+${image.replace(/[^\w-]/g, '.')}\\s*$`, 'im').test(file.text);
      return isKnownImage(image) && !stage && !/(?:^|[-_])(?:local|dev)(?:[-_]|$)/.test(image);
    },
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM node\nFROM python:latest AS x\nFROM node:20 AS build\nFROM build\nFROM scratch\nFROM runtime\n',
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'docker-remote-script',
    cwe: 'CWE-494',
    owasp: 'A08',
    title: 'A script from the network is run while the image is built',
    severity: 'low',
    why: 'Who controls the address controls the image; nothing checks what arrives.',
    fix: 'Download a fixed version and check its hash.',
    wants: isDockerfile,
    words: ['curl', 'wget'],
    pattern: /\b(?:curl|wget)\b[^\n|]{0,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/g,
    accept: (match, file) => !/^[ \t]*#/.test(file.text.slice(file.text.lastIndexOf('\n', match.index ?? 0) + 1)),
    examples: [
      {
        path: 'Dockerfile',
        text: '# curl https://x | sh\nRUN curl -fsSL https://example.org/i.sh | bash\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'compose-privileged',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container has the rights of the host',
    severity: 'high',
    why: 'Privileged mode and the Docker socket each give the whole machine to whoever takes over the container.',
    fix: 'Give the single capability that is needed.',
    wants: isCompose,
    words: ['privileged', 'docker.sock'],
    pattern: /^[ \t]+privileged:\s*true\b|^[ \t]+-\s*["']?\/var\/run\/docker\.sock:/gm,
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  a:\n    privileged: true\n    # privileged: true\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'workflow-untrusted-input',
    cwe: 'CWE-94',
    owasp: 'A03',
    title: 'A workflow puts text of strangers into a shell script',
    severity: 'high',
    why: 'A title, branch name or comment with shell syntax runs with the rights of the workflow.',
    fix: 'Hand the value over in `env:` and use the variable in quotes.',
    wants: isWorkflow,
    words: ['github.'],
    pattern:
      /\$\{\{\s*github\.(?:event\.(?:issue|pull_request|comment|review|review_comment|discussion|head_commit)\.(?:title|body|message|head\.ref|head\.label|author\.\w+)|head_ref)\s*\}\}/g,
    accept(match, file) {
      // Only inside `run:` (or a script of github-script); in `env:` and `with:` it is a value.
      const before = file.text.slice(0, match.index).split('\n');
      const own = before.at(-1) ?? '';
      if (/^[ \t]*(?:-\s*)?run:/.test(own)) return true;
      const indent = own.length - own.trimStart().length;
      for (const line of before.slice(0, -1).reverse().slice(0, 80)) {
        const width = line.length - line.trimStart().length;
        if (line.trim() === '' || width >= indent) continue;
        return /^[ \t]*(?:-\s*)?(?:run|script):\s*[|>]/.test(line);
      }
      return false;
    },
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on: issues\njobs:\n  a:\n    steps:\n      - run: |\n          echo "hi"\n          echo "$' +
          '{{ github.event.issue.title }}"\n      - run: echo "$T"\n        env:\n          T: $' +
          '{{ github.event.issue.title }}\n',
        lines: [7],
      },
    ],
  },
  {
    id: 'workflow-pull-request-target',
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'A workflow with secrets checks out code of strangers',
    severity: 'high',
    why: '`pull_request_target` runs with the repository’s secrets; building the pull request’s code hands them over.',
    fix: 'Use `pull_request`, or do not check out the head.',
    wants: isWorkflow,
    words: ['pull_request_target'],
    pattern: /^[ \t]+ref:\s*["']?\$\{\{\s*github\.(?:event\.pull_request\.head\.(?:sha|ref)|head_ref)\s*\}\}/gm,
    accept: (_match, file) =>
      /^[ \t]*(?:-\s*)?pull_request_target\b|\[[^\]\n]*\bpull_request_target\b|^on:\s*pull_request_target\b/m.test(
        file.text,
      ),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: $' +
          '{{ github.event.pull_request.head.sha }}\n',
        lines: [7],
      },
      {
        path: '.github/workflows/b.yml',
        text:
          'on: pull_request\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: $' +
          '{{ github.event.pull_request.head.sha }}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'workflow-moving-action',
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Workflows use actions of others by a branch that moves',
    severity: 'low',
    why: 'Whoever can push to that branch runs code with the rights of the workflow.',
    fix: 'Pin the action to a release or, better, to a commit.',
    wants: isWorkflow,
    words: ['uses:'],
    pattern:
      /^[ \t]*(?:-\s*)?uses:\s*["']?(?!\.\/|docker:|[^@\n]{1,100}\/\.github\/)[\w.-]+\/[\w./-]+@(?:main|master|develop|dev|HEAD|latest|nightly)\b(?![\w./-])/gm,
    examples: [
      {
        path: '.github/workflows/a.yml',
        text: 'jobs:\n  a:\n    steps:\n      - uses: someone/thing@master\n      - uses: actions/checkout@v4\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'workflow-write-all',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A workflow takes every permission',
    severity: 'medium',
    why: 'A step that is taken over can then push code and publish packages.',
    fix: 'Name the permissions that the job needs.',
    wants: isWorkflow,
    words: ['write-all'],
    pattern: /^[ \t]*permissions:\s*write-all\b/gm,
    examples: [{ path: '.github/workflows/a.yml', text: 'permissions: write-all\njobs: {}\n', lines: [1] }],
  },
];
