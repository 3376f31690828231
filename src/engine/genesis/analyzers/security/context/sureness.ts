import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { asksOnlyForAny } from '../flow/checks';
import type { Taint } from '../flow/taint/taint';
import { bodyBefore, everybodys, functionAround, makingOf, ofRequest, withoutTexts } from './lookedAt';
import { isLookedAtInText, speaksOfLooking } from './lookedBefore';

/** Rules that were wrong too often where nothing stood between: what is fetched or opened so is mostly meant to be. */
const neverSure: ReadonlySet<string> = new Set([
  'ssrf',
  'path-traversal',
  'pattern-injection',
  'template-options',
  'header-injection',
  'log-injection',
]);

/** What stands before a place in a longer function is not read for each of its values. */
const longestBody = 20_000;

/** What runs a text as another language does so whoever hands it on; a page or an address is made safe on the way. */
const throughFunctions: ReadonlySet<string> = new Set([
  'sql-injection',
  'command-injection',
  'code-injection',
  'unsafe-deserialization',
  'template-injection',
  'ldap-injection',
  'xpath-injection',
]);

/** Code that only those may call who may do everything already, or that runs once. */
const ofAdministrators =
  /admin|install|upgrade|migrat|maintenance|superuser|is_?staff|has_?(?:any_?)?(?:role|authority|permission)|(?:^|[/_.-])(?:setup|cron\w{0,5}|cli|tools?|debug|scripts?|backend|backoffice)(?:[/_.-]|$)/i;
const onlyAdministrators =
  /admin|superuser|is_?staff|\bhas_?(?:any_?)?(?:role|authority|permission)|PreAuthorize|RolesAllowed|@Secured|current_user_can|Roles\s?=/i;

/** A line that lets some through: `if (!$user->isAdmin()) exit;`, `requireAdmin(req)`; a column of this name lets nobody. */
const isForAdministrators = (line: string): boolean =>
  onlyAdministrators.test(line) &&
  /\b(?:if|unless|elsif|elif|switch|match|case|abort|exit|die|throw|raise|return)\b|@|\w*(?:require|check|ensure|assert|guard|only|need|must|verify|authori[sz]e|can|deny|restrict)\w*\s?\(/i.test(
    line,
  );

/** `isset($_POST)`, `!empty($_GET)`: whether there is one. */
const isAnythingSent = /\b(?:isset|empty|count)\s?\(\s?\$_(?:GET|POST|REQUEST)\s?\)/g;

/** `validate($_POST)`, `foreach ($_GET as …)`: all fields at once. */
const wholeRequest =
  /(?:\(|,|\bof|\bin)\s{0,3}(?:\$_(?:GET|POST|REQUEST)|req(?:uest)?\.(?:body|query|params|form|args|GET|POST)|params)\s{0,3}(?:[,)]|as\b|$)|\$_(?:GET|POST|REQUEST)\s{0,3}=/m;

/** `client, err := c.getClient()`: a method of the controller takes from the request what it needs, and may refuse it. */
const asksItsOwn = /\berr\s{0,3}:?=\s{0,3}(?:c|this|self)\.\w{1,60}\(\)/;

const branches = /\b(?:if|unless|elsif|elif|elseif|switch|case|while|match|when)\b|\?(?!\?|\.|->|>)[^?]{1,200}:/;
const condition =
  /^\s*\}?\s*(?:else\s*)?(?:if|unless|elif|elsif)\b\s?(?<asked>\((?:[^()\n]|\([^()\n]{0,80}\)){1,200}\)|[^:{\n]{1,200})/;
/** `id = isset(a) ? a : ''`. */
const choice = /^[^?]{0,200}?(?:(?<![=!<>])=(?![=>])|\breturn\b|[(,])\s{0,3}(?<asked>[^?=]{1,200}?)\s?\?(?!\?|\.|->|>)/;
const says = /^\s*(?:console\.|log\w{0,8}[.(]|logger|print|System\.out|fmt\.Print|error_log|puts\b|echo\b)/i;
const requestWords =
  /^(?:_GET|_POST|_REQUEST|_COOKIE|req|request|params|query|body|form|args|values|GET|POST|const|let|var|String|str|f|string)$/;

/** The keys by which a text asks the request: `$_GET['id']`, `req.query.id`, `request.args.get("id")`. */
const keysOf = (text: string): string[] =>
  [
    ...text.matchAll(/[[(]\s?:?['"]?(?<key>[\w-]{1,60})['"]?\s?[\])]|\.(?:query|body|params)\.(?<field>\w{1,60})/g),
  ].flatMap(({ groups }) => groups?.['key'] ?? groups?.['field'] ?? []);

/** The code of a page of PHP, without the markup between its parts. */
const withoutPages = (text: string): string =>
  text.replace(/^[^<]{0,40}<(?!\?)[\s\S]*?<\?(?:php|=)?/, '').replace(/\?>[\s\S]*?(?:<\?(?:php|=)?|$)/g, '\n');

/** Of a template only what is filled in: `<!doctype html>` looks at nothing. */
const withoutPlainParts = (text: string): string =>
  text.replace(/`[^`]{0,4000}`|"{3}[^"]{0,4000}"{3}/g, (template) =>
    [...template.matchAll(/\{[^{}\n]{1,300}\}/g)].map(String).join(' '),
  );

/** What stands around the function: its decorators, its head, what a route asks before it. */
function surroundings(argument: Node): string {
  let owner = functionAround(argument);
  const texts: string[] = [];
  for (; owner?.parent; owner = functionAround(owner)) {
    const body = owner.childForFieldName('body');
    texts.push(owner.text.slice(0, body ? body.startIndex - owner.startIndex : 300).slice(0, 2_000));
    const { parent } = owner;
    if (parent.type === 'decorated_definition') texts.push(parent.text.slice(0, owner.startIndex - parent.startIndex));
    if (parent.type !== 'arguments') continue;
    for (const other of parent.namedChildren)
      if (other && other.id !== owner.id && other.type !== 'comment') texts.push(other.text.slice(0, 2_000));
    texts.push(parent.parent?.childForFieldName('function')?.text.slice(0, 200) ?? '');
  }
  return texts.join('\n');
}

/** True where a line does something with the value but give it on, show it, or ask whether there is one. */
function isTouched(line: string, names: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  const code = withoutTexts(line);
  const words = [...code.matchAll(/[A-Za-z_]\w*/g)].map(([word]) => word);
  const isNamed = words.some((word) => names.has(word) && !everybodys.test(word) && !requestWords.test(word));
  const isAsked = ofRequest.test(line) && keysOf(line).some((key) => keys.has(key));
  if (!isNamed && !isAsked) return false;
  if (branches.test(code)) {
    const asked = (condition.exec(line) ?? choice.exec(line))?.groups?.['asked'];
    return asked === undefined || !asksOnlyForAny(`if ${asked}`);
  }
  if (says.test(line)) return false;
  const isMaking = /(?<![=!<>])(?::|\+|\.)?=(?![=>])|\.append\(/.test(code);
  return !isMaking;
}

/**
 * Request data stands in the call as the request holds it, and nothing in the function, around it or in the file's name
 * speaks of anybody who looks at it before. Of flows of this kind nearly all were right, of others about half.
 */
export function isSure(rule: string, argument: Node, taint: Taint, file: SourceFile): boolean {
  if (neverSure.has(rule) || (taint.parameter !== undefined && !throughFunctions.has(rule))) return false;
  if (taint.remade === true || taint.upload === true) return false;
  // A cookie of one's own sends nobody else anywhere, but it runs on the server as any other value does.
  if (taint.own === true && !throughFunctions.has(rule)) return false;
  // Frameworks keep from these by themselves, unless they are told not to.
  if (rule === 'reflected-xss' && file.language === 'csharp') return false;
  if (rule === 'open-redirect' && file.language === 'ruby') return false;
  if (ofAdministrators.test(file.path.replace(/^(?:[\w-]+\/)?backend\//, ''))) return false;
  const { names, text } = makingOf(argument);
  const code = file.language === 'php' ? withoutPages(bodyBefore(argument)) : bodyBefore(argument);
  const body = withoutPlainParts(code);
  if (body.length > longestBody) return false;
  const before = withoutTexts(body);
  const around = surroundings(argument);
  const keys = new Set(keysOf(text));
  if (isLookedAtInText(body, names, keys)) return false;
  if (speaksOfLooking(around) || speaksOfLooking(withoutPlainParts(argument.text))) return false;
  if (onlyAdministrators.test(around) || before.split('\n').some(isForAdministrators)) return false;
  if (wholeRequest.test(before.replace(isAnythingSent, '')) || (file.language === 'go' && asksItsOwn.test(before)))
    return false;
  return !body.split('\n').some((line) => isTouched(line, names, keys));
}
