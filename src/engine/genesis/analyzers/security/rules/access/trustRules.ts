import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { code } from '../languages';

const only =
  (...languages: readonly string[]) =>
  (file: FileDescription): boolean =>
    languages.includes(file.language);

/** From the match to the bracket that closes its call; what a call of any length holds stands inside. */
function wholeCall(match: RegExpMatchArray, file: SourceFile): string {
  const text = file.text.slice(match.index, (match.index ?? 0) + 1_500);
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

const cookieClass = {
  told: 'cookie-flags-off',
  cwe: 'CWE-1004',
  owasp: 'A05',
  title: 'A cookie is sent without its protections',
  severity: 'medium',
  why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
  fix: 'Set `Secure`, `HttpOnly` and `SameSite`.',
} as const;

/** What a server believes because a client says so, and what it leaves with the client. */
export const trustRules: readonly LineRule[] = [
  {
    id: 'client-says-admin',
    possible: true,
    cwe: 'CWE-565',
    owasp: 'A01',
    title: 'A cookie or a header of the request says who is an administrator',
    severity: 'high',
    confidence: 0.85,
    why: 'Whoever sends the request writes its cookies and headers.',
    fix: 'Keep the role in the session or in a signed token, and look it up on the server.',
    wants: code,
    words: ['dmin', 'DMIN'],
    // What a page shows is no right.
    accept(match, file) {
      const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
      return (
        !/(?:^|\/)(?:views?|templates|helpers)\//.test(file.path) &&
        !enclosingLines(file, line).some((header) => /\b(?:show|display|hide|render|visible)_?\w*/i.test(header))
      );
    },
    pattern:
      /(?:\b(?:req|request|ctx)\.(?:cookies|headers|COOKIES|META)(?:\.get\(|\[)\s{0,2}['"](?:HTTP_)?(?:x-)?(?:is_?)?admin['"]\s{0,2}[\])]|\b(?:req|request)\.cookies\.(?:is_?)?admin\b|\$_COOKIE\[\s{0,2}['"](?:is_?)?admin['"]\s{0,2}\]|\bcookies\[:?['"]?(?:is_?)?admin['"]?\])\s{0,3}(?:===?|!==?|eq|is)\s|\.getName\(\)\.equals\(\s{0,2}"(?:is_?)?admin"\s{0,2}\)\s{0,3}&&\s{0,3}\w{1,20}\.getValue\(\)\.equals\(/gi,
    examples: [
      {
        path: 'a.py',
        text: "if request.META['HTTP_ISADMIN'] == 'True':\n    delete()\nif request.user.is_admin == True:\n    delete()\n",
        lines: [1],
      },
      { path: 'b.rb', text: "def show_admin_bar?\n  cookies[:admin] == 'true'\nend\n", lines: [] },
      {
        path: 'A.java',
        text: 'class A { boolean f(Cookie c) {\n  return c.getName().equals("admin") && c.getValue().equals("1");\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'password-in-cookie',
    cwe: 'CWE-312',
    owasp: 'A04',
    title: 'A password is kept in a cookie',
    severity: 'high',
    why: 'It lies on the machine of the visitor, is sent with every request, and opens the account for good.',
    fix: 'Keep a random token that the server can take back.',
    wants: code,
    words: ['assw'],
    pattern:
      /\bnew\s(?:\w{1,20}\.)?Cookie\(\s{0,3}"passw(?:or)?d?"\s{0,3},\s{0,3}\w|(?<![\w>:])setcookie\(\s{0,3}['"]passw(?:or)?d['"]\s{0,3},\s{0,3}\$\w|\b(?:res|response)\.(?:cookie|set_cookie)\(\s{0,3}['"]passw(?:or)?d['"]\s{0,3},\s{0,3}\w|\bcookies\[:?['"]?password['"]?\]\s{0,3}=\s{0,3}\w/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  Cookie c = new Cookie("password", pass);\n  Cookie d = new Cookie("language", lang);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...cookieClass,
    id: 'cookie-readable-python',
    wants: only('python'),
    words: ['set_cookie'],
    pattern:
      /\.set_cookie\(\s{0,40}(?:key\s?=\s?)?['"][\w-]{0,30}(?:sess|sid|auth|access_?token|jwt|remember)[\w-]{0,20}['"]/gi,
    // A cookie that is taken back, or whose flags come from somewhere else, is another matter.
    accept(match, file) {
      const call = wholeCall(match, file);
      return (
        !/httponly|\*\*\w|max_age\s?=\s?0|expires\s?=\s?0|csrf|xsrf/i.test(call) &&
        !/^[^,]{1,80},\s{0,3}(?:value\s?=\s?)?(?:''|""|None|["'](?:true|false|yes|no|on|off|\d)["'])/i.test(call)
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "response.set_cookie('shop_session', session)\nresponse.set_cookie('session', make(user), httponly=True, secure=True)\nresponse.set_cookie('session', '', expires=0)\nresponse.set_cookie('lang', lang)\n",
        lines: [1],
      },
    ],
  },
  {
    ...cookieClass,
    id: 'cookie-readable-script',
    wants: only('javascript', 'typescript', 'tsx'),
    words: ['.cookie('],
    pattern:
      /\b(?:res|response|reply)\.cookie\(\s{0,3}['"][\w-]{0,30}(?:sess|\bsid\b|auth|access_?token|jwt|^token|remember)[\w-]{0,20}['"]\s{0,3},\s{0,3}[\w.]{1,60}\s{0,3}\)/gi,
    examples: [
      {
        path: 'a.js',
        text: "res.cookie('auth_token', token);\nres.cookie('auth_token', token, { httpOnly: true });\nres.cookie('theme', theme);\n",
        lines: [1],
      },
    ],
  },
  {
    ...cookieClass,
    id: 'cookie-readable-java',
    wants: only('java', 'kotlin'),
    words: ['Cookie('],
    pattern: /\bnew\sCookie\(\s{0,3}"[\w-]{0,30}(?:sess|sid|auth|token|jwt|remember)[\w-]{0,20}"\s{0,3},/gi,
    accept: (_match, file) => !/setHttpOnly|HttpOnly|setMaxAge\(\s?0/i.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  response.addCookie(new Cookie("authToken", token));\n} }\n',
        lines: [2],
      },
      {
        path: 'B.java',
        text: 'class B { void f() {\n  Cookie c = new Cookie("authToken", token);\n  c.setHttpOnly(true);\n} }\n',
        lines: [],
      },
    ],
  },
  {
    id: 'trace-in-answer',
    cwe: 'CWE-209',
    owasp: 'A05',
    title: 'A trace of the stack is sent as an answer',
    severity: 'low',
    why: 'It shows paths, versions and code to whoever makes the program fail.',
    fix: 'Log the trace, and answer with a short text.',
    wants: only('python', 'java', 'javascript', 'typescript'),
    words: ['traceback.format', 'printStackTrace', '.stack'],
    pattern:
      /\b(?:Response|HttpResponse|JsonResponse|jsonify|make_response)\(\s{0,3}(?:[^()\n]{0,60}[,(:]\s{0,3})?traceback\.format_\w{1,20}\(|\.printStackTrace\(\s{0,3}(?:(?!System\b)\w{1,20}\.)?(?:response\.getWriter\(\)|out)\s{0,3}\)|\bres(?:\.status\([^()\n]{0,20}\))?\.(?:send|json|end)\(\s{0,3}(?:\{[^{}\n]{0,80}:\s{0,3})?e(?:rr(?:or)?|x)?\.stack\b/g,
    // A program writes to an `out` of its own.
    accept: ([match], { text, path }) =>
      match.includes('.stack')
        ? // A server of developers shows it to who wrote the code.
          !/ViteDevServer|\bvite\.(?:ws|ssr\w|middlewares|config)|createServer as createVite|webpack-dev|devMiddleware/.test(
            text,
          )
        : !match.includes('printStackTrace') ||
          /Servlet|JspWriter|HttpExchange|\bresponse\b/.test(text) ||
          path.endsWith('.jsp'),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpServletResponse res) {\n  e.printStackTrace(out);\n  e.printStackTrace(System.out);\n} }\n',
        lines: [2],
      },
      {
        path: 'Agent.java',
        text: 'class Agent { int run(PrintStream out) {\n  e.printStackTrace(out);\n} }\n',
        lines: [],
      },
      {
        path: 'a.py',
        text: 'return Response(traceback.format_exception(*sys.exc_info()))\nlog.error(traceback.format_exc())\n',
        lines: [1],
      },
      { path: 'a.js', text: 'res.status(500).send(err.stack);\nconsole.error(err.stack);\n', lines: [1] },
      {
        path: 'dev/index.js',
        text: 'vite.middlewares.use(async (req, res) => {\n  try { await answer(req, res); } catch (error) { res.end(error.stack || error.message); }\n});\n',
        lines: [],
      },
    ],
  },
];
