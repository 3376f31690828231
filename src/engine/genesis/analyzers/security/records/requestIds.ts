import type { LanguageId } from '../../../sourceFile';

/** Names that tell one record from the others, as parameters and columns bear them. */
export const idName = String.raw`(?:\w{0,30}(?:[iI]d|ID|[uU]uid|UUID|_no|[nN]umber|_pk|Pk)|pk|uuid|key)`;

/** Where a request is read in place. */
const inPlace: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  javascript: /\b(?:req|request|ctx|c|event|context)\.(?:params|query|body|request\.body)\b|\bc\.req\.param\(/,
  python: /\brequest\.(?:args|form|json|GET|POST|data|query_params|values|get_json)\b|\bkwargs(?:\[|\.get\()/,
  php: /\$_(?:GET|POST|REQUEST)\[|\$request->|\brequest\(/,
  go: /\b(?:c|ctx|gc)\.(?:Param|Query|Params|QueryParam|PathParam|FormValue)\(|\bmux\.Vars\(|\bvars\[|\bchi\.URLParam\(|\.PathValue\(|\.FormValue\(|\.URL\.Query\(\)/,
  ruby: /\bparams\[:\w{0,20}(?:id|uuid|number)\]/,
  java: /\b(?:request|req)\.getParameter\(/,
  csharp: /\bRequest\.(?:Query|Form|RouteValues)\b/,
};

const readsFor = (language: LanguageId): RegExp | undefined =>
  language === 'typescript' || language === 'tsx'
    ? inPlace.javascript
    : inPlace[language === 'kotlin' ? 'java' : language];

/** Whether a name holds what a request says in its address, its query or its body. */
function isGiven(name: string, code: string, language: LanguageId): boolean {
  const holds = (source: string): boolean => new RegExp(source).test(code);
  switch (language) {
    case 'javascript':
    case 'typescript':
    case 'tsx':
      return holds(
        String.raw`\b${name}\s?(?::\s?\w{1,20}\s?)?=\s?[^\n;=]{0,40}\b(?:params|query|body)\b|\b${name}\s?=\s?[^\n;]{0,40}\b(?:param|searchParams\.get)\(|\{[^{}]{0,120}\b${name}\b[^{}]{0,120}\}\s?=\s?(?:await\s)?(?:\w{1,20}\.){0,2}(?:params|query|body)\b|@(?:Param|Query|Body)\([^()]{0,60}(?:\([^()]{0,40}\)[^()]{0,20})?\)\s?(?:readonly\s)?${name}\b`,
      );
    case 'python':
      return holds(
        String.raw`@[\w.]{1,40}\([^\n]{0,120}[<{](?:\w{1,12}:)?${name}(?::\w{1,12})?[>}]|\bdef\s\w{1,60}\(\s?(?:self,\s?)?request\b[^()]{0,120}\b${name}\b|\b${name}\s?=\s?[^\n]{0,30}\b(?:request\.(?:args|form|json|GET|POST|data|query_params|values|get_json)|kwargs)\b`,
      );
    case 'java':
    case 'kotlin':
      return holds(
        String.raw`@(?:PathVariable|RequestParam|PathParam|QueryParam|Param)\b(?:\([^()]{0,80}\))?\s?(?:final\s)?(?:[\w<>]{1,30}\s)?${name}\b|\b${name}\s?=\s?[^;\n]{0,60}getParameter\(`,
      );
    case 'csharp':
      return (
        /\bI?ActionResult\b|\bIResult\b|\[Http|Map(?:Get|Post|Put|Delete)\(|\bViewResult\b/.test(code) &&
        holds(
          String.raw`[(,]\s{0,30}(?:\[From\w{1,8}[^\]\n]{0,30}\]\s?)?(?:int|long|Guid|string|short|uint)\??\s${name}\b`,
        )
      );
    case 'php':
      return holds(
        String.raw`\bfunction\s\w{1,60}\([^()]{0,120}\$${name}\b|\$${name}\s?=\s?[^;\n]{0,40}(?:\$_(?:GET|POST|REQUEST)\[|\$request->|request\(|->input->|getParam\()`,
      );
    case 'go':
      return holds(
        String.raw`\b${name}\b(?:,\s?\w{1,10})?\s?:?=\s?[^\n]{0,80}(?:\.(?:Param|Query|Params|QueryParam|PathParam|FormValue|PathValue)\(|Vars\(|[vV]ars\[|URLParam\(|Query\(\)\.Get)`,
      );
    default:
      return false;
  }
}

/**
 * Whether what a call is given tells a record by an id that the request says.
 * @param given the text between the brackets of the call
 * @param code the function that the call stands in, without comments
 */
export function isByIdOfRequest(given: string, code: string, language: LanguageId): boolean {
  const reads = readsFor(language);
  if (reads?.test(given)) return language === 'ruby' || new RegExp(`\\b${idName}\\b`).test(given);
  const names = [...given.matchAll(new RegExp(String.raw`(?<![\w.])\$?(?<name>${idName})\b(?!\s{0,3}\()`, 'g'))];
  return names.slice(0, 8).some(({ groups }) => isGiven(groups?.['name'] ?? '', code, language));
}
