import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weaknessExtractor } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import { analyzeSources } from '../../support/analyzeSources';

/** Lines of one rule in a file; those of a value that something was asked of before are marked. */
async function linesOf(path: string, text: string, rule: string): Promise<string[]> {
  const { facts, problems } = await analyzeSources([securityAnalyzer], { [path]: text });
  assert.deepEqual(problems, []);
  return (facts(weaknessExtractor, path) ?? [])
    .filter((place) => place.rule === rule && place.end === undefined)
    .map(({ line, asked, possible }) => `${line}${asked ? ' asked' : ''}${possible ? ' possible' : ''}`);
}

describe('security of values that were asked for something', () => {
  it('has a look where a question leaves the value harmful', async () => {
    const text = (asked: string): string =>
      `app.get('/a', async (req, res) => {\n  const url = req.query.url;\n  ${asked}\n  const page = await axios.get(url);\n  res.json(page.data);\n});\n`;
    for (const asked of ["if (!url.startsWith('http')) return res.end();", "if (url === 'about') return res.end();"])
      assert.deepEqual(await linesOf('a.js', text(asked), 'ssrf'), ['4 asked possible'], asked);
    for (const asked of [
      'if (!ALLOWED.includes(url)) return res.end();',
      'if (!isOwnHost(url)) return res.end();',
      "if (new URL(url).hostname !== 'shop.org') return res.end();",
    ])
      assert.deepEqual(await linesOf('a.js', text(asked), 'ssrf'), [], asked);
  });

  it('has a look where another function was given the value, unless its name says that it refuses', async () => {
    const text = (asked: string): string =>
      `class A {\n  @GetMapping("/a")\n  void f(String name) {\n    ${asked}\n    read(new File("/data/" + name));\n  }\n}\n`;
    assert.deepEqual(await linesOf('A.java', text('greet(name);'), 'path-traversal'), ['5 asked possible']);
    assert.deepEqual(await linesOf('A.java', text('checkName(name);'), 'path-traversal'), []);
  });
});
