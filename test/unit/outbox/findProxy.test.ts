import assert from 'node:assert/strict';
import { isEngineError } from '../../../src/base/engineError';
import { checkUrl } from '../../../src/engine/outbox/http/checkUrl';
import { findProxy, type ProxyConfig } from '../../../src/engine/outbox/http/findProxy';

const found = (url: string, config: ProxyConfig, environment = {}): string | undefined =>
  findProxy(new URL(url), config, environment)?.url.host;

describe('finding a proxy', () => {
  const cases: readonly [says: string, proxy: string | undefined, expected: string | undefined][] = [
    ['the one that is named', found('https://a.example', { proxy: 'http://p:1' }), 'p:1'],
    ['that of the environment', found('https://a.example', {}, { HTTPS_PROXY: 'http://p:2' }), 'p:2'],
    [
      'none where it is named empty',
      found('https://a.example', { proxy: '' }, { HTTPS_PROXY: 'http://p:2' }),
      undefined,
    ],
    ['none for this machine', found('http://127.0.0.1:1', { proxy: 'http://p:1' }), undefined],
    ['none for a listed host', found('https://a.example', { proxy: 'http://p:1', noProxy: ['a.example'] }), undefined],
    [
      'none below a listed domain',
      found('https://b.a.example', { proxy: 'http://p:1', noProxy: ['.a.example'] }),
      undefined,
    ],
    ['none below *.', found('https://b.a.example', { proxy: 'http://p:1', noProxy: ['*.a.example'] }), undefined],
    ['one beside a listed domain', found('https://xa.example', { proxy: 'http://p:1', noProxy: ['a.example'] }), 'p:1'],
    [
      'none with the listed port',
      found('https://a.example:8443', { proxy: 'http://p:1', noProxy: ['a.example:8443'] }),
      undefined,
    ],
    ['one with another port', found('https://a.example', { proxy: 'http://p:1', noProxy: ['a.example:8443'] }), 'p:1'],
    ['none for *', found('https://a.example', { proxy: 'http://p:1', noProxy: ['*'] }), undefined],
    [
      'none for NO_PROXY',
      found('https://a.example', {}, { https_proxy: 'http://p:1', NO_PROXY: 'x, a.example' }),
      undefined,
    ],
    ['none of another kind', found('https://a.example', { proxy: 'socks5://p:1' }), undefined],
  ];
  for (const [says, proxy, expected] of cases) it(says, () => assert.equal(proxy, expected));
});

describe('addresses of servers', () => {
  const refused = [
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1',
    'https://a:b@x.example',
    'file:///x',
  ];
  for (const url of [...refused, 'https://x.example/?q', 'https://x.example/#h', 'x.example', ''])
    it(`${url || 'nothing'} is refused`, () =>
      assert.throws(
        () => checkUrl(url),
        (error) => isEngineError(error, 'invalid'),
      ));
  const taken: readonly [given: string, kept: string][] = [
    ['https://X.example/', 'https://x.example'],
    ['https://x.example/base//', 'https://x.example/base'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.1:3000/', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ];
  for (const [given, kept] of taken) it(`${given} is taken`, () => assert.equal(checkUrl(given), kept));
});
