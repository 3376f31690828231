import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openFileSecretStore } from '../../../src/engine/secrets/fileSecretStore';
import { openText, sealText } from '../../../src/engine/secrets/sealText';
import { SecretVault } from '../../../src/engine/secrets/secretVault';

const key = randomBytes(32);

describe('sealText', () => {
  it('opens what was sealed, in its place and with its key only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = sealText(key, place, text);
        assert.equal(openText(key, place, sealed), text);
        assert.equal(openText(key, `${place}x`, sealed), undefined);
        assert.equal(openText(randomBytes(32), place, sealed), undefined);
      }),
    );
  });

  it('opens nothing of which a bit was changed', () => {
    const sealed = sealText(key, 'a', 'a token');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      assert.equal(openText(key, 'a', changed), undefined);
    }
    assert.equal(openText(key, 'a', sealed.subarray(0, 10)), undefined);
  });
});

describe('the secrets of a host without a keychain', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('come back, also to the next process, and lie nowhere as text', async () => {
    const dataDir = join(folder, 'new', 'data');
    const store = openFileSecretStore(dataDir);
    assert.equal(await store.get('token'), undefined);
    await store.set('token', 'very secret');
    await store.set('other', 'also secret');
    assert.equal(await openFileSecretStore(dataDir).get('token'), 'very secret');
    for (const file of ['secrets.json', 'secrets.key']) {
      assert.ok(!readFileSync(join(dataDir, file), 'utf8').includes('secret"'));
      if (process.platform !== 'win32') assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600);
    }
  });

  it('say what to do when a file is damaged', async () => {
    const store = openFileSecretStore(folder);
    await store.set('token', 'x');
    writeFileSync(join(folder, 'secrets.json'), '{');
    await assert.rejects(store.get('token'), /Remove it and enter the tokens again/);
    rmSync(join(folder, 'secrets.json'));
    chmodSync(join(folder, 'secrets.key'), 0o600);
    writeFileSync(join(folder, 'secrets.key'), 'short');
    await assert.rejects(store.set('token', 'x'), /is not a key/);
  });

  it('keep one key for the vault; what another key sealed is lost, and said to be', async () => {
    const vault = new SecretVault(openFileSecretStore(folder));
    const sealed = await vault.seal('here', 'text');
    assert.equal(await new SecretVault(openFileSecretStore(folder)).open('here', sealed), 'text');
    assert.equal(await vault.open('there', sealed), undefined);
    const other = new SecretVault(openFileSecretStore(join(folder, 'other')));
    assert.equal(await other.open('here', sealed), undefined);
    await assert.rejects(new SecretVault(undefined).seal('here', 'text'), /can not keep a token/);
  });
});
