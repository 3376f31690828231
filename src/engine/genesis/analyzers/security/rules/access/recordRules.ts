import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { code } from '../languages';

/** The class of a model is known by what it is made with, in this file or in the folder that it comes from. */
const ofModels =
  /\b(?:mongoose|sequelize|typeorm|objection|bookshelf|Model)\b|\/orm['"]|require\(['"][^'"]*models?\/?[^'"]*['"]\)|from\s+['"][^'"]*(?:models?|entit(?:y|ies)|schemas?)\b/i;
/** Parts that check what is sent before it comes here. */
const checked =
  /\bvalidat|\bjoi\b|\bzod\b|\byup\b|\bcelebrate\b|\bsanitiz|class-validator|\.parse\(\s?req\.body|whitelist|matchedData/i;

/** A model of a database takes what it is given; a service, a class for what is sent and a function of one's own do not. */
function isRecord(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  const before = file.text.slice(Math.max(0, at - 60), at);
  if (file.language === 'ruby') return !isRubyAside(match, file);
  if (file.language === 'php') return !/\$this->$/.test(before);
  if (!ofModels.test(file.text) || checked.test(file.text)) return false;
  if (/^new\s/.test(match[0])) return isSaved(match, file);
  const owner = /([\w$]+)\.$/.exec(before)?.[1];
  // `db.user`, `models.User`: the tables of Sequelize.
  if (/\bsequelize\b|\borm['"]/i.test(file.text) && /\b(?:db|models?)\.\w{1,40}\.$/.test(before)) return true;
  return (
    owner !== undefined &&
    owner !== 'Object' &&
    /^[A-Z]|[mM]odel$/.test(owner) &&
    !/(?:Service|Controller|Repository|Schema|Api|Client|Manager|Settings|Agent|Helper|Utils?|Queue|Job)$/.test(owner)
  );
}

/** `new User(req.body)` becomes a record where it is saved. */
function isSaved(match: RegExpMatchArray, file: SourceFile): boolean {
  if (/(?:Dto|DTO|Command|Request|Query|Service|Error|Event|Input|Schema|Params|Agent|Client)\(/.test(match[0]))
    return false;
  const behind = file.text.slice(match.index, (match.index ?? 0) + 600);
  return /\.save\(|\binsert\w{0,10}\(|\.persist\(|\.create\(/.test(behind);
}

/** Only what takes the whole of what was sent for the record; a method of one's own may choose. */
function isRubyAside(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineText(file.lineAt(match.index ?? 0));
  return (
    /graphql|(?:^|\/)lib\/|strong_parameters/.test(file.path) ||
    (/permit!/.test(match[0]) && !/\bparams(?:\.require\(|\[)/.test(match[0])) ||
    (/permit!/.test(match[0]) &&
      !/\b(?:new|create|update|build|assign_attributes|update_attributes)!?[( ]|_params\b|def\s/.test(
        `${line}\n${linesAround(file, file.lineAt(match.index ?? 0), 2, 0)}`,
      ))
  );
}

/** What a request may write into a record. */
export const recordRules: readonly LineRule[] = [
  {
    id: 'mass-assignment',
    cwe: 'CWE-915',
    owasp: 'A08',
    title: 'All fields that a request sends are let into a record or a call',
    severity: 'medium',
    why: 'The sender sets fields that were not meant for them, such as a role or an owner.',
    fix: 'Name the fields that may be written.',
    wants: code,
    words: [
      'to_unsafe_h',
      'req.body',
      'request.body',
      'request()->all',
      '$request->all',
      'Input::all',
      'permit!',
      'request.POST',
    ],
    pattern:
      /\b(?:create|update|insert(?:One)?|build|bulkCreate|findOrCreate|upsert|set|assign)\(\s{0,10}(?:[\w.]{1,40}\s{0,2},\s{0,4})?(?:req|request|ctx\.request)\.body\s{0,3}[,)]|\bnew\s[A-Z]\w{1,40}\(\s{0,3}(?:req|request|ctx\.request)\.body\s{0,3}\)|(?:forceFill|insert)\(\s{0,3}(?:\$request|request\(\)|Input)(?:->|::)all\(\)|\bparams(?:\.require\([^)\n]{1,40}\)|\[:\w{1,40}\])?\.permit!(?!\.to_h)|(?:\b(?:new|create|update|build|assign_attributes|update_attributes)!?[( ]|\b\w{0,20}(?:params|attributes|attrs)\s{0,3}=)\s{0,3}params(?:\[:\w{1,40}\])?\.to_unsafe_h(?:ash)?\b(?!\.(?:slice|except|to_query))/g,
    accept: isRecord,
    examples: [
      {
        path: 'a.js',
        text: "const User = require('./models/user');\nUser.create(req.body).then(done);\nUser.create({ name: req.body.name });\nconst u = new User(req.body);\nu.save();\n",
        lines: [2, 4],
      },
      // Settings, a class that is no record, a function of the project, what was checked before.
      {
        path: 'b.js',
        text: "const User = require('./models/user');\nObject.assign(settings.main, req.body);\nconst a = new DiscordAgent(req.body);\nquery.user.create(req.body);\n",
        lines: [],
      },
      {
        path: 'c.js',
        text: "const User = require('./models/user');\nvalidate(schema, req);\nUser.create(req.body);\n",
        lines: [],
      },
      { path: 'app/graphql/a.rb', text: 'bot.update(params.permit!)\n', lines: [] },
      {
        path: 'a.rb',
        text: 'user.update(params.require(:user).permit!)\nuser.update(params.require(:user).permit(:name))\n',
        lines: [1],
      },
    ],
  },
];
