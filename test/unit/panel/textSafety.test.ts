import assert from 'node:assert/strict';
import { safeLink } from '../../../webview-ui/base/safeLink';
import { visibleText } from '../../../webview-ui/base/visibleText';

describe('links of a text', () => {
  const table: readonly (readonly [href: string, opened: string | null])[] = [
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    ['http://example.com', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    [' https://example.com', null],
    ['data:text/html,<script>1</script>', null],
    ['command:workbench.action.quit', null],
    ['vscode://file/etc/passwd', null],
    ['file:///etc/passwd', null],
    ['//example.com', null],
    ['src/a.ts', null],
    ['https://bank.example@evil.example/', null],
    ['https://user:pass@evil.example/', null],
    ['https://', null],
    [`https://example.com/${'x'.repeat(3000)}`, null],
  ];
  for (const [href, opened] of table)
    it(`${opened === null ? 'stays closed' : 'opens'}: ${JSON.stringify(href.slice(0, 50))}`, () =>
      assert.equal(safeLink(href), opened));
});

describe('text of a repository', () => {
  it('shows what would deceive the eye', () => {
    assert.equal(visibleText('evil\u202Egnp.exe'), 'evil[U+202E]gnp.exe');
    assert.equal(visibleText('a\u0000b\u200bc\ufeff'), 'a[U+0000]b[U+200B]c[U+FEFF]');
  });

  it('leaves scripts, emoji, lines and tabs alone', () => {
    for (const text of ['עברית', 'می‌خواهم', '👩‍👧', 'a\tb\nc', 'ünïcödé']) assert.equal(visibleText(text), text);
  });
});
