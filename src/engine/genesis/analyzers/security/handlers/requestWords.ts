import type { LanguageId } from '../../../sourceFile';

/** How one language says where a value comes from, asked of the text of one expression. */
export interface RequestWords {
  /** A value of the address, the query or the body. */
  readonly request: RegExp;
  /** The whole body. */
  readonly body: RegExp;
  /** Who is signed in. */
  readonly asker: RegExp;
  /** A function that is given the address of a variable may fill it from the request. */
  readonly mayFill?: true;
}

const script: RequestWords = {
  request:
    /\b(?:req|request|ctx|c|event|context|ctx\.request)\.(?:params|query|body|request\.body|pathParameters|queryStringParameters)\b|\bc\.req\.(?:param|query|json)\(|\bsearchParams\.get\(|\bgetRouterParam\(|\b(?:await|readBody)\s?\(?(?:req|request|event)(?:\.json\(|\))|\b(?:await\s)(?:\w{1,10}\.)?params\b/,
  body: /(?:\b(?:req|request|ctx|ctx\.request)\.body\b|\bawait\s(?:c\.)?req(?:uest)?\.json\(\)|\breadBody\(\w{1,10}\))(?!\s?[.[?])/,
  asker:
    /\b(?:req|request|ctx|c|event|res|reply|context|socket|r)\.(?:\w{1,12}\.)?(?:user(?:_?[iI]d|_?[nN]ame|Data|Info|_?[eE]mail|Role)?|auth\w{0,12}|session|currentUser|account(?:Id)?|decoded\w{0,8}|jwt\w{0,10}|principal|token\w{0,8}|identity|tenant(?:Id)?|member(?:Id)?)\b(?!\s?\()|\bthis\.(?:user|userId|currentUser|session)\b|\bsession\b\??\.|\bgetServerSession|\bauth\(\)|\bcurrentUser\b|\bjwt\.(?:verify|decode)|\bverifyToken\(|\bc\.get\(['"](?:user|jwt|auth|session|account)|(?:get|current|auth\w{0,8}|load|require|verify|check|decode)\w{0,10}(?:User|Account|Session|Auth|Member|Identity|Token|Claims)\w{0,10}\([^()\n]{0,60}\b(?:req|request|ctx|c|r|event|cookies|token|headers|context)\b/,
};

const jvm: RequestWords = {
  request: /\b(?:request|req)\.(?:getParameter|getPathInfo|getQueryString)\(|\bcall\.(?:parameters|receive)\b/,
  body: /\bcall\.receive\b/,
  asker:
    /\b[pP]rincipal\b|SecurityContext|getAuthentication\(|\bauthentication\b|@AuthenticationPrincipal|getUserPrincipal|getRemoteUser|\bsession\.(?:getAttribute|get)|getSession\(|[cC]urrent_?[uU]ser|\bcurrentUser|SecurityUtils?|[lL]ogged_?[iI]n|\bjwt\w{0,12}\.\w|[uU]serContext|AuthUtil|getUserFromToken|[uU]serDetails|\bLoginUser|ContextHolder|StpUtil|ThreadLocal|BaseContext|UserHolder|getUserId\(\)|extract(?:User|Email)\w{0,8}\(|getSubject\(/,
};

const words: Readonly<Partial<Record<LanguageId, RequestWords>>> = {
  javascript: script,
  typescript: script,
  tsx: script,
  java: jvm,
  kotlin: jvm,
  python: {
    request:
      /\brequest\.(?:args|form|json|GET|POST|data|query_params|values|get_json|path_params|match_info|params|matchdict|REQUEST)\b|\bkwargs(?:\[|\.get\()|\bself\.get_(?:query_)?argument\(/,
    body: /\brequest\.(?:json|data|POST|form)\b(?!\s?[.[(])|\brequest\.get_json\([^()]{0,30}\)(?!\s?[.[])|\bawait\srequest\.json\(\)/,
    asker:
      /\brequest\.(?:user|state\.\w|auth|session)\b|\bcurrent_?(?:user|identity|admin|account|member)\w{0,10}|\bg\.\w{0,12}user\w{0,6}|\bsession(?:\[|\.get\()|get_jwt\w{0,10}\(|\binfo\.context\.user|get_current_\w{1,20}|\btoken_data\b|jwt\.decode\(|decode_\w{0,12}token|decode_auth\w{0,10}|verify_\w{0,10}token|token_validator|auth_user\b|\bflask_login\b|\bself\.user\b|get_user_from\w{0,16}\(|logged_?in_?user/,
  },
  php: {
    request:
      /\$_(?:GET|POST|REQUEST)\s?\[|\$request->|\brequest\(|->(?:getParam|getQuery|getPost|getVar|getParsedBody|getQueryParams|getAttribute)\(|\$this->input->(?:get|post)\(|->request->(?:param|get|post|query|input)\w{0,6}(?:\(|->get\()|\bInput::(?:get|all)\(|\$args\[|\bparams\(/,
    body: /(?:\$request->(?:all|input|post|json|getParsedBody)\(\)|\brequest\(\)->(?:all|input|post)\(\)|\$_POST\b(?!\s?\[)|\bInput::all\(\))(?!->)/,
    asker:
      /\$_SESSION\b|\bAuth::(?!routes|attempt|guest)|\bauth\(\s?(?:['"]\w{1,20}['"])?\s?\)|->user\(\)|\$this->getUser\(|\bSession::get\(|\bsession\(\s?['"]|->session->|\$current_?[uU]ser|get_current_user|->userdata\(|\bUser::current|getIdentity\(|\$this->(?:user|auth)\b|\bwp_get_current|->getUser\(\)|\$auth\w{0,8}\b/,
  },
  ruby: {
    request: /\bparams(?:\[|\.(?:fetch|require|permit|dig|expect)\(?)/,
    body: /\bparams(?:\.require\(:\w{1,30}\))?\.permit!|\bparams\[:\w{1,30}\](?=\s?\)|\s?$)/m,
    asker:
      /\bcurrent_\w{1,30}|\bsession\[|\bCurrent\.\w|@current_\w|\bsigned_in_\w|\bwarden\b|\blogged_in_\w|\brequire_\w{0,8}user|\bauthenticated_\w/,
  },
  go: {
    request:
      /\b(?:c|ctx|gc|context)\.(?:Param|Query|Params|QueryParam|PathParam|FormValue|PostForm|DefaultQuery|QueryInt|ParamsInt|UserValue)\(|\bmux\.Vars\(|\b\w{0,10}[vV]ars\[|\bchi\.URLParam\(|\.PathValue\(|\.FormValue\(|\.URL\.Query\(\)|\.URL\.Path\b|\.ByName\(|\bparams\["/,
    body: /(?!)/,
    mayFill: true,
    asker:
      /\b(?:c|ctx|gc|context)\.(?:Get|GetString|GetUint|GetInt|GetInt64|GetUint64|MustGet|Locals|Value|Keys)\(|\.Context\(\)\.Value\(|[sS]ession\w{0,8}\.(?:Get|Values|Load)|\b[cC]laims\b|[cC]urrent_?[uU]ser|\bauth\.\w|[gG]et(?:Auth|Current|Session|Logged)\w{0,20}\(|[uU]ser(?:ID)?From\w{0,12}\(|ExtractToken\w{0,12}\(|GetUser(?:ID|Id)?\((?:c|ctx|r|req)\b|\b(?:token|jwt|claims)\w{0,8}\.(?:Claims|Subject|User)/,
  },
  csharp: {
    request: /\bRequest\.(?:Query|Form|RouteValues|Params|QueryString)\b|\bRequest\["/,
    body: /(?!)/,
    asker:
      /\bUser\.(?:Identity|Find|Claims|Get|IsInRole|Is|Id|Has)|HttpContext\.(?:User|Session|Items|Get)|\b_?[uU]serManager\.(?:Get|Find)\w{0,24}\(\s?(?:HttpContext\.)?User|[cC]urrent_?[uU]ser|ClaimTypes|ClaimsPrincipal|\bSession\[|\bUserId\b(?!\s?[=,)]\s?=?\s?(?:user)?[iI]d\b)|_userContext|[lL]ogged_?[iI]n|GetUserId\(|CallerId|IUserContext|_workContext|GetCurrent\w{1,20}\(/,
  },
};

export const requestWordsOf = (language: LanguageId): RequestWords | undefined => words[language];

/** Names that tell one record from the others, as parameters and columns bear them. */
export const idName = /(?:[iI]d|ID|[uU]uid|UUID|[gG]uid|_no|[nN]umber|_pk|Pk)$|^(?:pk|uuid|key)$/;

/** What a parameter is, by its name or its type, that holds who is signed in. */
export const askerName =
  /^\$?_?(?:(?:current|auth|authed|authenticated|logged_?in|session|acting|request|my)_?(?:user|account|member|admin|identity|person|id|customer|employee)\w{0,6}|principal|authentication|user_?details|actor|requester|viewer|caller|me|identity|claims?|auth|token_?(?:data|payload)|user_?session|session|login_?user)$/i;
export const askerType =
  /CurrentUser|Principal|Authentication\b|UserDetails|Session\b|Claims|AuthUser|LoginUser|get_current|GetUser|@User\b|@Auth|get_\w{0,12}user\b|Depends\([^()]{0,30}(?:user|auth|token|admin)/i;
