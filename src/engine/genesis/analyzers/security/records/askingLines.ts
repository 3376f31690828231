import { asideRoles } from '../../../fileRoles';
import { isBrowserCode } from '../context/origin';
import { code, only } from '../rules/languages';
import type { LineRule } from '../weakness';

const inPlace = only('javascript', 'typescript', 'python', 'java', 'kotlin', 'csharp', 'go', 'php');

/** Tells nothing by itself: which routes ask nobody shows where all routes are known. */
export const askingLines: readonly LineRule[] = [
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
      'uth',
    ],
    pattern:
      /\.anyRequest\(\)\s{0,40}\.(?:authenticated|fullyAuthenticated|has\w{1,20}|access)\(|\.authenticated\(\)|\banyExchange\(\)\s{0,40}\.authenticated|\bFallbackPolicy\b|\.RequireAuthorization\(|\bAuthorizeFilter\b|\bAPP_GUARD\b|\buseGlobalGuards\(|\bbefore_request\b|\bdependencies\s?=\s?\[\s?Depends\(|DEFAULT_PERMISSION_CLASSES|\bboolean preHandle\(|\bregistry\.addInterceptor\(|\bhasRole\(|\.forRoutes\(|\bclerkMiddleware\b|addHook\(['"](?:preHandler|onRequest)['"]|\bListenAndServe\w{0,4}\([^\n]{0,60}[aA]uth|=\s?\w{0,30}[aA]uth\w{0,20}\((?:r|router|mux|handler|h)\)/g,
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
