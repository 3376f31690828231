import { holdsAnyWord } from '../../../../base/wordFilter';
import type { Extractor } from '../../extractor';
import type { SourceFile } from '../../sourceFile';
import { findFlows } from './flow/findFlows';
import { withMarks } from './placeMark';
import { codeRules } from './rules/codeRules';
import { configRules } from './rules/configRules';
import { keyRules } from './rules/keyRules';
import { testLines } from './testModules';
import type { LineRule, WeaknessPlace } from './weakness';

export const lineRules: readonly LineRule[] = [...keyRules, ...codeRules, ...configRules];

/** Commented code is neither a flaw nor a defence; the tree knows what is a comment. */
function isComment(file: SourceFile, offset: number): boolean {
  if (file.language === 'other') return /^\s*(?:#|\/\/)/.test(file.lineText(file.lineAt(offset)));
  const node = file.tree?.rootNode.descendantForIndex(offset);
  // A heredoc is mostly a text for people or for another program.
  return /comment|heredoc/.test(node?.type ?? '');
}

function linePlaces(file: SourceFile): WeaknessPlace[] {
  return lineRules
    .filter((rule) => rule.wants(file) && holdsAnyWord(file.text, rule.words))
    .flatMap((rule) =>
      [...file.text.matchAll(rule.pattern)].flatMap((match): WeaknessPlace[] => {
        // A pattern may begin with white space that includes the line break before.
        const offset = match.index + (match[0].length - match[0].trimStart().length);
        if (isComment(file, offset) || rule.accept?.(match, file) === false) return [];
        const line = file.lineAt(offset);
        return [{ rule: rule.id, line, endLine: line }];
      }),
    );
}

export const weaknessExtractor: Extractor<readonly WeaknessPlace[]> = {
  id: 'weaknesses',
  version: 7,
  wants: (file) =>
    file.role !== 'generated' &&
    file.role !== 'vendored' &&
    file.role !== 'docs' &&
    (file.language !== 'other' || lineRules.some((rule) => rule.wants(file))),
  extract(file) {
    const places = [...findFlows(file), ...linePlaces(file)];
    const seen = new Set<string>();
    const once = places.filter(({ rule, line }) => !seen.has(`${rule}:${line}`) && seen.add(`${rule}:${line}`));
    if (once.length === 0) return undefined;
    const isTest = testLines(file);
    const told = once.map((place) => (isTest(place.line) ? { ...place, aside: true } : place));
    return withMarks(told, ({ line }) => file.lineText(line));
  },
};
