import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isSpring = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/.test(path) &&
  !/(?:dev|test|local|sample|example)[\w-]*\.(?:properties|ya?ml)$/.test(path);
const isWebXml = ({ path }: FileDescription): boolean => /(?:^|\/)(?:web|webdefault)\.xml$/.test(path);

/** Settings of servers on the JVM that leave a door open. */
export const broadJvmSettingsRules: readonly LineRule[] = [
  {
    id: 'spring-endpoints-open',
    told: 'spring-shows-everything',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A05',
    title: 'The management of a Spring application asks nobody who they are',
    severity: 'medium',
    why: 'It shows the environment and the memory, and can stop the application.',
    fix: 'Leave its security on, and expose `health` only.',
    wants: isSpring,
    words: ['security', 'sensitive', 'shutdown'],
    pattern:
      /^\s{0,20}(?:management\.security\.enabled|endpoints\.sensitive|endpoints\.\w{1,20}\.sensitive|security\.basic\.enabled)\s{0,3}[=:]\s{0,3}false\b|^\s{0,20}(?:management\.endpoint\.shutdown\.enabled|endpoints\.shutdown\.enabled)\s{0,3}[=:]\s{0,3}true\b/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'management.port=8081\nmanagement.security.enabled=false\nendpoints.shutdown.enabled=true\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'spring-upload-without-end',
    told: 'upload-without-end',
    possible: true,
    cwe: 'CWE-400',
    owasp: 'A05',
    title: 'An upload may be as large as it likes',
    severity: 'low',
    why: 'A few requests fill the disk or the memory.',
    fix: 'Set a size that the product needs.',
    wants: isSpring,
    words: ['max-file-size', 'max-request-size', 'maxFileSize', 'max-http-post-size', 'max-swallow-size'],
    pattern:
      /^\s{0,20}[\w.]{0,60}(?:max-file-size|maxFileSize|max-http(?:-form)?-post-size|max-swallow-size)\s{0,3}[=:]\s{0,3}["']?-1\b/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'spring.http.multipart.max-file-size=-1\nspring.servlet.multipart.max-request-size=10MB\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'spring-cookie-settings',
    told: 'cookie-without-flags',
    possible: true,
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'The cookie of a session travels without encryption, or script reads it',
    severity: 'low',
    why: 'Whoever has it is its user.',
    fix: 'Set `secure` and `http-only`.',
    wants: (file) => isSpring(file) || isWebXml(file),
    words: ['cookie', 'tracking-mode'],
    pattern:
      /^\s{0,20}[\w.]{0,60}cookie\.(?:http-?[oO]nly|secure)\s{0,3}[=:]\s{0,3}false\b|<(?:http-only|secure)>\s{0,3}false\s{0,3}<|<tracking-mode>\s{0,3}URL\s{0,3}</gm,
    examples: [
      {
        path: 'src/main/webapp/WEB-INF/web.xml',
        text: '<session-config>\n  <cookie-config>\n    <http-only>false</http-only>\n    <secure>true</secure>\n  </cookie-config>\n</session-config>\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'servlet-takes-files',
    told: 'server-takes-files',
    possible: true,
    cwe: 'CWE-434',
    owasp: 'A05',
    title: 'A servlet that serves files takes them as well, or runs whatever is named',
    severity: 'medium',
    why: 'Whoever sends a page with PUT has it run by the server.',
    fix: 'Leave `readonly` at true, and the invoker and CGI servlets out.',
    wants: isWebXml,
    words: ['readonly', 'InvokerServlet', 'CGIServlet'],
    pattern:
      /<param-name>readonly<\/param-name>\s{0,40}<param-value>false<|^(?!\s{0,40}<!--)\s{0,40}<servlet-class>[\w.]{1,80}\.(?:InvokerServlet|CGIServlet)</gm,
    examples: [
      {
        path: 'web.xml',
        text: '<init-param>\n  <param-name>readonly</param-name>\n  <param-value>false</param-value>\n</init-param>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'servlet-rule-of-methods',
    told: 'access-by-method',
    possible: true,
    cwe: 'CWE-863',
    owasp: 'A01',
    title: 'A rule of access names single methods of HTTP',
    severity: 'low',
    why: 'It says nothing of all others: `HEAD` or a method that nobody knows gets through.',
    fix: 'Leave `<http-method>` out, or name those that are left out with `<http-method-omission>`.',
    wants: isWebXml,
    words: ['<security-constraint>'],
    pattern: /<web-resource-collection>[^§]{0,600}?<http-method>\s{0,3}(?:GET|POST)\b/g,
    accept: (match) => !/<\/web-resource-collection>/.test(match[0]),
    examples: [
      {
        path: 'WEB-INF/web.xml',
        text: '<security-constraint>\n  <web-resource-collection>\n    <url-pattern>/admin/*</url-pattern>\n    <http-method>GET</http-method>\n  </web-resource-collection>\n</security-constraint>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'jvm-help-for-developers',
    told: 'debug-on',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'A server of the JVM runs with help for developers',
    severity: 'low',
    why: 'It shows code and paths, and reads classes anew while it runs.',
    fix: 'Switch it off outside of development.',
    wants: (file) => isSpring(file) || /(?:^|\/)(?:struts\.(?:properties|xml)|persistence\.xml)$/.test(file.path),
    words: ['devtools', 'devMode', 'server.error.include', 'DynamicMethodInvocation', 'reload'],
    pattern:
      /^\s{0,20}server\.error\.include-(?:message|binding-errors|exception)\s{0,3}[=:]\s{0,3}(?:always|true)\b|^\s{0,20}spring\.devtools\.remote\.secret\s{0,3}[=:]|\bstruts\.enable\.DynamicMethodInvocation"?\s?(?:=|value=)\s?"?true/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'server.error.include-message=always\nspring.devtools.remote.secret=abc\nserver.error.include-message=never\n',
        lines: [1, 2],
      },
    ],
  },
];
