import type { SourceFile } from '../../../sourceFile';
import { functionAround } from '../context/enclosing';
import { liveCode } from '../context/liveCode';
import { isBrowserCode } from '../context/origin';

/** Words of whoever looks at who asks. */
const looksAtAsker =
  /authori[sz](?!ation['"\]: ])|polic(?:y|ies)|abilit(?:y|ies)|permi(?:ssion|t_?only)|perms?_?check|check_?perm|\bcan\?|\bguards?\b|UseGuards|\bacl\b|\brbac\b|owner|tenant|belongs_?to_?user|is_?allowed|has_?access|check_?access|ensure_?\w{0,20}(?:can|admin|own)|is_?admin|PreAuthorize|RolesAllowed|Secured\b|AccessDenied|Forbid|accessible|can_?(?:access|view|edit|read|see|manage)\b/i;

/** Of a class, or of all routes of a file. */
const looksAtAll =
  /load_and_authorize|authorize_resource|authorizeResource\(|\bbefore_action\s+:\w{0,30}(?:admin|authori[sz]|permission|ensure|can_|own|require_|check_|verify_|set_current)|permission_classes|\$this->middleware\(|@PreAuthorize\([^\n]{1,100}\)\s{0,5}(?:@[^\n]{1,80}\s{0,5}){0,5}(?:public\s)?class|\[Authorize\(?[^\n]{0,20}(?:Roles|Policy)[^\n]{0,60}\]\s{0,5}(?:\[[^\n]{1,60}\]\s{0,5}){0,4}public\sclass|\.use\(\s?(?:\w{1,20}\.)?(?:is|require|check|ensure)\w{0,10}(?:Admin|Owner|Role)/;

/** That somebody is signed in says nothing of whose record it is. */
const isSignedIn =
  /^[^\n]{0,20}\bif\b[^\n]{0,60}(?:not in session|!\s?isset\(\s?\$_SESSION[^)\n]{0,40}\)|not session(?:\.get\([^)\n]{0,40}\)|\[)|!\s?req\.session\.\w{1,20}|!\s?req\.user\b|not current_user\.is_authenticated|empty\(\$_SESSION)[^\n]{0,160}$/gm;

/** Who asks, handed to a handler that a decorator calls: it is what the handler does with them that counts. */
const isHandedOver = /^[ \t]*(?:async )?def \w{1,60}\([^()\n]{0,160}\)[^\n]{0,40}$/gm;

/** A session of a database is nobody's. */
const ofDatabase =
  /\b(?:db\.|self\.|database\.)?session\.(?:query|execute|scalars?|exec|add|add_all|commit|delete|refresh|flush|rollback|close|begin|merge|createQuery|createSQLQuery|createNativeQuery|save|update|get\(\s?[A-Z])/g;

const comparesAsker =
  /current_?user|req\.user|request\.user|ctx\.user|ctx\.state\.user|\bAuth::|auth\(\)->|Auth\.id|\bsession\b|\$_SESSION|user_?id\s?[=!]==?|get_jwt_identity|params\[:(?:secret|token)\]|\bg\.user\b|[pP]rincipal|User\.Identity|FindFirst\(|getUserId\(/i;

/** Texts that explain: what they say of owners is no check. */
const explained = /(?<=:\s{0,3}\n\s{0,20})"""[\s\S]{0,1500}?"""|(?<=[\s;{}(),])\/\/[^\n]*|(?<=[\s:(),])# [^\n]*/g;

const seen = new WeakMap<SourceFile, boolean>();

/** A file that answers strangers. */
export function answersStrangers(file: SourceFile): boolean {
  const known =
    seen.get(file) ??
    (!/admin|backoffice|seed|migrat|(?:^|\/)(?:cli|jobs?|workers?|tasks?|scripts?|management|commands?|celery)(?:\/|\.\w{2,4}$)/i.test(
      file.path,
    ) &&
      !looksAtAll.test(file.text) &&
      !isBrowserCode(file));
  seen.set(file, known);
  return known;
}

/** The function, or handler, that a line stands in, without what only explains it. */
export const codeAround = (file: SourceFile, line: number): string =>
  liveCode(functionAround(file, line)).replace(explained, '');

/** Who asks is compared in the code, or what stands above it says who may. */
export function asksForOwner(code: string): boolean {
  const asked = code.replace(isSignedIn, '').replace(isHandedOver, '').replace(ofDatabase, '');
  return comparesAsker.test(asked) || looksAtAsker.test(asked);
}
