import assert from 'node:assert/strict';
import { gitFromSetting } from '../../../../src/shell/host/gitSetting';

describe('the git that the user named', () => {
  const there = (path: string): boolean => path === '/opt/git 2/bin/git';

  it('is the first that is there', () => {
    assert.equal(gitFromSetting('/opt/git 2/bin/git', there), '/opt/git 2/bin/git');
    assert.equal(gitFromSetting(['/gone/git', '/opt/git 2/bin/git'], there), '/opt/git 2/bin/git');
  });

  it('is none where nothing usable is named', () => {
    for (const value of [undefined, null, '', 'git', './git', 7, [], ['/gone/git'], { git: 1 }])
      assert.equal(gitFromSetting(value, there), undefined);
  });
});
