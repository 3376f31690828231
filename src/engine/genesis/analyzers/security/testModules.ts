import { holdsAnyWord } from '../../../../base/wordFilter';
import type { LanguageId, SourceFile } from '../../sourceFile';

/** True for lines of a product file that are compiled for tests only. */
export type IsTestLine = (line: number) => boolean;

const never: IsTestLine = () => false;

/** A file that takes in a framework for tests is code of tests, whatever its name. */
const testImport: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  go: /^\s*(?:import\s+)?"(?:testing|testing\/\w+|github\.com\/stretchr\/testify\/\w+|github\.com\/onsi\/\w+[^"\n]{0,20})"/m,
  python: /^(?:import|from)\s+(?:pytest|unittest|locust|django\.test)\b/m,
  javascript:
    /(?:from|require\()\s*['"](?:vitest|@jest\/globals|@playwright\/test|chai|mocha|node:test|cypress|@storybook\/[\w-]+|k6(?:\/\w+)?)['"]/,
  java: /^import\s+(?:static\s+)?org\.(?:junit|testng|mockito)\./m,
  kotlin: /^import\s+(?:org\.junit|kotlin\.test|io\.kotest)\b/m,
  csharp: /^using\s+(?:Xunit|NUnit|Microsoft\.VisualStudio\.TestTools)\b/m,
  php: /\bextends\s+(?:\w{0,20}TestCase)\b/,
  ruby: /^\s*(?:RSpec\.describe|require ['"](?:rspec|minitest)[\w/]*['"])/m,
};

/** One of them stands in every file of Python that takes in a framework for tests. */
const namedInPython = ['pytest', 'unittest', 'locust', 'django.test'];

function isTestCode(file: SourceFile): boolean {
  const language = /^(?:typescript|tsx)$/.test(file.language) ? 'javascript' : file.language;
  const isNamed = language !== 'python' || holdsAnyWord(file.text, namedInPython);
  return isNamed && testImport[language]?.test(file.text) === true;
}

const rustTest = /^#\[(?:cfg\(test\)|(?:\w{1,30}::){0,2}test(?:\([^\]]{0,80}\))?|rstest)\]$/;

/** Rust keeps unit tests beside the code, in items under `#[cfg(test)]` or `#[test]`. */
export function testLines(file: SourceFile): IsTestLine {
  if (isTestCode(file)) return () => true;
  if (file.language !== 'rust' || !/\btest\b[^\n]{0,80}\]|#\[rstest\]/.test(file.text)) return never;
  const items = file.tree?.rootNode.descendantsOfType('attribute_item') ?? [];
  const ranges = items.flatMap((item) => {
    if (item === null || !rustTest.test(item.text.replace(/\s+/g, ''))) return [];
    let next = item.nextNamedSibling;
    while (next?.type === 'attribute_item' || next?.type === 'line_comment') next = next.nextNamedSibling;
    return next ? [[item.startPosition.row + 1, next.endPosition.row + 1] as const] : [];
  });
  // What makes a thing for tests is called so.
  for (const made of file.tree?.rootNode.descendantsOfType('function_item') ?? [])
    if (made !== null && /^test(?:_\w{1,40})?$/.test(made.childForFieldName('name')?.text ?? ''))
      ranges.push([made.startPosition.row + 1, made.endPosition.row + 1]);
  return (line) => ranges.some(([first, last]) => line >= first && line <= last);
}
