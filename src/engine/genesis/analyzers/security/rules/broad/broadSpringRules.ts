import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { jvm } from '../languages';
import { sessionKept } from './kinds';

const isSpringSettings = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/.test(path) &&
  !/(?:dev|test|local|sample|example)[\w-]*\.(?:properties|ya?ml)$/.test(path);

/** What Spring and its neighbours are told to leave out. */
export const broadSpringRules: readonly LineRule[] = [
  {
    ...sessionKept,
    id: 'spring-session-kept',
    severity: 'medium',
    fix: 'Leave `sessionFixation` as it is.',
    wants: jvm,
    words: ['sessionFixation'],
    pattern:
      /\bsessionFixation\(\s?\)\s{0,40}\.none\(|\bsessionFixation\(\s?(?:\w{1,30}\s?->\s?\w{1,30}\.none\(|\w{1,40}::none)/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpSecurity http) {\n  http.sessionManagement().sessionFixation().none();\n  http.sessionManagement().sessionFixation().migrateSession();\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'spring-all-permitted',
    told: 'open-admin-route',
    possible: true,
    cwe: 'CWE-862',
    owasp: 'A01',
    title: 'Nobody is asked who they are, at any address',
    severity: 'medium',
    why: 'Whoever reaches the server calls everything that it has.',
    fix: 'End with `anyRequest().authenticated()`.',
    wants: jvm,
    words: ['permitAll'],
    pattern:
      /\b(?:anyRequest\(\s?\)|(?:requestMatchers|antMatchers|mvcMatchers|pathMatchers|anyExchange)\(\s?(?:"\/\*\*"|"\*\*")?\s?\))\s{0,40}\.permitAll\(/g,
    accept: (_match, { text }) =>
      !/hasRole|hasAuthority|hasAnyRole|authenticated\(\)|denyAll|MethodSecurity|@Pre|@Secured/.test(text),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpSecurity http) {\n  http.authorizeHttpRequests(auth -> auth.requestMatchers("/**")\n    .permitAll());\n} }\n',
        lines: [2],
      },
      {
        path: 'B.java',
        text: 'class B { void f(HttpSecurity http) {\n  http.authorizeHttpRequests(auth -> auth.requestMatchers("/admin/**").hasRole("A").anyRequest().permitAll());\n} }\n',
        lines: [],
      },
    ],
  },
  {
    id: 'spring-tokens-off',
    told: 'csrf-disabled',
    possible: true,
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'Forms are taken without a token of their page',
    severity: 'low',
    why: 'Where a cookie says who somebody is, a page of somebody else acts in their name.',
    fix: 'Leave the check on for everything that a browser with a cookie may send.',
    wants: jvm,
    words: ['csrf'],
    pattern:
      /\bcsrf\(\s*\)\s*\.disable\(|\.csrf\(\s*(?:\w+\s*->\s*\w+\.disable\(\)|\w+::disable)|\bcsrf\s?\{\s{0,20}(?:it\.)?disable\(\)/g,
    // Callers that bring a token of their own have no cookie that a browser adds.
    accept: (_match, file) =>
      /formLogin|rememberMe|permitAll|[lL]oginPage|sessionManagement/.test(file.text) &&
      !/STATELESS|oauth2ResourceServer|[jJ]wt|JWT|[bB]earer/.test(file.text),
    examples: [
      {
        path: 'src/api/A.java',
        text: 'class A { void f(HttpSecurity http) {\n  http.formLogin().and().csrf().disable();\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'database-console',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'A console of the database is served',
    severity: 'medium',
    why: 'Who reaches it reads and changes everything, and in H2 runs code.',
    fix: 'Leave it out of what is shipped.',
    wants: (file) => jvm(file) || isSpringSettings(file),
    words: ['h2', 'H2', 'WebServlet', '/console'],
    pattern:
      /^\s{0,20}spring\.h2\.console\.enabled\s{0,3}[=:]\s{0,3}true\b|\bh2:\s{0,10}\n\s{1,20}console:\s{0,10}\n\s{1,20}enabled:\s{0,3}true\b|\baddUrlMappings\(\s?"\/(?:h2-?)?console[^"\n]{0,10}"|\bnew\sServletRegistrationBean(?:<[^>\n]{0,40}>)?\(\s?new\s(?:\w+\.){0,5}(?:Web|JakartaWeb)Servlet\(\)\s?,\s?"\/|antMatchers\([^;\n]{0,200}"\/h2-?console[^;\n]{0,200}permitAll/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'spring.h2.console.enabled=true\nspring.h2.console.path=/h2\n',
        lines: [1],
      },
      { path: 'A.java', text: 'class A { void f() {\n  bean.addUrlMappings("/console/*");\n} }\n', lines: [2] },
    ],
  },
  {
    id: 'spring-headers-off',
    told: 'frames-allowed',
    possible: true,
    cwe: 'CWE-1021',
    owasp: 'A05',
    title: 'Headers that protect pages are switched off',
    severity: 'low',
    why: 'Pages may be framed by others, and kept or guessed at by browsers.',
    fix: 'Leave them on.',
    wants: isSpringSettings,
    words: ['security.headers'],
    pattern: /^\s{0,20}security\.headers\.(?:frame|xss|content-type|cache|hsts)\s{0,3}[=:]\s{0,3}(?:false|none)\b/gm,
    examples: [
      { path: 'application.properties', text: 'security.headers.frame=false\nsecurity.headers.hsts=all\n', lines: [1] },
    ],
  },
  {
    id: 'spring-names-of-users',
    told: 'user-enumeration',
    possible: true,
    cwe: 'CWE-204',
    owasp: 'A07',
    title: 'A login says whether an account exists',
    severity: 'low',
    why: 'Names of accounts are found by trying.',
    fix: 'Answer a wrong name as a wrong password.',
    wants: jvm,
    words: ['HideUserNotFoundExceptions', 'hideUserNotFoundExceptions'],
    pattern: /\b(?:setHideUserNotFoundExceptions\(\s?false|hideUserNotFoundExceptions\s?=\s?false)/g,
    examples: [
      { path: 'A.java', text: 'class A { void f() {\n  p.setHideUserNotFoundExceptions(false);\n} }\n', lines: [2] },
    ],
  },
  {
    id: 'query-by-password',
    told: 'plain-password-compare',
    possible: true,
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'A password is looked up, or compared, as it is kept',
    severity: 'medium',
    why: 'It is kept as it is, or as a hash without salt: whoever reads the table has them all.',
    fix: 'Read the account by its name, and compare with bcrypt, scrypt or Argon2id.',
    wants: jvm,
    words: ['assword'],
    pattern:
      /@(?:Query|NamedQuery|Select)\([^)]{0,160}\b(?:\w{1,20}\.)?passw(?:or)?d\s{0,3}=\s{0,3}(?::\w|\?|#\{)|\bfindBy\w{1,40}AndPassword(?:Is|Equals)?\(|\bgetPassword\(\)\s{0,40}\.equals\(\s{0,3}(?!["']|\w{0,20}(?:[eE]ncod|[eE]ncrypt|[hH]ash|[dD]igest|[mM]d5|[sS]ha))[\w.]{1,60}/g,
    accept: (match, file) =>
      !/equals/.test(match[0]) ||
      !/confirm|repeat|again|old_?password\)|BCrypt|encoder|matches\(|hash/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 1, 2),
      ),
    examples: [
      {
        path: 'A.java',
        text: 'interface A {\n  @Query("select u from User u where u.name = ?1 and u.password = ?2")\n  User find(String name, String password);\n  @Query("update User u set u.name = ?1")\n  void set(String name);\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'password-in-path',
    told: 'password-in-address',
    possible: true,
    cwe: 'CWE-598',
    owasp: 'A04',
    title: 'A password is sent as a part of an address',
    severity: 'low',
    why: 'Addresses stand in logs, in the history of browsers and in what other sites are told.',
    fix: 'Send it in the body of a POST.',
    wants: (file) => jvm(file) || file.language === 'csharp',
    words: ['assword', 'asswd'],
    pattern:
      /@(?:Request|Get)Mapping\([^)\n]{0,160}\{\w{0,20}[pP]ass(?:word|wd)\w{0,10}\}|\[(?:HttpGet|Route)\("[^"\n]{0,120}\{\w{0,20}[pP]ass(?:word|wd)\w{0,10}[}:]|(?:@GetMapping|method\s?=\s?RequestMethod\.GET\b)[^{}]{0,300}?@RequestParam(?:\([^)\n]{0,60}\))?\s{1,4}String\s\w{0,20}[pP]assword\b|\[FromQuery(?:\([^)\n]{0,40}\))?\]\s?string\??\s\w{0,20}[pP]assword\b/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  @RequestMapping(value = "/update/{oldPassword}/{newPassword}", method = RequestMethod.GET)\n  String f(@PathVariable String oldPassword) { return "a"; }\n\n  @GetMapping("/login")\n  String g(@RequestParam String name, @RequestParam String password) { return "a"; }\n\n  @PostMapping("/login")\n  String h(@RequestParam String password) { return "a"; }\n}\n',
        lines: [2, 5],
      },
    ],
  },
  {
    id: 'change-by-get',
    possible: true,
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'A GET request changes something',
    severity: 'low',
    why: 'A link or an image on a page of somebody else does it in the name of who is signed in, whatever tokens forms have.',
    fix: 'Ask for POST, PUT or DELETE.',
    wants: jvm,
    words: ['Mapping('],
    pattern:
      /@(?:GetMapping\(\s?(?:(?:value|path)\s?=\s?)?"|RequestMapping\(\s?(?:(?:value|path)\s?=\s?)?"(?=[^)\n]{0,160}method\s?=\s?\{?\s?RequestMethod\.GET\b))[^"\n]{0,60}\/(?:delete|remove|update|transfer|change|add|create|pay|reset|edit)(?:[-_/{][^"\n]{0,80})?"/gi,
    // A form is shown before it is sent.
    accept: (match, file) =>
      /(?:service|repository|dao|mapper|repo|manager)\w{0,20}\.(?:delete|remove|update|save|add|create|insert|transfer|change|set)\w{0,40}\(/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 0, 9).split(/\n\s{0,8}\}\s*\n/, 1)[0] ?? '',
      ),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  @RequestMapping(value = "/delete/{id}", method = RequestMethod.GET)\n  String f(Long id) {\n    eventService.deleteEvent(id);\n    return "a";\n  }\n\n  @GetMapping("/edit/{id}")\n  String g(Long id) {\n    return "edit";\n  }\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'role-of-request',
    told: 'mass-assignment',
    possible: true,
    cwe: 'CWE-915',
    owasp: 'A08',
    title: 'A request says which role an account has',
    severity: 'medium',
    why: 'Whoever may call it makes themselves an administrator.',
    fix: 'Set the role on the server, or ask who may.',
    wants: (file) => jvm(file) || file.language === 'csharp',
    words: ['role', 'Role', 'dmin'],
    pattern:
      /\.(?:role|Role|isAdmin|IsAdmin|admin)\s?=\s?(?:model|request|req|dto|input|body|user|userDto|command|\w{1,20}(?:Request|Model|Dto|Input))\.(?:role|Role|isAdmin|IsAdmin|admin)\b|\.set(?:Role|IsAdmin|Admin|Roles)\(\s?(?:model|request|req|dto|input|body|form|\w{1,20}(?:Request|Model|Dto|Form|Input))\.(?:get|is)(?:Role|IsAdmin|Admin|Roles)\(\)/g,
    accept: (match, file) =>
      !/isAdmin\(\)|hasRole|IsInRole|PreAuthorize|Authorize\(Roles/.test(
        linesAround(file, file.lineAt(match.index ?? 0), 14, 0),
      ),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  IActionResult Put(int id, UserRequest user) {\n    found.name = user.name;\n    found.role = user.role;\n    return Ok(found);\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'fixed-salt',
    possible: true,
    cwe: 'CWE-760',
    owasp: 'A02',
    title: 'A salt is always the same',
    severity: 'low',
    why: 'Equal passwords have equal hashes, and tables made for one break all.',
    fix: 'Draw a new salt for each password.',
    wants: (file) => jvm(file) || file.language === 'csharp' || file.language === 'go',
    words: ['salt', 'SALT', 'Salt'],
    pattern:
      /\b_?(?:\w{0,20}[sS]alt|SALT|\w{1,20}_SALT)(?:\s?:\s?\w{1,12})?\s{0,3}:?=\s{0,3}(?:(?:Encoding\.\w{1,8}\.GetBytes|\[\]byte)\(\s?)?"[^"\n]{4,80}"/g,
    accept: (match) => !/[{$%]|=\s?"(?:salt|Salt)"/.test(match[0]),
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  static byte[] _salt = Encoding.ASCII.GetBytes("o68kbM7c5");\n  byte[] other = Draw(16);\n}\n',
        lines: [2],
      },
    ],
  },
];
