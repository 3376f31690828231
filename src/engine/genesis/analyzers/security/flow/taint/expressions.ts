import type { Node } from 'web-tree-sitter';

export const joins = new Set([
  'binary_expression',
  'template_string',
  'binary_operator',
  'encapsed_string',
  'string',
  'interpolated_string_expression',
  'binary',
  'string_literal',
  'shell_command_expression',
  'subshell',
]);
/** Operators that put texts together; others choose (`||`), compare or count. */
export const joiningOperators = /^(?:\+|%|\.|<<|\+=|\.=)$/;
export const choosingOperators = /^(?:\|\||\?\?|\?:|or|and|&&)$/;
/**
 * Calls whose result is still the text of the request: paths and addresses put together, decoded, trimmed. What looks a
 * record up by the text, checks it or makes an object of it gives something else.
 */
export const passingCalls =
  /(?:^|\.)(?:join|resolve|normalize|Combine|Join|Clean|concat|trim\w*|strip|lstrip|rstrip|chomp|toString|ToString|to_s|to_str|toLowerCase|toUpperCase|downcase|upcase|lower|upper|ToLower|ToUpper|TrimSpace|replace|replaceAll|gsub|sub|substring|substr|slice|split|str_replace|str_ireplace|preg_replace|stripslashes|strtolower|strtoupper|decode\w*|unescape\w*|decodeURIComponent|decodeURI|unquote\w*|urldecode|base64_decode|(?:urlsafe_|standard_)?b64decode|b32decode|a2b_base64|unhexlify|fromhex|decode64|getBytes|from|str|bytes|String|parse|URL|URI|URL\.new|Path|File|get|fetch|get_json|getParameter\w*|getHeader|Get|FormValue|Query|Param|Vars|dup|freeze|Sprintf|Sprint|sprintf|format|Format|formatted|printf|Append|append|first|last|read|ReadAll|parse_qsl?|splitext|urlparse|urlsplit|Buffer\.from|original_filename|text|TextClause|atob|iconv|mb_convert_encoding|entrySet|entries|items|values|keySet|getOrDefault|ByteArrayInputStream|BufferedInputStream|StringReader|InputSource|utf8_(?:en|de)code|json_decode|loads|nl2br|implode|explode|mb_(?:substr|strtolower|strtoupper|strimwidth|convert_case|convert_kana)|array_merge|ucfirst|lcfirst|ucwords|rtrim|ltrim|URI\.create|fromUriString|fromHttpUrl|nextElement|MapPath|UrlDecode|HtmlDecode|GetString|FromBase64String|StreamReader|ReadToEnd(?:Async)?|readLine|readAllBytes|toUri|toPath|toFile|toAbsolutePath)$/;
/** Those of them that leave every sign of the text as it is. */
export const keepingCalls =
  /(?:^|\.)(?:join|resolve|Combine|Join|concat|trim|strip|toString|ToString|to_s|to_str|toLowerCase|toUpperCase|downcase|upcase|lower|upper|ToLower|ToUpper|TrimSpace|stripslashes|strtolower|strtoupper|urldecode|base64_decode|(?:urlsafe_|standard_)?b64decode|decode64|atob|decodeURIComponent|unquote|from|str|String|File|get|fetch|get_json|getParameter|getHeader|Get|FormValue|Query|Param|Vars|Sprintf|Sprint|sprintf|format|Format|formatted|printf|Append|append|text|param|query|header)$|^(?:url|querystring|qs)\.parse$/;
export const joiningCalls =
  /(?:^|\.)(?:format|formatted|Sprintf|sprintf|concat|join|printf|Format|Join|Concat|append)$/;
export const lookUps =
  /^(?:subscript_expression|subscript|element_reference|index_expression|array_access|element_access_expression)$/;
/** Where the framework put an upload, and what it says of it. */
export const ofUpload =
  /^params\[[^\]\n]{1,60}\](?:\[:?\w+\])?\.(?:path|tempfile(?:\.path)?|to_path|size|content_type)$/;
export const identifiers = new Set(['identifier', 'variable_name', 'shorthand_property_identifier']);

/** `'https://' + value`: what follows a bare scheme is the host. */
export const isHostAhead = (node: Node, part: Node): boolean =>
  /^[frbFRB$@]{0,2}["'`](?:https?:)?\/\/(?:["'`]\s{0,3}[+.]\s{0,3}|\$?\{)?$/.test(
    node.text.slice(0, Math.max(0, part.startIndex - node.startIndex)),
  );

/** A field of an object is not its beginning, unless it names where to go: `{ url: req.body.url }`. */
export function isInside(node: Node, part: Node): boolean {
  if (/^(?:composite_literal|object|dictionary|hash|array_creation_expression|literal_value)$/.test(node.type)) {
    return !/^\W*(?:url|uri|href|host|hostname|baseURL)\b/i.test(part.text);
  }
  return false;
}

const choices = new Set([
  'conditional_expression',
  'ternary_expression',
  'conditional',
  'if',
  'if_expression',
  'unless',
  'match_expression',
  'switch_expression',
  'case',
  'switch',
]);

/** The id of what a choice asks; `undefined` for what is no choice. */
export function conditionOf(node: Node, type: string): number | undefined {
  if (!choices.has(type)) return undefined;
  const named =
    node.childForFieldName('condition') ??
    node.childForFieldName('value') ??
    // C# writes what is asked before the word.
    (type === 'switch_expression' ? node.namedChild(0) : null);
  // Python writes the value first and the question in the middle.
  return (named ?? (node.namedChildCount === 3 ? node.namedChild(1) : null))?.id;
}
