import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weaknessExtractor } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import { analyzeSources } from '../../support/analyzeSources';

/** Rules with the lines that are told of one file. */
async function told(path: string, text: string): Promise<string[]> {
  const { facts, problems } = await analyzeSources([securityAnalyzer], { [path]: text });
  assert.deepEqual(problems, []);
  return (facts(weaknessExtractor, path) ?? []).map(({ rule, line }) => `${rule}:${line}`);
}

describe('code in texts', () => {
  it('is no flaw where a rule, a message or an expression holds it as a sample', async () => {
    assert.deepEqual(
      await told('src/rules.ts', "export const sample = 'request({ url, rejectUnauthorized: false })';\n"),
      [],
    );
    assert.deepEqual(
      await told(
        'src/rules.py',
        'SAMPLE = "requests.get(url, verify=False)"\nOTHER = f"requests.get({url}, verify=False)"\n',
      ),
      [],
    );
    assert.deepEqual(
      await told('src/rules.go', 'package rules\n\nconst sample = `&tls.Config{InsecureSkipVerify: true}`\n'),
      [],
    );
    assert.deepEqual(await told('src/rules.js', "export const none = /algorithms: \\['none'\\]/;\n"), []);
    assert.deepEqual(
      await told('src/keys.js', '/** `jwt.sign(user, "quite-well-known")` */\nexport const a = 1;\n'),
      [],
    );
    assert.deepEqual(await told('src/keys.js', 'export const sample = \'jwt.sign(user, "quite-well-known")\';\n'), []);
    assert.deepEqual(await told('src/keys.js', "export const words = ['jwt.sign(', 'jwt.encode(', 'of rules'];\n"), []);
  });

  it('is one where it runs, with a text beside it', async () => {
    assert.deepEqual(await told('src/client.py', 'requests.get("https://a.example", verify=False)\n'), [
      'tls-verification-off:1',
    ]);
    assert.deepEqual(await told('src/client.ts', "request({ url: 'a', rejectUnauthorized: false });\n"), [
      'tls-verification-off:1',
    ]);
    assert.deepEqual(await told('src/client.ts', `log(\`asked: \${get({ rejectUnauthorized: false })}\`);\n`), [
      'tls-verification-off:1',
    ]);
  });

  it('is one where the rule is about texts: SQL, and pages that PHP writes', async () => {
    const page = '<?php\necho "<script>document.getElementById(\'a\').innerHTML = message;</script>";\n';
    assert.ok((await told('page.php', page)).length > 0);
    assert.ok(
      (await told('seed.js', "db.run(\"INSERT INTO users (name, password) VALUES ('admin', 'admin123')\");\n")).length >
        0,
    );
  });
});
