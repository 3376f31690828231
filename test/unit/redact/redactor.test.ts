import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSecrets, secretRules } from '../../../src/engine/redact/findSecrets';
import { secretRedactor } from '../../../src/engine/redact/redactor';

const redact = (text: string): string => secretRedactor.redact(text).text;

describe('redactor', () => {
  for (const rule of secretRules) {
    it(`${rule.id}: its examples are found, its counter-examples are left`, () => {
      assert.ok(rule.examples.length > 0 && rule.counterExamples.length > 0);
      for (const example of rule.examples) {
        const secret = example.join('');
        const text = `before ${secret} after`;
        assert.deepEqual(
          findSecrets(text).map((span) => span.rule),
          [rule.id],
          secret.slice(0, 12),
        );
        assert.ok(redact(text).includes(`«${rule.id}»`));
      }
      for (const text of rule.counterExamples) assert.deepEqual(findSecrets(text), [], text);
    });
  }

  const named: readonly [text: string, isSecret: boolean][] = [
    ['password = "kR7#vQ2!mZ9p"', true],
    ["'api_key' => 'f3c9a1d87be24c60a9d5'", true],
    ['SECRET_KEY=9f8g7h6j5k4l3m2n1b0vXcZ', true],
    ['jwt.secret=nRvyYC4soFxBdZ4F5Jnnz54sSCz55yycTd7YF5DrR', true],
    ['password = "password"', false],
    ['password: process.env.DB_PASSWORD', false],
    ['const token = getToken(request)', false],
    ['tokenUrl: "https://auth.example.org/token9183"', false],
    ['password: ""', false],
    ['<input name="password" type="password">', false],
    ['token: "$' + '{{ secrets.GITHUB_TOKEN }}"', false],
    ['passwordLabel = "Enter your 1st password"', false],
    ['"secret": "user.settings.secret"', false],
    ['token = new TokenStream(reader)', false],
    ['pwd = SecureRandom.base58', false],
    ["'password' => 'required|min:6|confirmed'", false],
    ["implementation 'io.jsonwebtoken:jjwt-api:0.11.2'", false],
    ['export API_TOKEN=9f8g7h6j5k4l3m2n1b0v', true],
  ];
  for (const [text, isSecret] of named) {
    it(`${text} is ${isSecret ? 'a secret' : 'no secret'}`, () => assert.equal(findSecrets(text).length > 0, isSecret));
  }

  it('leaves no example in any text around it, and says how many it took', () => {
    const examples = secretRules.flatMap((rule) => rule.examples.map((example) => example.join('')));
    const around = fc.string({ maxLength: 30 }).map((text) => ` ${text.replace(/[\w:/@=-]/g, '')} `);
    fc.assert(
      fc.property(fc.constantFrom(...examples), around, around, (secret, before, after) => {
        const { text, counts } = secretRedactor.redact(before + secret + after);
        assert.ok(!text.includes(secret));
        assert.ok(Object.values(counts).reduce((sum, count) => sum + count, 0) >= 1);
      }),
    );
  });

  it('redacts what is redacted no further', () => {
    for (const rule of secretRules) {
      const once = redact(rule.examples.map((example) => example.join('')).join('\n'));
      assert.equal(redact(once), once);
    }
  });

  it('takes linear time on hostile text', () => {
    for (const unit of [
      'password=',
      'eyJ',
      '-----BEGIN PRIVATE KEY-----',
      'a:b@',
      'https://u:',
      'token "',
      'AKIA',
      '_',
    ]) {
      const text = unit.repeat(Math.floor(400_000 / unit.length));
      const started = performance.now();
      findSecrets(text);
      assert.ok(performance.now() - started < 4000, `${unit}: ${performance.now() - started} ms`);
    }
  });
});
