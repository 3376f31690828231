import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { recordOfAnybody } from '../broad/kinds';
import { code, csharp, python, script } from '../languages';

const around = (match: RegExpMatchArray, file: SourceFile): string =>
  functionAround(file, file.lineAt(match.index ?? 0));

/** Records that belong to somebody, by what they are called anywhere in a function or in its file's name. */
const personal =
  /user|account|profile|order|invoice|payment|transaction|transfer|message|mail|address|card|wallet|cart|basket|booking|reservation|ticket|document|note|file|patient|appointment|loan|salary|employee|customer|student|score|receipt|statement|task|project|report|answer|review/i;

/** Whoever asks one of these asks who is signed in. */
const asksWho =
  /\bUser\.(?:Identity|Find|Is|Claims)|Claim|CurrentUser|GetUserId|HttpContext\.User|Session|IsInRole|Authorize\([^)\n]{0,60}(?:Roles|Policy)|AuthorizeAsync|request\.user|current_user|owner|has_perm|is_staff|is_superuser|permission|session/i;

const isAdmin = /admin|staff|role|permission|superuser|Policy|isAuthorized|can\(/i;

/** Whose records are taken or listed, as far as the text of one handler shows it. */
export const recordForms: readonly LineRule[] = [
  {
    ...recordOfAnybody,
    id: 'record-by-number-of-dotnet',
    wants: csharp,
    words: ['Find', 'GetBy', 'OrDefault(', 'TryGetValue('],
    pattern:
      /\.(?:Find(?:Async)?\(\s?(?<a>\w{0,20}[iI]d)\s?\)|(?:GetById|GetUserById|GetOrder\w{0,10}|Get\w{1,20}ById)(?:Async)?\(\s?(?<b>\w{0,20}[iI]d)\s?\)|(?:First|Single)(?:OrDefault)?(?:Async)?\(\s?(?<v>\w{1,20})\s?=>\s?\k<v>\.\w{0,20}I[dD]\s?==\s?(?<c>\w{0,20}[iI]d)\s?\)|TryGetValue\(\s?(?<d>\w{0,20}[iI]d)\s?,)/g,
    accept(match, file) {
      const { a, b, c, d } = match.groups ?? {};
      const own = around(match, file);
      return (
        /:\s?\w{0,30}Controller(?:Base)?\b/.test(file.text) &&
        new RegExp(`[(,]\\s?(?:\\[From\\w{1,10}\\]\\s?)?(?:int|long|Guid|string)\\??\\s${a ?? b ?? c ?? d}\\b`).test(
          own,
        ) &&
        personal.test(`${own}${file.path}`) &&
        !asksWho.test(own)
      );
    },
    examples: [
      {
        path: 'OrdersController.cs',
        text: 'public class OrdersController : ControllerBase {\n  [HttpGet("{id}")]\n  public IActionResult One(int id)\n  {\n    return Ok(_shop.Orders.Find(id));\n  }\n\n  public IActionResult Own(int id)\n  {\n    var found = _shop.Orders.Find(id);\n    return found.UserId == GetUserId() ? Ok(found) : Forbid();\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...recordOfAnybody,
    id: 'record-by-number-of-django',
    wants: python,
    words: ['.objects.get(', '.objects.filter('],
    pattern:
      /\b[A-Z]\w{1,30}\.objects\.(?:get|filter)\(\s?(?:pk|id)\s?=\s?(?:(?<id>\w{1,30})|\w{1,30}\[['"]\w{1,30}['"]\]|(?:self\.)?request\.\w{3,5}(?:\[|\.get\()['"]\w{1,30}['"][\])])\s?\)/g,
    accept(match, file) {
      const own = around(match, file);
      const id = match.groups?.['id'];
      return (
        /\bdef\s\w{1,60}\(\s?(?:self,\s?)?request\b/.test(own) &&
        (id === undefined || new RegExp(`\\bdef\\s[^:]{0,120}[,(]\\s?${id}\\b`).test(own)) &&
        (personal.test(match[0]) || /\.(?:save|delete|update)\(/.test(own)) &&
        !asksWho.test(own)
      );
    },
    examples: [
      {
        path: 'tasks/views.py',
        text: 'def edit(request, task_id):\n    task = Task.objects.get(pk=task_id)\n    task.title = request.POST["title"]\n    task.save()\n\n\ndef own(request, task_id):\n    task = Task.objects.get(pk=task_id)\n    if task.owner != request.user:\n        raise Http404\n    task.save()\n',
        lines: [2],
      },
    ],
  },
  {
    ...recordOfAnybody,
    id: 'record-by-field-of-script',
    wants: script,
    words: ['findOneAnd', 'deleteOne(', 'updateOne(', 'findByIdAnd', '.destroy(', '.remove('],
    pattern:
      /\b[A-Z]\w{1,30}\.(?:findOneAnd(?:Update|Remove|Delete|Replace)|deleteOne|updateOne|remove|destroy|findByIdAnd\w{6,8})\(\s{0,20}(?:\{\s?(?:where:\s?\{\s?)?(?:_?id|username|name|email|\w{1,20}Id)\s?:\s?)?(?:(?<id>[a-z]\w{0,30})\s{0,3}[,})]|req\.(?:params|query|body)\.\w{1,30})/g,
    accept(match, file) {
      const own = around(match, file);
      const id = match.groups?.['id'];
      return (
        !isBrowserCode(file) &&
        /\(\s?req\b/.test(own) &&
        (id === undefined ||
          new RegExp(
            `\\b${id}\\s?=\\s?req\\.(?:params|query|body)\\b|\\{[^{}\\n]{0,80}\\b${id}\\b[^{}\\n]{0,80}\\}\\s?=\\s?req\\.(?:params|query|body)`,
          ).test(own)) &&
        !/req\.(?:user|session|auth|userId|currentUser)\b|owner|author|isAdmin|role|permission/i.test(own)
      );
    },
    examples: [
      {
        path: 'photos.js',
        text: 'function change(req, res) {\n  const id = req.params.id;\n  Photo.findOneAndUpdate({ _id: id }, { text: req.body.text }, () => res.end());\n}\n\nfunction own(req, res) {\n  Photo.deleteOne({ _id: req.params.id, user: req.user.id }, () => res.end());\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'list-of-users',
    possible: true,
    cwe: 'CWE-200',
    owasp: 'A01',
    title: 'An answer lists all users',
    severity: 'low',
    why: 'Whoever may ask has the names of everybody, and whatever else their records hold.',
    fix: 'Ask for the role of who calls, and name the fields that a client needs.',
    wants: code,
    words: [
      'ToList',
      'indAll(',
      'etAll',
      'selectAll',
      'allUsers(',
      'listUsers(',
      'query.all(',
      '.objects.',
      's::all(',
      'User::all(',
      'User.all',
      'Account.all',
      'Customer.all',
      'User.find(',
      'Users.find(',
      'Account.find(',
      'Client.find(',
      'Customer.find(',
    ],
    pattern:
      /\.(?:Users|Accounts|Customers|Employees)\.(?:ToList(?:Async)?\(\s?\)|AsNoTracking\(\)\.ToList)|\b(?:_?user|_?account|_?customer|_?employee)(?:s?Repository|s?Repo|s?Service|s?Dao|s?Mapper|s?Store|Manager)\.(?:findAll|getAll\w{0,10}|GetAll\w{0,10}|selectAll\w{0,10}|allUsers|listUsers)\(\s?\)|\b(?:User|Account|Customer|Client|Employee)s?(?:Model)?\.(?:find\(\s?(?:\{\s?\})?\s?[,)]|findAll\(\s?\)|all\b(?!\()|query\.all\(\)|objects\.(?:all|values)\(\s?\))|\b\w{0,10}Users?::all\(\s?\)/g,
    accept(match, file) {
      const own = around(match, file);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/admin|seed|migrat|command|script|task|job/i.test(file.path) &&
        !isAdmin.test(own.slice(0, 3_000)) &&
        /\breturn\s{1,3}(?:Ok|Json|View|ResponseEntity|[a-z]\w{0,30}(?:Repository|Service|Repo|Dao|Mapper)\.|\w{0,10}Users?::|await\s|response|Response|jsonify|JsonResponse)|\bres(?:ponse)?\b[^;\n]{0,60}\.(?:json|send|render)\(|jsonify\(|JsonResponse\(|\brender\s(?:json|:json)|\(\s?req\b/.test(
          own,
        )
      );
    },
    examples: [
      {
        path: 'UsersController.cs',
        text: 'public class UsersController : ControllerBase {\n  public IActionResult All()\n  {\n    return Ok(_shop.Users.ToList());\n  }\n  [Authorize(Roles = "Admin")]\n  public IActionResult Whole()\n  {\n    return Ok(_shop.Users.ToList());\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "const app = require('express')();\napp.get('/all', async (req, res) => {\n  res.json(await User.find({}));\n});\n",
        lines: [3],
      },
      { path: 'users_controller.rb', text: 'def index\n  render json: User.all\nend\n', lines: [2] },
      {
        path: 'views.py',
        text: 'def listed(request):\n    return JsonResponse(list(User.objects.values()), safe=False)\n\n\ndef counted():\n    return len(User.objects.all())\n',
        lines: [2],
      },
    ],
  },
];
