import { asideRoles } from '../../../fileRoles';
import type { SourceFile } from '../../../sourceFile';
import { functionAround, isForTests } from '../context/enclosing';
import { liveCode } from '../context/liveCode';
import { isBrowserCode } from '../context/origin';
import { code } from '../rules/languages';
import type { LineRule } from '../weakness';

/** How answers are given that hold a variable, or what a call gives, as it is. */
const answer = new RegExp(
  [
    String.raw`\bres(?:ponse)?\.(?:status\([^()\n]{0,30}\)\.)?(?:json|send)\(\s{0,10}(?:\{\s{0,20}(?:[\w'"]{1,20}\s?:\s?[^{}(),]{1,60},\s{0,20}){0,3}(?:\w{1,20}\s?:\s?)?)?(?<script>[a-z]\w{0,30})(?:\[0\])?\s{0,20}[,})]`,
    String.raw`\b(?:jsonify|JsonResponse|JSONResponse|json\.dumps)\(\s{0,10}(?:\{\s?["']\w{1,20}["']\s?:\s?|dict\(|\w{1,20}=)?(?<python>[a-z]\w{0,30})\s?[,})]`,
    String.raw`\bResponseEntity(?:\.ok\(|[^\n;]{0,60}\.body\()\s?(?<java>(?:this\.)?[a-z]\w{0,40}(?:\.\w{2,40}\([^()\n]{0,60}\))?)\s?\)`,
    String.raw`@(?:Get|Post|Put|Patch|Request)Mapping\b(?:\([^()\n]{0,120}\))?\s{1,10}(?:@\w{1,30}(?:\([^()\n]{0,80}\))?\s{1,10}){0,4}public\s(?:ResponseEntity<|Mono<|Flux<)?(?:List<|Page<|Optional<|Iterable<|Set<|Collection<)?(?<typed>[A-Z]\w{1,40})>{0,2}\s\w{1,60}\(`,
    String.raw`\b(?:Ok|Json)\(\s?(?:await\s)?(?<dotnet>\w{1,30}(?:\.[A-Z]\w{1,30})?)(?=[.)])`,
    String.raw`\.JSON\((?:http\.\w{2,40}|\d{3}),\s?(?:(?:gin\.H|fiber\.Map|echo\.Map)\{"\w{1,20}":\s?)?&?(?<go>[a-z]\w{0,30})\s?[})]|\bNewEncoder\(\w{1,12}\)\.Encode\(&?(?<encoded>[a-z]\w{0,30})\)`,
    String.raw`\b(?:json_encode\(\s?|response\(\)->json\(\s?|JsonResponse\(\s?|return\s)(?<php>\$[a-z]\w{0,30}(?=\s?[,);])|[A-Z]\w{1,30}(?=::(?:all|find|findOrFail|get|paginate)\())`,
    String.raw`\brender\s?\(?json:\s?(?<ruby>@?[a-z]\w{0,30}|[A-Z]\w{1,30}(?=\.(?:all|find)\b))\s?(?=[,)\n.])`,
  ].join('|'),
  'g',
);

/** Texts that explain: what they say of owners is no check. */
const explained = /(?<=:\s{0,3}\n\s{0,20})"""[\s\S]{0,1500}?"""|(?<=[\s;{}(),])\/\/[^\n]*|(?<=[\s:(),])# [^\n]*/g;

/** The function, or handler, that a line stands in, without what only explains it. */
const codeAround = (file: SourceFile, line: number): string =>
  liveCode(functionAround(file, line)).replace(explained, '');

/** `_repository.GetAll()`: what a repository without a name keeps, the controller's name says. */
function controllerName({ text }: SourceFile): readonly string[] {
  const name = /\bclass\s(?<name>\w{2,40}?)(?:Api)?Controller\b/.exec(text)?.groups?.['name'];
  return name === undefined ? [] : [name];
}

/** Some fields only, or something that is made of the record. */
const chosen =
  /\b(?:select|SELECT)\b(?!\s{0,3}(?:\w{1,12}\.)?\*)|attributes|exclude|omit|pick\b|projection|-password|password:\s?(?:0|false)|\.map\(|Select\(|ProjectTo|Map<|->map\(|only\(|values\(|toJSON|[sS]erializ|[sS]anitiz|[dD]to\b|DTO|Response\b|Resource|View\b|count|Count|insertId|rowCount|token|login|sign|saveAll|hash|verify|compare/;

/** The password is taken off before. */
const takenOff = (name: string): RegExp =>
  new RegExp(
    String.raw`delete\s${name}\.\w*pass|\b${name}(?:\.|->|\[['"])\w*pass\w*['"\]]{0,2}\s?=\s?(?:undefined|null|None|nil|["'])|\b${name}\.(?:pop|set\w*Pass\w*)\(\s?(?:['"]\w*pass|null|"")|unset\(\$?${name}(?:->|\[)|->(?:makeHidden|hide)\(|\bunset\(`,
    'i',
  );

/** Of what is called, and of what a call for a table is given: `userRepository.find`, `getRepository(User).find`. */
function plainWords(text: string): string[] {
  const asked = /^[\w.\s]{0,60}(?:getRepository|getCustomRepository|query|Model|get_or_404|get_object_or_404)\(/.exec(
    text,
  )?.[0];
  const plain =
    asked === undefined ? text.split(/[({"'`]/, 1)[0] : text.slice(0, asked.length + 30).split(/[{"'`,)]/, 1)[0];
  return plain?.match(/[A-Za-z_]\w{2,40}/g) ?? [];
}

const wholeRow = /\bselect\s+(?:\w{1,12}\.)?\*\s+from\s+["`[]?(?<table>\w{2,40})/i;

/** What a name was given: a statement, what a promise or a query calls back with, or its type. */
function namesOf(name: string, before: string, file: SourceFile): readonly string[] {
  const plain = name.replace(/[$@]/, '');
  const typed = [
    ...before.matchAll(
      new RegExp(
        String.raw`\bvar\s${plain}\s(?:\[\]|\*){0,3}(?:\w{1,30}\.)?(?<go>[A-Z]\w{1,40})|\b(?:List<|Optional<)?(?<java>[A-Z]\w{1,40})>?\s${plain}\s?=`,
        'g',
      ),
    ),
  ].at(-1)?.groups;
  const type = typed?.['go'] ?? typed?.['java'];
  const given = [
    ...before.matchAll(
      new RegExp(
        String.raw`(?<![\w.>])[$@]?\[?\b${plain}\b\]?(?:,\s?\w{1,12})?(?::\s?[\w<>[\]]{1,40})?\s?:?=(?![=>])\s?(?<chain>[^;]{1,300})`,
        'g',
      ),
    ),
  ].at(-1);
  const called = new RegExp(
    String.raw`(?<chain>[^;{}]{1,60}(?:\{[^{}]{0,160}\}[^;{}]{0,40})?)(?:\.then\(\s?(?:async\s?)?(?:function\s?)?\(?\s?\[?|\((?:err|error|_|e),\s?)${plain}\b`,
  ).exec(before);
  const chain = given?.groups?.['chain'] ?? called?.groups?.['chain'] ?? '';
  const statement = chain.split('\n').slice(0, 6).join('\n');
  if (/^(?:await\s)?(?:this\.)?\w{0,40}[sS]ervice\b/.test(statement)) return [];
  if (chosen.test(statement.split(/\n\s{0,20}(?:res|return|if|for|const|let|var)\b/)[0] ?? '')) return [];
  const row = wholeRow.exec(statement)?.groups?.['table'];
  if (row !== undefined) return [row];
  const rows = [...before.matchAll(new RegExp(wholeRow.source, 'gi'))];
  const [only] = rows;
  if (/\.(?:query|execute|all|get|fetch\w*|each|raw)\(|->fetch|_fetch|fetch_/.test(statement) && rows.length === 1)
    return [only?.groups?.['table'] ?? ''];
  if (/^(?:await\s)?(?:this\.)?_?(?:repository|repo|dao)\.\w/i.test(statement)) return controllerName(file);
  return type !== undefined && !/^(?:Map|String|Object|Long|Integer)$/.test(type)
    ? [type]
    : plainWords(statement).slice(0, 6);
}

/** What its controllers return is an answer. */
const ofLaravel = /\bIlluminate\\[\s\S]{0,4000}\bextends\s\w{0,30}Controller\b/;

function answeredNames(match: RegExpMatchArray, file: SourceFile): readonly string[] {
  const groups = match.groups ?? {};
  const typed = groups['typed'];
  if (typed !== undefined) return /@RestController|@ResponseBody/.test(file.text) ? [typed] : [];
  if (groups['php'] !== undefined && match[0].startsWith('return') && !ofLaravel.test(file.text)) return [];
  const held = Object.values(groups).find((one) => one !== undefined) ?? '';
  const line = file.lineAt(match.index ?? 0);
  const around = codeAround(file, line);
  const shown = file.lineText(line).trim();
  const at = around.indexOf(shown);
  const before = at < 0 ? around : around.slice(0, at + shown.length);
  if (/^[A-Z]/.test(held)) return [held];
  // What a service gives may be made of the record.
  if (/[.(]/.test(held)) return chosen.test(shown) || /[sS]ervice/.test(held) ? [] : plainWords(held).slice(0, 4);
  if (takenOff(held.replace(/[$@]/, '')).test(before)) return [];
  return namesOf(held, before, file);
}

const found = new WeakMap<RegExpMatchArray, readonly string[]>();

/** Records that answers hold as they are; whether they have a password shows where all entities are known. */
export const answeredRecords: readonly LineRule[] = [
  {
    id: 'record-answered',
    silent: true,
    cwe: 'CWE-200',
    owasp: 'A01',
    title: 'An answer holds a record as it is',
    severity: 'medium',
    why: 'Whoever asks has all of its fields.',
    fix: 'Name the fields that a client needs.',
    wants: (file) => code(file) && !asideRoles.has(file.role),
    words: ['json', 'JSON', 'ResponseEntity', 'Mapping', 'Ok(', 'Encode(', 'send(', 'Json'],
    pattern: answer,
    fits: (file) => !isBrowserCode(file) && !/admin/i.test(file.path),
    accept(match, file) {
      if (isForTests(file, file.lineAt(match.index ?? 0))) return false;
      const names = answeredNames(match, file);
      found.set(match, names);
      return names.length > 0;
    },
    detail: (match) => (found.get(match) ?? []).join(' '),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/users/:id', async (req, res) => {\n  const user = await User.findById(req.params.id);\n  res.json(user);\n});\napp.get('/names', async (req, res) => {\n  const users = await User.find().select('name');\n  res.json(users);\n});\napp.get('/all', (req, res) => {\n  db.query('SELECT * FROM users', (err, rows) => {\n    res.send(rows);\n  });\n});\n",
        lines: [3, 11],
      },
      {
        path: 'A.java',
        text: '@RestController class A {\n  @GetMapping("/users")\n  public List<User> all() {\n    return users.findAll();\n  }\n\n  @GetMapping("/one")\n  ResponseEntity<?> one() {\n    return ResponseEntity.ok(userRepository.findAll());\n  }\n}\n',
        lines: [2, 9],
      },
      {
        path: 'a.go',
        text: 'package a\n\nfunc show(c *gin.Context) {\n\tvar user models.User\n\tdb.First(&user, c.Param("id"))\n\tc.JSON(http.StatusOK, user)\n}\n',
        lines: [6],
      },
      {
        path: 'a.py',
        text: '@app.route("/users")\ndef users():\n    rows = db.execute("SELECT * FROM users").fetchall()\n    return jsonify(rows)\n\n\n@app.route("/names")\ndef names():\n    rows = db.execute("SELECT name FROM users").fetchall()\n    return jsonify(rows)\n',
        lines: [4],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  IActionResult F() {\n    var users = _context.Users.ToList();\n    return Ok(users);\n  }\n  IActionResult G() {\n    var users = _context.Users.Select(u => u.Name).ToList();\n    return Ok(users);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'UserController.php',
        text: '<?php\nuse Illuminate\\Http\\Request;\nclass UserController extends Controller {\n  function show($id) {\n    $user = User::find($id);\n    return response()->json($user);\n  }\n  function all() {\n    return User::all();\n  }\n}\n',
        lines: [6, 9],
      },
    ],
  },
  {
    id: 'password-hidden',
    silent: true,
    cwe: 'CWE-200',
    owasp: 'A01',
    title: 'A record keeps its password out of answers',
    severity: 'low',
    why: 'It is left out wherever the record is written.',
    fix: 'Nothing is to be done.',
    wants: (file) => code(file) && !asideRoles.has(file.role),
    words: [
      'select: false',
      'JsonIgnore',
      'WRITE_ONLY',
      '@Exclude',
      '$hidden',
      'toJSON',
      'json:"-"',
      'defaultScope',
      'as_json',
      'serializable_hash',
      'write_only',
      'JsonView',
      'toObject',
      'omit:',
    ],
    pattern:
      /\bselect\s?:\s?false|@?\bJsonIgnore\b|WRITE_ONLY|@Exclude\(|\$hidden\s?=|\btoJSON\b|json:"-"|\bdefaultScope\b|\bdef (?:as_json|serializable_hash)\b|\bwrite_only\b|\bJsonView\b|\btoObject\b|\bomit\s?:\s?\{/g,
    examples: [
      { path: 'user.ts', text: 'class User {\n  @Column({ select: false })\n  password: string;\n}\n', lines: [2] },
    ],
  },
];
