/** What commits are called, and how much one of them says of a session beside others of it. */
export interface SubjectForm {
  /** Types of the conventional form. */
  readonly types: readonly string[];
  /** First words of subjects in no form. */
  readonly verbs: readonly string[];
  readonly weight: number;
  /** What stands before the words of a commit of that type, because they often leave it out. */
  readonly named?: string;
}

const words = (text: string): readonly string[] => text.split(' ');

export const subjectForms: readonly SubjectForm[] = [
  {
    types: words('feat feature add new breaking'),
    verbs: words(
      'add adds added implement implements implemented introduce introduces support supports create creates',
    ),
    weight: 4,
  },
  { types: words('security'), verbs: [], weight: 4, named: 'Security' },
  { types: words('revert'), verbs: words('revert reverts'), weight: 4, named: 'Revert' },
  { types: words('fix bugfix hotfix bug'), verbs: words('fix fixes fixed fixing'), weight: 3, named: 'Fix' },
  { types: words('perf'), verbs: words('optimize optimise speed'), weight: 3, named: 'Performance' },
  {
    types: words('refactor improve change remove'),
    verbs: words('refactor refactors rename renames move moves simplify extract'),
    weight: 2,
  },
  { types: words('docs doc'), verbs: words('document documents'), weight: 1, named: 'Docs' },
  { types: words('test tests'), verbs: [], weight: 1, named: 'Tests' },
  { types: words('ci'), verbs: [], weight: 1, named: 'CI' },
  {
    types: words('chore build style deps release lint format i18n'),
    verbs: words('bump bumps release upgrade merge typo format lint translate'),
    weight: 1,
  },
];
