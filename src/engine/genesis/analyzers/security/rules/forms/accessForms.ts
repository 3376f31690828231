import { enclosingLines, functionAround, isForTests, linesAround } from '../../context/enclosing';
import { functionNameIn } from '../../context/functionName';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { massAssignment, saidByClient } from '../broad/kinds';
import { code } from '../languages';

/** Who may do what, by forms that handlers of all languages have. */
export const accessForms: readonly LineRule[] = [
  {
    id: 'open-admin-route',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'A route for administrators stands where nobody asks who calls',
    severity: 'medium',
    why: 'Whoever knows the address does what administrators do, unless something before the routes asks.',
    fix: 'Ask for the login and the role before the handler.',
    wants: code,
    words: ['admin', 'Admin', '/debug', '/internal', 'reset'],
    pattern:
      /(?:\b(?:app|router|r|api|server|e|g|mux|http|bp|blueprint|\w{1,20}_bp|\w{1,20}Router|\w{1,20}_router)\.(?:get|post|put|patch|delete|all|route|add_url_rule|GET|POST|PUT|DELETE|HandleFunc)|@(?:Get|Post|Put|Delete|Patch|Request)Mapping|Route::(?:get|post|put|delete))\(\s{0,3}(?:value\s?=\s?|path\s?=\s?)?["'`]\/?(?:api\/)?(?:v\d\/)?(?:admin|internal|debug|manage|management|superuser)(?:\/[^"'`\n]{0,80})?["'`]|\bclass\s(?:Admin|Management|Internal)\w{0,20}Controller\s?:\s?\w{0,20}Controller(?:Base)?\b/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/auth(?!or\b|ors\b)|login_required|require_?\w{0,10}(?:admin|user|login)|is_?admin|check_?admin|jwt|token|session|middleware|guard|permission|current_?user|Depends\(\s?get_|credential|Principal|req\.user|->can\(|Policy/i.test(
        file.text.replace(match[0], ''),
      ) &&
      (readsRequests(file) ||
        /\b(?:express|flask|fastapi|gin|net\/http|Controller|Illuminate|koa|fastify)\b/i.test(file.text)),
    examples: [
      {
        path: 'a.js',
        text: "const app = require('express')();\napp.get('/admin/users', async (req, res) => {\n  res.json(await User.find());\n});\n",
        lines: [2],
      },
      {
        path: 'b.js',
        text: "const app = require('express')();\napp.get('/admin/users', requireAuth, async (req, res) => {\n  res.json(await User.find());\n});\n",
        lines: [],
      },
      {
        path: 'AdminController.cs',
        text: 'public class AdminController : Controller\n{\n  public IActionResult Index() => View(all);\n}\n',
        lines: [1],
      },
      {
        path: 'a.py',
        text: "from flask import Flask\n@app.route('/admin/reset', methods=['POST'])\ndef reset():\n    init_db()\n",
        lines: [2],
      },
    ],
  },
  {
    ...saidByClient,
    id: 'role-said-by-client',
    wants: code,
    words: ['dmin', 'role', 'DMIN', 'rivilege', 'level', '_COOKIE['],
    pattern:
      /(?:\breq(?:uest)?\.(?:cookies|query|headers)(?:\.|\[['"](?:x-)?)(?:is_?)?(?:admin|role|user_?role|level|privilege)\b['"\]]{0,2}|\brequest\.(?:cookies|args|headers|GET|COOKIES)(?:\.get\(|\[)\s?['"](?:x-)?(?:is_?)?(?:admin|role|user_?role|level)['"](?:\s?,[^()\n]{0,20})?[)\]]|\$_(?:COOKIE|GET|REQUEST)\[\s?['"](?:is_?)?(?:admin|role|user_?role|level|user_?level|privilege)['"]\s?\]|\b(?:params|cookies)\[:(?:is_?)?(?:admin|role)\]|@CookieValue\([^()\n]{0,60}\)\s?String\s(?:role|admin))\s{0,3}(?:===?|!==?|\.equals\(|\bin\b)\s{0,3}\S|\$(?:is_?)?admin\s?=\s?\$_(?:COOKIE|GET|REQUEST)\[|\$_COOKIE\[\s?['"](?:auth\w{0,10}|logged_?in|token|login|authenticated)['"]\s?\]\s?===?\s?['"]|@RequestHeader\([^()\n]{0,40}"(?:X-)?(?:User-?)?(?:Role|Admin|Is-?Admin)"[^()\n]{0,60}\)/gi,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/(?:^|\/)(?:views?|templates|helpers)\//.test(file.path) &&
      !enclosingLines(file, file.lineAt(match.index ?? 0)).some((header) =>
        /\b(?:show|display|hide|render|visible)(?:_\w|[A-Z])/.test(header),
      ),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/a', (req, res) => {\n  if (req.cookies.role === 'admin') res.send(secret);\n  if (req.user.role === 'admin') res.send(secret);\n});\n",
        lines: [2],
      },
      {
        path: 'a.php',
        text: "<?php\nif (isset($_COOKIE['role']) && $_COOKIE['role'] === 'admin') { show(); }\n$is_admin = $_COOKIE['is_admin'];\n",
        lines: [2, 3],
      },
      {
        path: 'A.java',
        text: '@RestController class A {\n  Page f(@RequestHeader(value = "X-User-Role", defaultValue = "USER") String role) {\n    return all(role);\n  }\n}\n',
        lines: [2],
      },
      { path: 'a.rb', text: "def show\n  all if params[:admin] == '1'\nend\n", lines: [2] },
      {
        path: 'a.py',
        text: "def show():\n    if request.args.get('admin') == 'true':\n        return everything()\n",
        lines: [2],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'role-of-body',
    // Routes may guard the function: see `OpenRecords`.
    detail: (match, file) =>
      /^(?:javascript|typescript)$/.test(file.language)
        ? functionNameIn(functionAround(file, file.lineAt(match.index ?? 0)))
        : '',
    wants: code,
    words: ['dmin', 'role', 'balance', 'credit'],
    pattern:
      /\{[^{}\n]{0,200}\b(?:isAdmin|is_admin|admin|role|roles|isSuperuser|balance|credits?)\b[^{}\n]{0,200}\}\s{0,3}=\s{0,3}(?:await\s)?(?:req|request|ctx\.request)\.(?:body|json\(\))|\b(?:is_?admin|isAdmin|admin|(?:user)?role|balance|credits?)['"]?\s{0,3}(?:=>|[:=])\s{0,3}(?:req|request|ctx\.request)\.body\.(?:is_?admin|isAdmin|admin|role|balance|credits?)\b|\b(?:is_?admin|admin|role|balance)\s?=\s?(?:data|request\.(?:json|form|get_json\(\)))(?:\.get\(|\[)\s?['"](?:is_?admin|admin|role|balance)['"]|\$\w{1,20}->(?:role|role_id|is_admin|admin|balance)\s?=\s?(?:\$request->(?:input\(['"])?(?:role|role_id|is_admin|admin|balance)\b|\$_(?:POST|REQUEST)\[)|\$_SESSION\[[^;\n]{0,40}['"]role['"]\s?\]\s?=\s?\$_(?:POST|REQUEST)\[|\bparams\.require\([^()\n]{1,40}\)\.permit\([^()\n]{0,200}:(?:is_)?(?:admin|role|role_id|superuser)\b/gi,
    // Who registers, or changes what is their own; administrators give roles on purpose.
    accept(match, file) {
      const near = linesAround(file, file.lineAt(match.index ?? 0), 12, 4);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/admin/i.test(file.path) &&
        (/permit\(|_SESSION/.test(match[0]) ||
          /regist|sign_?up|profile|create_?(?:user|account)|createUser|update_?(?:user|me|account)|updateUser|User\(|store\(|\b(?:User|Account|Member|Employee)s?\.(?:create|update|upsert|build|insert)\w{0,12}\(/i.test(
            near,
          )) &&
        !/^[ \t]*before_action\s+:\w{0,30}(?:admin|authori[sz]e|permission|super)/m.test(file.text) &&
        !/(?:is|require|check|only|ensure)_?admin\w*\(|requireRole|hasRole|['"]admin['"]\s?\)|req\.user\.role|current_user\.(?:is_)?admin/i.test(
          near,
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "app.post('/register', async (req, res) => {\n  const { username, password, isAdmin } = req.body;\n  await User.create({ username, role: req.body.role });\n});\n",
        lines: [2, 3],
      },
      {
        path: 'a.py',
        text: "@app.route('/register', methods=['POST'])\ndef register():\n    data = request.get_json()\n    user = User(name=data['name'], role=data.get('role', 'user'))\n",
        lines: [4],
      },
      {
        path: 'users_controller.rb',
        text: 'def user_params\n  params.require(:user).permit(:email, :password, :is_admin)\nend\n',
        lines: [2],
      },
      {
        path: 'members_controller.rb',
        text: 'before_action :admin_required\ndef user_params\n  params.require(:user).permit(:email, :is_admin)\nend\n',
        lines: [],
      },
    ],
  },
  {
    id: 'balance-checked-apart',
    possible: true,
    cwe: 'CWE-362',
    owasp: 'A04',
    title: 'An amount is compared and taken off in two steps',
    severity: 'low',
    why: 'Two requests at the same time both pass the comparison: more is spent than there is.',
    fix: 'Do both in one statement, or in a transaction that locks the row.',
    wants: code,
    words: ['alance', 'redits', '.used', '.stock', 'is_used', 'redeemed'],
    pattern:
      /\b(?:if|unless)\b[^\n;]{0,80}(?:\.|->|\[['"])(?:balance|credits|stock|used|is_used|redeemed|quantity)\b['"\]]{0,2}(?:\s{0,3}(?:<|>|>=|<=)\s{0,3}\$?\w|\s{0,3}\)|:)/gi,
    accept(match, file) {
      const behind = linesAround(file, file.lineAt(match.index ?? 0), 0, 12);
      return (
        !isBrowserCode(file) &&
        readsRequests(file) &&
        /(?:balance|credits|stock|quantity)['"\]]{0,2}\s{0,3}-=|(?:balance|credits|stock)\s?-\s?(?:\?|%s|\$|:|@)|(?:used|redeemed)['"]?\s{0,3}[:=]\s{0,3}(?:true|True|1)\b|\.increment\(|\.decrement\(/i.test(
          behind,
        ) &&
        !/transaction|lock|for_update|FOR UPDATE|atomic|\$inc|BEGIN|mutex|semaphore|with_lock|findOneAndUpdate/i.test(
          file.text,
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "app.post('/pay', async (req, res) => {\n  const found = await Account.findByPk(req.user.id);\n  if (found.balance < req.body.amount) return res.status(400).end();\n  found.balance -= req.body.amount;\n  await found.save();\n});\n",
        lines: [3],
      },
      {
        path: 'b.js',
        text: "app.post('/pay', async (req, res) => {\n  await db.transaction(async (t) => {\n    if (found.balance < req.body.amount) return;\n    found.balance -= req.body.amount;\n  });\n});\n",
        lines: [],
      },
    ],
  },
];
