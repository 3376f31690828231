import type { LineRule } from '../../weakness';
import { javaOrKotlin } from '../languages';

/** `new Intent(ACTION)`: it names no class, and none is given to it later. An intent of somebody else is not known. */
function isOpenIntent(intent: string, before: string): boolean {
  const isWhole = intent.startsWith('Intent(');
  const made = isWhole
    ? intent
    : [...before.slice(-3_000).matchAll(new RegExp(`\\b${intent}\\s?=\\s?(?:new\\s)?Intent\\([^;\\n]{0,120}`, 'g'))].at(
        -1,
      )?.[0];
  if (made === undefined || /\.class\b|::class|\bclazz\b|,\s?\w{1,30}\)/.test(made)) return false;
  return (
    isWhole || !new RegExp(`\\b${intent}\\.set(?:Class|ClassName|Component|Package)\\b`).test(before.slice(-3_000))
  );
}

/** Apps for phones: what others send them, who opens them, which way they speak. */
export const broadDeviceRules: readonly LineRule[] = [
  {
    id: 'android-open-receiver',
    possible: true,
    cwe: 'CWE-925',
    owasp: 'A01',
    title: 'A receiver is open to every app',
    severity: 'low',
    why: 'Others on the device send it what they like.',
    fix: 'Register with `RECEIVER_NOT_EXPORTED`.',
    wants: javaOrKotlin,
    words: ['RECEIVER_EXPORTED'],
    pattern: /\bregisterReceiver\([^;]{1,160}RECEIVER_EXPORTED\b/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    c.registerReceiver(new B(), filter, Context.RECEIVER_EXPORTED);\n    c.registerReceiver(new B(), filter, Context.RECEIVER_NOT_EXPORTED);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'android-mutable-pending-intent',
    possible: true,
    cwe: 'CWE-927',
    owasp: 'A01',
    title: 'An intent without a receiver of its own may be changed by the app that sends it',
    severity: 'low',
    why: 'Who is handed it fills in what was left open, and it is sent with the rights of this app.',
    fix: 'Make it immutable: `FLAG_IMMUTABLE`; name the class that it is for.',
    wants: javaOrKotlin,
    words: ['PendingIntent.get'],
    pattern:
      /\bPendingIntent\.get(?:Activity|Service|Broadcast)\([^;\n]{1,60},\s?(?:new\s)?(?<intent>Intent\([^()\n]{0,60}\)|[a-z]\w{0,40}),\s?(?:0|PendingIntent\.FLAG_UPDATE_CURRENT|PendingIntent\.FLAG_MUTABLE)\s?\)/g,
    accept: (match, file) => isOpenIntent(match.groups?.['intent'] ?? '', file.text.slice(0, match.index)),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    Intent base = new Intent("org.example.OPEN");\n    PendingIntent.getService(c, 0, base, 0);\n    PendingIntent.getService(c, 0, base, PendingIntent.FLAG_IMMUTABLE);\n    Intent own = new Intent(c, Own.class);\n    PendingIntent.getService(c, 0, own, 0);\n    PendingIntent.getService(c, 0, given, 0);\n    PendingIntent.getService(c, 0, new Intent(), 0);\n  }\n}\n',
        lines: [4, 9],
      },
    ],
  },
  {
    id: 'biometric-without-key',
    possible: true,
    cwe: 'CWE-287',
    owasp: 'A07',
    title: 'A fingerprint opens the app without a key that it unlocks',
    severity: 'low',
    why: 'Whoever changes the running app answers in the place of the sensor.',
    fix: 'Give a `CryptoObject`, and use its key.',
    wants: javaOrKotlin,
    words: ['.authenticate('],
    pattern:
      /\b\w{0,20}[pP]rompt\w{0,10}\.authenticate\(\s?\w{1,40}\s?\)|\b\w{0,20}(?:fingerprint|Fingerprint)\w{0,20}\.authenticate\(\s?null\b/g,
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    biometricPrompt.authenticate(info)\n    biometricPrompt.authenticate(info, crypto)\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'address-without-encryption',
    told: 'plain-transport',
    possible: true,
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'Data goes over the network as it is',
    severity: 'low',
    why: 'Anyone on the way can read and change it, logins included.',
    fix: 'Use HTTPS.',
    wants: ({ language }) => /^(?:java|kotlin|csharp|go|swift)$/.test(language),
    words: ['"http://'],
    pattern:
      /(?:\.(?:url|baseUrl|loadUrl|GetAsync|PostAsync|GetStringAsync|post|Post)\(|\bnew URL\(|\bhttp\.(?:Get|Post|PostForm)\(|\b(?:BASE_URL|API_URL|baseUrl|BaseUrl|baseURL|apiUrl|serverUrl|SERVER_URL|ENDPOINT|endpoint)(?:\s?:\s?\w{1,10})?\s{0,3}=)\s{0,20}"http:\/\/(?!localhost|127\.|10\.|192\.168\.|172\.|0\.0|\[|schemas|www\.w3|\w{1,40}["/:]|(?:[\w-]{1,30}\.){0,3}(?:apache|gnu|opensource|mozilla|eclipse|unlicense|creativecommons|example)\.(?:org|com|net)\b)[\w-]{1,60}\.[^"\n]{0,200}"/g,
    // What a licence is named by is read by people, and nobody connects to it.
    accept: ([match]) => !/licen[cs]e/i.test(match),
    examples: [
      {
        path: 'Cache.kt',
        text: '/**\n * val request = Request.Builder().url("http://shop.nowhere.dev/a").build()\n */\nclass Cache\n',
        lines: [],
      },
      {
        path: 'A.kt',
        text: 'class A {\n  val request = Request.Builder().url("http://shop.nowhere.dev/a").build()\n  val terms = License().url("http://www.apache.org/licenses/LICENSE-2.0.html")\n  val own = Request.Builder().url("http://localhost:80/a").build()\n  val inner = Request.Builder().url("http://store/a").build()\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'android-files-path',
    told: 'android-all-files',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'An app can hand out every file of its own',
    severity: 'low',
    why: 'Who gets the app to share a path chooses which.',
    fix: 'Name the folder that is shared.',
    wants: ({ path }) => /\/res\/xml\/[\w-]{1,60}\.xml$/.test(path),
    words: ['path="/"', 'path="."', 'path=""'],
    pattern: /<(?:files|cache|external|external-files)-path\b[^>]{0,120}\bpath="(?:\/|\.|)"/g,
    examples: [
      {
        path: 'app/src/main/res/xml/paths.xml',
        text: '<paths>\n  <files-path name="files" path="/" />\n  <files-path name="a" path="a/" />\n</paths>\n',
        lines: [2],
      },
    ],
  },
];
