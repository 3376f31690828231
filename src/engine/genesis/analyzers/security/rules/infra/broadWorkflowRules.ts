import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import { uncheckedHost } from '../broad/kinds';
import { actionOf, asksWhoSentIt, isWorkflow, jobAround, keyAround } from './workflowText';

/** The token stands in the step itself: in its `with:` or its `env:`. */
function isHandedToken(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = (match.index ?? 0) + match[0].length;
  const rest = file.text.slice(at - 1, at + 1_500);
  const end = rest.search(/\n[ \t]*-[ \t]+(?:name|uses|run|id|if|with|env)\b|\n {0,4}[\w-]+:[ \t]*$/m);
  return /\bGITHUB_TOKEN\b|github\.token\b/.test(end < 0 ? rest : rest.slice(0, end));
}

/** What the job may write is run or installed by others. */
const mayPublish = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /\b(?:contents|packages|id-token|actions|deployments):\s{0,3}write\b/.test(
    jobAround(file.text, (match.index ?? 0) + match[0].length - 1),
  );

/** What is worth a look in pipelines: others may have bound the token, or asked who sent it, elsewhere. */
export const broadWorkflowRules: readonly LineRule[] = [
  {
    id: 'workflow-action-with-token',
    possible: true,
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Jobs that are given secrets use actions of others by a tag',
    severity: 'low',
    why: 'A tag can be moved to other code, which then runs with what the job may do. It has happened to widely used actions.',
    fix: 'Pin actions of others to a commit: `uses: owner/action@<sha> # v1`.',
    wants: isWorkflow,
    words: ['uses:'],
    pattern:
      /^[ \t]*(?:-[ \t]*)?uses:\s{0,3}["']?(?!\.\/|docker:|(?:actions|github|dependabot|docker|aws-actions|azure|google-github-actions|hashicorp)\/|[^@\n]{1,100}\/\.github\/)(?<action>[\w.-]{1,60}\/[\w./-]{1,100}@v?\d[\w.-]{0,30})["']?\s*(?:#|$)/gim,
    detail: actionOf,
    accept: (match, file) => !/@[0-9a-f]{40}/.test(match[0]) && (isHandedToken(match, file) || mayPublish(match, file)),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n        with:\n          t: $' +
          '{{ secrets.GITHUB_TOKEN }}\n  b:\n    steps:\n      - uses: other/thing@v1\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'workflow-names-of-files',
    possible: true,
    cwe: 'CWE-94',
    owasp: 'A03',
    title: 'A workflow puts text of strangers into a shell script',
    severity: 'medium',
    why: 'A title, a branch name or the name of a file with shell syntax runs with the rights of the workflow.',
    fix: 'Hand the value over in `env:` and use the variable in quotes.',
    wants: isWorkflow,
    words: ['_files'],
    pattern:
      /\$\{\{\s*steps\.[\w-]{1,60}\.outputs\.(?:\w{1,30}_)?(?:changed|modified|added|deleted|renamed)_files\s*\}\}/g,
    accept: (match, file) =>
      /\bpull_request/.test(file.text) &&
      !asksWhoSentIt(file.text) &&
      /^(?:run|script)$/.test(keyAround(file, match.index ?? 0)),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on: pull_request\njobs:\n  a:\n    steps:\n      - uses: a/changed-files@v40\n        id: f\n      - run: |\n          for file in $' +
          '{{ steps.f.outputs.all_changed_files }}; do\n            echo "$file"\n          done\n',
        lines: [8],
      },
    ],
  },
  {
    id: 'workflow-checkout-by-command',
    possible: true,
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'A workflow on `pull_request_target` checks out code of strangers',
    severity: 'medium',
    why: '`pull_request_target` may use the repository’s secrets and its token; between a label and the run the code can change.',
    fix: 'Use `pull_request`, or check out the commit that somebody looked at.',
    wants: isWorkflow,
    words: ['pull_request_target', 'issue_comment', 'workflow_run'],
    pattern:
      /^[^#\n]{0,80}\bgh\s+pr\s+checkout\b|^[^#\n]{0,80}\bgit\s+fetch\s[^\n]{0,60}\bpull\/\$|^[ \t]+ref:\s*["']?(?:refs\/pull\/)?\$\{\{\s*github\.event\.(?:pull_request|issue|workflow_run)\.(?:head\.(?:sha|ref)|head_sha|head_branch|number)\s*\}\}/gm,
    accept: (_match, file) =>
      !asksWhoSentIt(file.text) &&
      /^[ \t]*(?:-\s*)?(?:pull_request_target|issue_comment|workflow_run)\b|^on:[^\n]*\b(?:pull_request_target|issue_comment|workflow_run)\b/m.test(
        file.text,
      ),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'on:\n  pull_request_target:\n    types: [labeled]\njobs:\n  a:\n    steps:\n      - run: |\n          gh pr checkout $' +
          '{{ github.event.pull_request.number }}\n          make\n',
        lines: [8],
      },
    ],
  },
  {
    ...uncheckedHost,
    id: 'ssh-hosts-of-workflow',
    wants: isWorkflow,
    words: ['StrictHostKeyChecking'],
    pattern: /\bStrictHostKeyChecking[ =]["']?no\b/g,
    examples: [
      {
        path: '.github/workflows/a.yml',
        text: 'jobs:\n  a:\n    steps:\n      - run: ssh -o StrictHostKeyChecking=no host run\n      - run: ssh -o StrictHostKeyChecking=accept-new host run\n',
        lines: [4],
      },
    ],
  },
];
