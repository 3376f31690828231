import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { isSignatureForm, sign, verifySignature } from '../../src/engine/signature';

interface Vector {
  readonly name: string;
  readonly secret: string;
  readonly timestamp: number;
  readonly body: string;
  readonly signature: string;
}

const { cases } = JSON.parse(readFileSync(join(__dirname, '../fixtures/hmac.json'), 'utf8')) as { cases: Vector[] };

describe('signature', () => {
  for (const { name, secret, timestamp, body, signature } of cases)
    it(`agrees with the vector: ${name}`, () => {
      assert.equal(sign(secret, timestamp, Buffer.from(body, 'utf8')), signature);
      assert.ok(verifySignature([secret], { timestamp, body: Buffer.from(body, 'utf8'), signature }));
      assert.ok(verifySignature(['another', secret], { timestamp, body, signature }));
      assert.ok(!verifySignature(['another'], { timestamp, body, signature }));
      assert.ok(!verifySignature([secret], { timestamp: timestamp + 1, body, signature }));
    });

  it('verifies what was signed, over any bytes, and nothing that differs in a byte', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(2_000_000_000),
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        (secret, timestamp, body, at) => {
          const signature = sign(secret, timestamp, body);
          const other = Uint8Array.from(body, (byte, index) => (index === at % body.length ? byte ^ 1 : byte));
          assert.ok(isSignatureForm(String(timestamp), signature));
          assert.ok(verifySignature([secret], { timestamp, body, signature }));
          assert.ok(!verifySignature([secret], { timestamp, body: other, signature }));
        },
      ),
    );
  });

  it('knows the form of the headers', () => {
    const good = `sha256=${'a'.repeat(64)}`;
    assert.ok(isSignatureForm('1705312200', good));
    for (const [timestamp, signature] of [
      [undefined, good],
      ['1705312200', undefined],
      ['1705312200.5', good],
      ['-5', good],
      ['', good],
      ['1705312200', 'a'.repeat(64)],
      ['1705312200', good.toUpperCase()],
      ['1705312200', `${good}0`],
      ['1705312200', `${good}\n`],
    ])
      assert.ok(!isSignatureForm(timestamp, signature), `${timestamp} ${signature}`);
  });
});
