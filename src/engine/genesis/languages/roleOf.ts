import type { FileRole } from '../sourceFile';

interface RoleRule {
  readonly role: FileRole;
  readonly pattern: RegExp;
}

const rules: readonly RoleRule[] = [
  { role: 'vendored', pattern: /(^|\/)(node_modules|vendor|third_party|bower_components)\// },
  { role: 'fixture', pattern: /(^|\/)(fixtures?|__fixtures__|testdata|__snapshots__)\// },
  { role: 'test', pattern: /(^|\/)(tests?|specs?|__tests__|e2e)\// },
  { role: 'test', pattern: /[._-](test|spec)\.[a-z]+$|(^|\/)test_[^/]*\.py$|_test\.[a-z]+$|Tests?\.(java|kt|cs|php)$/ },
  { role: 'example', pattern: /(^|\/)(examples?|samples?|demos?)\// },
  { role: 'migration', pattern: /(^|\/)(migrations?|migrate)\// },
  { role: 'docs', pattern: /(^|\/)docs?\/|\.(md|rst|adoc)$/i },
];

/** What a file is for, by its path. */
export function roleOf(path: string): FileRole {
  return rules.find((rule) => rule.pattern.test(path))?.role ?? 'source';
}
