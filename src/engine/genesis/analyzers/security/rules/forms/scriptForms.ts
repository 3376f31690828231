import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { errorInAnswer, massAssignment } from '../broad/kinds';
import { script } from '../languages';

const isServer = (file: SourceFile): boolean => !isBrowserCode(file);

const atLine = (match: RegExpMatchArray, file: SourceFile): number => file.lineAt(match.index ?? 0);

/** What looks at the fields of a body before they are used. */
const isChecked =
  /\bjoi\b|\bzod\b|\byup\b|celebrate|class-validator|\bajv\b|validationResult|\.safeParse\(|\.parse\(\s?req|matchedData/i;

/** Servers of script, by the form of a line. */
export const scriptForms: readonly LineRule[] = [
  {
    ...massAssignment,
    id: 'fields-of-body-whole',
    wants: script,
    words: ['.body'],
    pattern:
      /\bdata\s?:\s?(?:req|request|ctx\.request)\.body\s{0,3}[,})]|=\s?\{\s?\.\.\.[\w.[\]]{1,40},\s?\.\.\.(?:req|request)\.body\s?\}|\.(?:create|update|insert|save|build|upsert|findOneAndUpdate)\(\s{0,3}\{\s?\.\.\.(?:req|request|ctx\.request)\.body\b|\bnew\s[A-Z]\w{1,30}\(\s?\{\s?\.\.\.(?:req|request|ctx\.request)\.body\b|\bObject\.assign\(\s?(?:req\.user|user|account|profile|record|doc|\w{0,20}User|entity|item|product|order|new[A-Z]\w{1,20})\s?,\s?(?:req|request|ctx\.request)\.body\b|\b(?:user|account|profile|order|product)\.(?:update|set)\(\s?(?:req|request)\.body\s?[,)]/g,
    accept: (_match, file) => isServer(file) && !isChecked.test(file.text),
    examples: [
      {
        path: 'a.js',
        text: "app.put('/a', async (req, res) => {\n  await prisma.user.update({ where: { id }, data: req.body });\n  Object.assign(newProject, req.body);\n  axios.post(url, { data: name });\n  all[index] = { ...all[index], ...req.body };\n  const made = new User({ ...req.body });\n});\n",
        lines: [2, 3, 5, 6],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-any-body',
    wants: script,
    words: ['@Body('],
    pattern:
      /@Body\(\s?\)\s?(?<name>\w{1,30})(?::\s?(?:any|Partial<\w{1,40}>|object|Record<[^<>\n]{1,40}>))?\s?[,)][^{;\n]{0,80}\{[^}]{0,300}?\.(?:save|update|create|insert|merge|assign)\((?:[^()\n]{0,40},\s?)?\k<name>\b/g,
    accept: (_match, file) => /@Controller\(/.test(file.text),
    examples: [
      {
        path: 'a.ts',
        text: "@Controller('users')\nclass A {\n  @Post()\n  create(@Body() fields: any) {\n    return this.users.save(fields);\n  }\n  @Put()\n  change(@Body() fields: UserDto) {\n    return this.users.save(fields);\n  }\n}\n",
        lines: [4],
      },
    ],
  },
  {
    id: 'prototype-pollution',
    possible: true,
    cwe: 'CWE-1321',
    owasp: 'A03',
    title: 'Keys of a request, or of any object, are written into an object',
    severity: 'medium',
    why: 'A key named `__proto__` changes every object of the program: checks of rights, settings, templates.',
    fix: 'Refuse `__proto__`, `constructor` and `prototype`, or use a `Map`.',
    wants: script,
    words: ['merge', 'Merge', 'efaultsDeep', 'extend', 'lone(', 'deep', 'req.body', 'req.query'],
    pattern:
      /\b(?:_|lodash|\$|jQuery|hoek|Hoek|deepmerge|deep)(?:\.(?:merge|mergeWith|defaultsDeep|extend|set|setWith|applyToDefaults))?\(\s?(?:true\s?,\s?)?[^;\n]{0,80}(?:req|request|ctx\.request)\.(?:body|query)\b|\b\w{1,30}\[\s?(?:req|request)\.(?:body|query|params)\.\w{1,30}\s?\](?:\[[^\]\n]{1,60}\]\s{0,3}=(?!=)|\s{0,3}=(?!=)\s?(?:req|request)\.)|\bfor\s?\(\s?(?:const|let|var)\s(?<key>\w{1,20})\sin\s(?<from>\w{1,30})\s?\)[\s\S]{0,400}?\b(?<into>\w{1,30})\[\s?\k<key>\s?\]\s?=\s?\k<from>\[\s?\k<key>\s?\]/g,
    accept(match, file) {
      if (/__proto__|hasOwn|Object\.create\(null\)|prototype['"]|['"]constructor['"]/.test(file.text)) return false;
      if (match.groups?.['key'] === undefined) return isServer(file);
      const before = linesAround(file, atLine(match, file), 6, 0);
      const name = /(?:function\s|(?:const|let|var)\s)(?<name>\w*(?:merge|extend|assign|clone|copy|deep)\w*)/i.exec(
        before,
      )?.groups?.['name'];
      // Only what goes down into objects reaches the prototype.
      return name !== undefined && new RegExp(`\\b${name}\\(`).test(match[0]);
    },
    examples: [
      {
        path: 'a.js',
        text: "function merge(a, b) {\n  for (const k in b) {\n    if (typeof b[k] === 'object') merge(a[k], b[k]);\n    else a[k] = b[k];\n  }\n}\napp.post('/', (req, res) => {\n  _.merge(options, req.body);\n});\n",
        lines: [2, 8],
      },
      {
        path: 'b.js',
        text: "function merge(a, b) {\n  for (const k in b) {\n    if (k === '__proto__') continue;\n    if (typeof b[k] === 'object') merge(a[k], b[k]);\n    else a[k] = b[k];\n  }\n}\n",
        lines: [],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-as-answer',
    wants: script,
    words: [
      '.send(err',
      '.send(e',
      '.json(err',
      '.json({ err',
      '.json({err',
      '.json(e',
      '.json({ e',
      'details: e',
      'detail: e',
      'stack }',
      '+err',
      '+ err',
      'toString()',
      'errorhandler(',
      'errorHandler(',
      'err.message',
      'error.message',
      'e.message',
    ],
    pattern:
      /\bres(?:ponse)?\.(?:status\(\s?\d{3}\s?\)\.)?(?:send|json|end)\(\s?(?:(?:["'`][^"'`\n]{0,60}["'`]\s?\+\s?)?(?:err|error|e|ex)(?:\.toString\(\))?\s?\)|\{\s?(?:\w{1,20}\s?:\s?(?:err|error|e|ex)(?:\.toString\(\))?|err|error|[^{}\n]{1,80},\s?(?:details?|error|err)\s?:\s?(?:err|error|e|ex))\s?\}\s?\)|\{[^{}\n]{0,80}\bstack\s?\})|\bres(?:ponse)?\.status\(\s?5\d\d\s?\)\.(?:send|json)\(\s?\{[^{}\n]{0,120}?:\s?(?:err|error|e|ex)\.message\b|\bapp\.use\(\s?errorhandler\(/g,
    accept: (match, file) =>
      isServer(file) &&
      !isForDevelopers(file, atLine(match, file)) &&
      !/NODE_ENV/.test(linesAround(file, atLine(match, file), 3, 0)),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/a', (req, res) => {\n  db.all(text, (err) => { if (err) return res.send(err); });\n  res.status(500).json({ error });\n  res.status(500).json({ error: 'failed' });\n  res.status(500).json({ error: message, stack });\n  res.status(500).json({ error: 'failed', details: error });\n  res.send('failed: ' + err);\n  res.json({ error: err.toString() });\n  res.status(500).send({ message: err.message });\n  res.status(400).send({ message: err.message });\n});\n",
        lines: [2, 3, 5, 6, 7, 8, 9],
      },
    ],
  },
  {
    id: 'whole-folder-served',
    possible: true,
    told: 'listing-of-folders',
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A folder is listed, or served with all that lies in it',
    severity: 'low',
    why: 'Settings, sources and backups that lie there are found and read.',
    fix: 'Serve one folder that holds what is public only, without a listing.',
    wants: script,
    words: ['static(', 'serveIndex(', 'serve-index'],
    pattern:
      /\b(?:express\.)?static\(\s?(?:['"](?:\/|\.\/?|\.\.\/?)['"]|__dirname|process\.cwd\(\))\s?[,)]|\bserveIndex\(\s?['"\w]/g,
    accept: (_match, file) => isServer(file),
    examples: [
      {
        path: 'a.js',
        text: "app.use(express.static(__dirname));\napp.use('/f', serveIndex('files'));\napp.use(express.static('public'));\n",
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'policy-of-pages-off',
    possible: true,
    told: 'csp-open',
    cwe: 'CWE-1021',
    owasp: 'A05',
    title: 'Pages allow any script, or no policy says what they may do',
    severity: 'low',
    why: 'Script that gets into a page runs.',
    fix: 'Name the sources of scripts.',
    wants: script,
    words: ['contentSecurityPolicy', 'xssFilter', 'frameguard', 'noSniff'],
    pattern: /\b(?:contentSecurityPolicy|frameguard|xssFilter|noSniff|hsts)\s?:\s?false\b/g,
    accept: (match, file) => isServer(file) && /helmet/.test(file.text) && !isForDevelopers(file, atLine(match, file)),
    examples: [
      {
        path: 'a.js',
        text: "const helmet = require('helmet');\napp.use(helmet({ contentSecurityPolicy: false }));\n",
        lines: [2],
      },
    ],
  },
];
