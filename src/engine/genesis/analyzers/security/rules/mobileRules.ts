import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';
import { javaOrKotlin } from './languages';

const isManifest = (file: FileDescription): boolean => file.path.endsWith('AndroidManifest.xml');
const isNetworkConfig = (file: FileDescription): boolean => /network_?security_?\w*\.xml$/i.test(file.path);
/** The element of a manifest that an offset stands in, from its sign to the end of its children. */
function element(file: SourceFile, at: number): string {
  const start = file.text.lastIndexOf('<', at);
  const name = /^<(?<name>[\w-]{1,40})/.exec(file.text.slice(start, start + 50))?.groups?.['name'] ?? '';
  const rest = file.text.slice(start, start + 4_000);
  const head = rest.indexOf('>');
  const end = rest[head - 1] === '/' ? head : rest.indexOf(`</${name}>`);
  return rest.slice(0, end < 0 ? undefined : end);
}

/** Apps for phones: what others on the device may call, and what a page in them may reach. */
export const mobileRules: readonly LineRule[] = [
  {
    id: 'android-exported',
    possible: true,
    cwe: 'CWE-926',
    owasp: 'A01',
    title: 'A part of an app can be called by every other app',
    severity: 'low',
    why: 'Any app on the device starts it, with data of its own.',
    fix: 'Set `android:exported="false"`, or ask for a permission.',
    wants: isManifest,
    words: ['android:exported="true"'],
    pattern: /\bandroid:exported\s?=\s?"true"/g,
    accept(match, file) {
      const text = element(file, match.index ?? 0);
      return (
        /^<(?:activity|service|receiver|provider)\b/.test(text) &&
        !/android:(?:\w{4,5})?[pP]ermission\s?=|intent\.(?:category\.(?:LAUNCHER|LEANBACK_LAUNCHER|HOME)|action\.MAIN)|action\.BOOT_COMPLETED|android\.(?:service|media)\.|androidx\.|com\.google\.|APPWIDGET_UPDATE|action\.(?:SEND|TIMEZONE_CHANGED|MY_PACKAGE_REPLACED)/.test(
          text,
        )
      );
    },
    examples: [
      {
        path: 'app/src/main/AndroidManifest.xml',
        text: '<manifest>\n  <activity android:name=".Main" android:exported="true">\n    <intent-filter>\n      <action android:name="android.intent.action.MAIN" />\n    </intent-filter>\n  </activity>\n  <provider\n    android:name=".Pins"\n    android:exported="true"/>\n  <service android:name=".Sync" android:permission="a.B" android:exported="true" />\n</manifest>\n',
        lines: [9],
      },
    ],
  },
  {
    id: 'android-backup',
    possible: true,
    cwe: 'CWE-530',
    owasp: 'A05',
    title: 'All data of an app goes into backups',
    severity: 'low',
    why: 'Whoever holds the unlocked device, or the backup, reads the app’s files.',
    fix: 'Set `android:allowBackup="false"`, or name what may be saved.',
    wants: isManifest,
    words: ['allowBackup', 'debuggable'],
    pattern: /\bandroid:allowBackup\s?=\s?"true"|\bandroid:debuggable\s?=\s?"true"/g,
    accept: (_match, file) => !/fullBackupContent|dataExtractionRules/.test(file.text),
    examples: [
      {
        path: 'app/src/main/AndroidManifest.xml',
        text: '<application\n  android:allowBackup="true"\n  android:label="a">\n</application>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'android-plain-transport',
    possible: true,
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'An app may speak to every server without encryption',
    severity: 'low',
    why: 'Whoever is on the way reads and changes it.',
    fix: 'Leave it out, and name the hosts that have no TLS.',
    wants: (file) => isManifest(file) || isNetworkConfig(file) || /(?:^|\/)Info\.plist$/.test(file.path),
    words: ['usesCleartextTraffic', 'cleartextTrafficPermitted', 'NSAllowsArbitraryLoads'],
    pattern:
      /\bandroid:usesCleartextTraffic\s?=\s?"true"|<base-config[^>]{0,60}\bcleartextTrafficPermitted\s?=\s?"true"|<key>NSAllowsArbitraryLoads<\/key>\s{0,40}<true\/>/g,
    examples: [
      {
        path: 'app/src/main/res/xml/network_security_config.xml',
        text: '<network-security-config>\n  <base-config cleartextTrafficPermitted="true">\n  </base-config>\n  <domain-config cleartextTrafficPermitted="true"></domain-config>\n</network-security-config>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'android-tls-of-users',
    possible: true,
    cwe: 'CWE-295',
    owasp: 'A02',
    title: 'An app trusts certificates that somebody added to the device',
    severity: 'low',
    why: 'Whoever adds one reads all that the app sends.',
    fix: 'Trust them in `debug-overrides` only.',
    wants: isNetworkConfig,
    words: ['src="user"'],
    pattern: /<certificates\s[^>]{0,60}src="user"/g,
    accept: (match, file) =>
      file.text.lastIndexOf('<debug-overrides', match.index) <= file.text.lastIndexOf('</debug-overrides', match.index),
    examples: [
      {
        path: 'app/src/main/res/xml/network_security_config.xml',
        text: '<base-config>\n  <trust-anchors>\n    <certificates src="user" />\n  </trust-anchors>\n</base-config>\n<debug-overrides>\n  <certificates src="user" />\n</debug-overrides>\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'webview-files',
    possible: true,
    cwe: 'CWE-749',
    owasp: 'A05',
    title: 'A page in the app may read files of the app',
    severity: 'medium',
    why: 'A page that somebody gets loaded there reads the app’s data and sends it away.',
    fix: 'Leave it off, and serve own pages through `WebViewAssetLoader`.',
    wants: javaOrKotlin,
    words: ['FromFileURLs', 'addJavascriptInterface', 'onReceivedSslError'],
    pattern:
      /\b(?:setA|a)llow(?:Universal|File)AccessFromFileURLs\s?(?:=\s?|\(\s?)true\b|\.addJavascriptInterface\(|\bonReceivedSslError\([^{}]{0,200}\{[^{}]{0,200}\.proceed\(\)/g,
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    settings.allowUniversalAccessFromFileURLs = true\n    settings.allowFileAccessFromFileURLs = false\n    web.addJavascriptInterface(Bridge(), "app")\n  }\n}\n',
        lines: [3, 5],
      },
    ],
  },
  {
    id: 'webview-page-of-value',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A page in the app runs script and is loaded from a value',
    severity: 'low',
    why: 'Where the value comes from outside, whoever sends it runs script in the app.',
    fix: 'Switch script off, or load addresses of a list only.',
    wants: javaOrKotlin,
    words: ['loadUrl(', 'loadData(', 'loadDataWithBaseURL('],
    pattern:
      /\.(?:loadUrl|loadData|loadDataWithBaseURL)\(\s{0,20}(?:[^,()"\n]{0,60},\s?)?(?:[a-z]\w{0,40}\s?[,)]|[\w.?!]{1,40}\.text\b|(?:getI|i)ntent\b)/g,
    accept: (match, file) =>
      /\bjavaScriptEnabled\s?=\s?true|setJavaScriptEnabled\(\s?true/.test(file.text) &&
      !/ALLOWED|allowList|whitelist|isTrusted|isAllowed|startsWith\(/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 12, 0),
      ),
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    web.settings.javaScriptEnabled = true\n    web.loadUrl(url)\n    web.loadUrl("https://example.com")\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'intent-of-others',
    possible: true,
    cwe: 'CWE-926',
    owasp: 'A01',
    title: 'An app starts, or gives back, what another app hands to it',
    severity: 'medium',
    why: 'The other app reaches parts and files that only this one may open.',
    fix: 'Make the intent anew, and copy what was looked at.',
    wants: javaOrKotlin,
    words: ['getParcelableExtra', 'setResult('],
    pattern:
      /\bgetParcelableExtra<Intent>\(|\(Intent\)\s?(?:\w{1,20}(?:\(\))?\.){1,3}getParcelableExtra\(|\bsetResult\(\s?(?:-1|(?:Activity\.)?RESULT_OK)\s?,\s?(?:getIntent\(\)|intent)\s?\)/g,
    // Its own intent, filled and given back, is made in the same function.
    accept: (match, file) =>
      match[0].startsWith('set')
        ? !/\b(?:val|var|Intent)\s+intent\s?=\s?(?:new\s)?Intent\(|intent\.(?:put|remove)/.test(
            linesAround(file, file.lineAt(match.index ?? 0), 12, 0),
          )
        : /\bstartActivity\(|\bstartService\(|\bsendBroadcast\(/.test(
            linesAround(file, file.lineAt(match.index ?? 0), 0, 8),
          ),
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    val extra = intent.getParcelableExtra<Intent>("extra_intent")\n    startActivity(extra)\n  }\n\n\n\n\n\n\n\n\n\n  fun g() {\n    setResult(-1, intent)\n  }\n}\n',
        lines: [3, 16],
      },
    ],
  },
  {
    id: 'broadcast-to-all',
    possible: true,
    cwe: 'CWE-927',
    owasp: 'A01',
    title: 'A broadcast of an app reaches every app, or comes from any',
    severity: 'low',
    why: 'Others on the device read what is sent, or send it themselves.',
    fix: 'Name the package, ask for a permission, or register with `RECEIVER_NOT_EXPORTED`.',
    wants: javaOrKotlin,
    words: ['registerReceiver(', 'putExtra('],
    pattern:
      /\bregisterReceiver\(\s?\w{1,40}\s?,\s?(?:new\s)?IntentFilter\(\s?"[^"\n]{1,100}"\s?\)\s?\)|\.putExtra\(\s?"\w{0,20}(?:password|passwd|token|pin|secret)"\s?,/gi,
    // What the system alone sends; an intent for a part that is named.
    accept: (match, file) =>
      match[0].startsWith('.put')
        ? /\bsendBroadcast\(/.test(linesAround(file, file.lineAt(match.index ?? 0), 0, 6))
        : !/"android\.|"com\.(?:google|android)\./.test(match[0]),
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    registerReceiver(receiver, IntentFilter("com.shop.CUSTOM"))\n    registerReceiver(receiver, IntentFilter("android.intent.action.TIME_TICK"))\n    intent.putExtra("password", password)\n    sendBroadcast(intent)\n  }\n}\n',
        lines: [3, 5],
      },
    ],
  },
  {
    id: 'android-all-files',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'An app can hand out every file that it may read',
    severity: 'low',
    why: 'Who gets the app to share a path chooses which.',
    fix: 'Name the folder that is shared.',
    wants: ({ path }) => /\/res\/xml\/[\w-]{1,60}\.xml$/.test(path),
    words: ['<root-path'],
    pattern: /<root-path\b/g,
    examples: [
      {
        path: 'app/src/main/res/xml/provider_paths.xml',
        text: '<paths>\n  <root-path name="root" path="/" />\n  <files-path name="a" path="a/" />\n</paths>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'code-of-other-app',
    possible: true,
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'An app runs code of another app',
    severity: 'medium',
    why: 'Any app with that name runs with the rights of this one.',
    fix: 'Check the other app’s signature first.',
    wants: javaOrKotlin,
    words: ['CONTEXT_INCLUDE_CODE', 'DexClassLoader('],
    pattern: /\bCONTEXT_INCLUDE_CODE\b|\bDexClassLoader\(/g,
    accept: (_match, file) => !/GET_SIGN|checkSignatures|SigningInfo/.test(file.text),
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    createPackageContext(name, Context.CONTEXT_INCLUDE_CODE or Context.CONTEXT_IGNORE_SECURITY)\n  }\n}\n',
        lines: [3],
      },
    ],
  },
];
