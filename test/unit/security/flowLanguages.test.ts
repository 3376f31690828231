import assert from 'node:assert/strict';
import { flowLanguageOf } from '../../../src/engine/genesis/analyzers/security/flow/flowLanguage';
import type { LanguageId } from '../../../src/engine/genesis/sourceFile';

/** Long enough for a text that is looked at for words before all else. */
const longText = 'pass  # nothing to see in here\n'.repeat(20);

/** A file of a kind that has sources of its own, one of them, and the same in a file of another kind. */
const kinds: readonly (readonly [language: LanguageId, file: string, source: string])[] = [
  ['python', 'class Shop(http.server.BaseHTTPRequestHandler):', 'self.path'],
  ['python', 'from bottle import route', 'self.request.get('],
  ['python', 'import falcon', 'req.get_param'],
  ['python', 'import tornado.web', 'self.get_arguments('],
  ['python', 'form = SignUpForm(request.form)', 'form.email.data'],
  ['python', 'form = SignUpForm()', 'form.email.data'],
  ['php', 'use Illuminate\\Http\\Request;', '$request->email'],
  ['csharp', 'using System.Web.UI;', 'txtName.Text'],
  ['csharp', 'class Shop : UserControl', 'txtName.Text'],
  ['csharp', 'class Shop : MasterPage', 'txtName.Text'],
  ['csharp', 'void Show(HttpRequestBase request)', '_request.Form['],
  ['java', 'import android.app.Activity;', 'intent.getStringExtra('],
  ['go', 'import "github.com/beego/beego/v2/server/web"', 'c.GetString('],
];

describe('flowLanguageOf', () => {
  for (const [language, file, source] of kinds)
    it(`knows what a file with ${file} is given`, () => {
      assert.match(source, flowLanguageOf(language, `${longText}${file}\n`)?.sources ?? /^$/);
      assert.doesNotMatch(source, flowLanguageOf(language, longText)?.sources ?? /./);
    });
});
