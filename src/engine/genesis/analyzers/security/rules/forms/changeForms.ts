import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { massAssignment, plainCompare } from '../broad/kinds';
import { code, csharp, javaOrKotlin, only, script } from '../languages';

const changedByGet = {
  told: 'change-by-get',
  possible: true,
  cwe: 'CWE-352',
  owasp: 'A01',
  title: 'A GET request changes something',
  severity: 'low',
  why: 'A link or an image on a page of somebody else does it in the name of who is signed in, whatever tokens forms have.',
  fix: 'Ask for POST, PUT or DELETE.',
} as const;

const changes =
  /\.(?:delete|remove|destroy|update|insert|save|create|transfer)\w{0,24}\(|\.(?:Delete|Remove|Update|Add|SaveChanges)\w{0,24}\(|delete\s+from\s|insert\s+into\s|\bupdate\s+\w{1,40}\s+set\s|session\.commit\(/i;

const lineOf = (match: RegExpMatchArray, file: SourceFile): number => file.lineAt(match.index ?? 0);

/** The handler that begins at a line, up to the next one. */
const handlerFrom = (match: RegExpMatchArray, file: SourceFile): string =>
  linesAround(file, lineOf(match, file), 0, 16).split(
    /\n(?:\s{0,8}@(?:app|bp|\w{1,20})\.|(?:app|router)\.\w{3,6}\(|\s{0,8}\[Http|\s{0,4}\}\s*\n\s*\n)/,
    1,
  )[0] ?? '';

const verbs =
  '(?:delete|remove|destroy|transfer|withdraw|deposit|pay|buy|purchase|reset|update|change|edit|add|create|approve|reject|activate|promote|cancel|drop)';

/** Requests that change more than they should: by a link alone, or more fields than were meant. */
export const changeForms: readonly LineRule[] = [
  {
    ...changedByGet,
    id: 'get-handled-as-post',
    wants: javaOrKotlin,
    words: ['doPost('],
    pattern: /\bdoGet\([^(){}]{0,160}\)[^{}]{0,80}\{[^{}]{0,60}\b(?:this\.)?doPost\(/g,
    accept: (_match, { path, text }) =>
      /transfer|delete|remove|update|change|passw|pay|buy|add|edit|order|admin/i.test(path) ||
      /insert\s+into|\bupdate\s+\w{1,40}\s+set|delete\s+from/i.test(text),
    examples: [
      {
        path: 'TransferServlet.java',
        text: 'class TransferServlet extends HttpServlet {\n  protected void doGet(HttpServletRequest a, HttpServletResponse b) {\n    doPost(a, b);\n  }\n}\n',
        lines: [2],
      },
      {
        path: 'SearchServlet.java',
        text: 'class SearchServlet extends HttpServlet {\n  protected void doGet(HttpServletRequest a, HttpServletResponse b) {\n    doPost(a, b);\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...changedByGet,
    id: 'changed-by-address-of-others',
    wants: only('javascript', 'typescript', 'python', 'csharp'),
    words: ['.get(', '.route(', 'HttpGet'],
    pattern: new RegExp(
      String.raw`(?:app|[rR]outer|[rR]outes?)\.get\(\s?["'\x60][^"'\x60\n]{0,60}\b${verbs}\b[^"'\x60\n]{0,60}["'\x60]|@\w{1,20}\.(?:get\(\s?["'][^"'\n]{0,60}\b${verbs}\b[^"'\n]{0,60}["']|route\(\s?["'][^"'\n]{0,60}\b${verbs}\b[^"'\n]{0,60}["']\s?(?:\)|,\s?methods\s?=\s?\[\s?["']GET["']\s?\]))|\[HttpGet\(\s?"[^"\n]{0,60}\b${verbs}\b[^"\n]{0,60}"`,
      'gi',
    ),
    accept: (match, file) =>
      !isBrowserCode(file) && !isForTests(file, lineOf(match, file)) && changes.test(handlerFrom(match, file)),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/note/delete/:id', (req, res) => {\n  Note.remove({ _id: req.params.id });\n});\napp.get('/note/edit/:id', (req, res) => {\n  res.render('edit');\n});\n",
        lines: [1],
      },
      {
        path: 'a.py',
        text: "@app.route('/delete/<int:id>')\ndef drop(id):\n    db.session.delete(find(id))\n    db.session.commit()\n\n\n@app.route('/remove', methods=['POST'])\ndef remove():\n    db.session.commit()\n",
        lines: [1],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpGet("delete/{id}")]\n  public IActionResult Drop(int id) { _shop.Notes.Remove(id); }\n}\n',
        lines: [2],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'body-as-record',
    wants: script,
    words: ['.body'],
    pattern:
      /\b[A-Z]\w{1,30}\.(?:create|insertMany|build|bulkCreate|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|update|updateOne|updateMany|upsert)\(\s{0,20}(?:[^()]{0,120}(?:\([^()]{0,60}\)[^()]{0,60})?,\s{0,30}(?:\/\/[^\n]{0,80}\n\s{0,30}){0,3})?(?:\{\s?\$set:\s?)?(?:req|request|ctx\.request)\.body\s{0,20}[,)}]|\bnew\s[A-Z]\w{1,30}\(\s?(?:req|request|ctx\.request)\.body\s?\)/g,
    spans: true,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !/\bnew\s\w{0,30}(?:Agent|Client|Service|Error|Request|Response|Command|Query|Handler|D[tT][oO]|Validator|Event|Job|Api|API)\(/.test(
        match[0],
      ) &&
      !/valid|schema|pick\(|joi|zod/i.test(functionAround(file, lineOf(match, file)).slice(0, 3_000)),
    examples: [
      {
        path: 'users.js',
        text: "app.put('/users/:id', (req, res) => {\n  User.findOneAndUpdate({ name: req.params.id },\n    // whatever comes\n    req.body,\n    () => res.end());\n});\napp.post('/users', async (req, res) => {\n  await User.create(req.body);\n});\n",
        lines: [2, 8],
      },
      {
        path: 'checked.js',
        text: "app.post('/users', async (req, res) => {\n  const { error } = schema.validate(req.body);\n  await User.create(req.body);\n});\n",
        lines: [],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'record-of-body-in-dotnet',
    wants: csharp,
    words: ['.Map(', '.Map<', '.Add(', '.Update(', '.AddAsync('],
    pattern:
      /\b_?[mM]apper\.Map(?:<\w{1,40}>)?\(\s?(?:model|dto|request|input)\s?[,)]|\(\s?(?:\[From\w{1,10}\]\s?)?(?:int\s\w{1,20},\s?(?:\[From\w{1,10}\]\s?)?)?(?<type>User|Account|Customer|Employee|UserProfile|Member|AppUser|ApplicationUser|Order)\s(?<name>[a-z]\w{0,30})\s?\)[^{}]{0,60}\{[^{}]{0,400}?\.(?:Add|Update|AddAsync)\(\s?\k<name>\s?\)/g,
    accept: (match, file) =>
      (match.groups?.['type'] === undefined
        ? /User/.test(file.path + functionAround(file, lineOf(match, file)))
        : /Controller/.test(file.text)) && !/admin/i.test(file.path),
    examples: [
      {
        path: 'UsersController.cs',
        text: 'public class UsersController : Controller {\n  public IActionResult Add(User user)\n  {\n    _shop.Users.Add(user);\n  }\n  public void Change(int id, UserModel model)\n  {\n    _mapper.Map(model, user);\n  }\n}\n',
        lines: [2, 8],
      },
    ],
  },
  {
    ...plainCompare,
    id: 'password-of-row-compared',
    wants: code,
    words: ['assword', 'passwd', 'pwd'],
    pattern:
      /\b(?:user|row|account|admin|record|found|result|u|data|member|customer)s?(?:\[0\])?(?:\.|->|\[['"])(?:[pP]assword|passwd|pwd)\b['"\]]{0,2}\s?(?:===?|!==?)\s?(?:\$_POST\[|request\.\w{2,6}(?:\[|\.get\()|(?:req|request)\.body\.|\$?(?:\w{1,20}\.)?(?:[pP]assword|passwd|pwd)\b(?![\w(.]))|\[\d{1,2}\]\s?(?:===?|!==?)\s?(?:request\.\w{2,6}(?:\[|\.get\()|(?:req|request)\.body\.|\$_POST\[)\s?['"]?pass|\b(?:password|passwd|pwd)\s?(?:===?|!==?)\s?\$?(?:user|row|account|admin|record|found|result|u|member)(?:\.|->|\[['"])(?:[pP]assword|passwd|pwd)\b/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, lineOf(match, file)) &&
      !/hash|bcrypt|md5|sha\d|crypt|digest|verify|confirm/i.test(linesAround(file, lineOf(match, file), 12, 2)),
    examples: [
      {
        path: 'a.py',
        text: "def login(request):\n    user = find(request.POST['name'])\n    if user.password == request.POST['password']:\n        enter(user)\n",
        lines: [3],
      },
      {
        path: 'a.php',
        text: "<?php\n$row = find($_POST['name']);\nif ($row['password'] == $_POST['password']) enter($row);\n",
        lines: [3],
      },
      {
        path: 'b.php',
        text: "<?php\n$given = md5($_POST['password']);\nif ($row['password'] == $password) enter($row);\n",
        lines: [],
      },
      {
        path: 'rows.py',
        text: "def enter():\n    values = rows.of(request.form['name'])\n    if values[0][2] == request.form['password']:\n        session['in'] = True\n",
        lines: [3],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tif user.Password == password {\n\t\tenter(user)\n\t}\n}\n',
        lines: [3],
      },
    ],
  },
];
