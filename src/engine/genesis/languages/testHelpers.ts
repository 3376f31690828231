import type { LanguageId } from '../sourceFile';

interface HelperRule {
  readonly languages: readonly LanguageId[];
  /** An import that nothing but a test has. */
  readonly pattern: RegExp;
  readonly example: string;
}

/**
 * Code that serves tests without a name that says so: suites and helpers. Python is left out: there plugins of the test
 * runner are products of their own.
 */
export const helperRules: readonly HelperRule[] = [
  {
    languages: ['go'],
    pattern:
      /^\s*(?:import\s+)?(?:[\w.]+\s+)?"(?:testing|github\.com\/stretchr\/testify\/(?:assert|require|suite|mock)|(?:go\.uber\.org|github\.com\/golang)\/mock\/gomock)"\s*$/m,
    example: 'package suites\n\nimport (\n\t"net/http"\n\t"testing"\n)\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    pattern:
      /^(?:import|export|\}|const|let|var)[^'"`\n]{0,200}['"](?:vitest|@jest\/globals|node:test|@playwright\/test|@testing-library\/[\w-]{1,40})['"]/m,
    example: "import { vi } from 'vitest';\nexport const clock = vi.fn();\n",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    // Runners give these words to a file; nobody else calls them where a file begins.
    pattern: /^describe(?:\.(?:only|skip|each))?\(\s{0,9}['"`]/m,
    example: "import { Cup } from '.';\n\ndescribe('Cup', () => {\n  it('holds', () => new Cup().fill());\n});\n",
  },
];

export function isTestHelper(language: LanguageId, head: string): boolean {
  return helperRules.some(({ languages, pattern }) => languages.includes(language) && pattern.test(head));
}
