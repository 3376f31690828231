import { enclosingLines, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { javaOrKotlin } from '../languages';

const secret = String.raw`(?:\w{0,30}(?:[pP]assw(?:or)?d|[cC]redential|[lL]oginData|[tT]oken|[sS]ecret|[pP]inCode|[cC]ardNumber|[cC]vv|[sS]sn)\w{0,20}|pin|PIN)`;

/** Apps for phones, by more forms: what they hand on, keep, log and load. */
export const broadAndroidRules: readonly LineRule[] = [
  {
    id: 'android-intent-handed-on',
    told: 'intent-of-others',
    possible: true,
    cwe: 'CWE-926',
    owasp: 'A01',
    title: 'An app starts, or gives back, what another app hands to it',
    severity: 'medium',
    why: 'The other app reaches parts and files that only this one may open.',
    fix: 'Make the intent anew, and copy what was looked at.',
    wants: javaOrKotlin,
    words: ['getParcelableExtra', 'setResult(', 'ntent.parseUri', 'getParcelable'],
    pattern:
      /\bIntent\s\w{1,40}\s?=\s?[\w.()]{0,60}getParcelableExtra\(|\bsetResult\(\s?resultCode\s?,\s?(?:data|intent|result)\s?\)|\bIntent\.parseUri\(\s?[a-z]/g,
    accept: (match, file) =>
      match[0].startsWith('set') ||
      /\bstartActivity|\bstartService\(|\bsendBroadcast\(|setResult\(/.test(
        linesAround(file, file.lineAt(match.index ?? 0), 0, 8),
      ),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    Intent next = getIntent().getParcelableExtra(KEY);\n    startActivity(next);\n  }\n  void g(int resultCode, Intent data) {\n    setResult(resultCode, data);\n  }\n}\n',
        lines: [3, 7],
      },
    ],
  },
  {
    id: 'android-address-opened',
    told: 'intent-of-others',
    possible: true,
    cwe: 'CWE-939',
    owasp: 'A01',
    title: 'An app opens an address that somebody else names',
    severity: 'low',
    why: 'A link, or another app, chooses which page or part is opened in the name of this one.',
    fix: 'Open addresses of a list only.',
    wants: javaOrKotlin,
    words: ['Intent.ACTION_VIEW', 'Uri.parse('],
    pattern: /\bUri\.parse\(\s?[a-z]\w{0,40}(?:\.\w{1,30}){0,2}\s?\)/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      return (
        /ACTION_VIEW/.test(linesAround(file, line, 3, 3)) &&
        /\b(?:getIntent\(\)|intent)!?\??\.(?:data|getData|get\w{1,20}Extra|dataString)\b|getQueryParameter\(/.test(
          file.text,
        ) &&
        !/ALLOWED|allowList|whitelist|isTrusted|isAllowed/i.test(linesAround(file, line, 12, 0))
      );
    },
    examples: [
      {
        path: 'A.kt',
        text: 'class A : Activity() {\n  fun f() {\n    go(intent.data.toString())\n  }\n  fun go(to: String) {\n    val next = Intent(Intent.ACTION_VIEW)\n    next.data = Uri.parse(to)\n    startActivity(next)\n  }\n}\n',
        lines: [7],
      },
    ],
  },
  {
    id: 'android-open-broadcast',
    told: 'broadcast-to-all',
    possible: true,
    cwe: 'CWE-927',
    owasp: 'A01',
    title: 'A broadcast of an app reaches every app',
    severity: 'low',
    why: 'Others on the device read what is sent.',
    fix: 'Name the package, or ask for a permission.',
    wants: javaOrKotlin,
    words: ['sendBroadcast(', 'sendOrderedBroadcast('],
    pattern: /(?<![.\w])(?:\w{1,20}\.)?send(?:Ordered)?Broadcast\(\s?\w{1,30}\s?\)/g,
    accept(match, file) {
      const before = linesAround(file, file.lineAt(match.index ?? 0), 7, 0);
      return (
        /\bIntent\(\s?(?:"|[A-Z_]{4,})|\bsetAction\(|\.action\s?=/.test(before) &&
        /putExtra/.test(before) &&
        !/LocalBroadcast|setPackage|setClass|\.component\s?=|`package`/.test(before)
      );
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    Intent i = new Intent("shop.ACTION");\n    i.putExtra("data", data);\n    sendBroadcast(i);\n  }\n\n\n\n\n\n\n  void g() {\n    Intent i = new Intent("shop.ACTION");\n    i.setPackage(own);\n    i.putExtra("data", data);\n    sendBroadcast(i);\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'android-secret-in-log',
    told: 'secret-in-log',
    possible: true,
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'An app writes a secret into the log of the device',
    severity: 'low',
    why: 'Whoever connects the device, and on old ones every app, reads it.',
    fix: 'Leave it out of logs.',
    wants: javaOrKotlin,
    words: ['Log.'],
    pattern: new RegExp(
      String.raw`\b(?:Log|Timber)\.[vdiwe]\([^;\n]{0,120}(?:\+\s?|\$\{?|,\s?)(?:\w{1,20}\.)?${secret}(?:\.toString\(\)|\.text|\(\))?\s?[)+}"]`,
      'g',
    ),
    // The token of a text that is read, or of a video that is asked for, lets nobody in.
    accept: ({ 0: text }, { path }) =>
      !/autocompl|unexpected|pars(?:e|er|ing)\b|lexer|po_?token/i.test(`${text}\n${path}`),
    examples: [
      {
        path: 'B.java',
        text: 'class B {\n  void f() {\n    Log.w("a", "Unexpected token: " + token);\n  }\n}\n',
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    Log.d("a", "Processing " + loginData);\n    Log.d("a", "password is wrong");\n    Log.d(TAG, "asked for " + name);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'android-secret-kept',
    told: 'secret-kept-plain',
    possible: true,
    cwe: 'CWE-312',
    owasp: 'A04',
    title: 'An app keeps a secret as it is',
    severity: 'low',
    why: 'Backups, and whoever holds an unlocked device, read it.',
    fix: 'Keep it in the keystore, or in encrypted preferences.',
    wants: javaOrKotlin,
    words: ['putString(', 'putStringSet(', 'setItem('],
    pattern:
      /\.putString\(\s?(?:"\w{0,30}(?:passw(?:or)?d|token|secret|\bpin\b|credential|card)\w{0,20}"|\w{0,30}(?:PASSWORD|TOKEN|SECRET|CREDENTIAL|PASSWD)\w{0,20})\s?,(?!\s?(?:""|null))/gi,
    accept: (_match, file) =>
      /SharedPreferences|getPreferences|PreferenceManager|\beditor\b/.test(file.text) &&
      !/EncryptedSharedPreferences|Cipher\b|encrypt\(/.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  SharedPreferences.Editor editor;\n  void f() {\n    editor.putString("email", email)\n      .putString(PASSWORD_KEY, password).apply();\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'shared-storage',
    possible: true,
    cwe: 'CWE-276',
    owasp: 'A01',
    title: 'An app writes to storage that others share',
    severity: 'low',
    why: 'Other apps with access to files read it, or put something else in its place.',
    fix: 'Write to the folder of the app.',
    wants: javaOrKotlin,
    words: ['getExternal', '/sdcard', 'externalCacheDir', 'MODE_WORLD', 'externalStorage'],
    pattern:
      /\bgetExternalStorageDirectory\(|\bgetExternalStoragePublicDirectory\(|\bgetExternalCacheDir\(|\bexternalCacheDir\b|"\/(?:sdcard|storage\/emulated)\//g,
    accept: (match, file) =>
      /FileOutputStream|FileWriter|writeText|DexClassLoader|createNewFile|copy\(/.test(
        linesAround(file, file.lineAt(match.index ?? 0), 2, 6),
      ),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    File out = new File(context.getExternalCacheDir(), "a");\n    OutputStream o = new FileOutputStream(out);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'android-code-loaded',
    told: 'code-of-other-app',
    possible: true,
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'An app loads code from a file',
    severity: 'low',
    why: 'Whoever can write the file has their code run with the rights of the app.',
    fix: 'Keep code in the app, or check its signature first.',
    wants: javaOrKotlin,
    words: ['PathClassLoader(', 'InMemoryDexClassLoader('],
    pattern: /(?<![\w.])(?:new\s)?(?:InMemoryDex|Path)ClassLoader\(\s?\S/g,
    accept: (match, file) => !/class\s+$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 10), match.index)),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  Object f() {\n    return new PathClassLoader(file, parent);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'webview-set-open',
    possible: true,
    cwe: 'CWE-749',
    owasp: 'A05',
    title: 'A page in the app runs script and may be debugged or reach files',
    severity: 'low',
    why: 'A page that somebody gets loaded there does in the app what its script says.',
    fix: 'Switch off what the page does not need.',
    wants: javaOrKotlin,
    words: [
      'setAllowFileAccess',
      'allowFileAccess',
      'setWebContentsDebuggingEnabled',
      'MIXED_CONTENT_ALWAYS_ALLOW',
      'setSavePassword',
    ],
    pattern:
      /\b(?:setAllowFileAccess|setAllowContentAccess)\(\s?true|\ballow(?:File|Content)Access\s?=\s?true|\bsetWebContentsDebuggingEnabled\(\s?true|\bMIXED_CONTENT_ALWAYS_ALLOW\b|\bsetSavePassword\(\s?true/g,
    accept: (match, file) =>
      !/\bDEBUG(?:GABLE)?\b/.test(
        enclosingLines(file, file.lineAt(match.index ?? 0))
          .slice(0, 2)
          .join(' '),
      ),
    examples: [
      {
        path: 'B.kt',
        text: 'class B {\n  fun f() {\n    if (BuildConfig.DEBUG) {\n      WebView.setWebContentsDebuggingEnabled(true)\n    }\n    WebView.setWebContentsDebuggingEnabled(true)\n  }\n}\n',
        lines: [6],
      },
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    web.settings.allowFileAccess = true\n    web.settings.allowFileAccess = false\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'host-by-its-end',
    possible: true,
    cwe: 'CWE-1289',
    owasp: 'A01',
    title: 'A host is compared by a part of its name',
    severity: 'low',
    why: '`evilexample.com` ends with `example.com`, and `example.com.evil.org` begins with it.',
    fix: 'Compare the whole name, or the end with its dot.',
    wants: ({ language }) => /^(?:java|kotlin|csharp|go|swift|javascript|typescript|python)$/.test(language),
    words: ['ost'],
    pattern:
      /\b\w{0,20}[hH]ost(?:name|Name)?(?:\(\))?!?\.(?:endsWith|EndsWith|endswith|contains|Contains|startsWith|StartsWith|startswith|includes|indexOf)\(\s?["'`](?!\.|localhost|127)[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,6}["'`]/g,
    accept: (_match, file) => !isBrowserCode(file),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  boolean f(String host) {\n    return host.endsWith("example.com") || host.endsWith(".example.org") || host.equals("example.com");\n  }\n}\n',
        lines: [3],
      },
    ],
  },
];
