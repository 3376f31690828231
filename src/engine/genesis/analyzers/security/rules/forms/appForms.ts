import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { passwordInLog, sqlText } from '../broad/kinds';
import { javaOrKotlin } from '../languages';

const atLine = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

const isOfApp = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /\bandroidx?\./.test(file.text.slice(0, 6_000)) && !isForTests(file, atLine(match, file));

/** What a person typed, or another app sent. */
const typed = String.raw`(?:[\w.]{1,40}\.(?:getText\(\)(?:\.toString\(\))?|text(?:\.toString\(\))?)|\w{1,20}\.(?:getLastPathSegment|getStringExtra|getQueryParameter)\([^()\n]{0,40}\)|\w{1,20}\.lastPathSegment)`;

const keptPlain = {
  told: 'secret-kept-plain',
  possible: true,
  cwe: 'CWE-312',
  owasp: 'A04',
  title: 'An app keeps a secret as it is',
  severity: 'low',
  why: 'Backups, and whoever holds an unlocked device, read it.',
  fix: 'Keep it in the keystore, or in encrypted preferences.',
} as const;

const ofLogin = /passw|pwd|\bpin\b|secret|token|card|cvv|credential|user.{0,30}pass/i;

/** Apps for Android, as they keep and run what people type. */
export const appForms: readonly LineRule[] = [
  {
    ...sqlText,
    id: 'sql-of-typed-text',
    told: 'sql-text-with-values',
    wants: javaOrKotlin,
    words: ['rawQuery(', 'execSQL(', 'appendWhere(', '.query('],
    pattern: new RegExp(
      String.raw`\.(?:rawQuery|execSQL|appendWhere)\([^;\n]{0,200}(?:["']\s?\+\s?|\$\{)${typed}`,
      'g',
    ),
    accept: isOfApp,
    examples: [
      {
        path: 'A.java',
        text: 'import android.app.Activity;\nclass A extends Activity { void f() {\n  db.rawQuery("SELECT * FROM users WHERE name = \'" + name.getText().toString() + "\'", null);\n  db.rawQuery("SELECT * FROM users WHERE name = ?", new String[] { name.getText().toString() });\n  builder.appendWhere(ID + "=" + uri.getLastPathSegment());\n} }\n',
        lines: [3, 5],
      },
    ],
  },
  {
    ...keptPlain,
    id: 'typed-password-in-table',
    wants: javaOrKotlin,
    words: ['execSQL(', '.write(', 'putString('],
    pattern: new RegExp(
      String.raw`\.(?:execSQL|write)\([^;\n]{0,160}${typed}|\.putString\([^,;\n]{1,60},\s?\w{0,20}(?:[pP]in|[pP]assw(?:or)?d|[tT]oken|[sS]ecret|[cC]ard)\w{0,10}\s?\)`,
      'g',
    ),
    accept: (match, file) =>
      isOfApp(match, file) &&
      ofLogin.test(file.lineText(atLine(match, file))) &&
      !/encrypt|cipher|keystore/i.test(functionAround(file, atLine(match, file))),
    examples: [
      {
        path: 'A.java',
        text: 'import android.app.Activity;\nclass A extends Activity { void f() {\n  out.write(user.getText().toString() + ":" + pwd.getText().toString());\n  out.write(title.getText().toString());\n  edit.putString(getString(R.string.key), pin);\n} }\n',
        lines: [3, 5],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'typed-secret-in-log',
    wants: javaOrKotlin,
    words: ['Log.'],
    pattern: new RegExp(String.raw`\bLog\.[vdiwe]\([^;\n]{0,200}${typed}`, 'g'),
    accept: (match, file) => isOfApp(match, file) && ofLogin.test(file.lineText(atLine(match, file))),
    examples: [
      {
        path: 'A.java',
        text: 'import android.util.Log;\nclass A { void f() {\n  Log.e("app", "refused credit card: " + number.getText().toString());\n  Log.e("app", "refused");\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'typed-text-compared',
    told: 'login-in-code',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A secret word stands in the code that checks it',
    severity: 'medium',
    why: 'Whoever takes the app apart reads it.',
    fix: 'Let the server check what is typed.',
    wants: javaOrKotlin,
    words: ['.equals("', '== "'],
    pattern:
      /\.getText\(\)\.toString\(\)\.equals\(\s?"[^"\s\n]{4,60}"\)|\b\w{0,12}(?:[pP]assword|[pP]in|[sS]ecret|[kK]ey)\w{0,10}(?:\.equals\(\s?"[^"\s\n]{4,60}"\)|\.text\.toString\(\)\s?==\s?"[^"\s\n]{4,60}")/g,
    accept: isOfApp,
    examples: [
      {
        path: 'A.java',
        text: 'import android.app.Activity;\nclass A extends Activity { void f() {\n  if (key.getText().toString().equals("openplease")) open();\n  if (key.getText().toString().equals("")) ask();\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'page-of-typed-address',
    told: 'webview-page-of-value',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A page in the app runs script and is loaded from a value',
    severity: 'low',
    why: 'Where the value comes from outside, whoever sends it runs script in the app.',
    fix: 'Switch script off, or load addresses of a list only.',
    wants: javaOrKotlin,
    words: ['loadUrl('],
    pattern: new RegExp(String.raw`\.loadUrl\(\s?${typed}`, 'g'),
    accept: (match, file) => isOfApp(match, file) && /avaScriptEnabled/.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'import android.app.Activity;\nclass A extends Activity { void f() {\n  settings.setJavaScriptEnabled(true);\n  view.loadUrl(address.getText().toString());\n  view.loadUrl("https://own.example");\n} }\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'activity-for-others',
    possible: true,
    cwe: 'CWE-926',
    owasp: 'A01',
    title: 'Other apps can open a part of the app',
    severity: 'low',
    why: 'A filter of intents opens it to every app where the manifest does not say otherwise.',
    fix: 'Say `android:exported="false"`, or ask for a permission.',
    wants: (file) => file.path.endsWith('AndroidManifest.xml'),
    words: ['<intent-filter'],
    pattern: /<(?:activity|service|receiver)\b(?<head>[^<>]{0,600})>\s{0,40}<intent-filter/g,
    accept: (match, file) =>
      !/android:(?:exported|permission)\s?=/.test(match.groups?.['head'] ?? '') &&
      !/android\.intent\.action\.MAIN|BOOT_COMPLETED/.test(
        linesAround(file, file.lineAt((match.index ?? 0) + match[0].length), 0, 6),
      ),
    examples: [
      {
        path: 'app/src/main/AndroidManifest.xml',
        text: '<application>\n<activity android:name=".Main">\n<intent-filter>\n<action android:name="android.intent.action.MAIN" />\n</intent-filter>\n</activity>\n<activity android:name=".Keys">\n<intent-filter>\n<action android:name="a.VIEW" />\n</intent-filter>\n</activity>\n</application>\n',
        lines: [7],
      },
    ],
  },
];
