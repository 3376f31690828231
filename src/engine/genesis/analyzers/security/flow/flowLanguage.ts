import { holdsAnyWord } from '../../../../../base/wordFilter';
import type { LanguageId } from '../../../sourceFile';

/** How one language assigns, calls and joins, in the node types of its grammar. */
export interface FlowLanguage {
  readonly languages: readonly LanguageId[];
  readonly functions: readonly string[];
  /** Functions that see no names of what is around them. */
  readonly closed?: readonly string[];
  /** Nodes that bind a name to a value, with the fields that hold both. */
  readonly assignments: readonly {
    readonly type: string;
    readonly name: string;
    readonly value: string;
    /** What the name held before stays: `+=`. */
    readonly adds?: boolean;
    /** The name holds one after the other of what the value holds: `for (x of values)`. */
    readonly each?: boolean;
  }[];
  readonly calls: readonly {
    readonly type: string;
    readonly callee: readonly string[];
    readonly arguments: string;
    /** Not a call but something that acts like one, under this name: `echo`, a command in backticks. */
    readonly constant?: string;
    /** What is assigned to a property is given to it: `command.CommandText = sql`. */
    readonly property?: true;
    /** Only where this text stands before it. */
    readonly behind?: string;
    /** The grammar names no parts: the class stands first. */
    readonly made?: true;
  }[];
  /** Calls that put their arguments behind a text that a name holds. */
  readonly appends?: RegExp;
  /** Calls that put their arguments into a list or a text that a name holds: what comes out of it is one of many. */
  readonly gathers?: RegExp;
  /** Callees of calls that put what a request holds into a variable that they are given: `c.Bind(&user)`. */
  readonly fills?: RegExp;
  /** Expressions whose value comes from a request. */
  readonly sources: RegExp;
  /** A call around a value that makes it harmless for every sink: a number, an encoding, a lookup. */
  readonly sanitizers: RegExp;
}

const flowLanguages: readonly FlowLanguage[] = [
  {
    languages: ['javascript', 'typescript', 'tsx'],
    functions: ['function_declaration', 'function_expression', 'arrow_function', 'method_definition', 'program'],
    assignments: [
      { type: 'variable_declarator', name: 'name', value: 'value' },
      { type: 'assignment_expression', name: 'left', value: 'right' },
      { type: 'augmented_assignment_expression', name: 'left', value: 'right', adds: true },
      { type: 'for_in_statement', name: 'left', value: 'right', each: true },
    ],
    calls: [
      { type: 'call_expression', callee: ['function'], arguments: 'arguments' },
      { type: 'new_expression', callee: ['constructor'], arguments: 'arguments' },
    ],
    gathers: /^\w+\.(?:push|unshift)$/,
    // `ctx.body` is what Koa answers with.
    sources:
      /\b(?!ctx\.body\b)(?:req|request|ctx|ctx\.request|context\.req|event)\.(?:body|query|params|param|headers|cookies|files|queryStringParameters|pathParameters|rawBody|url|originalUrl)\b|\bc\.req\.(?:query|queries|param|header|json|text|parseBody)\(|\bsearchParams\.get\(|\b(?:file|pdf|image|photo|avatar|upload|picture|document|attachment|csv|resume)\.originalname\b|\b(?:req|request)\.(?:get|header)\(\s?['"`]|\bawait (?:req|request)\.(?:json|text|formData)\(\)/,
    sanitizers:
      /^(?:parseInt|parseFloat|Number|Boolean|BigInt|encodeURIComponent|encodeURI|escape|escapeHtml|sanitize\w*|validator\.\w+|DOMPurify\.sanitize|path\.basename|basename|hash\w*|bcrypt\.\w+|ObjectId|ObjectID|mysql\.escape|pg\.escape\w+)$/,
  },
  {
    languages: ['python'],
    functions: ['function_definition', 'module'],
    assignments: [
      { type: 'assignment', name: 'left', value: 'right' },
      { type: 'augmented_assignment', name: 'left', value: 'right', adds: true },
      { type: 'for_statement', name: 'left', value: 'right', each: true },
    ],
    calls: [
      { type: 'call', callee: ['function'], arguments: 'arguments' },
      { type: 'return_statement', callee: [], arguments: '', constant: 'return' },
    ],
    gathers: /^\w+\.(?:append|extend)$/,
    sources:
      /\b(?:flask\.)?request\.(?:args|form|values|json|data|files|cookies|headers|GET|POST|FILES|COOKIES|META|body|query_params|get_json|path_params|query_string|match_info|forms|rel_url|url|full_path|path|referrer)\b|\bawait request\.(?:post|json|form|text)\(|\bself\.get_(?:argument|query_argument|body_argument)\(/,
    sanitizers:
      /^(?:int|float|bool|len|quote|quote_plus|escape|html\.escape|shlex\.quote|urllib\.parse\.quote|secure_filename|os\.path\.basename|uuid\.UUID|UUID|bleach\.clean|markupsafe\.escape|hash\w*|hashlib\.\w+|str\.isdigit)$/,
  },
  {
    languages: ['php'],
    functions: ['function_definition', 'method_declaration', 'anonymous_function', 'arrow_function', 'program'],
    closed: ['function_definition', 'method_declaration'],
    assignments: [
      { type: 'assignment_expression', name: 'left', value: 'right' },
      { type: 'augmented_assignment_expression', name: 'left', value: 'right', adds: true },
    ],
    calls: [
      { type: 'function_call_expression', callee: ['function'], arguments: 'arguments' },
      { type: 'member_call_expression', callee: ['object', 'name'], arguments: 'arguments' },
      { type: 'scoped_call_expression', callee: ['scope', 'name'], arguments: 'arguments' },
      { type: 'object_creation_expression', callee: [], arguments: '', made: true },
      { type: 'augmented_assignment_expression', callee: [], arguments: '', constant: 'append' },
      { type: 'echo_statement', callee: [], arguments: '', constant: 'echo' },
      { type: 'print_intrinsic', callee: [], arguments: '', constant: 'echo' },
      { type: 'exit_statement', callee: [], arguments: '', constant: 'echo' },
      { type: 'include_expression', callee: [], arguments: '', constant: 'include' },
      { type: 'include_once_expression', callee: [], arguments: '', constant: 'include' },
      { type: 'require_expression', callee: [], arguments: '', constant: 'include' },
      { type: 'require_once_expression', callee: [], arguments: '', constant: 'include' },
      { type: 'shell_command_expression', callee: [], arguments: '', constant: 'backticks' },
    ],
    sources:
      /\$_(?:GET|POST|REQUEST|COOKIE|FILES(?=\[[^\]\n]{1,60}\]\[\s?['"]name)|SERVER\[['"](?:HTTP_(?!HOST)|QUERY_STRING|REQUEST_URI|PATH_INFO|PHP_SELF))|\bfilter_input\(\s?INPUT_(?:GET|POST|COOKIE|SERVER|REQUEST)\s?,\s?['"][\w-]{1,60}['"]\s?(?:,\s?FILTER_(?:DEFAULT|UNSAFE_RAW)\b[^()]{0,60})?\)|\bfile_get_contents\(\s?['"]php:\/\/input['"]\s?\)|\$request->(?:input|query|get|post|all|cookie|header|json|getParam|getQuery|getData|getPost|getVar|getParsedBody|getQueryParams|getContent)\b|\$this->(?:input->(?:get|post|get_post|cookie|request)|request->(?:getGet|getPost|getVar|getQuery|getData|getParam|getCookie))\(|\brequest\(\s?['"][\w.-]{1,60}['"]\s?\)|\brequest\(\)->(?:input|query|get|post|all|cookie|header)\b|\b[Ii]nput::(?:get|all)\(|\bRequest::(?:get|input|all|query)\(|\bYii::\$app->request->(?:get|post|getQueryParam|getBodyParam)\(/,
    sanitizers:
      /^(?:intval|floatval|boolval|\(int\)|htmlspecialchars|htmlentities|escapeshellarg|escapeshellcmd|mysqli_real_escape_string|mysql_real_escape_string|addslashes|basename|urlencode|rawurlencode|is_numeric|filter_var|md5|sha1|hash|password_hash|strip_tags|preg_quote|count|strlen)$/,
  },
  {
    languages: ['ruby'],
    functions: ['method', 'singleton_method', 'program'],
    closed: ['method', 'singleton_method'],
    assignments: [{ type: 'assignment', name: 'left', value: 'right' }],
    calls: [
      { type: 'call', callee: ['receiver', 'method'], arguments: 'arguments' },
      { type: 'subshell', callee: [], arguments: '', constant: 'backticks' },
    ],
    sources:
      /\bparams(?:\[|\.(?:fetch|require|permit|dig|to_unsafe_h))|\bcookies\[|\brequest\.(?:headers|env|query_parameters|request_parameters|raw_post|referer|params|query_string)\b|\brequest\.body\.read\b/,
    sanitizers:
      /^(?:Integer|Float|Shellwords\.escape|ERB::Util\.\w+|CGI\.escape|sanitize\w*|h|html_escape|File\.basename|URI\.encode_www_form_component|quote|sanitize_sql\w*)$|\.(?:to_i|to_f|to_sym\?|present\?|blank\?|hash)$/,
  },
  {
    languages: ['java'],
    functions: ['method_declaration', 'constructor_declaration', 'lambda_expression'],
    assignments: [
      { type: 'variable_declarator', name: 'name', value: 'value' },
      { type: 'assignment_expression', name: 'left', value: 'right' },
      { type: 'enhanced_for_statement', name: 'name', value: 'value', each: true },
    ],
    calls: [
      { type: 'method_invocation', callee: ['object', 'name'], arguments: 'arguments' },
      { type: 'object_creation_expression', callee: ['type'], arguments: 'arguments' },
      { type: 'return_statement', callee: [], arguments: '', constant: 'return' },
    ],
    appends: /\.append$/,
    gathers: /^\w+\.add(?:All|First|Last)?$/,
    sources:
      /\b(?:request|req|httpRequest|httpServletRequest|servletRequest|get\w{0,10}Request\(\))\.get(?:Parameter|ParameterValues|Header|Headers|QueryString|Cookies|PathInfo|InputStream|Reader|Part)\w*\(|\b\w{1,40}\.get(?:OriginalFilename|SubmittedFileName)\(\)/,
    sanitizers:
      /(?:^|\.)(?:parseInt|parseLong|parseDouble|valueOf|encode\w*|escape\w*|encodeForHTML|encodeForSQL|htmlEscape|fromString|getFileName)$/,
  },
  {
    languages: ['go'],
    functions: ['function_declaration', 'method_declaration', 'func_literal'],
    assignments: [
      { type: 'short_var_declaration', name: 'left', value: 'right' },
      { type: 'assignment_statement', name: 'left', value: 'right' },
      { type: 'var_spec', name: 'name', value: 'value' },
    ],
    calls: [{ type: 'call_expression', callee: ['function'], arguments: 'arguments' }],
    fills:
      /\b(?:c|ctx|gc|context)\.(?:Bind(?:JSON|Query|Body)?|ShouldBind(?:JSON|Query|Uri|BodyWith)?|BodyParser|QueryParser|ReadJSON|ReadForm)(?=\(|$)|\bNewDecoder\((?:r|req|request|c\.Request|ctx\.Request\(\))\.Body\)\.Decode(?=\(|$)/,
    sources:
      /\b(?:r|req|request)\.(?:URL\.Query\(\)|FormValue\(|PostFormValue\(|Form\b|PostForm\b|Header\.Get\(|Cookie\(|PathValue\(|URL\.Path\b|Body\b)|\b(?:c|ctx|gc|context)\.(?:Query|DefaultQuery|Param|PostForm|GetHeader|QueryParam|FormValue|Params|Cookies|BodyRaw|Queries)\(|\b(?:chi\.URLParam|mux\.Vars)\(/,
    sanitizers:
      /^(?:strconv\.\w+|url\.(?:QueryEscape|PathEscape)|html\.EscapeString|template\.HTMLEscapeString|filepath\.Base|path\.Base|len|uuid\.Parse)$/,
  },
  {
    languages: ['csharp'],
    functions: ['method_declaration', 'local_function_statement', 'lambda_expression', 'constructor_declaration'],
    assignments: [
      { type: 'variable_declarator', name: 'name', value: '' },
      { type: 'assignment_expression', name: 'left', value: 'right' },
    ],
    calls: [
      { type: 'invocation_expression', callee: ['function'], arguments: 'arguments' },
      { type: 'object_creation_expression', callee: ['type'], arguments: 'arguments' },
      { type: 'assignment_expression', callee: ['left'], arguments: 'right', property: true },
    ],
    gathers: /^\w+\.(?:Append(?:Line|Format)?|Add(?:Range)?)$/,
    sources:
      /\b(?:(?:\w{0,20}[cC](?:ontext|tx)|HttpContext\.Current|this|base|Page)\.)?_?Request(?:\.(?:Query|Form|Headers|Cookies|QueryString|Path|Body|Params|RouteValues|RawUrl|ServerVariables)\b|\[)|\bHttpContext\.Current\.Request\b/,
    sanitizers: /(?:^|\.)(?:Parse|TryParse|ToInt32|ToInt64|UrlEncode|HtmlEncode|Encode|EscapeDataString|GetFileName)$/,
  },
];

/** Sources that only a file of a certain kind has: the same words mean something else elsewhere. */
const furtherSources: readonly {
  readonly languages: readonly LanguageId[];
  readonly file: RegExp;
  /** One of these stands in every such file. */
  readonly words: readonly string[];
  readonly sources: RegExp;
}[] = [
  {
    languages: ['python'],
    file: /\bBaseHTTPRequestHandler\b/,
    words: ['BaseHTTPRequestHandler'],
    sources: /\bself\.(?:path|requestline)\b|\bself\.rfile\.read\(|\bself\.headers\.get\(/,
  },
  {
    languages: ['python'],
    file: /\b(?:bottle|falcon|webapp2|cherrypy)\b/,
    words: ['bottle', 'falcon', 'webapp2', 'cherrypy'],
    sources: /\brequest\.(?:query|forms|params|POST|GET)\b|\breq\.(?:get_param|media|stream)\b|\bself\.request\.get\(/,
  },
  // Functions that a cloud calls with what a gateway was sent.
  {
    languages: ['python'],
    file: /\bdef\s\w{1,40}\(\s?event\b[^,()\n]{0,40},\s?_?context\b/,
    words: ['event'],
    sources:
      /\bevent\[\s?['"](?:body|queryStringParameters|multiValueQueryStringParameters|pathParameters|headers|rawQueryString|cookies)['"]\s?\]|\bevent\.get\(\s?['"](?:body|queryStringParameters|multiValueQueryStringParameters|pathParameters|headers|rawQueryString|cookies)['"]/,
  },
  {
    languages: ['python'],
    file: /\btornado\b/,
    words: ['tornado'],
    sources: /\bself\.get_(?:arguments|cookie)\(|\bself\.request\.(?:body|headers|arguments|files)\b/,
  },
  // What a form of WTForms holds was looked at for being there only, mostly.
  {
    languages: ['python'],
    file: /Form\((?:request\.(?:form|values|args)|\))/,
    words: ['Form()', 'Form(request.'],
    sources: /\bform\.\w{1,40}\.data\b/,
  },
  // Laravel: every field of the request is a property of it.
  {
    languages: ['php'],
    file: /\bIlluminate\\Http\\|\bIlluminate\\Support\\Facades\b/,
    words: ['Illuminate\\'],
    sources:
      /\$request->(?!session\b|attributes\b|server\b|files\b|user\b|headers\b|validated\b)[a-z]\w{0,40}\b(?!\s?\()/,
  },
  // Fields of a form of ASP.NET, by the names that people give them; windows of a desktop have such fields as well.
  {
    languages: ['csharp'],
    file: /^(?![\s\S]*\busing\s(?:System\.Windows|Windows\.UI|Microsoft\.(?:Win32|UI|Maui)|Avalonia|Xamarin)\b)[\s\S]*?(?:\bSystem\.Web\.UI|:\s(?:System\.Web\.UI\.)?(?:Page|UserControl|MasterPage)\b)/,
    words: ['System.Web.UI', 'Page', 'UserControl'],
    sources: /\b(?:txt|tb|Txt|input)\w{1,40}\.Text\b|\b\w{0,30}(?:TextBox|Textbox|textBox)\w{0,10}\.Text\b/,
  },
  {
    languages: ['csharp'],
    file: /\bHttpRequest(?:Base)?\s_?request\b/,
    words: ['HttpRequest'],
    sources: /\b_?request(?:\.(?:Query|Form|Headers|Cookies|QueryString|Body|Params|RouteValues)\b|\[)/,
  },
  // What the sender of an upload called it, as Commons FileUpload gives it.
  {
    languages: ['java'],
    file: /\bFileItem\b/,
    words: ['FileItem'],
    sources: /\b(?:\w{0,20}[iI]tem|fi)\.getName\(\)/,
  },
  // What another app, or a link, hands to an app for phones.
  {
    languages: ['java'],
    file: /\bandroid\.(?:content|app|net|webkit)\b/,
    words: ['android.'],
    sources:
      /\b(?:getIntent\(\)|intent|\w{1,20}Intent)\.(?:get\w{1,20}Extra\(|getData\(|getDataString\(|getExtras\(\)\.get\w{0,20}\()|\b(?:uri|data)\.(?:getLastPathSegment|getQueryParameter|getPath)\(/,
  },
  {
    languages: ['go'],
    file: /"github\.com\/(?:astaxie\/beego|beego\/beego)|\bbeego\./,
    words: ['beego'],
    sources: /\b(?:this|c|self)\.(?:GetString|Ctx\.Input\.(?:Param|Query|Header))\(/,
  },
];

/** `<?= value ?>`: a statement behind the tag that writes it. */
const shortEcho = { type: 'expression_statement', callee: [], arguments: '', constant: 'echo', behind: '<?=' } as const;

/** How the language of a file is read for flows, with the sources that such a file has. */
export function flowLanguageOf(language: LanguageId, text: string): FlowLanguage | undefined {
  const known = flowLanguages.find(({ languages }) => languages.includes(language));
  if (!known) return undefined;
  const isPage = language === 'php' && text.includes('<?=');
  const found = isPage ? { ...known, calls: [...known.calls, shortEcho] } : known;
  const more = furtherSources.filter(
    ({ languages, words, file }) => languages.includes(language) && holdsAnyWord(text, words) && file.test(text),
  );
  if (more.length === 0) return found;
  return { ...found, sources: new RegExp([found, ...more].map(({ sources }) => sources.source).join('|')) };
}
