import type { BareCode } from './bareCode';
import type { CodeUnit } from './codeUnits';
import type { UnitCall } from './handlerFacts';
import { idName } from './requestWords';
import type { UnitHomes } from './unitHomes';
import { namesIn, type Origin, ofAsker, ofBody, ofRequest, partsOf, plainNamesIn, type Values } from './values';

const call = /\((?<=(?<![\w$])(?<head>(?<name>[A-Za-z_]\w{0,60})[!?]?(?:<[^<>()\n]{1,60}>)?\())/g;
/** Ruby asks without brackets. */
const callOfRuby =
  /(?<head>(?<![\w$])(?<name>find|find_by|where|destroy|delete|update|find_by_id)!?(?:\(| (?=\w{1,20}:\s|params)))/g;

/** A record is asked for, or changed, by a call of such a name. */
const takesRecord =
  /^(?:find|get|load|fetch|read|delete|remove|destroy|update|cancel|edit|change|approve|reject|first|filter|where|select|take|Find|First|Single|Get|Delete|Remove|Update|Cancel|Load|Fetch|Where|Take|Edit|Change|Any)/;
const changing =
  /^(?:delete|remove|destroy|update|cancel|edit|change|approve|reject|Delete|Remove|Update|Cancel|Edit|Change)/;
/** The record is changed, or taken away, once it is found. */
const changesLater =
  /(?:\.|->)(?:save|remove|delete|destroy|update|persist|Remove|Delete|Update|Updates|Save|SaveChanges\w{0,5})!?\(|\.(?:delete|commit)\(|\.(?:destroy|save)!?\s/;

/** What a record is told by, as a key of the request: `params.id`, `request.args['user_id']`, `c.Param("id")`. */
const idKey = /\b(?:\w{0,30}(?:[iI]d|ID|[uU]uid|UUID|_no|[nN]umber|_pk)|pk|uuid)\b/;
/** Names that people choose and that tell one from others as well. */
const setsPassword = /\bpassword\s?=[^=]|set_?[pP]assword/;
/** Who signs up is looked for by the name that they want. */
const makesAccount = /regist|sign|create|^add|new|login|log_in|store|forgot|reset|verify|exists|check/i;
const loginName = /^(?:user_?name|login|e?mail|account\w{0,8}|user)$/i;

const plainCalls =
  /^(?:if|for|while|switch|catch|return|function|parseInt|Number|String|Boolean|int|str|isset|empty|intval|print\w*|echo|log|debug|info|warn|error|json|send|status|render|redirect|require|import|setattr|len|range|list|dict|set|map|push|append|format|join|split|trim|strip|replace|toString|isNaN|encode\w*|decode\w*|super|Exception|Error|push|add|put|param|query|Param|Query|header|cookie|jsonify|make_response|HttpResponse\w*|JsonResponse|Response|ok|Ok|View|view|NotFound|BadRequest|res|next|reject|resolve|setTimeout|typeof|sizeof|new|func|and|or|not|in|elif|with|match|print_r|var_dump|die|exit|sprintf|Sprintf|Println|Printf|Errorf|Atoi|ParseInt|ParseUint|valueOf|parse\w*|ObjectId|validate\w*|isValid|Some|Math|Date|then)$/;

/** `router.get('/orders/:id', …)`: no record, but where one is asked for. */
const isAddress = /^\s{0,20}(?:["'`](?:[/:*?]|https?:|["'`]|\$\{)|\w{1,20}\s?\+\s?["'`]\/)/;
/** A repository that says nothing of what it keeps. */
const isGeneric = /(?:^|[.>])_?(?:repository|repo|service|dao|manager|store|model|db|mapper|collection)$/i;

const words = (text: string): string[] => text.match(/[A-Za-z_]\w{2,40}/g) ?? [];
const mostCalls = 40;
const longest = 600;

const beforeCall = /(?<=(?<receiver>[\w$.>:()<&!?@[\]'"`-]{0,120}))/y;
function receiverBefore(text: string, at: number): string {
  beforeCall.lastIndex = at;
  return beforeCall.exec(text)?.groups?.['receiver'] ?? '';
}

/** Of the names of an expression those that may tell a record, and the request itself where a key of it does. */
function idIn(source: BareCode, from: number, to: number, values: Values, changes: boolean): Origin {
  let origin = values.direct(source, from, to);
  if (origin > 0 && !idKey.test(source.code.slice(from, to))) origin = 0;
  for (const one of namesIn(source, from, to))
    if (idName.test(one) || (changes && loginName.test(one))) origin |= values.ofName(one);
  return origin & ~ofAsker;
}

const known = ofRequest | ofBody | ofAsker;
const tellsMuch = (name: string): boolean =>
  idName.test(name) || loginName.test(name) || /user|owner|account|dto|data|body|payload|input|params/i.test(name);

/** Before the name of those whose records are asked for. */
export const ofWhom = 'of ';

/** What is in front of a call tells nothing of where its function lives. */
const nobody = '?';

/** `db.collection('orders')`, `DB::table('orders')`, `supabase.from('orders')`. */
const tableName =
  /(?:collection|table|model|from|knex|entity)\(\s?['"`](?<held>\w{2,40})['"`]\s?\)|\[['"](?<from>\w{2,40})['"]\]/;

/** What is inside of a function and a unit of its own says nothing of what is around it. */
interface OfUnit {
  readonly language: string;
  readonly inner: readonly CodeUnit[];
}

/** What a call does later is no part of what it is given. */
const callback = /\bfunction\b|=>\s{0,20}\{|\bfunc\(|=>\s{0,20}\n/;

/** `getByUserId(id)`: whose records these are. */
const holder =
  /(?:By|_by_|By_)(?<whose>[uU]ser|[oO]wner|[cC]ustomer|[aA]ccount|[mM]ember|[eE]mployee|[pP]atient|[sS]tudent)(?![a-z])/;

export class UnitCalls {
  private readonly found: UnitCall[] = [];

  constructor(
    private readonly source: BareCode,
    private readonly values: Values,
    private readonly homes: UnitHomes,
    private readonly lineAt: (offset: number) => number,
  ) {}

  /** Calls of a function that ask for a record, or hand on what matters; `own` is the name of its class. */
  of(unit: CodeUnit, own: string | undefined, { language, inner }: OfUnit): UnitCall[] {
    const { source } = this;
    const { bare } = source;
    for (const { index, 0: found, groups } of source
      .inBare(language === 'ruby' ? callOfRuby : call)
      .between(unit.body, unit.end)) {
      if (this.found.length >= mostCalls) break;
      const open = index + found.length - 1;
      const at = open + 1 - (groups?.['head'] ?? '').length;
      if (inner.some(({ start, end }) => start <= at && at < end)) continue;
      const line = bare[open] === '(' ? -1 : bare.indexOf('\n', open);
      const close = bare[open] === '(' ? source.closing.get(open) : line < 0 ? unit.end : line;
      const name = groups?.['name'] ?? '';
      if (close === undefined || close - open < 2 || plainCalls.test(name)) continue;
      const one = this.read(name, at, open, Math.min(close, open + longest), own, unit);
      if (one === undefined) continue;
      const changes =
        one.record !== undefined && (changing.test(name) || source.inCode(changesLater).isBetween(at, unit.end));
      this.found.push(changes ? { ...one, changes: true } : one);
    }
    if (source.inCode(where).isBetween(unit.start, unit.end)) this.readStatements(unit);
    return this.found;
  }

  private read(
    name: string,
    at: number,
    open: number,
    end: number,
    own: string | undefined,
    unit: CodeUnit,
  ): UnitCall | undefined {
    const { bare, code } = this.source;
    const close = this.source.inBare(callback).between(open + 1, end)[0]?.index ?? end;
    const origin = this.values.between(this.source, open + 1, close);
    // A parameter that is handed on matters where its name tells a record, or somebody.
    if (origin === 0 || ((origin & known) === 0 && !plainNamesIn(this.source, open + 1, close).some(tellsMuch)))
      return undefined;
    const written = code.slice(open + 1, close);
    const receiver = /(?:\.|->|::)$/.test(bare.slice(Math.max(0, at - 2), at)) ? receiverBefore(code, at) : '';
    const called = /(?<name>[A-Za-z_$][\w$]{0,60})(?:\(\))?[!?]?(?:\.|->|::)$/
      .exec(receiver)
      ?.groups?.['name']?.replace('$', '');
    const base = {
      line: this.lineAt(at),
      name,
      homes: receiver !== '' && called === undefined ? [nobody] : this.homes.ofCall(called, name),
      args: this.argsOf(open, close),
    };
    if ((receiver === '' && name !== 'get_object_or_404') || !takesRecord.test(name) || isAddress.test(written))
      return base;
    const isOfLogin =
      (changing.test(name) || this.source.inBare(setsPassword).isBetween(unit.start, unit.end)) &&
      !makesAccount.test(unit.name);
    const id = idIn(this.source, open + 1, close, this.values, isOfLogin);
    const asked = (origin | this.values.between(this.source, at - receiver.length, at)) & ofAsker;
    if (id === 0 && asked === 0) return base;
    const nouns = name.replace(/^[a-z]+(?=[A-Z_])|^[A-Z][a-z]+(?=[A-Z])/, '').split(/By[A-Z]|_by_/)[0] ?? '';
    const table = tableName.exec(receiver)?.groups;
    const whose = holder.exec(name)?.groups?.['whose'];
    const behind = bare.slice(end, end + 120).split(/[;\n]\s{0,20}(?![\s.])/, 1)[0] ?? '';
    const record = [
      ...words(receiver),
      ...words(table?.['held'] ?? table?.['from'] ?? ''),
      ...words(nouns),
      ...words(bare.slice(open + 1, Math.min(close, open + 200))),
      ...words(behind),
      ...(whose === undefined ? [] : [`${ofWhom}${whose.toLowerCase()}`]),
      ...(own !== undefined &&
      (isGeneric.test(receiver.replace(/(?:\.|->|::)$/, '')) || /^(?:this|self)\W/.test(receiver))
        ? [own]
        : []),
    ];
    const beside = (origin & ~id) | asked;
    return { ...base, record: [...new Set(record)].slice(-16), id, ...(beside === 0 ? {} : { beside }) };
  }

  private argsOf(open: number, close: number): Origin[] {
    const { bare } = this.source;
    const parts = partsOf(bare.slice(open + 1, close));
    let from = open + 1;
    return parts.slice(0, 8).map((part) => {
      const at = bare.indexOf(part, from);
      from = at + part.length;
      return this.values.between(this.source, at, from);
    });
  }

  /** Rows that a statement of SQL takes by an id. */
  private readStatements(unit: CodeUnit): void {
    const { code } = this.source;
    const text = code.slice(unit.start, unit.end);
    for (const match of text.matchAll(statement)) {
      if (this.found.length >= mostCalls) break;
      const at = unit.start + match.index;
      const from = at + match[0].length;
      const to = Math.min(unit.end, endOfStatement(code, from));
      const behind = code.slice(from, to);
      if (asksInStatement.test(behind.split(/["'`]\s{0,3}[,);]|"""/, 1)[0] ?? '')) continue;
      const origin = this.values.between(this.source, from, to);
      const id = origin === 0 ? 0 : idIn(this.source, from, to, this.values, !makesAccount.test(unit.name));
      if (id === 0) continue;
      const beside = origin & ~id;
      const table = match.groups?.['table'] ?? '';
      const changes = !/^select/i.test(match[0]);
      this.found.push({
        line: this.lineAt(at),
        name: '',
        record: [table],
        id,
        ...(beside === 0 ? {} : { beside }),
        ...(changes ? { changes: true as const } : {}),
        ...(/^["']?\s{0,3}["'`]\s?[+.]|^["']?(?:\$|\{|#\{)/.test(behind) ? { joined: true as const } : {}),
      });
    }
  }
}

const where = /\bWHERE\s/i;
const statement =
  /\b(?:SELECT\b(?:(?!\bFROM\b)[^;]){1,400}\bFROM|DELETE\s+FROM|UPDATE)\s+["'`[]?(?:\w{1,20}\.)?(?<table>\w{2,40})["'`\]]?(?:(?!\b(?:WHERE|SELECT)\b)[^;]){0,500}\bWHERE\s+(?:[\w"`[]{1,30}\.)?["`[]?(?:id|\w{1,30}_id|\w{1,20}Id|uuid|\w{1,20}_(?:number|no))["`\]]?\s?=\s?/gi;
/** A statement goes on to ask for the owner: `WHERE id = ? AND user_id = ?`. */
const asksInStatement =
  /^[^;]{0,160}?\band\s+[\w".`]{0,40}(?:user|owner|customer|account|author|tenant|client|member|by)\w{0,12}["`]?\s?=/i;

/** The values may stand in the next lines: `query = "…"`, `execute(query, (id,))`. */
function endOfStatement(code: string, from: number): number {
  const behind = /^[^;]{0,300}?(?:;|\n\s{0,20}\n)(?:[^\n]{0,200}\n){0,3}/.exec(code.slice(from, from + 600));
  return from + (behind?.[0].length ?? 400);
}
