import assert from 'node:assert/strict';
import { defaultDataDir, type HostFacts } from '../../../src/engine/storage/defaultDataDir';

describe('the default data folder', () => {
  const cases: readonly (readonly [string, HostFacts, string])[] = [
    ['Linux', { platform: 'linux', env: {}, home: '/home/me' }, '/home/me/.local/share/contox'],
    ['Linux with XDG', { platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/me' }, '/data/contox'],
    [
      'Linux with a relative XDG folder, which the specification says to ignore',
      { platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home: '/home/me' },
      '/home/me/.local/share/contox',
    ],
    ['macOS', { platform: 'darwin', env: {}, home: '/Users/me' }, '/Users/me/Library/Application Support/contox'],
    [
      'Windows',
      { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' }, home: 'C:\\Users\\me' },
      'C:\\Users\\me\\AppData\\Local\\contox',
    ],
    [
      'Windows without its variable',
      { platform: 'win32', env: {}, home: 'C:\\Users\\me' },
      'C:\\Users\\me\\AppData\\Local\\contox',
    ],
    ['a chosen one', { platform: 'linux', env: { CONTOX_DATA_DIR: '/elsewhere' }, home: '/home/me' }, '/elsewhere'],
  ];
  for (const [name, host, expected] of cases) it(name, () => assert.equal(defaultDataDir(host), expected));
});
