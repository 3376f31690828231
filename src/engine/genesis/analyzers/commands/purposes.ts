/** What people want of a project, in the order in which a newcomer meets it. */
export const purposes = [
  'set up',
  'run',
  'build',
  'test',
  'lint',
  'format',
  'type-check',
  'migrate',
  'deploy',
] as const;
export type Purpose = (typeof purposes)[number];

interface PurposeRule {
  readonly purpose: Purpose;
  /** On the name of a command. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

/** The first that fits decides. Names are compared without a namespace's colon being special. */
export const purposeRules: readonly PurposeRule[] = [
  {
    purpose: 'type-check',
    pattern: /^(type-?check|tsc|check[:-]types|mypy|pyright)([:.-]|$)/i,
    examples: ['typecheck', 'check-types'],
  },
  {
    purpose: 'format',
    pattern: /^(format|fmt|prettier|pretty|black)([:.-]|$)|[:.-](format|fmt)$/i,
    examples: ['format', 'fmt', 'code:fmt'],
  },
  {
    purpose: 'lint',
    pattern:
      /^(lint|eslint|rubocop|clippy|phpstan|stan|analy[sz]e|vet|credo|quality|check-?style|pylint|flake8|ruff)([:.-]|$)|[:.-]lint$/i,
    examples: ['lint', 'lint:fix', 'vet', 'analyse'],
  },
  {
    purpose: 'test',
    pattern:
      /^(?:run[-_]?)?(tests?|spec|specs|unit|unit[-_]?tests?|e2e|pytest|jest|vitest|phpunit)([:._-]|$)|[:.-](tests?|spec|e2e)$/i,
    examples: ['test', 'test:unit', 'e2e', 'app:test', 'run-tests'],
  },
  {
    purpose: 'migrate',
    pattern:
      /(?<!data[_:-])\bmigrat(?!\w{0,9}_(?:to|from|all|old|legacy|existing)_)|[:_-]migrat(?:e|ions?)?$|^(db|prisma|schema)[:.]push/i,
    examples: ['db:migrate', 'migrate', 'ecto.migrate', 'db:push'],
  },
  { purpose: 'deploy', pattern: /^(deploy|publish)([:.-]|$)/i, examples: ['deploy', 'publish:npm'] },
  {
    purpose: 'set up',
    pattern: /^(setup|install|bootstrap|init|deps|requirements|dev-?setup|install-dev)([:.-]|$)/i,
    examples: ['setup', 'install', 'deps'],
  },
  {
    purpose: 'run',
    pattern:
      // To watch is to build again and again, and `up` brings up what it runs beside, or its dependencies to date.
      /^(?!.*[:.-]build$|build[:.-])(start|serve|server|run)([:.-]|$)|^(dev|develop)$|^dev[:.-](web|server|client|app|api|all|local|ui|front-?end|back-?end|watch|start|run)$|^(?!build)[\w:.-]{0,60}[:.-](dev|serve|start)$/i,
    examples: ['start', 'dev', 'serve', 'app:dev'],
  },
  {
    purpose: 'build',
    // `dist` packs what is built for a release.
    pattern: /^(build|compile|bundle|package|assemble)([:.-]|$)|[:.-]build$/i,
    examples: ['build', 'compile', 'assets:build'],
  },
];

export function purposeOf(name: string): Purpose | undefined {
  const plain = name.replace(/^@/, '');
  return purposeRules.find((rule) => rule.pattern.test(plain))?.purpose;
}
