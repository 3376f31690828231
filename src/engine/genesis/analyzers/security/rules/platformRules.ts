import type { FileDescription } from '../../../extractor';
import { isForDevelopers, linesAround } from '../context/enclosing';
import { liveCode } from '../context/liveCode';
import type { LineRule } from '../weakness';

const only =
  (...languages: readonly string[]) =>
  (file: FileDescription): boolean =>
    languages.includes(file.language);

/** What a cookie is called: what it holds may be any text. */
const cookieName = (made: string): string =>
  /\bName:\s{0,20}(?<name>[^,\n]{1,80})/.exec(made)?.groups?.['name'] ?? made.split(',')[0] ?? '';

/** Dangerous defaults of one platform each. */
export const platformRules: readonly LineRule[] = [
  {
    id: 'flask-debug',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'The server starts with its debugger on',
    severity: 'medium',
    why: 'Error pages then show code and a console that runs commands.',
    fix: 'Read it from the environment, off by default.',
    wants: only('python'),
    words: ['debug', 'DEBUG'],
    pattern:
      /\b(?!app\.)\w{1,30}\.run\([^)\n]{0,120}\bdebug\s{0,2}=\s{0,2}True\b(?!\s{1,3}if\b)|\brun_simple\([^)\n]{0,200}\buse_debugger\s{0,2}=\s{0,2}True\b|^\w{1,20}\.config\[\s?['"]DEBUG['"]\s?\]\s{0,2}=\s{0,2}True\b/gm,
    examples: [
      { path: 'server.py', text: "vuln_app.run(host='0.0.0.0', port=5000, debug=True)\n", lines: [1] },
      { path: 'server.py', text: "app.config['DEBUG'] = True\n", lines: [1] },
    ],
  },
  {
    id: 'php-shows-errors',
    cwe: 'CWE-209',
    owasp: 'A05',
    title: 'PHP is set to show its errors, or stops with their text,',
    severity: 'low',
    why: 'They name paths, queries and versions.',
    fix: 'Log errors and set `display_errors` to 0.',
    wants: (file) => file.language === 'php' || /(?:^|\/)\.?(?:php\.ini|user\.ini|htaccess)$/.test(file.path),
    words: ['display_errors', 'mysqli_error', 'mysql_error', 'getMessage'],
    pattern:
      /\bini_set\(\s{0,3}['"]display_errors['"]\s{0,3},\s{0,3}['"]?(?:1|on|true)\b|^\s{0,10}(?:php_flag\s{1,3})?display_errors\s{0,3}=?\s{0,3}(?:on|1)\b|\bdie\([^;\n]{0,200}(?:mysqli?_error|mysqli_connect_error|getMessage)\(/gim,
    accept: (match, file) =>
      !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length)) &&
      (!/getMessage/.test(match[0]) || /PDO|mysqli|mysql_/.test(file.text)) &&
      !file.text.startsWith('#!') &&
      // On a console, switched off again, and behind a question who asks there are no visitors.
      !/\bphp_sapi_name\(|\bPHP_SAPI\b|\$argv\b|\bSTDIN\b|['"]display_errors['"]\s{0,3},\s{0,3}['"]?(?:0|off|false)\b/i.test(
        file.text,
      ) &&
      !/(?:^|[/._-])(?:dev|development|testing|tests?|local|cli|console|bin)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'a.php',
        text: "<?php\nini_set('display_errors', 1);\n$r = mysqli_query($c, $q) or die( '<pre>' . mysqli_error($c) . '</pre>' );\n",
        lines: [2, 3],
      },
      // Where developers are, on a console, in a file of tests.
      {
        path: 'index.php',
        text: "<?php\nswitch (ENVIRONMENT) {\n    case 'development':\n        ini_set('display_errors', 1);\n        break;\n}\n",
        lines: [],
      },
      { path: 'bin/a.php', text: "<?php\nini_set('display_errors', 1);\n", lines: [] },
      { path: 'b.php', text: "<?php\nini_set('display_errors', 1);\n$file = $argv[1];\n", lines: [] },
      {
        path: 'c.php',
        text: "<?php\nini_set('display_errors', 1);\nrun();\nini_set('display_errors', '0');\n",
        lines: [],
      },
    ],
  },
  {
    id: 'protection-commented-out',
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'A protection is commented out',
    severity: 'medium',
    why: 'Forged requests (CSRF), framing or guessing were kept off by it; somebody switched it off, maybe for a day.',
    fix: 'Switch it on again, or remove the line with the reason.',
    wants: only('ruby', 'javascript', 'typescript', 'python'),
    words: ['protect_from_forgery', 'csrf', 'helmet'],
    pattern:
      /^[ \t]{0,10}(?:#|\/\/|\*)?[ \t]{0,10}(?:protect_from_forgery\b|app\.use\(\s{0,3}(?:csrf|csurf|helmet|lusca|rateLimit)[\w.]{0,30}\()|^[ \t]{0,20}#[ \t]{0,3}(?:['"]django\.middleware\.csrf\.CsrfViewMiddleware['"]|csrf_middleware|CSRFProtect\(app\))[ \t]{0,3},?[ \t]*(?:#[^\n]{0,120})?$/gm,
    accept(match, file) {
      const offset = (match.index ?? 0) + match[0].length - match[0].trimStart().length;
      const isOff =
        /^(?:#|\/\/|\*)/.test(match[0].trimStart()) ||
        file.tree?.rootNode.descendantForIndex(offset)?.type === 'comment';
      // What stands in the same file without the sign of a comment is on; a deeper indent is an example of a document.
      const name = /protect_from_forgery|csrf|csurf|helmet|lusca|rateLimit/i.exec(match[0])?.[0] ?? '';
      const isOn = new RegExp(`(?:^|[\\s(.])${name}\\w*\\s*[( :]`, 'm').test(
        liveCode(file.text).replace(/^.*\b(?:require|import|from)\b.*$/gm, ''),
      );
      // An exception that is not made takes no protection away; a base class has its own, and so has a middleware of another name.
      if (
        file.language === 'ruby' &&
        !/ApplicationController\s*<|(?:^|\/)application_controller\.rb$/.test(`${file.text}\n${file.path}`)
      )
        return false;
      const isReplaced = file.language === 'python' && /['"][\w.]{1,80}csrf\w{0,40}['"]/i.test(liveCode(file.text));
      return isOff && !isOn && !isReplaced && !/^#\s{2,}/.test(match[0].trimStart());
    },
    comments: true,
    examples: [
      {
        path: 'settings.py',
        text: "MIDDLEWARE = [\n    # 'django.middleware.csrf.CsrfViewMiddleware',\n]\n",
        lines: [2],
      },
      {
        path: 'server.js',
        text: "const helmet = require('helmet');\n/*\napp.use(csrf());\n*/\n// app.use(helmet.hsts())\n",
        lines: [3, 5],
      },
      // It is on in another form, or the comment is a document of how to switch it on.
      {
        path: 'app/controllers/b.rb',
        text: 'class B\n  protect_from_forgery unless: :json?\n  # protect_from_forgery with: :null_session\nend\n',
        lines: [],
      },
      {
        path: 'app/controllers/open_controller.rb',
        text: 'class OpenController < ApplicationController\n  # protect_from_forgery except: [:index]\nend\n',
        lines: [],
      },
      {
        path: 'shop/settings.py',
        text: "MIDDLEWARE = [\n    # 'django.middleware.csrf.CsrfViewMiddleware',\n    'shop.middleware.CsrfCheckMiddleware',\n]\n",
        lines: [],
      },
      { path: 'lib/c.rb', text: '# class C\n#   protect_from_forgery with: :exception\n# end\n', lines: [] },
      { path: 'd.js', text: 'app.use(helmet());\n// app.use(helmet.hsts())\n', lines: [] },
      {
        path: 'app/controllers/application_controller.rb',
        text: 'class A\n  # protect_from_forgery with: :exception\nend\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'unsafe-pickle',
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'Pickled bytes from a text form are read',
    severity: 'high',
    why: 'Bytes that travelled as text came from outside; reading them runs code that the sender chose.',
    fix: 'Use JSON, or sign the bytes and check the signature first.',
    wants: only('python', 'ruby'),
    words: ['pickle', 'Marshal', 'jsonpickle'],
    pattern:
      /\bpickle\.loads\(\s{0,3}(?:base64\.)?b64decode\(|\bjsonpickle\.decode\(|\bMarshal\.load\(\s{0,3}Base64\.\w{1,20}decode64\(/g,
    examples: [
      { path: 'a.py', text: 'a = pickle.loads(base64.b64decode(token))\nb = pickle.loads(data)\n', lines: [1] },
    ],
  },
  {
    id: 'cookie-without-flags',
    told: 'cookie-flags-off',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `Secure`, `HttpOnly` and `SameSite`.',
    wants: only('go', 'php'),
    words: ['http.Cookie{', 'setcookie('],
    pattern:
      /(?<=SetCookie\(\s{0,3}[\w.]{1,30}\s{0,3},\s{0,3}&?)\bhttp\.Cookie\{[^{}]{0,400}\}|(?<=:=\s{0,3}&?)http\.Cookie\{[^{}]{0,400}\}|(?<![\w>:])setcookie\(\s{0,3}[^,()\n]{1,60},\s{0,3}[^,()\n]{1,60}\)/g,
    accept: (match, file) =>
      (/\bName:/.test(match[0]) || match[0].startsWith('setcookie')) &&
      !/HttpOnly|Secure|MaxAge:\s*-1/.test(match[0]) &&
      // A file that only a build for developers takes in.
      !/^\/\/\s?(?:go:build|\+build)\s[^\n]*\b(?:dev|debug|test)\b/m.test(file.text.slice(0, 500)) &&
      !/\.AddCookie\(|cookiejar|\.SetCookies\(|\bclient\.SetCookie\(|\bresty\b/.test(file.text) &&
      (file.language !== 'go' || /\bhttp\.SetCookie\(|\.SetCookie\(/.test(file.text)) &&
      /sess|\bsid\b|auth|token|login|user|uid|remember/i.test(cookieName(match[0])) &&
      !/(?:lang|theme|locale|color|mode|csrf|xsrf|\.(?:HttpOnly|Secure)\s?=)/i.test(
        match[0] + file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 400),
      ),
    examples: [
      {
        path: 'db_dev.go',
        text: '//go:build dev\n\npackage a\nfunc f() {\n\thttp.SetCookie(w, &http.Cookie{Name: "uid", Value: v})\n}\n',
        lines: [],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\thttp.SetCookie(w, &http.Cookie{Name: "uid", Value: v})\n\thttp.SetCookie(w, &http.Cookie{Name: "uid", HttpOnly: true})\n\thttp.SetCookie(w, &http.Cookie{Name: "flash", Value: "no such user"})\n\thttp.SetCookie(w, secured(&http.Cookie{Name: "uid"}))\n}\n',
        lines: [3],
      },
      { path: 'a.php', text: "<?php\nsetcookie('sid', $v);\nsetcookie('sid', $v, $options);\n", lines: [2] },
    ],
  },
  {
    id: 'upload-any-type',
    possible: true,
    cwe: 'CWE-434',
    owasp: 'A04',
    title: 'An upload is stored whatever its type',
    severity: 'medium',
    confidence: 0.8,
    why: 'A script that lies below the web root is run by the server.',
    fix: 'Allow some types by content, store under a name of your own, outside the web root.',
    wants: only('php'),
    words: ['move_uploaded_file'],
    pattern: /\bmove_uploaded_file\s{0,2}\(/g,
    // Under a name of the program's own nobody asks for a script that lies there.
    accept(match, file) {
      const near = linesAround(file, file.lineAt(match.index ?? 0), 20, 2);
      return (
        /\$_FILES\[[^\n]{1,80}\]\[\s?['"]name['"]|\['name'\]|\["name"\]|getClientOriginalName|getClientFilename/.test(
          near,
        ) &&
        // What lies beside the upload itself is taken away with it.
        !/dirname\(\s?\$\w{0,30}tmp|sys_get_temp_dir|tempnam\(/i.test(near) &&
        !/pathinfo|getimagesize|finfo|mime_content_type|exif_imagetype|in_array|strrpos|extension|allowed/i.test(
          liveCode(file.text),
        )
      );
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$target = "up/" . $_FILES["f"]["name"];\nmove_uploaded_file($_FILES["f"]["tmp_name"], $target);\n',
        lines: [3],
      },
      { path: 'c.php', text: '<?php\nmove_uploaded_file($from, $this->pathOf($key));\n', lines: [] },
      {
        path: 'd.php',
        text: `<?php\n$n = $_FILES['f']['name'];\n${'\n'.repeat(30)}move_uploaded_file($from, $to);\n`,
        lines: [],
      },
      {
        path: 'b.php',
        text: '<?php\n$e = pathinfo($name, PATHINFO_EXTENSION);\nmove_uploaded_file($_FILES["f"]["tmp_name"], $target);\n',
        lines: [],
      },
    ],
  },
  {
    id: 'go-html-value',
    possible: true,
    told: 'unescaped-output',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A text that people enter is written into pages unescaped',
    severity: 'medium',
    confidence: 0.75,
    why: 'Markup in such a value becomes part of the page, script included.',
    fix: 'Let html/template escape it, or clean it with a sanitizer where it has to hold markup.',
    wants: only('go'),
    words: ['template.HTML(', 'template.JS('],
    pattern: /\btemplate\.(?:HTML|JS)\(\s{0,2}(?<value>[a-z]\w{0,40})\s{0,2}\)/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      const before = [0, 1, 2, 3, 4, 5, 6, 7, 8]
        .map((step) => (line > step ? file.lineText(line - step) : ''))
        .join('\n');
      // A function that only marks what it is given stands for the places that call it.
      if (/return\s{1,3}$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 10), match.index))) return false;
      const value = match.groups?.['value'] ?? '';
      const isOfRequest = new RegExp(
        `\\b${value}\\b[^\\n]{0,120}(?:FormValue|URL\\.Query|PostForm|\\.Form\\b|\\.Param\\(|\\.Query\\(|Sprintf\\()|\\b(?:func)\\b[^\\n]{0,200}\\b${value}\\s+string`,
      ).test(before);
      return (
        isOfRequest &&
        !/sanit|bluemonday|policy|escape|markdown|goldmark|svg|icon|json\.Marshal|trusted|buf\b/i.test(before)
      );
    },
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(term string) {\n\tdata["v"] = template.HTML(term)\n\tdata["w"] = template.HTML("<b>")\n\tdata["x"] = template.HTML(made)\n}\n',
        lines: [3],
      },
    ],
  },
];
