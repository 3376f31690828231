import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deriveKey, nameOfKey, parentKey } from '../../../src/engine/contexts/schemaKeys';
import { schemaKey } from '../../../src/shared/context';

describe('schema keys', () => {
  const parents: [key: string, parent: string | undefined][] = [
    ['root', undefined],
    ['root/a', 'root'],
    ['root/a/b', 'root/a'],
  ];
  for (const [key, parent] of parents) it(`above ${key} is ${parent}`, () => assert.equal(parentKey(key), parent));

  const names: [key: string, name: string][] = [
    ['root', 'Project Memory'],
    ['root/architecture', 'Architecture'],
    ['root/genesis/data-model', 'Data model'],
    ['root/x/...', 'root/x/...'],
  ];
  for (const [key, name] of names) it(`${key} is called ${name}`, () => assert.equal(nameOfKey(key), name));

  const derived: [name: string, taken: string[], key: string | undefined][] = [
    ['Auth and Sessions', [], 'root/auth-and-sessions'],
    ['Auth', ['root/auth'], 'root/auth-2'],
    ['Auth', ['root/auth', 'root/auth-2'], 'root/auth-3'],
    ['Überblick & Résumé', [], 'root/uberblick-resume'],
    ['--Auth--', [], 'root/auth'],
    ['認証', [], 'root/context-f6bad65c'],
  ];
  for (const [name, taken, key] of derived)
    it(`${name} beside ${taken.length} becomes ${key}`, () =>
      assert.equal(
        deriveKey('root', name, (candidate) => taken.includes(candidate)),
        key,
      ));

  it('a key that would be too long is none', () => {
    assert.equal(
      deriveKey(`root/${'a'.repeat(190)}`, 'Something longer', () => false),
      undefined,
    );
  });

  it('whatever the name, the key is valid and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.nat(5), (name, taken) => {
        const used = new Set<string>();
        for (let i = 0; i <= taken; i++) {
          const key = deriveKey('root/a', name, (candidate) => used.has(candidate));
          assert.ok(key !== undefined && !used.has(key) && schemaKey.safeParse(key).success, String(key));
          used.add(key);
        }
      }),
    );
  });
});
