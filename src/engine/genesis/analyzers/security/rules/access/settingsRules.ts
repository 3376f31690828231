import type { LineRule } from '../../weakness';

/** Settings of Django and Flask in modules of their own, and those that Elixir reads where a program runs. */
const settingsPath =
  /(?:^|[/_.-])(?:settings?|config|conf)(?:\.py$|[/_.-][^\n]{0,200}\.py$)|(?:^|\/)config\/(?:runtime|prod|production|releases)(?:\.secret)?\.exs$/i;

const nameOf = (match: RegExpMatchArray): string => (match.groups?.['name'] ?? match[0]).toUpperCase();

const nothing = {
  silent: true,
  cwe: 'CWE-1188',
  owasp: 'A05',
  severity: 'low',
  fix: 'Nothing.',
} as const;

/** A default that everybody can read is what the rule for it tells, and takes nothing back. */
const literalDefault = /(?<!\{:system)(?:,\s{0,4}(?:default\s{0,2}=\s{0,2})?|\bor\s{1,4})["']/;

/** What takes back what another file of settings says. */
export const settingsRules: readonly LineRule[] = [
  {
    ...nothing,
    id: 'set-again',
    title: 'A setting is set again, where the program is in use',
    why: 'The value of the base is the one of developers then.',
    wants: (file) => file.language === 'python' || file.language === 'elixir',
    words: ['SECRET_KEY', 'DEBUG', 'CORS_', 'COOKIE_', 'secret_key_base'],
    pattern:
      /^[ \t]{0,12}(?<name>SECRET_KEY|DEBUG|CORS_ALLOW_ALL_ORIGINS|CORS_ORIGIN_ALLOW_ALL|(?:SESSION|CSRF)_COOKIE_(?:SECURE|HTTPONLY)|secret_key_base)(?:[ \t]{0,3}=(?!=)|:)[ \t]{0,3}(?<value>[^\s"'][^\n]{0,80})/gm,
    detail: nameOf,
    accept: (match, file) =>
      settingsPath.test(file.path) &&
      !literalDefault.test(match.groups?.['value'] ?? '') &&
      !(/COOKIE/.test(match[0]) ? /^False\b/ : /^True\b/).test(match.groups?.['value'] ?? ''),
    examples: [
      {
        path: 'shop/settings/production.py',
        text: "SECRET_KEY = os.environ['SECRET_KEY']\nDEBUG = False\n",
        lines: [1, 2],
      },
      { path: 'shop/settings/base.py', text: "SECRET_KEY = 'abc'\n", lines: [] },
      { path: 'shop/settings.py', text: "SECRET_KEY = os.environ.get('SHOP_SECRET', 'secret-key')\n", lines: [] },
      {
        path: 'config/prod.secret.exs',
        text: 'config :shop,\n  secret_key_base: {:system, "SECRET_KEY_BASE"}\n',
        lines: [2],
      },
      { path: 'config/runtime.exs', text: 'config :shop,\n  secret_key_base: secret_key_base\n', lines: [2] },
    ],
  },
  {
    ...nothing,
    id: 'rails-guards-redirects',
    title: 'Rails refuses redirects to other hosts',
    why: 'Its defaults since 7.0 raise an error for another host unless the call allows it.',
    wants: (file) => file.language === 'ruby',
    accept: (_match, file) => /(?:^|\/)config\/application\.rb$/.test(file.path),
    words: ['load_defaults'],
    pattern: /\bload_defaults[ (]\s*["']?(?:[7-9]|\d\d)(?:\.\d)?\b/g,
    examples: [
      { path: 'config/application.rb', text: 'config.load_defaults 8.1\n', lines: [1] },
      { path: 'config/application.rb', text: 'config.load_defaults 6.1\n', lines: [] },
    ],
  },
];
