import { asideRoles } from '../../../fileRoles';
import { code } from '../rules/languages';
import type { LineRule } from '../weakness';

const saves =
  '(?:save|saveAndFlush|persist|merge|update|insert|create|add|Add|AddAsync|Update|Attach|Create|Save|Updates|Insert|InsertOne)';

/** Up to the next handler. */
const body = String.raw`(?:(?!Mapping\(|\[Http|IActionResult|ActionResult<)[^\0]){0,1500}?`;

/** Records that take the body of a request whole; which fields they have shows where all entities are known. */
export const bodyRecords: readonly LineRule[] = [
  {
    id: 'record-of-body',
    silent: true,
    cwe: 'CWE-915',
    owasp: 'A08',
    title: 'A record takes the whole body of a request',
    severity: 'medium',
    why: 'The sender sets fields that were not meant for them.',
    fix: 'Name the fields that may be written.',
    wants: (file) => code(file) && !asideRoles.has(file.role),
    words: [
      '@RequestBody',
      '@ModelAttribute',
      '[FromBody]',
      '[FromForm]',
      'IActionResult',
      'ActionResult',
      'Bind',
      'Decode(',
      'BodyParser(',
    ],
    pattern: new RegExp(
      [
        String.raw`@(?:RequestBody|ModelAttribute)\b(?:\([^()\n]{0,40}\))?\s(?:@\w{1,20}\s|final\s){0,2}(?<java>[A-Z]\w{1,40})\s(?<bean>[a-z]\w{0,30})\b(?=${body}\.${saves}\w{0,20}\(\s?\k<bean>\s?\))`,
        String.raw`[(,]\s{0,20}(?:\[From(?:Body|Form)\]\s?)?(?<dotnet>[A-Z]\w{1,40})\s(?<model>[a-z]\w{0,30})\s?\)\s{0,20}\{(?=${body}(?:\.${saves}\(\s?\k<model>\s?\)|Entry\(\s?\k<model>\s?\)))`,
        String.raw`\bvar\s(?<filled>[a-z]\w{0,30})\s(?:\w{1,30}\.)?(?<go>[A-Z]\w{1,40})\b(?=[^\0]{0,300}?(?:Bind\w{0,10}|BodyParser|Decode)\(&\k<filled>\)[^\0]{0,900}?\.${saves}\(\s?&?\k<filled>\s?\))`,
      ].join('|'),
      'g',
    ),
    // The record, and the fields that the handler sets itself.
    detail({ groups = {}, index = 0, 0: { length } }, file) {
      const behind = file.text.slice(index, index + length + 1_800).split(/Mapping\(|\[Http/, 1)[0] ?? '';
      const set = [...behind.matchAll(/\.set([A-Z]\w{0,30})\(|\.([A-Z]\w{0,30})\s?=(?!=)/g)].map(([, a, b]) => a ?? b);
      return `${groups['java'] ?? groups['dotnet'] ?? groups['go'] ?? ''};${set.slice(0, 12).join(' ')}`;
    },
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/users")\n  User add(@RequestBody User user) {\n    return users.save(user);\n  }\n\n  @PostMapping("/others")\n  User other(@RequestBody User user) {\n    return users.save(copyOf(user.getName()));\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public IActionResult Edit(User user)\n  {\n    _context.Update(user);\n    return View();\n  }\n}\n',
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\n\nfunc add(c *gin.Context) {\n\tvar user models.User\n\tc.ShouldBindJSON(&user)\n\tdb.Create(&user)\n}\n',
        lines: [4],
      },
    ],
  },
];
