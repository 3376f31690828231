import type { FileRole, LanguageId, SourceFile } from '../../sourceFile';

/** Where the head of a test ends, in a language that has its imports before all else. */
interface HeadRule {
  /** The first declaration or call after which only the tests themselves follow. */
  readonly end: RegExp;
  /** What is cut off begins at the end of the match of `end`, not at its start: a class keeps its name. */
  readonly keepsMatch?: true;
  /** Closes what the head leaves open. */
  readonly closing?: string;
  /** A rest that may hold more imports: then the file is read as a whole. */
  readonly more?: RegExp;
  /** A file of which the first is the head and the second is not. */
  readonly example: readonly [head: string, rest: string];
}

const scripts: HeadRule = {
  end: /^(?:describe|it|test|suite|context|before(?:Each|All)?|after(?:Each|All)?|QUnit\.\w{1,20}|fixture|bench)\b[^\S\n]{0,4}[.(]/m,
  more: /\b(?:require|import)\s{0,20}\(|^(?:import|export)\b|\bexports\b/m,
  example: ["import { sum } from '../sum';\n\n", "describe('sum', () => {\n  it('adds', () => sum(1, 2));\n});\n"],
};

export const headRules: Readonly<Partial<Record<LanguageId, HeadRule>>> = {
  typescript: scripts,
  tsx: scripts,
  javascript: scripts,
  python: {
    end: /^(?:(?:async )?def |class |@)/m,
    // Led by the word and not by the white space before it, of which there is some at every line.
    more: /(?:import|from)(?<=^[ \t]{0,60}(?:import|from))\s|\bimport_module\(/m,
    example: ['import pytest\nfrom app.models import User\n\n', 'def test_name():\n    assert User().name\n'],
  },
  go: {
    end: /^func\b/m,
    example: ['package users\n\nimport "testing"\n\n', 'func TestName(t *testing.T) {\n}\n'],
  },
  php: {
    end: /^(?:(?:abstract|final|readonly) ){0,2}(?:class|trait) \w{1,200}[^{;]{0,2000}\{/m,
    keepsMatch: true,
    closing: '\n}\n',
    more: /\b(?:require|include)(?:_once)?\b|^(?:(?:abstract|final|readonly) ){0,2}(?:class|trait|interface|enum|namespace|use|function)\b/m,
    example: [
      '<?php\n\nnamespace Tests;\n\nuse App\\User;\n\nclass UserTest extends TestCase\n{',
      '\n    public function test_name()\n    {\n    }\n}\n',
    ],
  },
  java: {
    end: /^(?:(?:public|abstract|final|sealed) ){0,3}class \w{1,200}[^{;]{0,2000}\{/m,
    keepsMatch: true,
    closing: '\n}\n',
    more: /^(?:(?:public|abstract|final|sealed) ){0,3}(?:class|interface|record|enum|@interface)\b/m,
    example: [
      'package a.b;\n\nimport a.c.User;\n\nclass UserTest {',
      '\n  @Test\n  void hasName() {\n    new User().name();\n  }\n}\n',
    ],
  },
  ruby: {
    end: /^(?:RSpec\.)?(?:describe|context|feature|shared_examples(?:_for)?|shared_context)\b/m,
    more: /\b(?:require|require_relative|load|autoload)\b|^\s{0,60}(?:class|module)\s/m,
    example: ["require 'rails_helper'\n\n", 'RSpec.describe User do\n  it { is_expected.to be_valid }\nend\n'],
  },
};

const headRoles: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'migration']);

/** Shorter files are parsed faster than they are cut. */
const minRest = 400;

/**
 * The part of a test, fixture or migration that holds its imports, `undefined` where all of it has to be read. What these
 * files declare is nobody's business but their own, and they are often half of the code.
 */
export function headOf(file: Pick<SourceFile, 'language' | 'role' | 'text'>): string | undefined {
  const rule = headRoles.has(file.role) ? headRules[file.language] : undefined;
  const match = rule?.end.exec(file.text);
  if (rule === undefined || !match) return undefined;
  const end = match.index + (rule.keepsMatch === true ? match[0].length : 0);
  if (file.text.length - end < minRest || rule.more?.test(file.text.slice(end)) === true) return undefined;
  return file.text.slice(0, end) + (rule.closing ?? '');
}
