import { WordSet } from '../../../../../base/wordFilter';
import type { Extractor } from '../../../extractor';
import { asideRoles } from '../../../fileRoles';
import type { SourceFile } from '../../../sourceFile';
import { isBrowserCode, isThirdParty } from '../context/origin';
import { readsRequests } from '../context/requests';
import { guardsAll } from '../rules/access/routeGuards';
import { type Around, askingIn, asksWho } from './asking';
import { BareCode, bareCode } from './bareCode';
import { type CodeUnit, codeUnits } from './codeUnits';
import type { HandlerFacts, UnitFacts } from './handlerFacts';
import { type RequestWords, requestWordsOf } from './requestWords';
import { UnitCalls } from './unitCalls';
import { type ClassPlace, startAbove, UnitHomes } from './unitHomes';
import { type Origin, ofRequest, type Parameter, parametersOf, requestParameters, Values } from './values';

const longestFile = 200_000;

/** What a function is given that tells a record, or who asks for it: others matter to no handler. */
const handedMuch =
  /(?:[iI]d|ID|[uU]uid|UUID|_no|[nN]umber|pk|slug|[eE]mail|[lL]ogin|[kK]ey|[cC]ode|[nN]ame|[iI]ncrement)\b|\breq(?:uest)?\b|user|User|owner|account|member|customer|[dD]to\b|DTO|Context\b|\$request/;

/** Routers of these hand parts of an address over by name. */
const byName: ReadonlySet<string> = new Set(['python', 'php']);

/** Of a class, or of all routes of a file: they ask for more than a login. */
const looksAtAll =
  /load_and_authorize|authorize_resource|authorizeResource\(|\bbefore_action\s+:\w{0,30}(?:admin|authori[sz]|permission|ensure|can_|own|check_|verify_)|permission_classes\s?[=(]\s?[[(](?!\s{0,20}(?:permissions\.)?(?:IsAuthenticated|AllowAny))|\$this->middleware\(\s?\[?['"](?!auth['":]|auth:|guest|verified|web|api|throttle|jwt)|@PreAuthorize\((?!["']isAuthenticated)[^\n]{1,100}\)\s{0,5}(?:@[^\n]{1,80}\s{0,5}){0,5}(?:public\s)?class|\[Authorize\(?[^\n]{0,20}(?:Roles|Policy)[^\n]{0,60}\]\s{0,5}(?:\[[^\n]{1,60}\]\s{0,5}){0,4}public\sclass|\.use\(\s?(?:\w{1,20}\.)?(?:is|require|check|ensure)\w{0,10}(?:Admin|Owner|Role)/;

const wordsOfAll = new WordSet([
  'authorize_resource',
  'authorizeResource',
  'load_and_authorize',
  'before_action',
  'permission_classes',
  '->middleware(',
  '@PreAuthorize',
  '[Authorize',
  '.use(',
]);

/** Nobody from outside asks these for anything. */
const ofOperators =
  /admin|backoffice|seed|migrat|(?:^|\/)(?:cli|jobs?|workers?|tasks?|scripts?|management|commands?|celery)(?:\/|\.\w{2,4}$)/i;

/** Something is asked for by a name that tells a record, or read from a request. */
const telling =
  /(?:find|get|load|fetch|delete|remove|update|filter|where|select|first|destroy|cancel|single|take)\w{0,40}!?\([^;\n]{0,120}?(?:[iI]d\b|ID\b|\bpk\b|params|[nN]umber\b|uuid|user_?name\b)|\bWHERE\s|params\[|\bwhere\s\w{1,30}\s?=/i;

/** What is known of a function before it is read. */
interface Known extends Around {
  readonly parameters: readonly Parameter[];
  /** Of each of them what a framework fills it with. */
  readonly filled: readonly Origin[];
  /** Units inside of it. */
  readonly inner: readonly CodeUnit[];
  /** Its class. */
  readonly own?: ClassPlace | undefined;
}

class FileUnits {
  private readonly homes: UnitHomes;
  /** What a route calls there may do nothing that is told here. */
  private readonly isOfHandlers: boolean;
  /** Where the first of its functions live, and most others. */
  usual: readonly string[] | undefined;

  constructor(
    private readonly file: SourceFile,
    private readonly source: BareCode,
    private readonly words: RequestWords,
  ) {
    this.homes = new UnitHomes(file, source);
    this.isOfHandlers = readsRequests(file) || !source.inCode(words.request).areNone;
  }

  all(): UnitFacts[] {
    const units = codeUnits(this.source, this.file.language);
    const read =
      this.file.language === 'php' && /\$_(?:GET|POST|REQUEST)\b/.test(this.source.code) ? [this.page(units)] : [];
    let from = 0;
    for (const [at, unit] of units.entries()) {
      if (!this.isOfHandlers && !handedMuch.test(unit.parameters)) continue;
      const next = units.slice(at + 1);
      const last = next.findIndex(({ start }) => start >= unit.end);
      const inner = (last < 0 ? next : next.slice(0, last)).filter(
        ({ start, end }) => start > unit.start && end <= unit.end,
      );
      read.push(this.read(unit, from, inner));
      from = unit.start;
    }
    return read.filter(
      ({ calls, asks, compares, who }) =>
        this.isOfHandlers || calls !== undefined || asks || who || (compares ?? 0) > 0,
    );
  }

  /** What of a page of PHP stands outside of all functions. */
  private page(units: readonly CodeUnit[]): UnitFacts {
    const blank = (text: string): string => {
      const parts: string[] = [];
      let at = 0;
      for (const { start, end } of units) {
        if (start < at) continue;
        parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
        at = end;
      }
      return `${parts.join('')}${text.slice(at)}`;
    };
    const source = new BareCode(blank(this.source.code), blank(this.source.bare), this.file.text, this.source.closing);
    const unit = { name: '', start: 0, end: source.bare.length, body: 0, parameters: '', isRegistration: false };
    return this.factsOf(unit, source, { from: 0, start: 0, end: unit.end, parameters: [], filled: [], inner: [] });
  }

  private read(unit: CodeUnit, from: number, inner: readonly CodeUnit[]): UnitFacts {
    const { start, end } = unit;
    const { bare, code } = this.source;
    const own = this.homes.classOf(unit);
    const above = startAbove(bare, start, Math.max(from, start - 900), ';}{');
    const parameters = parametersOf(unit.parameters, this.file.language);
    const body = bare.slice(start, start + 300).search(/[{\n]/) + 1;
    const filled = requestParameters(parameters, code.slice(above, start + body), this.file, own?.base ?? '');
    return this.factsOf(unit, this.source, {
      from: above,
      start,
      end,
      aboveClass: own,
      own,
      parameters,
      filled,
      inner,
    });
  }

  private factsOf(unit: CodeUnit, source: BareCode, known: Known): UnitFacts {
    const { language } = this.file;
    const { parameters, filled, inner, own } = known;
    const values = new Values(this.words, language === 'python' || language === 'kotlin', parameters, filled);
    const tells = values.read(source, unit);
    const ofClass = own?.name.replace(/(?:Api)?Controller$|Service(?:Impl)?$|Repository$|ViewSet$/, '');
    const lineAt = (offset: number): number => this.file.lineAt(offset);
    const calls = tells ? new UnitCalls(source, values, this.homes, lineAt).of(unit, ofClass, { language, inner }) : [];
    const { asks, isCompared, compares } = askingIn(source, known, values, this.words);
    const handles =
      filled.some((origin) => (origin & ofRequest) > 0) ||
      source.inCode(this.words.request).isBetween(unit.start, unit.end);
    const homes = this.homes.of(unit, own);
    this.usual ??= homes;
    return {
      name: unit.name,
      line: lineAt(unit.start),
      endLine: lineAt(unit.end),
      ...(homes === this.usual ? {} : { homes }),
      ...(asks ? { asks: true } : {}),
      ...(isCompared ? { owned: true } : {}),
      ...(compares > 0 ? { compares } : {}),
      ...((this.isOfHandlers || /req|ctx|Context/.test(unit.parameters)) && asksWho(source, known)
        ? { who: true }
        : {}),
      ...(handles ? { handles: true } : {}),
      ...(byName.has(language) && calls.length > 0 && parameters.length > 0
        ? { parameters: parameters.map(({ name }) => name) }
        : {}),
      ...(calls.length > 0 ? { calls } : {}),
    };
  }
}

/** What functions do with records, for the join over all files: see `findings/handlerJoin`. */
export const handlerExtractor: Extractor<HandlerFacts> = {
  id: 'security.handlers',
  version: 9,
  // What comes of it is a guess.
  wants: ({ language, role, path, sureOnly }) =>
    sureOnly !== true &&
    requestWordsOf(language) !== undefined &&
    !asideRoles.has(role) &&
    role !== 'generated' &&
    role !== 'vendored' &&
    role !== 'migration' &&
    !isThirdParty(path),
  extract(file) {
    const words = requestWordsOf(file.language);
    if (words === undefined || file.text.length > longestFile || isBrowserCode(file)) return undefined;
    if (!telling.test(file.text) && !readsRequests(file)) return undefined;
    const source = bareCode(file.text, file.language);
    if (source === undefined) return undefined;
    const read = new FileUnits(file, source, words);
    const units = read.all();
    if (units.length === 0) return undefined;
    const answers = units.some(({ handles, who }) => handles === true || who === true);
    const limited =
      answers && (ofOperators.test(file.path) || (wordsOfAll.isAnyIn(file.text) && looksAtAll.test(file.text)));
    return {
      ...(answers && guardsAll(file) ? { guarded: true } : {}),
      ...(limited ? { limited: true } : {}),
      homes: read.usual ?? [],
      units,
    };
  },
};
