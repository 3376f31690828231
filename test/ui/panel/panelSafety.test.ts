import assert from 'node:assert/strict';
import { detailOf, filling } from './filledPanel';
import { hostileFindings, hostileInventory } from './fixtures/hostile';
import { manyFindings } from './fixtures/manyFindings';
import { usePanelBrowser } from './panelBrowser';

const [finding] = manyFindings(1);
assert.ok(finding);
const state = { projectId: 'proj_shop', selection: finding.id };

/** Markdown that a repository may get into a finding, and the markup that may come of it. */
const table: readonly (readonly [markdown: string, html: string])[] = [
  ['**bold** *it* `code`', '<p><strong>bold</strong> <em>it</em> <code>code</code></p>'],
  ['<script>pwned=1</script>', '&lt;script&gt;pwned=1&lt;/script&gt;'],
  ['a <img src=x onerror=pwned=1> b', '<p>a &lt;img src=x onerror=pwned=1&gt; b</p>'],
  ['![alt](https://evil.example/x.png)', '<p>alt</p>'],
  ['[x](javascript:pwned=1)', '<p><span>x</span></p>'],
  ['[x](JaVaScRiPt&#58;pwned=1)', '<p><span>x</span></p>'],
  ['[x](data:text/html,<script>pwned=1</script>)', '<p><span>x</span></p>'],
  ['[x](command:workbench.action.quit)', '<p><span>x</span></p>'],
  ['[x](http://plain.example)', '<p><span>x</span></p>'],
  ['[x](https://ok.example "title")', '<p><button class="link" title="https://ok.example/">x</button></p>'],
  ['<https://auto.example>', '<p><button class="link" title="https://auto.example/">https://auto.example</button></p>'],
  [
    '<a href="https://evil.example" onclick="pwned=1">x</a>',
    '<p>&lt;a href="https://evil.example" onclick="pwned=1"&gt;x&lt;/a&gt;</p>',
  ],
  ['<style>*{display:none}</style>', '&lt;style&gt;*{display:none}&lt;/style&gt;'],
  ['<iframe src="https://evil.example"></iframe>', '&lt;iframe src="https://evil.example"&gt;&lt;/iframe&gt;'],
  ['<svg><animate onbegin=pwned=1></svg>', '<p>&lt;svg&gt;&lt;animate onbegin=pwned=1&gt;&lt;/svg&gt;</p>'],
  ['<div style="position:fixed">x</div>', '&lt;div style="position:fixed"&gt;x&lt;/div&gt;'],
  ['<vscode-button>x</vscode-button>', '<p>&lt;vscode-button&gt;x&lt;/vscode-button&gt;</p>'],
  ['- [ ] task', '<ul>\n<li> task</li>\n</ul>'],
  ['```html\n<script>pwned=1</script>\n```', '<pre><code>&lt;script&gt;pwned=1&lt;/script&gt;\n</code></pre>'],
  ['```"><script>pwned=1</script>\nx\n```', '<pre><code>x\n</code></pre>'],
  [
    '| a |\n|:-:|\n| b |',
    '<div class="table-frame" tabindex="0" role="region" aria-label="Table"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>b</td>\n</tr>\n</tbody></table></div>',
  ],
  ['7. seventh', '<ol start="7">\n<li>seventh</li>\n</ol>'],
  ['a\u202Eb', '<p>a[U+202E]b</p>'],
];

describe('Genesis panel and hostile text', function () {
  this.timeout(30_000);
  const open = usePanelBrowser();

  it('renders Markdown without a way out of it', async () => {
    const { page, send, problems } = await open({ state });
    await send(...filling({ findings: [finding] }));
    for (const [content, html] of table) {
      await send(detailOf({ ...finding, content }));
      assert.equal((await page.locator('.markdown').innerHTML()).trim(), html, content);
    }
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.deepEqual(problems, []);
  });

  it('shows names with markup as text, everywhere', async () => {
    const { page, send, problems } = await open({
      state: { projectId: 'proj_shop', selection: 'find_h1', groupBy: 'file' },
    });
    await send(...filling({ findings: hostileFindings, inventory: hostileInventory }));
    for (const each of hostileFindings) {
      await send({ type: 'reveal', findingId: each.id }, detailOf(each));
      await page.waitForTimeout(20);
    }
    for (const tab of ['Routes', 'Models', 'Environment']) await page.getByRole('tab', { name: tab }).click();
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.equal(
      await page
        .locator('img, iframe, object, embed, style, b, script:not([nonce]), [onerror], [onclick], [style*=fixed]')
        .count(),
      0,
    );
    assert.deepEqual(problems, []);
  });

  it('keeps its width with paths of 300 characters', async () => {
    for (const width of [360, 700, 1100]) {
      const { page, send } = await open({
        width,
        state: { projectId: 'proj_shop', selection: 'find_h5', groupBy: 'file' },
      });
      await send(
        ...filling({ findings: hostileFindings, inventory: hostileInventory }),
        ...hostileFindings.map(detailOf),
      );
      await page.waitForTimeout(300);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
    }
  });

  it('ignores messages that mean nothing to it', async () => {
    const { page, send, problems } = await open();
    await send({ type: 'nonsense' } as never, null as never, 'x' as never, ...filling());
    await page.getByRole('tree').waitFor();
    assert.deepEqual(problems, []);
  });
});
