import type { FlowRule } from '../flowRule';

/** Text of a request that begins a line of its own where it was meant to be a part of one. */
export const lineBreakRules: readonly FlowRule[] = [
  {
    id: 'header-injection',
    cwe: 'CWE-113',
    owasp: 'A03',
    title: 'A header, a cookie or the subject of a mail comes from request data',
    severity: 'low',
    why: 'Where the server lets line breaks through, the value writes headers of its own.',
    fix: 'Take line breaks out, or choose the value from a list.',
    sinks: [
      {
        languages: ['java'],
        callee: /(?:^|\.)(?:set|add)Header$|^(?:javax\.servlet\.http\.)?Cookie$/,
        arguments: [1],
        when: 'any',
        // Control characters are taken out, which line breaks are.
        shows:
          /^(?!\(\s{0,3}(?:"Location"|HttpHeaders\.LOCATION))(?![\s\S]*replaceAll\(\s?"[^"\n]{0,20}(?:\\p\{(?:Cntrl|C)|\\r|\\n|\\R|\\s))/i,
      },
      { languages: ['java'], callee: /(?:^|\.)setSubject$/, arguments: [0], when: 'any' },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:AppendHeader|AddHeader|Headers\.(?:Add|Append))$/,
        arguments: [1],
        when: 'any',
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)Subject$/,
        arguments: [0],
        when: 'any',
        file: /MailMessage|MimeMessage/,
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(HttpServletRequest request, HttpServletResponse response) {\n  String lang = request.getParameter("lang");\n  response.addHeader("Content-Language", lang);\n  response.addCookie(new Cookie("lang", lang));\n  response.setHeader("Location", "/a");\n  response.setHeader("Name", lang.replaceAll("\\\\p{Cntrl}", ""));\n} }\n',
        lines: [3, 4],
      },
    ],
  },
  {
    id: 'log-injection',
    cwe: 'CWE-117',
    owasp: 'A09',
    title: 'A line of a log is put together from request data',
    severity: 'low',
    why: 'A line break in it writes lines that look like those of the program.',
    fix: 'Take line breaks out, or write logs as JSON.',
    sinks: [
      {
        languages: ['java'],
        callee:
          /^(?:log|logger|LOG|LOGGER|this\.log|this\.logger)\.(?:trace|debug|info|warn|error|fatal|fine|warning|severe)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)_?[lL]og(?:ger)?\.(?:Log)?(?:Trace|Debug|Information|Info|Warn|Warning|Error|Critical|Fatal)$/,
        arguments: [0],
        when: 'joined',
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { @GetMapping("/a") void f(String name) {\n  log.info("asked for " + name);\n  log.info("asked for {}", name);\n} }\n',
        lines: [2],
      },
    ],
  },
];
