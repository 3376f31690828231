import { functionAround, isForTests, linesAround } from '../../context/enclosing';
import { liveCode } from '../../context/liveCode';
import { lineOf } from '../../context/ofServer';
import type { LineRule } from '../../weakness';
import { cookieFlags, errorInAnswer, massAssignment, openCors, predictableValue, saidByClient } from '../broad/kinds';
import { javaOrKotlin } from '../languages';

/** What says that somebody looked at what an upload is, before it is kept. */
const looksAtKind =
  /getContentType|contentType|endsWith\(|[eE]xtension|\.matches\(|allowed|ALLOWED|ImageIO|Tika|probeContentType|lastIndexOf|whitelist|mimeType|MimeType|suffix/;

/** Servlets and Spring: what handlers keep, answer and ask for. */
export const javaForms: readonly LineRule[] = [
  {
    id: 'upload-any-type-java',
    told: 'upload-any-type',
    possible: true,
    cwe: 'CWE-434',
    owasp: 'A04',
    title: 'An upload is stored whatever its type',
    severity: 'medium',
    why: 'A page or a script that lies below the web root is shown or run by the server.',
    fix: 'Allow some types by content, and store under a name of your own, outside the web root.',
    wants: javaOrKotlin,
    words: ['FileItem', 'MultipartFile', 'getPart(', 'getParts(', 'getSubmittedFileName', 'FilePart'],
    fits: ({ text }) => !looksAtKind.test(liveCode(text)),
    pattern:
      /\b\w{0,20}(?:[iI]tem|[pP]art|[fF]ile|upload|image|avatar|photo|fi)\.(?:write|transferTo)\(|\bFiles\.(?:copy|write)\([^;\n]{0,160}\.(?:getInputStream|getBytes)\(\)/g,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class A extends HttpServlet {\n  void doPost(HttpServletRequest request) {\n    for (FileItem item : upload.parseRequest(request)) {\n      String name = new File(item.getName()).getName();\n      item.write(new File(folder, name));\n    }\n  }\n}\n',
        lines: [5],
      },
      {
        path: 'B.java',
        text: 'class B {\n  void save(MultipartFile file) {\n    if (!ALLOWED.contains(file.getContentType())) throw new Refused();\n    Files.copy(file.getInputStream(), target);\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-of-page-java',
    wants: javaOrKotlin,
    words: ['+ e)', '+ ex)', '+e)', '+ex)', 'printStackTrace(new'],
    pattern:
      /\.(?:setAttribute|addAttribute|addFlashAttribute|addObject|sendError|println|print|write)\([^;\n]{0,200}"\s?\+\s?(?:e|ex|exception)\s?\)|\.printStackTrace\(\s?new\s(?:java\.io\.)?PrintWriter\(\s?(?<held>\w{1,30})/g,
    fits: ({ text }) => /Servlet|@(?:Rest)?Controller\b|ControllerAdvice|\bModel\b/.test(text),
    accept(match, file) {
      if (/System\.(?:out|err)|[lL]og/.test(file.lineText(lineOf(match, file)))) return false;
      const held = match.groups?.['held'];
      if (held === undefined) return true;
      const behind = file.text.slice(match.index, (match.index ?? 0) + 600).split(/\n {0,4}\}/, 1)[0] ?? '';
      return new RegExp(
        `(?:return\\s[^;\\n]{0,120}|(?:body|setAttribute|addAttribute|addObject|put|println|print|write)\\([^;\\n]{0,120})\\b${held}\\.toString\\(\\)`,
      ).test(behind);
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A extends HttpServlet {\n  void doPost(HttpServletRequest request) {\n    try { run(); } catch (Exception ex) {\n      request.setAttribute("message", "Failed: " + ex);\n      log.println("Failed: " + ex);\n    }\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'B.java',
        text: '@RestController class B {\n  @ExceptionHandler(Exception.class)\n  String f(Exception e) {\n    StringWriter sw = new StringWriter();\n    e.printStackTrace(new PrintWriter(sw));\n    return sw.toString();\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-flag-off-java',
    wants: javaOrKotlin,
    words: ['setHttpOnly(false', 'setSecure(false', 'httpOnly(false', 'secure(false'],
    pattern: /\.(?:setHttpOnly|setSecure|httpOnly|secure)\(\s?false\s?\)/g,
    // A cookie that is taken back.
    accept: (match, file) =>
      /[cC]ookie/.test(functionAround(file, lineOf(match, file))) &&
      !/[mM]axAge\(\s?0|Expires\(/.test(linesAround(file, lineOf(match, file), 4, 3)) &&
      !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void in(HttpServletResponse response) {\n    Cookie made = new Cookie("who", name);\n    made.setHttpOnly(false);\n    response.addCookie(made);\n  }\n  void out(HttpServletResponse response) {\n    Cookie none = new Cookie("who", null);\n    none.setMaxAge(0);\n    none.setHttpOnly(false);\n    response.addCookie(none);\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-parameters',
    wants: javaOrKotlin,
    words: ['BeanUtils', 'BeanUtil.'],
    pattern:
      /\bBeanUtils?\.(?:populate|fillBeanWithMap|mapToBean|copyProperties)\(\s?(?:\w{1,40}\s?,\s?)?(?:\w{1,20}\.getParameterMap\(\)|(?:param|params|parameterMap|properties|map)\b)/g,
    accept: (match, file) =>
      /getParameterMap\(\)/.test(`${match[0]}${linesAround(file, lineOf(match, file), 12, 0)}`) &&
      !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class A extends HttpServlet {\n  void doPost(HttpServletRequest request) {\n    User user = new User();\n    BeanUtils.populate(user, request.getParameterMap());\n  }\n}\nclass B {\n\n\n\n\n\n\n\n\n\n\n  void f(Map<String, Object> map) {\n    BeanUtils.populate(user, map);\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...openCors,
    id: 'origin-patterns-open',
    wants: javaOrKotlin,
    words: ['OriginPattern'],
    pattern:
      /\b(?:addAllowedOriginPattern|setAllowedOriginPatterns|allowedOriginPatterns)\(\s?(?:(?:List\.of|Arrays\.asList|Collections\.singletonList|listOf)\(\s?)?"\*"/g,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(CorsConfiguration c) {\n  c.addAllowedOriginPattern("*");\n  c.addAllowedOriginPattern("https://*.shop.example");\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'spring-addresses-open',
    told: 'open-admin-route',
    possible: true,
    cwe: 'CWE-862',
    owasp: 'A01',
    title: 'Addresses of administrators are open to everybody',
    severity: 'medium',
    why: 'Whoever reaches the server sees and does what administrators may.',
    fix: 'Ask for a role: `hasRole("ADMIN")`.',
    wants: javaOrKotlin,
    words: ['permitAll'],
    pattern:
      /\b(?:requestMatchers|antMatchers|mvcMatchers|pathMatchers)\([^()]{0,300}"\/(?:api\/)?(?:admin|actuator|management|internal|monitor)(?:\/\*{1,2})?"[^()]{0,200}\)\s{0,40}\.permitAll\(/g,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpSecurity http) {\n  http.authorizeHttpRequests(a -> a\n    .requestMatchers("/admin/**").permitAll()\n    .requestMatchers("/actuator/health").permitAll()\n    .anyRequest().authenticated());\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    ...saidByClient,
    id: 'role-of-cookie-java',
    wants: javaOrKotlin,
    words: ['@CookieValue'],
    pattern:
      /@CookieValue\(\s?(?:(?:value|name)\s?=\s?)?"(?:role|roles|admin|is_?admin|user_?role|user_?type|level|user(?:_?name|_?id)?|uid|auth)"/gi,
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @GetMapping("/a") String a(@CookieValue("role") String role) {\n    return role.equals("admin") ? "all" : "none";\n  }\n  @GetMapping("/b") String b(@CookieValue("theme") String theme) {\n    return theme;\n  }\n}\n',
        lines: [2],
      },
    ],
  },
  {
    ...predictableValue,
    id: 'token-of-clock',
    wants: javaOrKotlin,
    words: ['currentTimeMillis', 'nanoTime', 'System.identityHashCode'],
    pattern:
      /\b\w{0,12}(?:[tT]oken|[sS]ession_?[iI]d|[rR]eset_?[cC]ode|[oO]tp)\s?=\s?[^;\n"]{0,80}(?:"[^"\n]{0,20}"[^;\n"]{0,40})?\bSystem\.(?:currentTimeMillis|nanoTime)\(\)|\b(?:encodeToString|encode|md5Hex|md5DigestAsHex|sha1Hex|sha256Hex|md5|sha1|sha256|hash|digest)\([^;\n]{0,120}\bSystem\.(?:currentTimeMillis|nanoTime)\(\)/g,
    accept: (match, file) =>
      /token|session|reset|otp|secret|api_?key|invite|verif/i.test(
        `${linesAround(file, lineOf(match, file), 1, 1)}${functionAround(file, lineOf(match, file)).slice(0, 160)}`,
      ) && !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: 'class B {\n  String open(User user) {\n    String token = user.getName() + "-" + System.currentTimeMillis();\n    return token;\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A {\n  String makeToken(String user) {\n    return Base64.getEncoder().encodeToString((user + ":" + System.currentTimeMillis()).getBytes());\n  }\n\n  String tag(String page) {\n    return md5Hex(page + System.currentTimeMillis());\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'old-tls-java',
    told: 'old-tls',
    possible: true,
    cwe: 'CWE-326',
    owasp: 'A02',
    title: 'Old protocols of TLS are taken',
    severity: 'medium',
    why: 'Whoever is on the way can make both sides take one that is broken.',
    fix: 'Ask for TLS 1.2.',
    wants: javaOrKotlin,
    words: ['"SSLv', '"TLSv1"', '"TLSv1.1"'],
    pattern:
      /\bSSLContext\.getInstance\(\s?"(?:SSLv[23]|TLSv1(?:\.1)?)"|\bsetEnabledProtocols\([^()\n]{0,80}"(?:SSLv[23]|TLSv1(?:\.1)?)"/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  SSLContext.getInstance("SSLv3");\n  SSLContext.getInstance("TLSv1.2");\n} }\n',
        lines: [2],
      },
    ],
  },
];
