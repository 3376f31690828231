import type { FileDescription } from '../../../extractor';
import type { LineRule } from '../weakness';

const struts = (file: FileDescription): boolean => /(?:^|\/)struts[\w.-]*\.(?:xml|properties)$/.test(file.path);

/** Settings of web frameworks of the JVM that stand in files beside the code. */
export const strutsRules: readonly LineRule[] = [
  {
    id: 'struts-dev-mode',
    possible: true,
    told: 'debug-on',
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'Debug mode is written into the code',
    severity: 'medium',
    why: 'Error pages then show code and settings, and expressions can be tried out from a browser.',
    fix: 'Set `struts.devMode` to false.',
    wants: struts,
    words: ['struts.devMode'],
    pattern: /\bname="struts\.devMode"\s{1,3}value="true"|^struts\.devMode\s{0,3}=\s{0,3}true\b/gm,
    examples: [
      {
        path: 'src/main/resources/struts.xml',
        text: '<struts>\n  <constant name="struts.devMode" value="true"/>\n  <constant name="struts.i18n.reload" value="false"/>\n</struts>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'struts-redirect',
    possible: true,
    told: 'open-redirect',
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A redirect goes where the request says',
    severity: 'medium',
    why: 'A link to this site can send people to any other, which makes phishing believable.',
    fix: 'Redirect to own paths only: compare with a list, or check that the value starts with one slash.',
    wants: struts,
    words: ['type="redirect"'],
    // The whole address is a property of the action, which the request sets.
    pattern:
      /<result\b[^<>\n]{0,100}type="redirect"[^<>\n]{0,60}>\s{0,3}\$\{\s{0,3}\w{1,40}\s{0,3}\}\s{0,3}<\/result>/g,
    examples: [
      {
        path: 'struts.xml',
        text:
          '<result name="a" type="redirect">$' +
          '{url}</result>\n<result name="b" type="redirect">/home?id=$' +
          '{id}</result>\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'spring-readable-session',
    told: 'cookie-flags-off',
    cwe: 'CWE-1004',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'medium',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Leave `http-only` on.',
    wants: (file) => /(?:^|\/)application(?:-prod\w*)?\.(?:properties|ya?ml)$/.test(file.path),
    words: ['http-only', 'httpOnly'],
    pattern: /\bcookie\.http-?[oO]nly\s{0,3}[:=]\s{0,3}false\b|^\s{2,20}http-only:\s{0,3}false\b/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'server.servlet.session.cookie.http-only=false\nserver.port=80\n',
        lines: [1],
      },
    ],
  },
];
