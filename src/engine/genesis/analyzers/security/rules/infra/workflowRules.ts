import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import {
  actionOf,
  asksWhoSentIt,
  hasRightsForStrangers,
  isWorkflow,
  jobAround,
  jobRange,
  keyAround,
  sharedEnvRange,
} from './workflowText';

/** The workflow names its own repository, or its own registry: what has the same owner is no stranger's. */
function isOfOthers(match: RegExpMatchArray, file: SourceFile): boolean {
  const owner =
    actionOf(match)
      .split('/')[0]
      ?.replace(/[^\w-]/g, '.') ?? '';
  return !new RegExp(
    `(?:repository(?:_owner)?\\s*[!=]=\\s*['"]|ghcr\\.io/|quay\\.io/|docker\\.io/)${owner}(?:/|['"])|images?:\\s*["']?${owner}/`,
    'i',
    // A link in a remark leads anywhere, and an image that is only pulled is anyone's.
  ).test(file.text.replace(/(?:^|\s)#[^\n]*|\bdocker pull [^\n]*/g, ''));
}

const secrets = /\$\{\{[^}\n]{0,60}(?<![\w-])(?<name>secrets\.(?!GITHUB_TOKEN\b)[A-Za-z]\w{0,60})/gi;

/** What a use of an action stands beside, with its line: a secret of its job, or of all jobs; a name of a user last. */
function secretBeside(match: RegExpMatchArray, file: SourceFile): string | undefined {
  const parts = [jobRange(file.text, (match.index ?? 0) + match[0].length - 1), sharedEnvRange(file.text)];
  const found = parts.flatMap(({ start, end }) =>
    [...file.text.slice(start, end).matchAll(secrets)].flatMap(({ index, groups }) => {
      const line = file.lineAt(start + index);
      return /^\s*#/.test(file.lineText(line)) ? [] : [{ name: groups?.['name'] ?? '', line }];
    }),
  );
  const one = found.find(({ name }) => !/_?USER(?:NAME)?$/i.test(name)) ?? found[0];
  return one && `${one.name} of line ${one.line}`;
}

/** What pipelines run, and who can change it. */
export const workflowRules: readonly LineRule[] = [
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
      /\$\{\{\s*github\.(?:event\.(?:issue|pull_request|comment|review|review_comment|discussion)\.(?:title|body|head\.ref|head\.label)|head_ref)\s*(?:\}\}|\|\|)/g,
    // Only inside `run:` (or a script of github-script); in `env:` and `with:` it is a value.
    accept: (match, file) =>
      hasRightsForStrangers(file.text) &&
      !asksWhoSentIt(file.text) &&
      /^(?:run|script)$/.test(keyAround(file, match.index ?? 0)),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on: issues\njobs:\n  a:\n    steps:\n      - run: |\n          echo "hi"\n          echo "$' +
          '{{ github.event.issue.title }}"\n      - run: echo "$T"\n        env:\n          T: $' +
          '{{ github.event.issue.title }}\n',
        lines: [7],
      },
      {
        path: '.github/workflows/b.yml',
        text:
          'on: [issue_comment]\njobs:\n  a:\n    steps:\n      - run: |\n          if [ -n "$A" ]; then\n            echo "$' +
          '{{ github.event.comment.body || 1 }}"\n          fi\n',
        lines: [7],
      },
      // A fork's own pull request has no rights; who comments is asked before.
      {
        path: '.github/workflows/c.yml',
        text:
          'on:\n  pull_request:\n  push:\njobs:\n  a:\n    steps:\n      - run: echo "$' + '{{ github.head_ref }}"\n',
        lines: [],
      },
      {
        path: '.github/workflows/d.yml',
        text:
          "on: issue_comment\njobs:\n  a:\n    if: github.event.comment.author_association == 'OWNER'\n    steps:\n      - run: echo $" +
          '{{ github.event.comment.body }}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'workflow-prompt-of-strangers',
    cwe: 'CWE-1427',
    owasp: 'A03',
    title: 'A workflow puts text of strangers into the prompt of an assistant that may act',
    severity: 'medium',
    why: 'Who writes an issue, a pull request or a comment tells the assistant what to do, with the rights and tools of the job.',
    fix: 'Let it run for members only, take its rights to write away, or hand over the number and treat what it reads as data.',
    wants: isWorkflow,
    words: ['prompt'],
    pattern:
      /\$\{\{\s*github\.event\.(?:issue|pull_request|comment|review|review_comment|discussion)\.(?:title|body)\s*(?:\}\}|\|\|)/g,
    accept(match, file) {
      const job = jobAround(file.text, match.index ?? 0);
      return (
        /^(?:direct_|override_|system_)?prompt$/.test(keyAround(file, match.index ?? 0)) &&
        /uses:\s*["']?(?:anthropics\/claude-code(?:-base)?-action|openai\/codex-action|google-github-actions\/run-gemini-cli)@/.test(
          job,
        ) &&
        /\bBash\b(?!\()|\bcontents:\s*write\b|danger-full-access|--yolo|--dangerously/.test(job) &&
        hasRightsForStrangers(file.text) &&
        !asksWhoSentIt(file.text)
      );
    },
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on:\n  issues:\n    types: [labeled]\njobs:\n  a:\n    permissions:\n      contents: write\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: |\n            Mend this:\n            $' +
          '{{ github.event.issue.body }}\n',
        lines: [13],
      },
      // It may only read.
      {
        path: '.github/workflows/b.yml',
        text:
          'on: issues\njobs:\n  a:\n    permissions:\n      contents: read\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: Sort $' +
          '{{ github.event.issue.title }}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'workflow-pull-request-target',
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'A workflow on `pull_request_target` checks out code of strangers',
    severity: 'high',
    why: '`pull_request_target` may use the repository’s secrets and its token; a step that runs the pull request’s code hands them over.',
    fix: 'Use `pull_request`, or do not check out the head.',
    wants: isWorkflow,
    words: ['pull_request_target'],
    pattern: /^[ \t]+ref:\s*["']?\$\{\{\s*github\.(?:event\.pull_request\.head\.(?:sha|ref)|head_ref)\s*\}\}/gm,
    accept: (match, file) =>
      // The name of a branch alone is looked up in the own repository; a condition on who sent it lets no stranger in.
      (/\.sha\b/.test(match[0]) ||
        /^[ \t]+repository:\s*\S[^\n]*head\.repo/m.test(
          file.text.slice((match.index ?? 0) - 400, (match.index ?? 0) + 500),
        )) &&
      !/github\.actor\s*==|pull_request\.user\.login\s*==|head\.repo\.full_name\s*==|labels?\b|author_association|environment:|\[bot\]/.test(
        file.text,
      ) &&
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
        path: '.github/workflows/c.yml',
        text:
          'on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: $' +
          '{{ github.head_ref }}\n',
        lines: [],
      },
      {
        path: '.github/workflows/d.yml',
        text:
          "on: pull_request_target\njobs:\n  a:\n    if: github.actor == 'renovate[bot]'\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: $" +
          '{{ github.event.pull_request.head.sha }}\n',
        lines: [],
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
    title: 'Workflows use actions of others by a name that moves',
    severity: 'low',
    why: 'A branch, or a tag without a number such as `latest`, is moved on: whoever can push to it runs code with the rights of the workflow.',
    fix: 'Pin the action to a release or, better, to a commit.',
    wants: isWorkflow,
    words: ['uses:'],
    pattern:
      /^[ \t]*(?:-[ \t]*)?uses:\s*["']?(?!\.\/|docker:|(?:actions|github)\/|[^@\n]{1,100}\/\.github\/)(?<action>[\w.-]{1,60}\/[\w./-]{1,100}@(?![0-9a-f]{40}\b)(?:[A-Za-z][A-Za-z_-]{0,60}|(?:releases?|branches|heads)\/[\w.-]{1,30}))(?![\w./-])/gm,
    detail: actionOf,
    accept: isOfOthers,
    examples: [
      {
        path: '.github/workflows/a.yml',
        text: 'jobs:\n  a:\n    steps:\n      - uses: someone/thing@master\n      - uses: actions/checkout@v4\n      - uses: someone/thing@releases/v3\n      - uses: someone/install@linter-of-code\n      - uses: someone/thing@nightly-2024\n      - uses: someone/thing@abcdefabcdefabcdefabcdefabcdefabcdefabcd\n',
        lines: [4, 6, 7],
      },
      // An own action, the maker of the pipeline's, a workflow that is called.
      {
        path: '.github/workflows/b.yml',
        text: "jobs:\n  a:\n    if: github.repository == 'shop/web'\n    steps:\n      - uses: shop/build@main\n      - uses: actions/checkout@main\n      - uses: a/b/.github/workflows/c.yml@main\n",
        lines: [],
      },
      // An image of the action's maker that a step only pulls.
      {
        path: '.github/workflows/c.yml',
        text: 'jobs:\n  a:\n    steps:\n      - uses: signer/sign@develop\n      - run: docker pull ghcr.io/signer/sign-win:latest\n',
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
  {
    id: 'workflow-unpinned-action',
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Jobs given other secrets than GITHUB_TOKEN use actions of others by a tag',
    severity: 'low',
    confidence: 0.85,
    why: 'A tag can be moved to other code, which then runs in the same job as the secrets. It has happened to widely used actions. Jobs that have only the run’s own GITHUB_TOKEN, and actions of GitHub or of the repository’s owner, are not counted.',
    fix: 'Pin actions of others to a commit: `uses: owner/action@<sha> # v1`.',
    wants: isWorkflow,
    words: ['uses:'],
    pattern:
      /^[ \t]*(?:-[ \t]*)?uses:\s{0,3}["']?(?!\.\/|docker:|(?:actions|github)\/|[^@\n]{1,100}\/\.github\/)(?<action>[\w.-]{1,60}\/[\w./-]{1,100}@v?\d[\w.-]{0,30})["']?\s*(?:#|$)/gm,
    detail: (match, file) => `${actionOf(match)} beside ${secretBeside(match, file) ?? ''}`,
    // Another job runs on a machine of its own.
    accept: (match, file) =>
      !/@[0-9a-f]{40}/.test(match[0]) && isOfOthers(match, file) && secretBeside(match, file) !== undefined,
    examples: [
      {
        path: '.github/workflows/e.yml',
        text:
          'on: push\nenv:\n  # For all.\n\n  A: $' +
          '{{ secrets.DEPLOY_KEY }}\njobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n  b:\n    steps:\n      - uses: other/thing@v1\n',
        lines: [9, 12],
      },
      {
        path: '.github/workflows/a.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n      - uses: actions/checkout@v4\n        env:\n          A: $' +
          '{{ secrets.DEPLOY_KEY }}\n',
        lines: [4],
      },
      // A secret that is commented out.
      {
        path: '.github/workflows/f.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n#        with:\n#          t: $' +
          '{{ secrets.DEPLOY_KEY }}\n',
        lines: [],
      },
      // No secret in the file, one in another job, only the token that every job has.
      { path: '.github/workflows/b.yml', text: 'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n', lines: [] },
      {
        path: '.github/workflows/c.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n  b:\n    env:\n      A: $' +
          '{{ secrets.DEPLOY_KEY }}\n',
        lines: [],
      },
      {
        path: '.github/workflows/d.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n        with:\n          t: $' +
          '{{ secrets.GITHUB_TOKEN }}\n',
        lines: [],
      },
    ],
  },
];
