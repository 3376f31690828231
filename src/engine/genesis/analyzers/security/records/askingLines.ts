import { asideRoles } from '../../../fileRoles';
import type { SourceFile } from '../../../sourceFile';
import { isBrowserCode } from '../context/origin';
import { readsRequests } from '../context/requests';
import { guardsAll } from '../rules/access/routeGuards';
import { code, only } from '../rules/languages';
import type { LineRule } from '../weakness';

/** What asks who calls, in a handler, in its annotations or among its middleware. */
const asks =
  /[aA]uth(?!ors?\b|or_|or[A-Z])|AUTH|login_?required|(?:require|check|verify|ensure|validate|is|has|need|only)_?\w{0,12}(?:[aA]dmin|[uU]ser\b|[lL]ogin|[lL]ogged|[rR]ole|[tT]oken|[oO]wner|[sS]ession|[pP]ermission|[aA]ccess)|protect|[gG]uard|permission|[cC]urrent_?[uU]ser|req\.user|request\.user|ctx\.user|\bsession\b|Depends\(\s?(?!get_(?:db|session)\b|\w{0,10}_?db\b)\w|[pP]rincipal|Secured|RolesAllowed|\bjwt\b|JwtBearer|\bacl\b|\.can\(|Policy|[tT]oken|[aA]pi_?[kK]ey|HttpContext\.User|\bUser\.(?:Identity|IsInRole|FindFirst)/;

/** Tokens against forged requests ask nobody who they are. */
const asksElse = /[aA]nti-?[fF]orgery|[cC]srf|XSRF|xsrf|CSRF/;

const isRemark = /^\s{0,200}(?:\/\/|#|\*|\/\*|<!--)/;
const mostLines = 5_000;

/** The lines, 1-based, that ask who calls. */
function linesOf(file: SourceFile): number[] {
  const lines = file.text.split('\n', mostLines);
  return lines.flatMap((line, index) => {
    const own = line.slice(0, 300).replace(/(?<=[\s;{}(),])(?:\/\/|# ).*$/, '');
    return !isRemark.test(own) && asks.test(own) && !asksElse.test(own) ? [index + 1] : [];
  });
}

const inPlace = only('javascript', 'typescript', 'python', 'java', 'kotlin', 'csharp');
const asked = new WeakMap<RegExpMatchArray, string>();

/** Tells nothing by itself: which routes ask nobody shows where all routes are known. */
export const askingLines: readonly LineRule[] = [
  {
    id: 'asks-who-calls',
    silent: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'Lines of a server ask who calls',
    severity: 'low',
    why: 'The routes around them are for those who are signed in.',
    fix: 'Nothing is to be done.',
    wants: (file) => inPlace(file) && !asideRoles.has(file.role),
    words: [
      '.delete(',
      '.put(',
      '.patch(',
      '.post(',
      '.get(',
      '@app.',
      'Mapping',
      '[Http',
      'IActionResult',
      'ActionResult',
      '@Delete(',
      '@Put(',
      '@Get(',
      '.route(',
    ],
    pattern: /^[\s\S]/g,
    comments: true,
    fits: (file) =>
      !isBrowserCode(file) &&
      (readsRequests(file) ||
        /Mapping\(|\[Http|ActionResult|@(?:Get|Delete|Put)\(|\.(?:route|get|delete|put)\(['"]/.test(file.text)),
    accept(match, file) {
      if (guardsAll(file)) return false;
      asked.set(match, linesOf(file).join(' '));
      return true;
    },
    detail: (match) => asked.get(match) ?? '',
    examples: [
      {
        path: 'app.py',
        text: "@app.route('/orders')\n@login_required\ndef orders():\n    return request.args\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'everybody-is-asked',
    silent: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'All requests of a server are asked who sends them',
    severity: 'low',
    why: 'No route is open by oversight.',
    fix: 'Nothing is to be done.',
    wants: (file) => inPlace(file) && !asideRoles.has(file.role),
    words: [
      'authenticated()',
      'anyExchange',
      'FallbackPolicy',
      'RequireAuthorization',
      'AuthorizeFilter',
      'APP_GUARD',
      'useGlobalGuards',
      'before_request',
      'dependencies',
      'PERMISSION_CLASSES',
      'HandlerInterceptor',
      'preHandle',
      'OncePerRequestFilter',
      'addInterceptor',
      'doFilter',
      'middleware',
      'hasRole',
      'clerkMiddleware',
      'forRoutes(',
      'addHook',
    ],
    pattern:
      /\.anyRequest\(\)\s{0,40}\.(?:authenticated|fullyAuthenticated|has\w{1,20}|access)\(|\.authenticated\(\)|\banyExchange\(\)\s{0,40}\.authenticated|\bFallbackPolicy\b|\.RequireAuthorization\(|\bAuthorizeFilter\b|\bAPP_GUARD\b|\buseGlobalGuards\(|\bbefore_request\b|\bdependencies\s?=\s?\[\s?Depends\(|DEFAULT_PERMISSION_CLASSES|\bboolean preHandle\(|\bregistry\.addInterceptor\(|\bhasRole\(|\.forRoutes\(|\bclerkMiddleware\b|addHook\(['"](?:preHandler|onRequest)['"]/g,
    examples: [
      {
        path: 'Security.java',
        text: 'class Security {\n  void all(HttpSecurity http) {\n    http.authorizeHttpRequests(a -> a.anyRequest().authenticated());\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'role-is-asked',
    silent: true,
    cwe: 'CWE-862',
    owasp: 'A01',
    title: 'A server asks for a role',
    severity: 'low',
    why: 'Who is signed in may not do everything.',
    fix: 'Nothing is to be done.',
    wants: (file) => code(file) && !asideRoles.has(file.role),
    words: [
      'ole',
      'dmin',
      'uthority',
      'taff',
      'superuser',
      'permission',
      'olicy',
      'Gate',
      'can',
      'uthorize',
      'acl',
      'Secured',
      'ROLE',
      'ADMIN',
    ],
    // Once a file, where it first does.
    pattern:
      /^[\s\S]*?(?:has_?(?:any_?)?(?:role|authority)|pre_?authorize|@secured|roles_?allowed|user_?in_?role|is_?in_?role|is_?(?:admin|staff|superuser)\w{0,4}['"\]]{0,2}\s?(?:\(|\)|&&|\|\||[!=]==?|\?|:\s{0,5}\n)|(?:require|check|ensure|verify|need|only|is_?not)_?(?:\w{0,8}_?)?(?:role|admin)|admin_?(?:only\b(?!["'.])|required|guard|middleware|auth\b)|roles?\w{0,4}['"\]()]{0,3}\s?(?:[!=]==?|\.equals|\.includes|\.contains|in\b)|@roles\(|roles\s?=\s?["']|permission_required|user_passes_test|gate::|->can\(|['"]can:|\.can\(|authorize!?\(\s?[^)\s]|\bpolicy\s?[(:=.]|require_?policy|\bacl\b|login_?is_?admin)/gi,
    comments: true,
    fits: (file) => !isBrowserCode(file) && !/(?:^|\/)(?:views?|templates|migrations?|seed\w*)\//i.test(file.path),
    examples: [
      {
        path: 'Admin.java',
        text: 'class Admin {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  void all() {}\n}\n',
        lines: [1],
      },
    ],
  },
];
