import { everybodys, withoutTexts } from './lookedAt';

/** Names of what looks at values: of the project, of a library, of the language. */
const looks =
  /valid|schema|saniti|filter|clean|check|verify|ensure|assert|guard|escap|quot|allow|permit|whitelist|(?<![A-Za-z])ctype|is_numeric|isdigit|isnumeric|preg_|pattern|regex|\.match\(|\.test\(|parse(?!Form|MultipartForm|Files|Glob)|purif|encod(?!ing\()|intval|htmlspecial|htmlentities|striptags|strip_tags|in_array|typeof|instanceof|isinstance|constrain|where\(|(?<![.\w])param\(/i;

/** What reads a text as another, or shows a page, looks at nothing. */
const readsOnly =
  /\b(?:JSON|url|URL|querystring|qs|urllib\.parse)\.parse\w{0,5}\(|\burlparse\(|\bparse_qsl?\(|\bparse_str\(|\bbodyParser\b|\b(?:de|en)code(?:URIComponent|URI)?\(/g;

/** `$_GET['id']`, `req.query.id`, `request.args.get("id")`, `params[:id]`: one field of the request. */
const oneField =
  /\$_(?:GET|POST|REQUEST|COOKIE)\[\s?['"](?<php>[\w-]{1,60})['"]\s?\]|\b(?:req|request|ctx|ctx\.request)\.(?:body|query|params|cookies)(?:\.(?<field>\w{1,60})\b(?!\s?\()|\[\s?['"](?<entry>[\w-]{1,60})['"]\s?\])|\b(?:params|request\.(?:args|form|values|GET|POST|json|cookies))\[\s?:?['"]?(?<key>[\w-]{1,60})['"]?\s?\]|(?:\b(?:req|request|r|c|ctx|Request|params|args|form|values|query|GET|POST|URL|Query\(\))|\$request)(?:\.|->)(?:[gG]et\w{0,20}|FormValue|PostFormValue|Query|DefaultQuery|Param|PostForm|QueryParam|input|query|post|fetch|param|header)\(\s?['"](?<asked>[\w-]{1,60})['"]/g;

/** What is left of these words once single fields are taken out is the whole of the request. */
const wholeOfIt =
  /\$_(?:GET|POST|REQUEST)\b|\$request\b|\b(?:req|request|ctx|Request|params)\b(?!\s{0,3}(?:\.|->)\s{0,3}(?:session|user|method|path|url|app|getSession|getMethod|Method|setCharacterEncoding|headers?|get_?host|ip|log)\b)/;

/** Fields of the request that a text names, by their keys. */
export const fieldsIn = (text: string): string[] =>
  [...text.matchAll(oneField)].flatMap(({ groups }) =>
    Object.values(groups ?? {}).flatMap((key: string | undefined) => key ?? []),
  );

const assignment =
  /(?<![\w$.>=!<])(?:(?:const|let|var|final|auto|[A-Z][\w<>[\]]{0,60})\s+)?\$?(?<name>[A-Za-z_]\w{0,60})\s{0,3}(?::[^=\n]{1,60})?[:.+]?=(?![=>])(?<from>[^\n]{1,400})/;
const words = (code: string): string[] =>
  [...code.matchAll(/(?<![.\w])\$?([A-Za-z_]\w*)/g)].map(([, word = '']) => word);
const itself: ReadonlySet<string> = new Set([
  'this',
  'self',
  'super',
  'static',
  'if',
  'unless',
  'not',
  'return',
  'else',
]);

/** The line speaks of the value: by a name it has, or by its field, or by all of the request. */
const isAbout = (line: string, names: ReadonlySet<string>, keys: ReadonlySet<string>): boolean =>
  words(withoutTexts(line)).some((word) => names.has(word) && !everybodys.test(word)) ||
  fieldsIn(line).some((key) => keys.has(key)) ||
  wholeOfIt.test(line.replace(oneField, ''));

/** `validate();`, `$this->check();`: what is looked at is not said. */
function saysNothing(code: string): boolean {
  const called = code.replace(/[\w$]{1,60}\s?\(/g, '(');
  return words(called).every((word) => itself.has(word));
}

/**
 * Something before looks at the value, or may: at one of its names, at what was made of the request besides, at the whole
 * request, or at nothing that is said. What looks at another field of the request says nothing of this one.
 */
export function isLookedAtInText(text: string, names: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  const kin = new Set(names);
  return text.split('\n').some((line) => {
    const made = assignment.exec(line)?.groups;
    if (made?.['name'] !== undefined && isAbout(made['from'] ?? '', kin, keys)) kin.add(made['name']);
    const code = withoutTexts(line).replace(readsOnly, '(');
    return looks.test(code) && (isAbout(line, kin, keys) || saysNothing(code));
  });
}

/** The same of what stands around: a decorator or a route speaks of whatever the function takes. */
export const speaksOfLooking = (text: string): boolean => looks.test(withoutTexts(text).replace(readsOnly, '('));
