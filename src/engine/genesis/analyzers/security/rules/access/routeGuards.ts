import { WordSet } from '../../../../../../base/wordFilter';
import { asideRoles } from '../../../../fileRoles';
import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, isForTests, linesAround } from '../../context/enclosing';
import { liveCode } from '../../context/liveCode';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { code, only } from '../languages';

/** A handler of a route: how it is declared, and the text up to the next one. */
interface Handler {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** With the annotations above it. */
  readonly text: string;
  readonly own: string;
}

/** `router.delete('/x'`, `@app.route('/x'`, `@DeleteMapping("/x")`, `[HttpDelete("x")]`, `Route::delete('x'`, `r.DELETE("/x"`, `@Delete('x')`. */
const routes =
  /(?:\b(?:\w{1,20}\.)?(?:app|router|routes?|r|api|server|bp|blueprint|group|mux|\w{1,20}_(?:bp|blueprint|router)|\w{1,20}(?:Router|Routes|Group|Blueprint))\.|@|\[Http|Route::)(?<method>get|post|put|patch|delete|route|Get|Post|Put|Patch|Delete|GET|POST|PUT|PATCH|DELETE)(?:Mapping)?(?:\(\s{0,20}(?:value\s?=\s?|path\s?=\s?)?(?:["'`](?<path>[^"'`\n]{0,120})["'`])?|\])/g;

/** What asks who calls, in a handler, in its annotations or among its middleware. */
const guard =
  /[aA]uth(?!ors?\b|or_|or[A-Z])|AUTH|login_?required|(?:require|check|verify|ensure|validate|is|has|need|only)_?\w{0,12}(?:[aA]dmin|[uU]ser\b|[lL]ogin|[lL]ogged|[rR]ole|[tT]oken|[oO]wner|[sS]ession|[pP]ermission|[aA]ccess)|protect|[gG]uard|permission|[cC]urrent_?[uU]ser|req\.user|request\.user|ctx\.user|\bsession(?:\[|\.get\(|\.\w)|\$_SESSION|Depends\(\s?(?!get_(?:db|session)\b|\w{0,10}_?db\b)\w|[pP]rincipal|Secured|RolesAllowed|\bjwt\b|JwtBearer|\bacl\b|\.can\(|->can\(|Policy|[tT]oken/;

/** Something stands between the path and the handler: `('/x', check, handle)`, `('/x', [check], handle)`. */
const middleware =
  /^[^(\n]{1,60}\(\s{0,20}["'`][^"'`\n]{0,120}["'`]\s?,\s{0,20}(?:\[|[\w.]{1,60}(?:\([^()\n]{0,80}\))?\s?,)/;

/** Where filters of addresses guard most routes, an annotation alone says that this one was left out. */
const annotated = /@(?:Pre|Post)Authorize|@Secured|@RolesAllowed|\[Authorize|RequireAuthorization|\[AllowAnonymous/;

const isGuarded = ({ text, own }: Handler): boolean =>
  guard.test(text) || (!own.startsWith('Route::') && middleware.test(own));

/** The same for all routes of the file, or of its class: nothing is left open there. */
const guardOfAll =
  /\b(?:app|router|routes?|api|server|bp|blueprint|group|\w{1,20}(?:Router|Routes|Group|_bp))\.(?:use|before_request|before|Use|addHook|onBeforeHandle)\b[^\n]{0,120}(?:[aA]uth(?!or)|[lL]ogin|[jJ]wt|[pP]rotect|[gG]uard|[aA]dmin|[tT]oken|[sS]ession)|before_request|dependencies\s?=\s?\[\s?Depends|\bbefore_action\b|\$this->middleware\(|@(?:UseGuards|PreAuthorize|Secured|RolesAllowed)\([^\n]{0,80}\)\s{0,5}(?:@[^\n]{1,80}\s{0,5}){0,5}(?:export\s)?(?:public\s)?class\b|\[Authorize[^\n]{0,60}\]\s{0,5}(?:\[[^\n]{1,60}\]\s{0,5}){0,4}public\sclass\b/;

/** No file without one of them is guarded as a whole. */
const wordsOfAll = new WordSet([
  '.use',
  '.Use',
  '.before',
  'addHook',
  'onBeforeHandle',
  'before_request',
  'dependencies',
  'before_action',
  '->middleware(',
  '@UseGuards',
  '@PreAuthorize',
  '@Secured',
  '@RolesAllowed',
  '[Authorize',
]);

const guarded = new WeakMap<SourceFile, boolean>();

/** Whether all routes of a file, or of its class, ask who calls. */
export function guardsAll(file: SourceFile): boolean {
  const known = guarded.get(file) ?? (wordsOfAll.isAnyIn(file.text) && guardOfAll.test(file.text));
  guarded.set(file, known);
  return known;
}

/** Who is not signed in yet, other services, and what everybody may see. */
const forAll =
  /log-?_?(?:in|out)|sign-?_?(?:in|up|out)|regist|password|reset|forgot|verif|confirm|activat|refresh|oauth|callback|hook|health|ping|status|public|captcha|token|csrf|contact|subscri|\bauth\b|feedback|search|version/i;

const ofAdministrators = /(?:^|\/)(?:admin|internal|debug|manage|management|superuser|backoffice)(?:\/|$|[_-])/i;

/** Lines of annotations at the end of a text, each shorter than 200 characters. */
const annotations = /(?:^[ \t]{0,20}[@[][^\n]{0,200}\n){1,6}[ \t]{0,20}(?![\s\S])/m;

/** The longest handler that is looked at, in characters. */
const longest = 2_500;

function handlersOf(file: SourceFile): Handler[] {
  const found = [...file.text.matchAll(routes)].slice(0, 200);
  return found.map((route, index) => {
    const at = route.index;
    const above = annotations.exec(file.text.slice(Math.max(0, at - 300), at))?.[0] ?? '';
    const behind = file.text.slice(at, Math.min(found[index + 1]?.index ?? file.text.length, at + longest));
    // What stands above the next one is its own.
    const whole = behind.slice(0, behind.length - (annotations.exec(behind)?.[0].length ?? 0));
    // A route of Laravel ends with its statement, but for a function in it.
    const statement = /^Route::[^;]{0,400};/.exec(whole)?.[0] ?? '';
    const own = statement === '' || /\bfunction\b/.test(statement) ? whole : statement;
    const { method = '', path = '' } = route.groups ?? {};
    return { at, method: method.toLowerCase(), path, text: liveCode(above + own), own };
  });
}

const changes = ({ method, text }: Handler): boolean =>
  /^(?:put|patch|delete)$/.test(method) ||
  (method === 'route' && /methods\s?=\s?\[[^\]]{0,40}['"](?:PUT|PATCH|DELETE)/.test(text));

/** Groups of Laravel ask for all routes that stand in them; how often somebody may call is another matter. */
const isInGroup = (file: SourceFile, { at, own }: Handler): boolean =>
  own.startsWith('Route::') &&
  enclosingLines(file, file.lineAt(at)).some(
    (header) =>
      /->group\(|::group\(/.test(header) &&
      !/middleware\(\s?\[?\s?['"](?:throttle[^'"]*|web|api)['"]\s?\]?\s?\)->/.test(header),
  );

/** Where handlers begin: those that ask nobody in a file in which others do, and all that change something unasked. */
interface Unasked {
  readonly open: ReadonlySet<number>;
  readonly changing: ReadonlySet<number>;
}

const seen = new WeakMap<SourceFile, Unasked>();

function unaskedIn(file: SourceFile): Unasked {
  const known = seen.get(file);
  if (known !== undefined) return known;
  const all = guardsAll(file) ? [] : handlersOf(file);
  const isOfClasses = /^(?:java|kotlin|csharp)$/.test(file.language);
  const asking = isOfClasses ? all.filter(({ text }) => annotated.test(text)) : all.filter(isGuarded);
  const asked = all.filter((one) => !isGuarded(one) && !forAll.test(one.path) && !isInGroup(file, one));
  const ofAdmins = asked.filter(({ path }) => ofAdministrators.test(path) && asking.length > 0);
  // One left out among others is an oversight; where several are, something before the file asks for all.
  const changing = asked.filter((one) => changes(one) && (isOfClasses || one.path !== ''));
  const isLone = changing.length === 1 && asking.length >= 2 && asking.length * 2 >= all.length;
  const open = isLone ? [...ofAdmins, ...changing] : ofAdmins;
  // Of a handler that stands elsewhere nothing is known.
  const inPlace = changing.filter(({ own }) => /=>|\bfunc(?:tion)?\b/.test(own));
  const found = { open: new Set(open.map(({ at }) => at)), changing: new Set(inPlace.map(({ at }) => at)) };
  seen.set(file, found);
  return found;
}

/** A page of PHP that looks a login up, and makes none; each once. */
const isLoginOfPage = (match: RegExpMatchArray, { path, text }: SourceFile): boolean =>
  text.search(/\$_POST\[\s?["'](?:password|passwd|pass|pwd)["']/) === match.index &&
  /log_?-?in|auth|sign_?-?in/i.test(path) &&
  /\bselect\b/i.test(text) &&
  !/\binsert\s+into\b/i.test(text);

/** Routes beside others: what the others ask for says what this one should. */
export const routeGuards: readonly LineRule[] = [
  {
    id: 'route-without-guard',
    told: 'open-admin-route',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'A route asks nobody who they are, where those beside it do',
    severity: 'medium',
    why: 'Whoever knows its address calls it, signed in or not.',
    fix: 'Give it the check that the other routes of its file have.',
    wants: code,
    words: [
      '.delete(',
      '.put(',
      '.patch(',
      '/admin',
      '/debug',
      '@Delete',
      '@Put',
      '@Patch',
      'HttpDelete',
      'HttpPut',
      'DELETE',
      '/internal',
    ],
    pattern: routes,
    fits: (file) => !isBrowserCode(file) && unaskedIn(file).open.size > 0,
    accept: (match, file) =>
      unaskedIn(file).open.has(match.index ?? -1) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'routes/orders.js',
        text: "const router = require('express').Router();\nrouter.get('/orders', requireAuth, list);\nrouter.put('/orders/:id', requireAuth, change);\nrouter.delete('/orders/:id', remove);\nrouter.post('/login', login);\n",
        lines: [4],
      },
      {
        path: 'routes/all.js',
        text: "const router = require('express').Router();\nrouter.use(requireAuth);\nrouter.put('/orders/:id', isOwner, change);\nrouter.put('/notes/:id', isOwner, change);\nrouter.delete('/orders/:id', remove);\n",
        lines: [],
      },
      {
        path: 'app.py',
        text: "@app.route('/orders')\n@login_required\ndef orders():\n    return list_all()\n\n\n@app.route('/admin/users')\ndef users():\n    return all_users()\n",
        lines: [7],
      },
      {
        path: 'routes/web.php',
        text: "<?php\nRoute::middleware('throttle:10,1')->group(function () {\n    Route::post('/login', 'LoginController@login');\n});\nRoute::get('/home', fn () => view('home'))->middleware(['auth']);\nRoute::get('/admin', [AdminController::class, 'index'])->name('admin');\nRoute::middleware(['auth', 'can:rule'])->group(function () {\n    Route::get('/admin/users', [AdminController::class, 'users']);\n});\nrequire __DIR__.'/auth.php';\n",
        lines: [6],
      },
      {
        path: 'OrderController.java',
        text: '@RestController\nclass OrderController {\n  @PreAuthorize("hasRole(\'A\')")\n  @PutMapping("/orders/{id}")\n  void a() {}\n\n  @PreAuthorize("hasRole(\'A\')")\n  @PostMapping("/orders")\n  void b() {}\n\n  @DeleteMapping("/orders/{id}")\n  void c() {}\n}\n',
        lines: [11],
      },
    ],
  },
  {
    id: 'open-route',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'A route changes something and asks nobody who they are, where routes of other files do',
    severity: 'medium',
    why: 'Whoever knows its address calls it, signed in or not.',
    fix: 'Give it the check that other routes have.',
    wants: only('javascript', 'typescript', 'go'),
    words: ['.delete(', '.put(', '.patch(', '.DELETE(', '.PUT(', '.PATCH('],
    pattern: routes,
    // Told where no middleware of the way to it asks either: see `openRoutes`.
    fits: (file) => !isBrowserCode(file) && unaskedIn(file).changing.size > 0,
    accept: (match, file) =>
      unaskedIn(file).changing.has(match.index ?? -1) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'routes/tasks.js',
        text: "const router = require('express').Router();\nrouter.put('/:id', async (req, res) => {\n  res.json(await change(req.body));\n});\nrouter.delete('/:id', requireAuth, async (req, res) => {\n  await remove(req.params.id);\n});\nrouter.patch('/:id', change);\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'login-without-limit',
    possible: true,
    cwe: 'CWE-307',
    owasp: 'A07',
    title: 'A login can be tried as often as somebody likes',
    severity: 'low',
    why: 'Programs try lists of passwords that leaked elsewhere. Nothing in the repository counts tries; what stands before the server may.',
    fix: 'Slow tries down by account and by address, and lock for a while after some.',
    wants: code,
    words: ["_POST['pass", '_POST["pass', 'login', 'Login', 'signin', 'sign-in', 'sign_in', 'signIn', 'authenticate'],
    pattern:
      /(?:\b(?:app|router|routes?|r|api|server|bp|blueprint|auth|group|mux|\w{1,20}_(?:bp|blueprint|router)|\w{1,20}(?:Router|Routes|Group|Blueprint))\.(?:post|POST|route|HandleFunc)|@(?:Post|Request)(?:Mapping)?|@(?:app|bp|auth|router|api|\w{1,20}_(?:bp|blueprint|router))\.(?:route|post)|\[(?:HttpPost|Route)|Route::(?:post|match|any))\(\s{0,20}(?:value\s?=\s?|path\s?=\s?)?["'`](?:\/|[\w/-]{0,30}\/)?(?:log-?_?in|sign-?_?in|authenticate)\/?["'`]|\$_POST\[\s?["'](?:password|passwd|pass|pwd)["']\s?\]/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      (!match[0].startsWith('$') || isLoginOfPage(match, file)) &&
      // In C# the address and the method stand in lines of their own: who is shown the form tries nothing.
      (!match[0].startsWith('[Route') || /\[HttpPost\b/.test(linesAround(file, file.lineAt(match.index ?? 0), 2, 3))),
    examples: [
      { path: 'app.py', text: "@app.route('/login', methods=['POST'])\ndef login():\n    pass\n", lines: [1] },
      {
        path: 'login.php',
        text: "<?php\n$name = $_POST['name'];\n$pass = $_POST['password'];\n$found = $db->query('SELECT * FROM users');\n",
        lines: [3],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [Route("/login")]\n  [AllowAnonymous]\n  [HttpGet]\n  IActionResult Login() => View();\n\n  [Route("/login")]\n  [HttpPost]\n  Task<IActionResult> LoginAsync(Model model) => Enter(model);\n}\n',
        lines: [7],
      },
      { path: 'app.js', text: "app.post('/api/login', login);\napp.post('/api/notes', add);\n", lines: [1] },
    ],
  },
  {
    id: 'tries-limited',
    silent: true,
    cwe: 'CWE-307',
    owasp: 'A07',
    title: 'Something counts how often a login is tried',
    severity: 'low',
    why: 'Lists of passwords can not be tried at will.',
    fix: 'Nothing is to be done.',
    wants: ({ language, path, role }) =>
      !asideRoles.has(role) &&
      (language !== 'other' ||
        /\.(?:ya?ml|toml|txt|json|xml|gradle|conf|cfg|ini|csproj|properties|lock)$|(?:^|\/)(?:Gemfile|Pipfile|go\.mod)$/.test(
          path,
        )),
    words: [
      'rateLimit',
      'rate_limit',
      'rate-limit',
      'ratelimit',
      'RateLimit',
      'hrottle',
      'imiter',
      'imit_req',
      'lockout',
      'Lockout',
      'login_attempts',
      'loginAttempts',
      'failed_attempts',
      'failedAttempts',
      'axes',
      'rack-attack',
      'Rack::Attack',
      'bucket4j',
      'aptcha',
      'turnstile',
      'crowdsec',
      'fail2ban',
    ],
    // Once a file, at its beginning.
    pattern:
      /^[\s\S]*?(?:[rR]ate[-_]?[lL]imit|[tT]hrottl|[lL]imiter|limit_req|[lL]ockout|(?:login|failed)_?[aA]ttempts|\bdjango-?axes\b|\baxes\.(?:middleware|backends)|rack-attack|Rack::Attack|bucket4j|[cC]aptcha|turnstile|fail2ban|crowdsec)/g,
    accept: (_match, file) => !isBrowserCode(file),
    examples: [{ path: 'package.json', text: '{ "dependencies": { "express-rate-limit": "^7" } }\n', lines: [1] }],
  },
];
