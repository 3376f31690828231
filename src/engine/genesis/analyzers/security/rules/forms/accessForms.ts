import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { massAssignment, saidByClient } from '../broad/kinds';
import { code } from '../languages';

/** Words of whoever looks at who asks: where none of them stands in a file, nobody there does. */
const looksAtAsker =
  /authori[sz]|polic(?:y|ies)|abilit(?:y|ies)|permi(?:ssion|t_?only)|\bcan\?|\bguards?\b|UseGuards|\bacl\b|\brbac\b|owner|tenant|belongs_?to_?user|is_?allowed|has_?access|check_?access|ensure_?\w{0,20}(?:can|admin|own)|PreAuthorize|RolesAllowed|Secured\b/i;

/** Records that belong to somebody. */
const personal =
  'User|Account|Profile|Order|Invoice|Payment|Transaction|Transfer|Message|Chat|Mail|Email|Address|Card|CreditCard|Wallet|Cart|Basket|Booking|Reservation|Ticket|Document|Note|Paste|Secret|Credential|Patient|Appointment|Prescription|Report|Loan|Benefit|Salary|Employee|Customer|Student|Grade|Subscription|Receipt|Statement|Claim|Vehicle|Beneficiary|Photo|Album|Todo|Task|Post|Comment|Complaint|WorkInfo|Medical\\w{0,10}|Performance|PaidTimeOff|Retirement';

/** A file that answers strangers, and in which nobody looks at who asks. */
const asksNobody = (file: SourceFile): boolean =>
  !/admin|backoffice|seed|migrat|(?:^|\/)(?:cli|jobs?|workers?|tasks?|scripts?|management|commands?|celery)(?:\/|\.\w{2,4}$)/i.test(
    file.path,
  ) &&
  !looksAtAsker.test(file.text) &&
  !isBrowserCode(file);

/** Who asks is compared in the function, or the file that it lies in says who may. */
function isOpenRecord(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt(match.index ?? 0);
  return (
    !isForTests(file, line) &&
    (file.language !== 'python' ||
      readsRequests(file) ||
      /\bdef\s\w{1,60}\(\s?(?:self,\s?)?request\b|@\w{1,30}\.(?:get|post|put|patch|delete|route)\(/.test(file.text)) &&
    !/current_?user|req\.user|request\.user|ctx\.user|ctx\.state\.user|\bAuth::|auth\(\)->|Auth\.id|\bsession\b|\$_SESSION|user_?id\s?[=!]==?|get_jwt_identity|params\[:(?:secret|token)\]|\bg\.user\b|getPrincipal|User\.Identity|FindFirst\(/i.test(
      linesAround(file, line, 6, 6),
    )
  );
}

/** Who may do what, by forms that handlers of all languages have. */
export const accessForms: readonly LineRule[] = [
  {
    id: 'record-of-anybody',
    possible: true,
    cwe: 'CWE-639',
    owasp: 'A01',
    title: 'A record of somebody is taken by the id of the request alone',
    severity: 'medium',
    why: 'Who counts the id up reads or changes records of others, unless something else compares their owner.',
    fix: 'Ask for the record by its id and by who is signed in.',
    wants: code,
    words: ['params', 'Param(', '_GET[', '$request->', '_id', 'pk', 'id)', 'PathVariable', 'Find(', 'args.'],
    pattern: new RegExp(
      [
        String.raw`\b(?:${personal})s?(?:Model)?\.(?:findById\w{0,14}|findByPk|findOneBy|findOne|findUnique|deleteOne|destroy)\(\s{0,3}(?:\{\s{0,20}(?:where\s?:\s?\{\s{0,20})?(?:_?id|\w{1,20}Id)\s?:\s{0,3})?(?:Number\(|parseInt\(|\+)?\s?(?:req|request|ctx)\.(?:params|query|body)\b`,
        String.raw`\bprisma\.\w{1,30}\.(?:findUnique|findFirst|delete|update)\(\s{0,3}\{\s{0,20}where\s?:\s?\{\s{0,5}id(?:\s?:\s?(?:Number\(|parseInt\(|\+)?\s?(?:req\.params|params|id)\b|\s?\})`,
        String.raw`(?<![\w:])(?:${personal})s?\.(?:find|find_by_id|find_by_user_id|find_by|where|destroy|delete)[( ]\s?(?:id:\s?|user_id:\s?)?params\[:(?:\w{1,20}_)?id\]`,
        String.raw`(?<![\w\\])(?:${personal})s?::(?:find|findOrFail|destroy|where\(\s?['"]id['"],\s?)\(?\s?(?:\$request->(?:input\(['"])?(?:\w{1,20}_)?id\b|\$(?:\w{1,20}_)?id\b)`,
        String.raw`\b(?:${personal})s?\.(?:query\.(?:get|get_or_404|filter_by)|objects\.(?:get|filter))\(\s?(?:(?:pk|id|\w{1,20}_id)\s?=\s?)?(?:int\()?(?:(?:pk|id|\w{1,20}_id)\s?\)|request\.(?:GET|POST|args|form|data|json)\b|(?:self\.)?kwargs\[)`,
        String.raw`\bget_object_or_404\(\s?(?:${personal})s?,\s?(?:pk|id|\w{1,20}_id)\s?=`,
        String.raw`\b(?:${personal})s?\.(?:Find|FindAsync|FirstOrDefault|SingleOrDefault)\(\s?(?:id\b|\w{1,3}\s?=>\s?\w{1,3}\.(?:\w{1,20})?Id\s?==\s?id\b)`,
        String.raw`\b(?:db|tx|DB)\.(?:First|Find|Take)\(\s?&\w{1,30},\s?(?:c|ctx|gc)\.Param\(`,
        String.raw`\b\w{0,20}(?:user|order|account|invoice|payment|message|transaction|customer|employee|patient|document)\w{0,6}(?:Repository|Repo|Service|Dao)\.(?:findById|getById|getOne|deleteById|findOne)\(\s?(?:id|\w{1,20}Id)\s?\)`,
      ].join('|'),
      'g',
    ),
    fits: asksNobody,
    accept: (match, file) =>
      isOpenRecord(match, file) &&
      (!/Repo|Service|Dao|Find|prisma/.test(match[0]) ||
        /@PathVariable|@RequestParam|\[Http|ActionResult|\breq\b|Request\b|@Param\(|@Get\(/.test(file.text)),
    examples: [
      {
        path: 'a.js',
        text: "router.get('/orders/:id', async (req, res) => {\n  const order = await Order.findById(req.params.id);\n  res.json(order);\n});\n",
        lines: [2],
      },
      {
        path: 'b.js',
        text: "router.get('/orders/:id', async (req, res) => {\n  const order = await Order.findOne({ _id: req.params.id });\n  if (order.user !== req.user.id) return res.status(403).end();\n});\nrouter.get('/pages/:id', async (req, res) => {\n  res.json(await Page.findById(req.params.id));\n});\n",
        lines: [],
      },
      {
        path: 'app/controllers/orders_controller.rb',
        text: 'class OrdersController < ApplicationController\n  def show\n    @order = Order.find(params[:id])\n  end\nend\n',
        lines: [3],
      },
      {
        path: 'a.py',
        text: "@app.route('/orders/<int:order_id>')\ndef order(order_id):\n    return Order.query.get(order_id).name\n",
        lines: [3],
      },
      {
        path: 'Orders.php',
        text: '<?php\nclass Orders extends Controller {\n  function show($id) {\n    return Order::findOrFail($id);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'app/controllers/bans_controller.rb',
        text: 'class BansController < ApplicationController\n  before_action :ensure_can_administer\n  def create\n    User.find(params[:user_id]).ban\n  end\nend\n',
        lines: [],
      },
      {
        path: 'Orders.cs',
        text: 'class Orders : Controller {\n  public IActionResult Get(int id) {\n    return Ok(db.Orders.Find(id));\n  }\n}\n',
        lines: [3],
      },
    ],
  },
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
      /(?:\b(?:app|router|r|api|server|e|g|mux|http|bp|blueprint|\w{1,20}_bp|\w{1,20}Router|\w{1,20}_router)\.(?:get|post|put|patch|delete|all|route|add_url_rule|GET|POST|PUT|DELETE|HandleFunc)|@(?:Get|Post|Put|Delete|Patch|Request)Mapping|Route::(?:get|post|put|delete))\(\s{0,3}(?:value\s?=\s?|path\s?=\s?)?["'`]\/?(?:api\/)?(?:v\d\/)?(?:admin|internal|debug|manage|management|superuser)(?:\/[^"'`\n]{0,80})?["'`]/g,
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
      /(?:\breq(?:uest)?\.(?:cookies|query|headers)(?:\.|\[['"](?:x-)?)(?:is_?)?(?:admin|role|user_?role|level|privilege)\b['"\]]{0,2}|\brequest\.(?:cookies|args|headers|GET|COOKIES)(?:\.get\(|\[)\s?['"](?:x-)?(?:is_?)?(?:admin|role|user_?role|level)['"](?:\s?,[^()\n]{0,20})?[)\]]|\$_(?:COOKIE|GET|REQUEST)\[\s?['"](?:is_?)?(?:admin|role|user_?role|level|user_?level|privilege)['"]\s?\]|\b(?:params|cookies)\[:(?:is_?)?(?:admin|role)\]|@CookieValue\([^()\n]{0,60}\)\s?String\s(?:role|admin))\s{0,3}(?:===?|!==?|\.equals\(|\bin\b)\s{0,3}\S|\$(?:is_?)?admin\s?=\s?\$_(?:COOKIE|GET|REQUEST)\[|\$_COOKIE\[\s?['"](?:auth\w{0,10}|logged_?in|token|login|authenticated)['"]\s?\]\s?===?\s?['"]/gi,
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
    wants: code,
    words: ['dmin', 'role', 'balance', 'credit'],
    pattern:
      /\{[^{}\n]{0,200}\b(?:isAdmin|is_admin|admin|role|roles|isSuperuser|balance|credits?)\b[^{}\n]{0,200}\}\s{0,3}=\s{0,3}(?:await\s)?(?:req|request|ctx\.request)\.(?:body|json\(\))|\b(?:is_?admin|isAdmin|admin|role|balance|credits?)['"]?\s{0,3}(?:=>|[:=])\s{0,3}(?:req|request|ctx\.request)\.body\.(?:is_?admin|isAdmin|admin|role|balance|credits?)\b|\b(?:is_?admin|admin|role|balance)\s?=\s?(?:data|request\.(?:json|form|get_json\(\)))(?:\.get\(|\[)\s?['"](?:is_?admin|admin|role|balance)['"]|\$\w{1,20}->(?:role|role_id|is_admin|admin|balance)\s?=\s?(?:\$request->(?:input\(['"])?(?:role|role_id|is_admin|admin|balance)\b|\$_(?:POST|REQUEST)\[)|\$_SESSION\[[^;\n]{0,40}['"]role['"]\s?\]\s?=\s?\$_(?:POST|REQUEST)\[|\bparams\.require\([^()\n]{1,40}\)\.permit\([^()\n]{0,200}:(?:is_)?(?:admin|role|role_id|superuser)\b/gi,
    // Who registers, or changes what is their own; administrators give roles on purpose.
    accept(match, file) {
      const near = linesAround(file, file.lineAt(match.index ?? 0), 12, 4);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/admin/i.test(file.path) &&
        (/permit\(|_SESSION/.test(match[0]) ||
          /regist|sign_?up|profile|create_?(?:user|account)|createUser|update_?(?:user|me|account)|updateUser|User\(|store\(/i.test(
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
