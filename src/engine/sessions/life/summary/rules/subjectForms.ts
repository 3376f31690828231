/** What commits are called, and how much one of them says of a session beside others of it. */
export interface SubjectForm {
  /** Types of the conventional form. */
  readonly types: readonly string[];
  /** First words of subjects in no form. */
  readonly verbs: readonly string[];
  readonly weight: number;
}

export const subjectForms: readonly SubjectForm[] = [
  {
    types: ['feat', 'feature', 'add', 'new', 'security', 'revert', 'breaking'],
    verbs: [
      'add',
      'adds',
      'added',
      'implement',
      'implements',
      'implemented',
      'introduce',
      'support',
      'revert',
      'create',
    ],
    weight: 4,
  },
  { types: ['fix', 'bugfix', 'hotfix', 'perf', 'bug'], verbs: ['fix', 'fixes', 'fixed'], weight: 3 },
  { types: ['refactor', 'improve', 'change', 'remove'], verbs: ['refactor', 'rename', 'move'], weight: 2 },
  {
    types: [
      'docs',
      'doc',
      'test',
      'tests',
      'chore',
      'ci',
      'build',
      'style',
      'deps',
      'release',
      'lint',
      'format',
      'i18n',
    ],
    verbs: ['bump', 'release', 'merge', 'upgrade', 'docs', 'typo', 'bumps', 'format', 'lint', 'translate'],
    weight: 1,
  },
];
