import assert from 'node:assert/strict';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { RuleIndex } from '../../../src/engine/genesis/analyzers/techStack/ruleIndex';
import { techRules } from '../../../src/engine/genesis/analyzers/techStack/techRule';
import { techCategories } from '../../../src/shared/genesis';
import { analyzeSources } from '../../support/analyzeSources';
import { allParts, everythingProject } from './ruleExamples';

describe('rules of technologies', () => {
  it('knows at least 400, each with a category and a matcher', () => {
    assert.ok(techRules.length >= 400, `${techRules.length} rules`);
    for (const rule of techRules) {
      assert.ok(techCategories.includes(rule.category), `${rule.name}: ${rule.category}`);
      assert.ok(rule.rank >= 1 && rule.rank <= 9, `${rule.name}: rank ${rule.rank}`);
      for (const part of rule.matchers.flatMap((matcher) => matcher.parts))
        assert.match(
          part,
          /^(npm|pypi|maven|nuget|composer|gem|golang|cargo|hex|pub|swift|hackage|file|root|suffix|image|db|tool|runtime|manifest|import):\S+$/,
        );
    }
  });

  it('names each technology once', () => {
    const names = techRules.map((rule) => rule.name);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  it('finds every rule by the tokens that it names', () => {
    const index = new RuleIndex();
    for (const rule of techRules) {
      for (const part of rule.matchers.flatMap((matcher) => matcher.parts)) {
        const [kind = '', value = ''] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)];
        const sample = value.replaceAll('*', 'x');
        const isFile = ['file', 'root', 'suffix'].includes(kind);
        const found = isFile
          ? index.findFile(kind === 'suffix' ? `a/b${sample}` : sample)
          : index.find(`${kind}:${sample}`);
        assert.ok(
          found.some((match) => match.rule === rule && match.part === part),
          `${rule.name} by ${part}`,
        );
      }
    }
  });

  it('is shown by an example: a project that uses everything has every technology', async () => {
    const { techStack, problems } = await analyzeSources([techStackAnalyzer], everythingProject());
    assert.deepEqual(
      problems.filter((problem) => problem.source.startsWith('techStack')),
      [],
    );
    const names = new Set(techStack.map((technology) => technology.name));
    // What stands below something else is not named beside it.
    const hidden = new Set(['net/http', 'unittest', 'Android SDK', 'SwiftUI', 'UIKit', 'AppKit', 'XCTest']);
    const missing = techRules.filter((rule) => !names.has(rule.name) && !hidden.has(rule.name));
    assert.deepEqual(
      missing.map((rule) => rule.name),
      [],
    );
    assert.ok(allParts.length > 1_000, `${allParts.length} matchers`);
  }).timeout(60_000);
});
