import { WordSet } from '../../../../base/wordFilter';
import type { Extractor } from '../../extractor';
import type { SourceFile } from '../../sourceFile';
import { findFlows } from './flow/findFlows';
import { withMarks } from './placeMark';
import { aiRules } from './rules/aiRules';
import { authRules } from './rules/authRules';
import { codeRules } from './rules/codeRules';
import { configRules } from './rules/configRules';
import { infraRules } from './rules/infraRules';
import { keyRules } from './rules/keyRules';
import { platformRules } from './rules/platformRules';
import { rubyRules } from './rules/rubyRules';
import { sqlTextRules } from './rules/sqlTextRules';
import { supplyRules } from './rules/supplyRules';
import { templateRules } from './rules/templateRules';
import { testLines } from './testModules';
import type { LineRule, WeaknessPlace } from './weakness';

export const lineRules: readonly LineRule[] = [
  ...keyRules,
  ...codeRules,
  ...authRules,
  ...platformRules,
  ...rubyRules,
  ...sqlTextRules,
  ...templateRules,
  ...configRules,
  ...infraRules,
  ...supplyRules,
  ...aiRules,
];

const rulesByWord = new Map<string, LineRule[]>();
for (const rule of lineRules)
  for (const word of rule.words) rulesByWord.set(word, [...(rulesByWord.get(word) ?? []), rule]);
const words = new WordSet([...rulesByWord.keys()]);

/** Commented code is neither a flaw nor a defence; the tree knows what is a comment. */
function isComment(file: SourceFile, offset: number): boolean {
  if (file.language === 'other') return /^\s*(?:#|\/\/)/.test(file.lineText(file.lineAt(offset)));
  const node = file.tree?.rootNode.descendantForIndex(offset);
  // A heredoc is mostly a text for people or for another program.
  return /comment|heredoc/.test(node?.type ?? '');
}

function linePlaces(file: SourceFile): WeaknessPlace[] {
  const candidates = new Set(words.heldBy(file.text).flatMap((word) => rulesByWord.get(word) ?? []));
  return lineRules
    .filter((rule) => candidates.has(rule) && rule.wants(file))
    .flatMap((rule) =>
      [...file.text.matchAll(rule.pattern)].flatMap((match): WeaknessPlace[] => {
        // A pattern may begin with white space that includes the line break before.
        const offset = match.index + (match[0].length - match[0].trimStart().length);
        if ((rule.comments !== true && isComment(file, offset)) || rule.accept?.(match, file) === false) return [];
        const line = file.lineAt(offset);
        return [{ rule: rule.told ?? rule.id, line, endLine: line }];
      }),
    );
}

export const weaknessExtractor: Extractor<readonly WeaknessPlace[]> = {
  id: 'weaknesses',
  version: 9,
  wants: (file) =>
    file.role !== 'generated' &&
    file.role !== 'vendored' &&
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
