import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalizeRemote } from '../../../src/engine/projects/folder/normalizeRemote';

describe('normalizeRemote', () => {
  const cases: [remote: string, normal: string][] = [
    ['https://github.com/acme/api', 'github.com/acme/api'],
    ['https://github.com/acme/api.git', 'github.com/acme/api'],
    ['https://GitHub.com/acme/api/', 'github.com/acme/api'],
    ['https://user:token@github.com/acme/api.git', 'github.com/acme/api'],
    ['https://user:p@ss@github.com/acme/api.git', 'github.com/acme/api'],
    ['git@github.com:acme/api.git', 'github.com/acme/api'],
    ['github.com:acme/api', 'github.com/acme/api'],
    ['ssh://git@github.com:22/acme/api.git', 'github.com/acme/api'],
    ['git://example.org/a/b.git', 'example.org/a/b'],
    ['/srv/git/api.git', '/srv/git/api'],
    ['file:///srv/git/api.git', '/srv/git/api'],
    ['../api', '../api'],
    ['C:\\code\\api', 'C:\\code\\api'],
    ['odd://us:er@[x/y', '[x/y'],
  ];
  for (const [remote, normal] of cases)
    it(`${remote} is ${normal}`, () => assert.equal(normalizeRemote(remote), normal));

  it('never keeps a password', () => {
    const word = fc.stringMatching(/^[a-z0-9]{6,12}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('https', 'ssh', 'git', 'http'), (user, password, scheme) => {
        assert.ok(!normalizeRemote(`${scheme}://${user}:secret${password}@host.example/a/b`).includes('secret'));
      }),
    );
  });
});
