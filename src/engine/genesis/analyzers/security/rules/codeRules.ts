import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { conditionsAround, enclosingLines, isForDevelopers, linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';

const script = (file: FileDescription): boolean => ['javascript', 'typescript', 'tsx'].includes(file.language);
const python = (file: FileDescription): boolean => file.language === 'python';
const java = (file: FileDescription): boolean => file.language === 'java';
const go = (file: FileDescription): boolean => file.language === 'go';
const any = (file: FileDescription): boolean => file.language !== 'other';

/** Behind the guard of a directly started module, and bound to the own machine, it is a developer's. */
function isReachableDebugger(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  if (isForDevelopers(file, line)) return false;
  if (conditionsAround(file, line).some((header) => /debug|config|setting|args|option|environ/i.test(header)))
    return false;
  if (!/\.run\(/.test(match[0])) return true;
  const call = linesAround(file, line, 0, 4);
  if (/127\.0\.0\.1|localhost/.test(call)) return false;
  return !/__main__/.test(enclosingLines(file, line).join()) || /0\.0\.0\.0/.test(call);
}

/** Generators of code, pages of documents and what is sent as text write no pages of the product. */
const isOfTools =
  /(?:^|[/._-])(?:scripts?|tools?|generators?|codegen|scaffold\w*|docs?|build|builders?|e?mails?|sms|notif\w*|messages?|cli|templates?_?gen\w*)(?:[/._-]|$)/i;

/** Dangerous calls and settings that a line shows by itself. */
export const codeRules: readonly LineRule[] = [
  {
    id: 'cors-any-origin',
    cwe: 'CWE-942',
    owasp: 'A05',
    title: 'Every origin may call this server from a browser (CORS)',
    severity: 'medium',
    why: 'Pages of other sites can read the answers; with cookies or a network boundary as the only protection that is a leak.',
    fix: 'Name the origins that may call.',
    wants: any,
    words: ['Access-Control-Allow-Origin', 'origin', 'Origin', 'CORS_'],
    pattern:
      /Access-Control-Allow-Origin['"]\s*[,:=]\s*['"]\*['"]|\ballow_origins\s*=\s*\[\s*['"]\*['"]|\borigins?\s*[:=]\s*\[?\s*['"]\*['"]|\bCORS_(?:ORIGIN_ALLOW_ALL|ALLOW_ALL_ORIGINS)\s*=\s*True|\bsetAllowedOrigins\([^)\n]{0,40}"\*"|\baddAllowedOrigin\(\s*"\*"|@CrossOrigin\(\s*(?:origins\s*=\s*)?"\*"|\bAllowAllOrigins\s*[:=]\s*true|\bAllowAnyOrigin\(\)/g,
    // Documents of discovery and of federation are meant for everyone; servers of a bundler run at the developer's.
    accept(match, file) {
      const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
      return (
        !isForDevelopers(file, line) &&
        !/allow_?(?:all|any)\w{0,10}\s?=/i.test(enclosingLines(file, line).join('\n')) &&
        !/\.well-known|webfinger|nodeinfo|host-meta|jwks|activity\+json|opengraph|(?:^|\/)(?:vite|webpack|rollup)\b|configureServer|devServer|badge/i.test(
          `${file.path}\n${linesAround(file, line, 12, 4)}`,
        )
      );
    },
    examples: [
      { path: 'a.py', text: 'app.add_middleware(CORSMiddleware, allow_origins=["*"])\n', lines: [1] },
      {
        path: 'a.js',
        text: "res.setHeader('Access-Control-Allow-Origin', '*');\nres.setHeader('Access-Control-Allow-Origin', 'https://example.org');\n",
        lines: [1],
      },
      { path: 'A.java', text: 'class A { void f() { c.setAllowedOrigins(List.of("*")); } }\n', lines: [1] },
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
    wants: any,
    words: ['csrf', 'CSRF', 'verify_authenticity_token', 'protect_from_forgery', 'IgnoreAntiforgeryToken'],
    pattern:
      /\bcsrf\(\s*\)\s*\.disable\(|\.csrf\(\s*(?:\w+\s*->\s*\w+\.disable\(\)|\w+::disable|AbstractHttpConfigurer::disable|CsrfConfigurer::disable)|@csrf_exempt\b|\bWTF_CSRF_ENABLED['"\]]{0,2}\s*=\s*False|skip_before_action\s+:verify_authenticity_token|protect_from_forgery\s+with:\s*:null_session|\[IgnoreAntiforgeryToken\]/g,
    accept(match, file) {
      // Callers that are programs bring a token or a signature, and no cookie.
      if (/STATELESS/.test(file.text) && file.language !== 'ruby') return false;
      const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
      // A chain of settings says all in one place; what a decorator is about stands below it.
      const [before, behind] = file.language === 'java' || file.language === 'kotlin' ? [1, 1] : [6, 10];
      const near = `${file.path}\n${linesAround(file, line, before, behind)}`;
      return !/(?:^|[/._-])api(?:s|v\d)?(?:[/._-]|$)|[a-z]Api|Api[A-Z]|\bapi\/|webhook|callback|\bhooks?\b|notification|\boauth|graphql|\brpc\b|\bsaml|\bping\b|\bmetrics\b|benchmark|health|stateless|\bbearer\b|api_?key|signature|\bhmac/i.test(
        near,
      );
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpSecurity http) { http.csrf().disable(); http.csrf(csrf -> csrf.disable()); } }\n',
        lines: [1],
      },
      {
        path: 'a.py',
        text: '@csrf_exempt\ndef save(request):\n    pass\n@csrf_exempt\n\n\n\n\n\n\n\n\n\ndef webhook(request):\n    pass\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'debug-on',
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'Debug mode is on in code that also runs in production',
    severity: 'medium',
    why: 'Error pages then show code, settings and sometimes a console.',
    fix: 'Read it from the environment, off by default.',
    wants: (file) =>
      python(file) && !/(?:^|[/_.-])(?:dev|develop|development|local|test|testing|debug)(?:[/_.-]|$)/i.test(file.path),
    words: ['DEBUG', 'debug'],
    pattern:
      /^DEBUG\s*=\s*True\b|\bapp\.run\([^)\n]{0,120}\bdebug\s*=\s*True\b(?!\s+if\b)|\bapp\.debug\s*=\s*True|\b(?:web\.Application|Application|FastAPI|Starlette|Litestar)\([^)]{0,120}\bdebug\s*=\s*True/gm,
    accept: isReachableDebugger,
    examples: [
      { path: 'shop/settings.py', text: 'DEBUG = True\nTEMPLATE_DEBUG = DEBUG\n', lines: [1] },
      { path: 'app.py', text: 'app.run(host="0.0.0.0", debug=True)\n', lines: [1] },
      { path: 'app.py', text: 'if __name__ == "__main__":\n    app.run(debug=True)\n', lines: [] },
      { path: 'app.py', text: 'app = Application(\n    debug=True,\n)\n', lines: [1] },
      { path: 'shop/settings/dev.py', text: 'DEBUG = True\n', lines: [] },
    ],
  },
  {
    id: 'cookie-flags-off',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'medium',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `secure`, `httpOnly` and `sameSite`.',
    wants: any,
    words: ['httpOnly', 'HttpOnly', 'httponly', 'cookie', 'COOKIE', 'setSecure'],
    pattern:
      /\bhttpOnly\s*:\s*false\b|\bcookie\s*:\s*\{[^}\n]{0,120}\bsecure\s*:\s*false\b|\b(?:SESSION|CSRF)_COOKIE_(?:SECURE|HTTPONLY)\s*=\s*False|setHttpOnly\(\s*false|setSecure\(\s*false|\bHttpOnly\s*[:=]\s*false\b|\bhttponly\s*=\s*False\b/g,
    // A flag that script is meant to read holds no login; nor does a token against forged requests.
    accept(match, file) {
      if (!/http_?only\s*[:=]/i.test(match[0])) return true;
      const near = linesAround(file, file.lineAt((match.index ?? 0) + match[0].length - 1), 3, 3);
      return (
        /sess|\bauth|_token|Token\b|\bsid\b|jwt|login/i.test(near) &&
        !/csrf|xsrf|flag|,\s{0,3}['"](?:true|false|1|0)['"]\s{0,3},/i.test(near)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: 'app.use(session({ cookie: { httpOnly: false } }));\napp.use(session({ cookie: { httpOnly: true } }));\n',
        lines: [1],
      },
      {
        path: 'b.js',
        text: 'cookies().set(seen, "true", {\n  httpOnly: false,\n  expires: session.end,\n});\n',
        lines: [],
      },
    ],
  },
  {
    id: 'unsafe-yaml-or-pickle',
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'A loader that can build any object reads data',
    severity: 'medium',
    why: 'Where the data comes from outside, reading it runs code.',
    fix: 'Use `yaml.safe_load`, or a format that holds data only.',
    wants: python,
    words: ['yaml.'],
    pattern: /\byaml\.load\((?![^)\n]{0,200}(?:Safe|Base|CSafe)Loader)|\byaml\.unsafe_load\(/g,
    examples: [
      {
        path: 'a.py',
        text: 'a = yaml.load(text)\nb = yaml.load(text, Loader=yaml.SafeLoader)\nc = yaml.safe_load(text)\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'xml-external-entities',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read with external entities allowed',
    severity: 'medium',
    why: 'A document can pull in files of the server or call other services.',
    fix: 'Forbid document types and external entities.',
    wants: (file) => python(file) || script(file) || file.language === 'php',
    words: ['resolve_entities', 'noent', 'LIBXML_NOENT', 'libxml_disable'],
    pattern:
      /\bresolve_entities\s*=\s*True|\bnoent\s*:\s*true\b|\bLIBXML_NOENT\b|libxml_disable_entity_loader\(\s*false/g,
    examples: [{ path: 'a.js', text: 'libxml.parseXml(text, { noent: true });\n', lines: [1] }],
  },
  {
    id: 'go-text-template-html',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'HTML is written with text/template, which does not escape',
    severity: 'medium',
    why: 'Values with markup become part of the page.',
    fix: 'Import html/template.',
    wants: go,
    words: ['text/template'],
    pattern: /"text\/template"/g,
    // Templates of messages and of settings stand beside handlers of pages; only files of HTML say what is written.
    accept: (_match, file) => /\.Parse(?:Files|Glob|FS)\([^\n]{0,200}\.(?:html?|gohtml)["`]/.test(file.text),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nimport "text/template"\nvar t = template.ParseFiles("page.html")\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'permit-all-actuator',
    cwe: 'CWE-862',
    owasp: 'A01',
    title: 'Every request is let through without login',
    severity: 'medium',
    why: 'A rule for any request that permits all makes the rules of other paths easy to miss.',
    fix: 'Permit the public paths by name and require login for the rest.',
    wants: java,
    words: ['permitAll'],
    pattern: /\banyRequest\(\)\s*\.permitAll\(\)/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() { h.anyRequest().permitAll(); h.anyRequest().authenticated(); } }\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'mongo-where-script',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'Values are put into script that MongoDB runs ($where)',
    severity: 'high',
    why: 'Whoever controls a value writes JavaScript that the database runs.',
    fix: 'Use query operators instead of `$where`.',
    wants: script,
    words: ['$where'],
    pattern: /['"]?\$where['"]?\s*:\s*(?:`[^`]{0,400}\$\{|['"][^'"\n]{0,300}['"]\s*\+)/g,
    examples: [
      {
        path: 'a.js',
        text: 'db.find({ $where: `this.a == $' + '{id}` });\ndb.find({ $where: "this.a == 1" });\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'template-escaping-off',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'Escaping of templates is switched off',
    severity: 'high',
    why: 'Every value with markup in it becomes part of the page.',
    fix: 'Leave it on, and mark the few values that are HTML.',
    wants: any,
    words: ['autoescape', 'noEscape', 'escape_html_entities_in_json'],
    pattern:
      /\bescape_html_entities_in_json\s{0,3}=\s{0,3}false\b|\bautoescape\s*[:=]\s*(?:false|False)\b|\bnoEscape\s*:\s*true\b/g,
    // Engines for names of files and the like write no pages, nor do those with braces of their own, for code; a parameter with this default is the engine itself.
    accept: (match, file) =>
      !/Sandboxed|NativeEnvironment|latex|\.tex\b|text\/plain/i.test(file.text) &&
      !/(?:variable|block)_(?:start|end)_string\s{0,3}=/.test(file.text) &&
      !isOfTools.test(file.path) &&
      !/\bfunction\b|^\s*(?:async\s+)?def\s/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'a.js',
        text: 'swig.setDefaults({ autoescape: false });\nswig.setDefaults({ autoescape: true });\n',
        lines: [1],
      },
    ],
  },
];
