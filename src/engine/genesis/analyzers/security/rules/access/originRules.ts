import type { SourceFile } from '../../../../sourceFile';
import { conditionsAround, enclosingLines, isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { anyLanguage } from '../languages';

/** Files, pictures, documents of an API and what federates are meant for everyone. */
const meantForAll =
  /\.well-known|webfinger|nodeinfo|host-meta|jwks|activity\+json|opengraph|oembed|openapi|swagger|badge|static|assets?\b|public|download|attachment|storage|blob|\bqr\b|userinfo|embed|widget|tracker|feed|rss|\bicons?\b|octet-stream|event-stream|Content-Disposition|max-age|configureServer|devServer/i;
const ofTools =
  /(?:^|[/._-])(?:vite|webpack|rollup|esbuild|parcel|gulp\w*|grunt\w*|config\.m?js|tests?|mocks?|proxy|demo)(?:[/._-]|$)/i;

/**
 * The server as a whole, with what makes it matter: cookies or a login that are sent along. Where no credentials go with
 * a request from another page, it learns what everybody can ask for.
 */
function isForTheWholeServer(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  const near = linesAround(file, line, 12, 10);
  if (isForDevelopers(file, line) || isBrowserCode(file) || ofTools.test(file.path)) return false;
  if (meantForAll.test(`${file.path}\n${linesAround(file, line, 12, 4)}`)) return false;
  if (/allow_?(?:all|any)\w{0,10}\s?=/i.test(enclosingLines(file, line).join('\n'))) return false;
  // A choice of whoever runs it; the header of a request that is sent.
  if (conditionsAround(file, line).length > 0 || /^\s*(?:\}\s*)?else\b/.test(enclosingLines(file, line)[0] ?? ''))
    return false;
  if (/\bfetch\(|axios|Authorization['"]?\s?:\s?[`'"]|postMessage/.test(near)) return false;
  return /[cC]redentials['"]?\)?\s{0,3}[:=,(]\s{0,3}(?:["']?true|True)|CREDENTIALS\s{0,3}=\s{0,3}True/.test(near);
}

/** Somebody is known by a cookie here: a form to sign in, a session, who is signed in. */
const signedIn =
  /\bformLogin\b|\brememberMe\b|\bhttpOnly\b|AuthenticationSchemes\.Cookie|AuthenticationScheme\s?=\s?Cookie|@login_required|LoginRequired|\brequest\.user\b|\bcurrent_user\b|\bauthenticate_user!|\bWTF_CSRF|\bsession\[/;

/** Switched off where somebody is known by a cookie; callers that are programs bring a token or a signature. */
function isOfSignedIn(match: RegExpMatchArray, file: SourceFile): boolean {
  if (/STATELESS|[Jj]wt|JWT|[bB]earer|oauth2ResourceServer|TokenAuth|addFilterBefore/.test(file.text)) return false;
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  if (isForDevelopers(file, line)) return false;
  const isChain = file.language === 'java' || file.language === 'kotlin';
  // Who skips the check for some formats, or answers with an empty session, keeps it for the rest.
  if (/null_session|\b(?:if|unless|only|except):/.test(file.lineText(line))) return false;
  const near = linesAround(file, line, isChain ? 25 : 6, isChain ? 25 : 14);
  if (/skip_before_action :(?:auth\w*|require_login|login_required)/.test(near)) return false;
  const isOfPrograms =
    /(?:^|[/._-])api(?:s|v\d)?(?:[/._-]|$)|[a-z]Api|Api[A-Z]|\bapi\/|webhook|callback|\bhooks?\b|notif|\bo?auth\b|omniauth|graphql|\brpc\b|\bsaml|\bping\b|\bmetrics\b|benchmark|health|stateless|api_?key|signature|\bhmac|\bcsp|report|logout|error|embed|\bjson\b|unsubscribe|upload/i;
  return (
    signedIn.test(near) && !isOfPrograms.test(isChain ? file.path : `${file.path}\n${linesAround(file, line, 4, 8)}`)
  );
}

/** The header of the answer repeats the origin of the request, which nobody compared with anything. */
function isRepeated(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  if (isForDevelopers(file, line) || isBrowserCode(file) || ofTools.test(file.path)) return false;
  // Options stand in one object, headers in neighbouring lines.
  const isOption = /origin:/.test(match[0]);
  const options = file.text.slice(match.index, (match.index ?? 0) + 400).split('}')[0] ?? '';
  const near = isOption ? options : linesAround(file, line, 10, 6);
  return (
    /Allow-Credentials['"]?\]?\s{0,3}[,=:]\s{0,3}['"]?true|credentials\s?:\s?true/i.test(near) &&
    !/allow\w*(?:origin|host|domain)s?\b(?!['"-])|white_?list|includes\(|indexOf\(|\.has\(|\bin_array|\.match|\.test\(|Contains|HasSuffix|startsWith|endsWith|\bin\s\w*(?:origins|allowed)|={2,3}\s?(?!null|undefined|''|"")\w/i.test(
      near.replace(/Access-Control-Allow-Origin/gi, ''),
    )
  );
}

/** What pages of other sites may do here. */
export const originRules: readonly LineRule[] = [
  {
    id: 'cors-any-origin',
    possible: true,
    cwe: 'CWE-942',
    owasp: 'A05',
    title: 'Every origin may call with credentials from a browser (CORS)',
    severity: 'medium',
    why: 'With all origins and credentials allowed, the framework answers with the origin of whoever asks: any page can read with the cookies of its visitor.',
    fix: 'Name the origins that may call, or leave credentials out.',
    wants: anyLanguage,
    words: ['allow_origins', 'origins:', 'OriginPattern', 'CORS_'],
    pattern:
      /\ballow_origins\s*=\s*\[\s*['"]\*['"]|\bCorsica,\s{0,40}(?:#[^\n]*\s{0,40}){0,4}origins:\s*['"]\*['"]|\bCORS_(?:ORIGIN_ALLOW_ALL|ALLOW_ALL_ORIGINS)\s*=\s*True|\b(?:addAllowedOriginPattern|setAllowedOriginPatterns|allowedOriginPatterns)\([^)\n]{0,40}"\*"/g,
    accept: isForTheWholeServer,
    examples: [
      {
        path: 'a.py',
        text: 'app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)\n',
        lines: [1],
      },
      {
        path: 'A.java',
        text: 'class A { CorsConfiguration f() {\n  c.addAllowedOriginPattern("*");\n  c.setAllowCredentials(true);\n} }\n',
        lines: [2],
      },
      // Without credentials a page learns what everybody can ask for; files are meant for all; a request that is sent.
      { path: 'b.py', text: 'app.add_middleware(CORSMiddleware, allow_origins=["*"])\n', lines: [] },
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tc.AllowAllOrigins = true\n\tc.AllowCredentials = true\n}\n',
        lines: [],
      },
      { path: 'B.cs', text: 'class B { void F() { c.AllowAnyOrigin().AllowAnyHeader(); } }\n', lines: [] },
      {
        path: 'views/oembed.py',
        text: "def f(response, next):\n    next(response)\n    response.headers['Access-Control-Allow-Origin'] = '*'\n    response.headers['Access-Control-Allow-Credentials'] = 'true'\n",
        lines: [],
      },
      {
        path: 'a.js',
        text: "app.use((req, res, next) => fetch(url, { headers: { 'Access-Control-Allow-Origin': '*' }, credentials: true }));\n",
        lines: [],
      },
    ],
  },
  {
    id: 'cors-repeated-origin',
    possible: true,
    told: 'cors-any-origin',
    cwe: 'CWE-942',
    owasp: 'A05',
    title: 'Every origin may call with credentials from a browser (CORS)',
    severity: 'medium',
    why: 'The answer repeats the origin of whoever asks and allows credentials: any page can read with the cookies of its visitor.',
    fix: 'Compare the origin with those that may call, or leave credentials out.',
    wants: anyLanguage,
    words: ['Access-Control-Allow-Origin', 'access-control-allow-origin', 'origin: true'],
    pattern:
      /['"]Access-Control-Allow-Origin['"]\]?\s{0,3}[,=]\s{0,3}(?:(?:req|request|ctx|c)\.(?:get|header)\(\s{0,2}['"]origin['"]|(?:req|request|ctx)\.headers?(?:\.origin\b|(?:\.get\(|\[)\s{0,2}['"]origin['"])|r(?:eq)?\.Header\.Get\(\s{0,2}"Origin"|request\.getHeader\(\s{0,2}"Origin")|\bcors\(\s{0,3}\{[^{}]{0,120}\borigin:\s{0,2}true\b|(?<=cors\w{0,20}\s{0,3}=\s{0,3}\{\s{0,10})origin:\s{0,2}true\b/gi,
    accept: isRepeated,
    examples: [
      {
        path: 'a.js',
        text: "function f(req, res) {\n  res.header('Access-Control-Allow-Origin', req.get('origin'));\n  res.header('Access-Control-Allow-Credentials', true);\n}\n",
        lines: [2],
      },
      {
        path: 'b.js',
        text: "function f(req, res) {\n  if (!known.includes(req.headers.origin)) return;\n  res.header('Access-Control-Allow-Origin', req.headers.origin);\n  res.header('Access-Control-Allow-Credentials', true);\n}\n",
        lines: [],
      },
      {
        path: 'c.js',
        text: 'app.use(cors({ origin: true, credentials: true }));\napp.use(cors({ origin: true }));\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'csrf-disabled',
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'Protection against forged requests (CSRF) is switched off',
    severity: 'medium',
    why: 'With cookies as login, another site can act in the name of who is signed in. It is right to do for APIs that use tokens only.',
    fix: 'Leave it on for everything that a browser with cookies can reach.',
    wants: anyLanguage,
    words: ['csrf', 'CSRF', 'verify_authenticity_token', 'protect_from_forgery', 'IgnoreAntiforgeryToken'],
    pattern:
      /\bcsrf\(\s*\)\s*\.disable\(|\.csrf\(\s*(?:\w+\s*->\s*\w+\.disable\(\)|\w+::disable|AbstractHttpConfigurer::disable|CsrfConfigurer::disable)|@csrf_exempt\b|\bWTF_CSRF_ENABLED['"\]]{0,2}\s*=\s*False|skip_before_action\s+:verify_authenticity_token|protect_from_forgery\s+with:\s*:null_session|\[IgnoreAntiforgeryToken\]/g,
    accept: isOfSignedIn,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpSecurity http) {\n  http.csrf(csrf -> csrf.disable()).formLogin(withDefaults());\n} }\n',
        lines: [2],
      },
      { path: 'a.py', text: '@csrf_exempt\n@login_required\ndef save(request):\n    pass\n', lines: [1] },
      // Callers that are programs, a token instead of a cookie, a path of a chain for something else.
      { path: 'b.py', text: '@csrf_exempt\ndef webhook(request):\n    request.user.touch()\n', lines: [] },
      {
        path: 'B.java',
        text: 'class B { void f(HttpSecurity http) {\n  http.csrf(c -> c.disable()).addFilterBefore(jwtFilter, A.class).formLogin(a);\n} }\n',
        lines: [],
      },
      {
        path: 'C.java',
        text: 'class C { void f(HttpSecurity http) { http.csrf().disable().httpBasic(); } }\n',
        lines: [],
      },
    ],
  },
];
