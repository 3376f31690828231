import type { BareCode, Signs } from './bareCode';
import type { Matches } from './matches';
import type { RequestWords } from './requestWords';
import { namesIn, type Origin, ofAsker, ofBody, ofRequest, type Values } from './values';

/** Words of whoever looks at more than a login: whose a record is, or what role somebody has. */
const looksAtAsker =
  /authori[sz](?!ation\b|ation['"\]: _]|ed\b)|polic(?:y|ies)|abilit(?:y|ies)|permi(?:ssion|t_?only)|perms?_?check|check_?perm|\bcan\?|\bguards?\b|UseGuards|\bacl\b|\brbac\b|(?:is|check|ensure|require|verify|assert|validate|has)_?\w{0,12}owner|owner(?:ship|_?only|_?guard|_?required|_?check)|tenant|belongs_?to_?user|is_?allowed|is_?granted|deny_?access|has_?access|check_?access|ensure_?\w{0,20}(?:can|admin|own)|is_?admin|admin_?(?:required|only)|PreAuthorize|RolesAllowed|Secured\b|AccessDenied|Forbid|forbidden|accessible|can_?(?:access|view|edit|read|see|manage)\b|has_?(?:any_?)?(?:role|authority)|require_?role|user_passes_test|\bRoles\(/i;

/** That somebody is signed in says nothing of whose record it is. */
const isLoginOnly =
  /@UseGuards\(\s?(?:(?:\w{0,20}(?:Jwt|JWT|Auth|Authenticated|Authentication|Login|Session|Passport|AccessToken)\w{0,20}Guard|AuthGuard)(?:\([^()\n]{0,40}\))?\s?,?\s?){1,3}\)|\[Authorize(?:\(\s?AuthenticationSchemes[^()\n]{0,80}\))?\]|permission_classes\s?[=(]\s?[[(]\s{0,20}(?:(?:permissions\.)?(?:IsAuthenticated\w{0,12}|AllowAny)\s?,?\s{0,20}){1,2}[\])]|@PreAuthorize\(\s?["']isAuthenticated\(\)["']\s?\)|[uU]n_?authori[sz]ed\w{0,20}|UNAUTHORIZED|\bAuthGuard\b|\bIsAuthenticated\b|jwtAuthGuard\b/gi;

/** One of them is in each of these. */
const words =
  'authori polic abilit perm can? cana canv cane canr cans canm can_ guard acl rbac owner tenant belong allowed granted deny access admin secured forbid role passes_test'.split(
    ' ',
  );
const looks: Signs = { pattern: looksAtAsker, without: isLoginOnly, words };

const comparison =
  /[!=]==?|<>|\.equals\w{0,12}\(|\bis\b|\bin\b|\.includes\(|[cC]ontains\w{0,8}\(|\.has\(|\bin_array\(|\bstrcmp\(|\.some\(|\.Any\(|\bunless\b|\.(?:eq|ne)\(|\bisEqual\(/;
/** `user == null`, `err != nil`, `user is None`: whether there is anybody. */
const presence =
  /(?:[!=]==?|\bis(?:\s+not)?)\s{0,3}(?:null|undefined|None|nil|true|false|True|False|["'`]{2}|0|-1)\b|\berr\s{0,2}[!=]=\s{0,2}nil|\btypeof\b[^=]{0,40}[!=]==?\s?["'`]\w{1,12}["'`]|(?<=["'])\s(?:not\s)?in\s\w{1,30}\b/g;

const userish =
  /user|owner|account|member|customer|author|^me$|principal|actor|requester|by$|person|student|employee|client|patient|viewer|caller|tenant/i;

/** A record's own field of whose it is, whatever it is compared with. */
const ownersField =
  /(?:\.|->|\[['"]|\.get)(?:[oO]wner|[uU]ser|[aA]uthor|[cC]reator|[cC]reated_?[bB]y|[cC]ustomer|[aA]ccount|[mM]ember)(?:_?[iI][dD]|\(\)\.getId\(\)|\.id|\._id|\.pk)?(?:\(\)|['"]\])?(?:\.toString\(\))?\s?(?:[!=]==?|\.equals|\.includes|\.is\()|[!=]==?\s?[\w$]{1,30}(?:\.|->)(?:owner|user|author|creator|created_?by|customer|account)(?:_?[iI][dD]|\.id|\._id|\.pk)?\b/;

/** Offsets of a function, and of what stands above it and above its class. */
export interface Around {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly aboveClass?: { readonly from: number; readonly at: number } | undefined;
}

/** What a function compares: who asks, or parameters that may hold that. */
export interface Asking {
  readonly asks: boolean;
  /** By a comparison with who asks, or with whose the record is. */
  readonly isCompared?: true;
  readonly compares: Origin;
}

const longestLine = 400;

/** Whether one of a function, of what stands above it or above its class is a sign. */
const isAround = (signs: Matches, { from, end, aboveClass }: Around): boolean =>
  signs.isBetween(from, end) || (aboveClass !== undefined && signs.isBetween(aboveClass.from, aboveClass.at));

export function askingIn(source: BareCode, around: Around, values: Values, words: RequestWords): Asking {
  if (isAround(source.signs(looks), around)) return { asks: true, compares: 0 };
  let compares = 0;
  let read = 0;
  for (const { index } of source.inBare(comparison).between(around.start, around.end)) {
    if (index < read) continue;
    const at = Math.max(around.start, source.bare.lastIndexOf('\n', index) + 1);
    const next = source.bare.indexOf('\n', index);
    read = next < 0 ? around.end : next;
    const stop = Math.min(read, around.end, at + longestLine);
    const code = source.code.slice(at, stop).replace(presence, ' ');
    if (index >= stop || !comparison.test(code)) continue;
    if (words.asker.test(code) || ownersField.test(code)) return { asks: true, isCompared: true, compares: 0 };
    for (const name of namesIn(source, at, stop)) {
      const origin = values.ofName(name);
      if (origin & ofAsker) return { asks: true, isCompared: true, compares: 0 };
      if (origin > 0 && userish.test(name)) compares |= origin & ~(ofRequest | ofBody | ofAsker);
    }
  }
  return { asks: false, compares };
}

/** What asks who calls, in a handler, in its annotations or among its middleware. */
const asksCaller =
  /[aA]uth(?!ors?\b|or_|or[A-Z])|AUTH|login_?required|(?:require|check|verify|ensure|validate|is|has|need|only)_?\w{0,12}(?:[aA]dmin|[uU]ser\b|[lL]ogin|[lL]ogged|[rR]ole|[tT]oken|[oO]wner|[sS]ession|[pP]ermission|[aA]ccess)|protect|[gG]uard|permission|[cC]urrent_?[uU]ser|req\.user|request\.user|ctx\.user|\bsession\b|\$_SESSION|Depends\(\s?(?!get_(?:db|session)\b|\w{0,10}_?db\b)\w|[pP]rincipal|Secured|RolesAllowed|\bjwt\b|JwtBearer|\bacl\b|\.can\(|->can\(|Policy|[tT]oken|[aA]pi_?[kK]ey|HttpContext\.User|\bUser\.(?:Identity|IsInRole|FindFirst)/;
/** Tokens against forged requests ask nobody who they are. */
const asksElse = /(?:[aA]nti-?[fF]orgery|[cC]srf|XSRF|xsrf|CSRF)\w{0,20}/g;

const calls: Signs = { pattern: asksCaller, without: asksElse };

export const asksWho = (source: BareCode, around: Around): boolean => isAround(source.signs(calls), around);
