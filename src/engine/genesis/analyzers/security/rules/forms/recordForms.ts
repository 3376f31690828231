import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests } from '../../context/enclosing';
import { readsRequests } from '../../context/requests';
import { answersStrangers, asksForOwner, codeAround } from '../../records/askers';
import type { LineRule } from '../../weakness';
import { code } from '../languages';

/** Records that belong to somebody. */
const personal =
  'User|Account|Profile|Project|Order|Invoice|Payment|Transaction|Transfer|Message|Chat|Mail|Email|Address|Card|CreditCard|Wallet|Cart|Basket|Booking|Reservation|Ticket|Document|Note|Paste|Secret|Credential|Patient|Appointment|Prescription|Report|Loan|Benefit|Salary|Employee|Customer|Student|Grade|Subscription|Receipt|Statement|Claim|Vehicle|Beneficiary|Photo|Album|Todo|Task|Post|Comment|Complaint|WorkInfo|Medical\\w{0,10}|Performance|PaidTimeOff|Retirement';

/** The same as fields are named: `orderRepository`. */
const owned = `(?:${personal.replace(/\b[A-Z]/g, (letter) => letter.toLowerCase())})`;

/** The same as tables are named. */
const tables = personal.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);

/** What a record is told from others by, beside an id. */
const numbers =
  'account_(?:number|no)|card_(?:number|no)|order_(?:number|no)|invoice_(?:number|no)|uuid|from_account|to_account';

/** Who asks is compared in the function, or what stands above it says who may. */
function isOpenRecord(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt(match.index ?? 0);
  if (isForTests(file, line)) return false;
  if (
    file.language === 'python' &&
    !readsRequests(file) &&
    !/\bdef\s\w{1,60}\(\s?(?:self,\s?)?request\b|@\w{1,30}\.(?:get|post|put|patch|delete|route)\(/.test(file.text)
  )
    return false;
  return !asksForOwner(codeAround(file, line));
}

/** `const id = parseInt(req.params.id)`, `{ id } = req.params`; a statement stands where a route is answered. */
function isOfAddress(match: RegExpMatchArray, file: SourceFile): boolean {
  const name = match.groups?.['name'] ?? match.groups?.['parsed'];
  if (name === undefined && !match[0].startsWith('=')) return true;
  const around = functionAround(file, file.lineAt(match.index ?? 0));
  const given =
    name === undefined
      ? /@[\w.]{1,40}\.(?:route|get|post|put|patch|delete)\(|\brequest\./
      : new RegExp(
          `\\b${name}\\s?=\\s?(?:Number\\(|parseInt\\(|\\+)?\\s?(?:await\\s)?(?:\\w{1,20}\\.)?params\\b|\\{[^{}\\n]{0,80}\\b${name}\\b[^{}\\n]{0,80}\\}\\s?=\\s?(?:await\\s)?(?:\\w{1,20}\\.)?params\\b`,
        );
  return given.test(around);
}

/** In these languages the forms below begin with a statement, or with one of a few names. */
const needs: Readonly<Record<string, RegExp>> = {
  go: /WHERE|where|\b(?:db|tx|DB)\.(?:First|Find|Take)\(/,
  java: /WHERE|where|(?:Repository|Repo|Service|Dao)\.[a-z]/,
};

/** Records that are taken by what a request says, whoever asks. */
export const recordForms: readonly LineRule[] = [
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
    words: [
      'params',
      'Param(',
      '_GET[',
      '$request->',
      '_id',
      'pk',
      'id)',
      'PathVariable',
      'Find(',
      'args.',
      'WHERE',
      'where',
    ],
    pattern: new RegExp(
      [
        String.raw`\b(?:(?:${personal})s?(?:Model|Repository|Repo)?|${owned}s?(?:Model|Repository|Repo))\.(?:findById\w{0,14}|findByPk|findOneBy|findOne|findUnique|deleteOne|destroy)\(\s{0,20}(?:\{\s{0,20}(?:where\s?:\s?\{\s{0,20})?(?:_?id|\w{1,20}Id)\s?:\s{0,3})?(?:Number\(|parseInt\(|\+)?\s?(?:(?:req|request|ctx)\.(?:params|query|body)\b|(?<name>\w{0,20}[iI]d)\s{0,3}[,)}])`,
        String.raw`\b(?:(?:${personal})s?(?:Model)?|(?:db|models?)\.${owned}s?)\.(?:destroy|update|findOne|findAll)\(\s{0,3}[^;\n]{0,60}?where\s?:\s?\{\s{0,5}\w{0,20}[iI]d\s?:\s?(?:Number\(|parseInt\(|\+)?\s?(?:req|request|ctx)\.(?:params|query|body)\b`,
        String.raw`\b(?:query|execute|get|all|run|QueryRow|Query|Exec|fetch_?one|raw|execute_?query|run_?query|fetch_?all|query_?db)\(\s{0,20}["'\x60](?:SELECT\s[^"'\x60\n]{1,120}\sFROM|DELETE\s+FROM|UPDATE)\s(?:\w{1,20}\.)?(?:${tables})s?\b[^"'\x60\n]{0,200}\bWHERE\s(?:\w{1,20}\.)?(?:id|\w{1,20}_id|${numbers})\s?=\s?(?:\?|\$1|%s|:\w{1,20})\s?;?["'\x60]\s?,\s{0,20}[[(]?\s?(?:Number\(|parseInt\(|int\()?(?:(?:req|request|ctx)\.(?:params|query|args|body)|c\.Param\(|params\b|id\b|\w{1,20}_id\b|\w{1,20}Id\b|${numbers}\b)`,
        // A statement over several lines, by a part of the address: \`WHERE card_id = %s\` and no more.
        String.raw`=\s?f?"""\s{0,40}(?:SELECT\s[^"'\x60;]{1,300}\sFROM|DELETE\s+FROM|UPDATE)\s\w{0,20}(?:${tables})s?\b[^"'\x60;]{0,300}\bWHERE\s(?:\w{1,20}\.)?(?:id|\w{1,20}_id|${numbers})\s?=\s?%s(?:\s+OR\s[\w.]{1,40}\s?=\s?%s)?(?:\s+(?:RETURNING|ORDER|LIMIT)\b[^"'\x60;]{0,80})?\s{0,40}"""`,
        String.raw`\bprepare\(\s?["'](?:SELECT\s[^"'\n]{1,120}\sFROM|DELETE\s+FROM|UPDATE)\s(?:${tables})s?\b[^"'\n]{0,200}\bWHERE\s(?:id|\w{1,20}_id)\s?=\s?(?:\?|:\w{1,20})\s?;?["']\s?\)`,
        String.raw`\bprisma\.\w{1,30}\.(?:findUnique|findFirst|delete|update)\(\s{0,3}\{\s{0,20}where\s?:\s?\{\s{0,5}id(?:\s?:\s?(?:Number\(|parseInt\(|\+)?\s?(?:req\.params|params|id)\b|\s?:\s?(?<parsed>\w{1,20}I[dD])\s{0,3}[,}]|\s?\})`,
        String.raw`(?<![\w:])(?:${personal})s?\.(?:find|find_by_id|find_by_user_id|find_by|where|destroy|delete)[( ]\s?(?:id:\s?|user_id:\s?)?params\[:(?:\w{1,20}_)?id\]`,
        String.raw`(?<![\w\\])(?:${personal})s?::(?:find|findOrFail|destroy|where\(\s?['"]id['"],\s?)\(?\s?(?:\$request->(?:input\(['"])?(?:\w{1,20}_)?id\b|\$(?:\w{1,20}_)?id\b)`,
        String.raw`\b(?:${personal})s?\.(?:query\.(?:get|get_or_404|filter_by)|objects\.(?:get|filter))\(\s?(?:(?:pk|id|\w{1,20}_id)\s?=\s?)?(?:int\()?(?:(?:pk|id|\w{1,20}_id)\s?\)|request\.(?:GET|POST|args|form|data|json)\b|(?:self\.)?kwargs\[)`,
        String.raw`\bget_object_or_404\(\s?(?:${personal})s?,\s?(?:pk|id|\w{1,20}_id)\s?=`,
        String.raw`\b(?:${personal})s?\.(?:Find|FindAsync|FirstOrDefault|SingleOrDefault)\(\s?(?:id\b|\w{1,3}\s?=>\s?\w{1,3}\.(?:\w{1,20})?Id\s?==\s?id\b)`,
        String.raw`\b(?:db|tx|DB)\.(?:First|Find|Take)\(\s?&\w{1,30},\s?(?:c|ctx|gc)\.Param\(`,
        String.raw`\b\w{0,20}(?:user|order|account|invoice|payment|card|message|transaction|customer|employee|patient|document)\w{0,6}(?:Repository|Repo|Service|Dao)\.(?:findById|getById|getOne|deleteById|findOne|(?:get|find|fetch|load|delete|update)(?:${personal})\w{0,10})\(\s?(?:id|\w{1,20}Id)\s?[,)]`,
      ].join('|'),
      'g',
    ),
    fits: (file) => (needs[file.language]?.test(file.text) ?? true) && answersStrangers(file),
    accept: (match, file) =>
      isOpenRecord(match, file) &&
      isOfAddress(match, file) &&
      (!match[0].startsWith('prepare') ||
        /\$_(?:GET|POST|REQUEST)\[\s?['"]\w{0,20}id\w{0,10}['"]/i.test(
          functionAround(file, file.lineAt(match.index ?? 0)),
        )) &&
      (!match[0].startsWith('prisma') ||
        readsRequests(file) ||
        /(?:^|\/)(?:app|pages|server)\/api\//.test(file.path)) &&
      (!/Repo|Service|Dao|Find|prisma/.test(match[0]) ||
        /@PathVariable|@RequestParam|\[Http|ActionResult|\breq\b|HttpRequest\b|@Param\(|@Get\(/.test(file.text)),
    examples: [
      {
        path: 'a.js',
        text: "router.get('/orders/:id', async (req, res) => {\n  const order = await Order.findById(req.params.id);\n  res.json(order);\n});\n",
        lines: [2],
      },
      {
        path: 'c.js',
        text: 'const show = async (req, res) => {\n  const id = req.params.id;\n  res.json(await User.findById(id));\n};\nconst own = async (req, res) => {\n  const id = req.user.id;\n  res.json(await User.findById(id));\n};\nconst bill = async (req, res) => {\n  const billId = parseInt(req.params.id);\n  res.json(await prisma.bill.findUnique({ where: { id: billId } }));\n};\n',
        lines: [3, 11],
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
        path: 'OrderController.java',
        text: '@RestController class OrderController {\n  @GetMapping("/{orderId}")\n  Order show(@PathVariable Long orderId) {\n    return orderService.getOrderById(orderId);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'user.js',
        text: "app.get('/user/:id', (req, res) => {\n  db.user.findOne({ include: 'orders', where: { id: req.params.id } }).then((found) => res.json(found));\n});\n",
        lines: [2],
      },
      {
        path: 'users.controller.ts',
        text: "@Controller('users')\nexport class UsersController {\n  @Put(':id/profile')\n  change(@Param('id') id: number, @Body() data: Profile) {\n    return this.usersService.updateProfile(id, data);\n  }\n  @Put(':id')\n  own(@Param('id') id: number, @CurrentUser() user: User) {\n    return this.usersService.updateProfile(id, user.id);\n  }\n}\n",
        lines: [5],
      },
      {
        path: 'task.routes.ts',
        text: "router.get('/:id', async (req, res) => {\n  const found = await taskRepository.findOne({ where: { id: parseInt(req.params.id) } });\n  res.json(found);\n});\n",
        lines: [2],
      },
      {
        path: 'bank.py',
        text: '@app.route("/balance/<account_number>")\ndef balance(account_number):\n    return execute_query(\n        "SELECT name FROM users WHERE account_number = %s",\n        (account_number,),\n    )\n\n@app.route("/cards/<int:card_id>/freeze", methods=["POST"])\n@token_required\ndef freeze(current_user, card_id):\n    query = """\n        UPDATE virtual_cards SET frozen = true\n        WHERE id = %s\n        RETURNING frozen\n    """\n    return execute_query(query, (card_id,))\n\n@app.route("/cards/<int:card_id>")\n@token_required\ndef card(current_user, card_id):\n    return execute_query("SELECT * FROM cards WHERE id = %s", (card_id,), current_user["id"])\n',
        lines: [3, 11],
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
];
