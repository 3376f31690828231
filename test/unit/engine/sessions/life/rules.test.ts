import assert from 'node:assert/strict';
import { areasOf } from '../../../../../src/engine/sessions/life/summary/areas';
import { declaredName } from '../../../../../src/engine/sessions/life/summary/diff/declaredName';
import { choiceRules } from '../../../../../src/engine/sessions/life/summary/rules/choiceRules';
import { manifestLines } from '../../../../../src/engine/sessions/life/summary/rules/manifestLines';
import { readSubject } from '../../../../../src/engine/sessions/life/summary/subject';
import { count, listed, shorten } from '../../../../../src/engine/sessions/life/summary/words';

describe('rules of summaries', () => {
  for (const { file, line, example, gives, counterExamples, except } of manifestLines)
    it(`a dependency in ${file.source}`, () => {
      const read = (text: string): string[] => {
        const found = (line.exec(text) ?? []).slice(1).filter((group) => group !== undefined);
        return except?.has(found[0] ?? '') ? [] : found.map((group) => group.trim());
      };
      assert.deepEqual(read(example), gives);
      for (const text of counterExamples) assert.deepEqual(read(text), [], text);
    });

  for (const { pattern, examples, counterExamples } of choiceRules)
    it(`a choice: ${examples[0]}`, () => {
      for (const text of examples) assert.match(text, pattern);
      for (const text of counterExamples) assert.doesNotMatch(text, pattern);
    });

  const declarations: readonly [line: string, name: string | undefined][] = [
    ['export async function openStore(path: string) {', 'openStore'],
    ['export default class Engine extends Base {', 'Engine'],
    ['    def validate_options!(value)', 'validate_options!'],
    ['func (s *Server) Start(ctx context.Context) error {', 'Start'],
    ['func NewServer() *Server {', 'NewServer'],
    ['pub(crate) async fn read_page(&self) -> Page {', 'read_page'],
    ['export const parse = (text: string): Row => {', 'parse'],
    ['  public static final class Builder {', 'Builder'],
    ['enum class Color { RED }', 'Color'],
    ['type Config struct {', 'Config'],
    ['defmodule MyApp.Router do', 'MyApp.Router'],
    ['// a function that does it', undefined],
    ['return function (a) {', undefined],
    ['const total = (a + b) * 2;', undefined],
    ['the class of the object', undefined],
    ['type: string;', undefined],
    ['class = "wide"', undefined],
    ['const x = 1;', undefined],
  ];
  for (const [line, name] of declarations)
    it(`${name ?? 'nothing'} is declared by: ${line.trim()}`, () => assert.equal(declaredName(line), name));

  const subjects: readonly [subject: string, telling: string, minor?: boolean][] = [
    ['feat(api)!: drop the v1 routes (#12)', 'Drop the v1 routes'],
    ['fix: dropdownMenu item position', 'Fix: dropdownMenu item position'],
    ['fix: fix the loop', 'Fix the loop'],
    ['Fixed previous width.', 'Fixed previous width'],
    [':bug: Repair it', 'Repair it'],
    ['📝 Update notes', 'Update notes'],
    ['PROJ-12: Add a queue', 'Add a queue'],
    ['Fix gift promotion (#18592) (#18599)', 'Fix gift promotion'],
    ['docs: explain it [ci skip]', 'Docs: explain it'],
    ['v5.0.0-beta.3', 'version v5.0.0-beta.3'],
    ['msw: Type the list', 'msw: Type the list'],
    ['wip', 'Wip', true],
    ['fixup! Add a queue', 'Fixup! Add a queue', true],
    ['.', '', true],
    ['Update files', 'Update files', true],
    ['Update the release process', 'Update the release process'],
    ['test', 'Test', true],
  ];
  for (const [subject, telling, minor = false] of subjects)
    it(`the subject ${subject}`, () => {
      const found = readSubject({ subject });
      assert.deepEqual([found.telling, found.minor], [telling, minor]);
    });

  it('names the folders in which most of some files lie', () => {
    const names = (...paths: string[]): string => areasOf(paths).names.join(' ');
    assert.equal(names('src/a/b.ts'), 'src/a/b.ts');
    assert.equal(names('src/a/b.ts', 'src/a/c.ts'), 'src/a/');
    assert.equal(names('src/a/b.ts', 'src/a/c.ts', 'src/b/b.ts', 'src/b/c.ts'), 'src/a/ src/b/');
    assert.equal(names('a.ts', 'b/c.ts', 'd/e.ts', 'f.md'), '');
    assert.equal(areasOf(['src/a.ts', 'src/b.ts', 'src/c/d.ts', 'x.md']).all, false);
    assert.equal(names(), '');
  });

  it('counts, lists and shortens', () => {
    assert.deepEqual([count(1, 'file'), count(2, 'entry'), count(0, 'day')], ['1 file', '2 entries', '0 days']);
    assert.equal(listed(['a', 'b', 'c', 'd', 'e'], 3), 'a, b and 3 more');
    assert.equal(listed(['a', 'b']), 'a and b');
    assert.equal(shorten('one two three four', 12), 'one two…');
  });
});
