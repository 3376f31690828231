import { linesAround } from '../../context/enclosing';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { anyLanguage, only } from '../languages';
import { sqlText } from './kinds';

/** Calls and signs that put values into a text with `%s`. */
const fillsIn = /["']\s?%(?!s)|[sS]?[pP]rintf|\.format\(|format!?\(|% ?\(/;

const escapesFilters =
  /escape_filter|ldap_escape|EscapeFilter|encodeForLDAP|encodeForLdap|LdapEncoder|filterEncode|escapeLDAP|ldapEscape|Filter\.create|escape_rfc4515/;

const command = {
  possible: true,
  cwe: 'CWE-78',
  owasp: 'A03',
  title: 'A command is put together from a value',
  severity: 'high',
  why: 'Where the value comes from outside, signs of the shell in it run other commands.',
  fix: 'Call the program with a list of arguments, without a shell.',
} as const;

/** Queries and commands whose text holds a value, wherever that comes from. */
export const broadQueryRules: readonly LineRule[] = [
  {
    id: 'ldap-filter-text',
    inTexts: true,
    possible: true,
    cwe: 'CWE-90',
    owasp: 'A03',
    title: 'A value is put into the text of a directory query (LDAP)',
    severity: 'medium',
    why: 'Signs such as `*` and `)(` change whom the query finds; a login check by it can be passed.',
    fix: 'Escape the value for filters with the function of the library.',
    wants: anyLanguage,
    words: [
      '(uid=',
      '(cn=',
      '(mail=',
      '(email=',
      '(sn=',
      '(sAMAccountName=',
      '(samaccountname=',
      '(userPrincipalName=',
      '(objectClass=',
      '(objectclass=',
    ],
    pattern:
      /\((?:uid|cn|mail|e?mail|sn|ou|givenName|s[aA][mM][aA]ccount[nN]ame|userPrincipalName|memberOf|member|username|user|name)=[\w\\*@.-]{0,20}(?:["'`]\s{0,3}(?:\+|\.(?!\w{1,30}\())\s{0,3}\$?[a-zA-Z_]|\$?\{\s?[\w.$[\]'"]{1,60}\}|%[sv]|#\{|\$[a-zA-Z_])/g,
    // A filter that the settings hold is filled in, and escaped, by whoever reads it.
    accept: (match, file) =>
      !escapesFilters.test(file.text) &&
      /ldap|directory|filter/i.test(file.text) &&
      (!/%[sv]$/.test(match[0]) || fillsIn.test(file.lineText(file.lineAt(match.index ?? 0)))) &&
      !/\benv\(|getenv|environ/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'A.java',
        text: 'class A { String f(String name) {\n  String filter = "(&(uid=" + name + ")(objectClass=person))";\n  return "(uid=admin)";\n} }\n',
        lines: [2],
      },
      { path: 'a.py', text: 'query = f"(cn={name})"\nother = "(cn=%s)" % escape_filter_chars(name)\n', lines: [] },
      {
        path: 'b.ts',
        text: `export const filterOf = (mail) => \`(&(objectClass=user)(mail=\${mail}))\`;\n`,
        lines: [1],
      },
      { path: 'a.php', text: '<?php\n$found = ldap_search($ds, $dn, "(uid=$user)");\n', lines: [2] },
      { path: 'config/a.php', text: "<?php\nreturn ['filter' => env('LDAP_FILTER', '(&(uid={user}))')];\n", lines: [] },
    ],
  },
  {
    id: 'xpath-text',
    possible: true,
    cwe: 'CWE-643',
    owasp: 'A03',
    title: 'A value is put into the text of an XPath query',
    severity: 'medium',
    why: 'A quote in the value changes which nodes the query finds.',
    fix: 'Give the value as a variable of the query, or allow letters and digits only.',
    wants: anyLanguage,
    words: ['xpath', 'XPath', 'XPATH', 'SelectSingleNode', 'SelectNodes'],
    pattern:
      /["'`]\.?\/{1,2}[\w/*@:.-]{1,80}\[[^\]\n]{0,120}?(?:=|,)\s?\\?["'](?:["'`]\s{0,3}[+.]\s{0,3}\$?[a-zA-Z_]|\$?\{\s?\$?[\w.]{1,60}\}|%s|#\{|\$[a-zA-Z_])/g,
    // What drives a browser finds things of a page.
    accept: (_match, file) => !/selenium|webdriver|playwright|By\.xpath|puppeteer|appium|capybara/i.test(file.text),
    examples: [
      {
        path: 'a.ts',
        text: `const xpath = \`//partners/partner[name/text()='\${name}']/*\`;\nconst other = \`//partners/partner\`;\n`,
        lines: [1],
      },
      {
        path: 'A.cs',
        text: 'class A { void F(string n) {\n  var node = doc.SelectSingleNode("//user[@name=\'" + n + "\']");\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...command,
    id: 'command-by-shell',
    wants: only('python'),
    words: ['shell=True', 'os.system(', 'os.popen('],
    pattern:
      /\bsubprocess\.\w{1,14}\(\s{0,40}(?:[A-Za-z_]\w{0,40}|['"] ['"]\.join\([^()\n]{1,100}\)|f["'][^\n]{1,200}|["'][^\n]{1,200}(?:%|\+|format\()[^\n]{0,100})\s{0,3},[^()]{0,300}?\bshell\s?=\s?True|\bos\.(?:system|popen)\(\s{0,3}(?:f["'][^\n]{0,200}\{|["'][^"'\n]{1,200}["']\s?(?:%|\+|\.format\()|[a-z]\w{0,40}\s?\))/g,
    accept: (match, file) =>
      (readsRequests(file) || /\bparams(?:\[['"]|\.get\()/.test(file.text)) &&
      !/shlex\.quote/.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 2)),
    examples: [
      {
        path: 'a.py',
        text: 'def f(request):\n    name = request.GET.get("n")\n    run(name)\n\ndef run(command):\n    process = subprocess.Popen(command, shell=True, stdout=subprocess.PIPE)\n    subprocess.run(["ls", "-l"])\n    os.system("clear")\n',
        lines: [6],
      },
      {
        path: 'b.py',
        text: 'def f(params):\n    domain = params.get("domain")[0]\n    return subprocess.check_output(\n        " ".join(["host", domain]),\n        shell=True,\n    )\n',
        lines: [3],
      },
    ],
  },
  {
    ...command,
    id: 'command-of-jvm',
    wants: only('java', 'kotlin'),
    words: ['getRuntime()', 'ProcessBuilder('],
    pattern:
      /\.getRuntime\(\)\s{0,20}\.exec\(\s{0,20}(?:[a-z]\w{0,40}\s{0,3}[,)]|"[^"\n]{0,200}"\s{0,3}\+)|\bProcessBuilder\([^\n]{0,60}"(?:-c|\/c)",\s{0,20}(?:"[^"\n]{0,200}"\s{0,3}\+\s{0,3})?[a-z]\w{0,40}\b/g,
    accept: (_match, file) =>
      readsRequests(file) || /EditText|android\.content\.Intent|HttpServletRequest|ServerRequest/.test(file.text),
    examples: [
      {
        path: 'A.kt',
        text: 'class A : AppCompatActivity() {\n  fun f(ip: EditText) {\n    val line = "ping " + ip.text.toString()\n    Runtime.getRuntime().exec(line)\n    Runtime.getRuntime().exec("ls")\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'sql-text-of-kotlin',
    ...sqlText,
    wants: only('kotlin'),
    words: ['elect ', 'ELECT ', 'nsert ', 'NSERT ', 'pdate ', 'PDATE ', 'elete ', 'ELETE ', 'appendWhere', '.delete('],
    pattern:
      /"\s{0,10}(?:select\s[^"\n]{1,200}\sfrom|update\s[^"\n]{1,80}\sset|delete\s+from|insert\s+into)\s[^"\n]{0,200}(?:=|\blike|\(|,)\s?['%(]{0,3}(?:\$\{[a-z]|\$[a-z]|"\s?\+\s?[a-z])|\bappendWhere\(\s?"[^"\n]{0,60}=\s?'?(?:\$\{|\$[a-z]|"\s?\+)|\b(?:val|var)\s(?:where|selection)\w{0,10}\s?=\s?"[^"\n]{0,60}=\s?'?(?:\$\{|\$[a-z]|"\s?\+)/gi,
    // Names in capitals are the program's own.
    accept: ([match]) => !/\$\{?[A-Z]/.test(match.slice(-3)) && !/(?:\+\s?|\$\{?)[A-Z][A-Z_]*$/.test(match),
    examples: [
      {
        path: 'A.kt',
        text: `class A {\n  fun f(name: EditText) {\n    val a = "SELECT * FROM users WHERE name='" + name.text + "'"\n    val b = "INSERT INTO users (name) VALUES('\${name.text}')"\n    val c = "SELECT * FROM $TABLE WHERE id = ?"\n    builder.appendWhere("$ID=\${uri.lastPathSegment}")\n  }\n}\n`,
        lines: [3, 4, 6],
      },
    ],
  },
];
