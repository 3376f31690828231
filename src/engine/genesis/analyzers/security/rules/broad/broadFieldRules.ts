import { linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { only, script } from '../languages';
import { massAssignment } from './kinds';

/** Schemas say which fields there are. */
const isChecked =
  /\bjoi\b|\bzod\b|\byup\b|celebrate|class-validator|\bajv\b|validationResult|\.safeParse\(|\.parse\(\s?req/i;

/** The lines of a class, up to the next one that is not indented. */
function classBody(text: string, at: number): string {
  const start = text.indexOf('\n', at) + 1;
  const end = text.slice(start, start + 2_000).search(/^\S/m);
  return text.slice(start, end < 0 ? start + 2_000 : start + end);
}

/** What a request writes, by names that it chooses. */
export const broadFieldRules: readonly LineRule[] = [
  {
    ...massAssignment,
    id: 'fields-by-spread',
    wants: script,
    words: ['...'],
    pattern:
      /\.(?:update|updateOne|updateMany|findByIdAndUpdate|findOneAndUpdate|create|insert|insertOne|upsert|build|set|merge)\(\s?(?:[^()\n]{0,120},\s?)?\{\s{0,20}(?:\$set\s?:\s?\{\s?)?\.\.\.(?:patch|input|changes|payload|body|values|updates?|args(?:\.\w{1,20})?|req\.body|request\.body|ctx\.request\.body)\b/g,
    accept: (_match, file) =>
      !isBrowserCode(file) && !isChecked.test(file.text) && !/prisma|redux|useState/.test(file.text),
    examples: [
      {
        path: 'resolvers.js',
        text: 'await User.updateOne({ _id: user._id }, {\n  ...patch,\n  practice,\n});\nawait User.updateOne({ _id }, { name });\n',
        lines: [1],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-body',
    wants: script,
    words: ['.body'],
    pattern:
      /(?:(?:\.(?:findByIdAndUpdate|findOneAndUpdate|updateOne|updateMany|insertOne|insertMany|bulkCreate|findOneAndReplace|replaceOne|create|update|upsert)|[rR]epo(?:sitory)?\.(?:merge|create|save|insert))\(\s{0,20}(?:[^();{}]{0,120}(?:\([^()\n]{0,60}\))?[^();{}]{0,20},\s{0,20})?(?:\{\s?\$set\s?:\s?)?|\$set\s?:\s?)(?:(?:req|request|ctx\.request)\.body|(?<name>[a-z]\w{1,30}))\s{0,20}[,)}]/g,
    accept(match, file) {
      const name = match.groups?.['name'];
      if (isChecked.test(file.text)) return false;
      if (name === undefined) return !/^\.(?:create|update|upsert)\b/.test(match[0]);
      const before = linesAround(file, file.lineAt(match.index ?? 0), 30, 0);
      return new RegExp(`\\b${name}\\s?=\\s?(?:req|request|ctx\\.request)\\.body;`).test(before);
    },
    examples: [
      {
        path: 'a.js',
        text: 'await User.findByIdAndUpdate(req.params.id, req.body, { new: true });\nawait User.findByIdAndUpdate(req.params.id, { name: req.body.name });\nconst changes = req.body;\nawait User.findOneAndUpdate(\n  { id },\n  { $set: changes },\n);\nawait User.create(known);\ntaskRepository.merge(task, req.body);\n',
        lines: [1, 6, 9],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-by-update',
    wants: only('python'),
    words: ['update(**', 'create(**', 'update_or_create(**'],
    pattern:
      /\.(?:update|create|update_or_create|get_or_create)\(\s?\*\*(?<name>data|update|values|payload|fields|params|body|request\.\w{1,12}(?:\.dict\(\)|\.get_json\(\))?)\s?\)/g,
    accept: (match, file) => {
      const name = match.groups?.['name'] ?? '';
      if (name.startsWith('request.')) return true;
      const before = linesAround(file, file.lineAt(match.index ?? 0), 30, 0);
      return new RegExp(
        `\\b${name}\\s?=\\s?(?:dict\\(\\s?)?(?:self\\.)?request\\.(?:POST|GET|data|json|form|get_json|body|args|values)\\b|\\b${name}\\s?=\\s?json\\.loads\\(\\s?request\\.`,
      ).test(before);
    },
    examples: [
      {
        path: 'views.py',
        text: 'def save(request, id):\n    data = request.POST.dict().copy()\n    User.objects.filter(id=id).update(**data)\n    values = {"a": 1}\n    User.objects.filter(id=id).update(**values)\n',
        lines: [3],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'role-in-form',
    wants: only('python', 'typescript'),
    words: ['admin', 'role', 'superuser', 'staff'],
    // What a user sends about themselves; forms of administrators are named so.
    pattern:
      /^(?:export\s)?class\s(?<name>\w{0,20}(?:Update|Create|Register|SignUp|Signup|Registration|Profile)\w{0,20}|User(?:In|Dto|Input|Form)\w{0,10})\b[^\n]{0,100}(?::|\{)[ \t]*$/gm,
    accept: ({ groups, index = 0 }, { text, path }) =>
      /^[ \t]+(?:is_?)?(?:admin|superuser|staff|Admin|roles?)\s?[?!]?\s?:/m.test(classBody(text, index)) &&
      /User|Account|Profile|SignUp|Signup|Regist|Member/.test(groups?.['name'] ?? '') &&
      !/Admin|Response|Out$|Public|Read|Entity|Table|Service|Mapper|ProjectUser|TeamUser|OrgUser|Role/.test(
        groups?.['name'] ?? '',
      ) &&
      /BaseModel|Schema|IsString|IsOptional|class-validator|ApiProperty|InputType|Dto/.test(text) &&
      !/admin/i.test(path),
    examples: [
      {
        path: 'schemas/users.py',
        text: 'from pydantic import BaseModel\nclass UserInUpdate(BaseModel):\n    username: str = None\n    admin: bool = None\n\n\nclass UserOut(BaseModel):\n    admin: bool\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'query-of-text',
    possible: true,
    told: 'nosql-injection',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'A MongoDB query takes request data as it comes',
    severity: 'medium',
    why: 'A text that is read as JSON brings its own operators, `$where` among them.',
    fix: 'Name the fields that may be asked, each with a text or a number.',
    wants: script,
    words: ['JSON.parse('],
    pattern:
      /\.(?:find|findOne|findOneAndUpdate|findOneAndDelete|updateOne|updateMany|deleteOne|deleteMany|countDocuments|aggregate|where)\(\s?JSON\.parse\(\s?(?!["'`]|localStorage|fs\.)/g,
    accept: (_match, file) => !isBrowserCode(file),
    examples: [
      {
        path: 'resolvers.js',
        text: 'const a = await Patient.find(JSON.parse(args.search));\nconst b = await Patient.find({ name: args.name });\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'query-of-json',
    possible: true,
    told: 'nosql-injection',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'A MongoDB query takes request data as it comes',
    severity: 'medium',
    why: 'An object instead of a text (`{"$ne": ""}`) changes what the query asks.',
    fix: 'Check the type of the value, or cast it, before it goes into the query.',
    wants: only('python', 'php'),
    words: ['find_one(', 'findOne(', 'find(', 'update_one(', 'delete_one(', 'aggregate('],
    pattern:
      /(?:\.|->)(?:find_one|find|update_one|delete_one|aggregate|findOne|updateOne|deleteOne|count_documents)\(\s{0,10}(?:(?:flask\.)?request\.(?:json|get_json\(\))|json\.loads\(|json_decode\(|(?:\{|\[|array\()[^\n]{0,160}(?:request\.json|request\.get_json\(\)|\$_(?:POST|GET|REQUEST)\[))/g,
    accept: (_match, file) => /mongo|MongoDB/i.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'from pymongo import MongoClient\nuser = db.users.find_one({"name": request.json["name"]})\nuser = db.users.find_one({"name": str(name)})\n',
        lines: [2],
      },
      {
        path: 'a.php',
        text: "<?php\n$m = new MongoDB\\Client();\n$u = $users->findOne(['name' => $_POST['name'], 'password' => $_POST['password']]);\n",
        lines: [3],
      },
    ],
  },
];
