import type { SourceFile } from '../../../../sourceFile';

/** How a language without a grammar writes functions, and where it takes data of a request from. */
export interface TextLanguage {
  wants(file: SourceFile): boolean;
  /** The head of a function up to its name; the list of parameters follows. */
  readonly head: RegExp;
  /** The name and the type of a parameter. */
  readonly parameter: RegExp;
  /** Marks of a parameter that a framework fills in from the request. */
  readonly marked: RegExp;
  /** Expressions whose value comes from a request, or from another app. */
  readonly sources: RegExp;
  /** A file without any of these words has none. */
  readonly words: readonly string[];
}

const text = /^(?:String|CharSequence|Option\[String\]|Optional<String>|List<String>|Array<String>|Uri)\??$/;

/** What a parameter of this type holds may carry signs of another language. */
export const isTextType = (type: string): boolean => text.test(type.trim());

const ofServlet = String.raw`\b(?:req|request|httpRequest|httpServletRequest|servletRequest|serverRequest)\.(?:getParameter\w{0,6}\(|getHeaders?\(|getCookies\(|queryString\b|getQueryString\(|cookies\b|pathInfo\b|parameterMap\b|queryParams?\w{0,6}\(|pathVariable\(|param\(|bodyTo\w{0,8}|inputStream\b|reader\b|getPart\()|\b\w{1,40}\.(?:originalFilename|getOriginalFilename\(|submittedFileName|getSubmittedFileName\()`;

const kotlin: TextLanguage = {
  wants: ({ language }) => language === 'kotlin',
  head: /\bfun\s+(?:<[^>\n]{1,80}>\s*)?(?:[\w<>?]{1,60}\.)?`?(?<name>\w{1,80})`?\s{0,3}(?=\()/g,
  parameter:
    /(?:^|\s)(?:vararg\s+|noinline\s+)?`?(?<name>[A-Za-z_]\w{0,60})`?\s*:\s*(?<type>[\w.]{1,60}(?:<[^=]{1,60}>)?\??)/,
  marked:
    /@(?:field:|param:)?(?:RequestParam|PathVariable|RequestBody|ModelAttribute|RequestHeader|CookieValue|RequestPart|QueryParam|PathParam|FormParam|HeaderParam|CookieParam|QueryValue)\b/,
  sources: new RegExp(
    String.raw`${ofServlet}|\bcall\.(?:parameters\b|pathParameters\b|queryParameters\b|request\.(?:queryParameters|headers|cookies|uri|queryString)\b|receive(?:Text|Parameters|Nullable|OrNull)?\b)|\b(?:ctx|context)\.(?:queryParams?|pathParam|formParams?|header|cookie|body\w{0,12})\(|\bintent\??\.(?:get\w{1,20}Extra\(|data\b|dataString\b|extras\b)|\.getQueryParameter\(`,
  ),
  words: [
    'equest',
    'call.',
    'ctx.',
    'context.',
    'ntent',
    '@PathVariable',
    'Param',
    'getQueryParameter',
    'ilename',
    'FileName',
  ],
};

const scala: TextLanguage = {
  wants: ({ languageName, language }) => language === 'other' && /^(?:Scala|Groovy)$/.test(languageName),
  head: /\bdef\s+(?<name>\w{1,80})\s{0,3}(?:\[[^\]\n]{1,60}\]\s{0,3})?(?=\()/g,
  parameter:
    /(?:^|\s)(?:implicit\s+|final\s+)?(?<name>[A-Za-z_]\w{0,60})\s*:\s*(?<type>[\w.]{1,60}(?:\[[^=]{1,60}\])?)|^\s*(?:def|String|Object)\s+(?<other>\w{1,60})\s*$/,
  marked: /@(?:RequestParam|PathVariable|RequestBody|QueryParam|PathParam|FormParam)\b/,
  sources: new RegExp(
    String.raw`${ofServlet}|\brequest\.(?:getQueryString\(|body\b|headers\b|cookies\b|queryString\b|rawQueryString\b|path\b)|\bparams\.get\(|\bparams\(|\bparams\.\w{1,40}\b|\bbindFromRequest\b`,
  ),
  words: ['equest', 'params', 'Param'],
};

export const textLanguages: readonly TextLanguage[] = [kotlin, scala];

/** A handler of Play: its parameters are parts of the address. */
export const isAction = (head: string): boolean =>
  /=\s*(?:silhouette\.)?\w{0,30}Action\w{0,20}(?:\.async)?\b/.test(head);
