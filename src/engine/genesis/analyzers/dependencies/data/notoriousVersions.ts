/**
 * Versions that are widely known to be dangerous: a short list of our own, kept by hand, no advisory database. What is not
 * here may be vulnerable all the same; every statement made from it says so and names the date.
 */
export const notoriousAsOf = '2026-05-31';

export interface NotoriousVersion {
  /** `<ecosystem>:<name>` */
  readonly package: string;
  /** Affected from (inclusive) and fixed in (exclusive), one pair for each maintained line, oldest first. */
  readonly affected: readonly (readonly [from: string, fixed: string])[];
  readonly severity: 'critical' | 'high' | 'moderate';
  readonly id: string;
  readonly cwe: string;
  readonly what: string;
}

/** One row a line: package | from..fixed … | severity | advisory | weakness | what happens. `999`: never fixed. */
const table = `
maven:org.apache.logging.log4j:log4j-core | 2.0..2.3.1 2.4..2.12.2 2.13.0..2.15.0 | critical | CVE-2021-44228 | CWE-917 | remote code execution through logged text (Log4Shell)
maven:org.springframework:spring-beans | 0..5.2.20 5.3.0..5.3.18 | critical | CVE-2022-22965 | CWE-94 | remote code execution through data binding (Spring4Shell)
maven:org.springframework.cloud:spring-cloud-function-context | 0..3.1.7 3.2.0..3.2.3 | critical | CVE-2022-22963 | CWE-94 | remote code execution through a routing expression
maven:org.apache.commons:commons-text | 1.5..1.10.0 | critical | CVE-2022-42889 | CWE-94 | code execution through string interpolation (Text4Shell)
maven:commons-collections:commons-collections | 3.0..3.2.2 | critical | CVE-2015-7501 | CWE-502 | code execution by deserialisation
maven:com.alibaba:fastjson | 0..1.2.83 | critical | CVE-2022-25845 | CWE-502 | code execution by deserialisation (autoType)
maven:org.yaml:snakeyaml | 0..2.0 | high | CVE-2022-1471 | CWE-502 | code execution when untrusted YAML is loaded with the default constructor
maven:com.thoughtworks.xstream:xstream | 0..1.4.18 | critical | CVE-2021-39144 | CWE-502 | code execution by deserialisation
maven:com.h2database:h2 | 1.1.100..2.0.206 | high | CVE-2021-42392 | CWE-502 | remote code execution through the console
maven:org.apache.struts:struts2-core | 2.0.0..2.5.33 6.0.0..6.3.0.2 | critical | CVE-2023-50164 | CWE-434 | code execution through file upload
maven:org.apache.shiro:shiro-core | 0..1.2.5 | critical | CVE-2016-4437 | CWE-502 | code execution through the remember-me cookie
maven:com.fasterxml.jackson.core:jackson-databind | 2.0.0..2.9.10.8 | high | CVE-2020-36179 and others | CWE-502 | code execution by polymorphic deserialisation
maven:commons-fileupload:commons-fileupload | 0..1.5 | high | CVE-2023-24998 | CWE-770 | denial of service by unlimited upload parts
npm:lodash | 0..4.17.21 | high | CVE-2021-23337 | CWE-94 | command injection through \`template\`
npm:minimist | 0..0.2.4 1.0.0..1.2.6 | critical | CVE-2021-44906 | CWE-1321 | prototype pollution
npm:jsonwebtoken | 0..9.0.0 | moderate | CVE-2022-23540 | CWE-347 | a missing algorithm list lets unsigned tokens pass
npm:axios | 0..0.21.2 | high | CVE-2021-3749 | CWE-1333 | denial of service by a slow regular expression
npm:node-fetch | 0..2.6.7 3.0.0..3.1.1 | high | CVE-2022-0235 | CWE-601 | cookies and authorisation are sent on to another host after a redirect
npm:moment | 2.18.0..2.29.4 | high | CVE-2022-31129 | CWE-1333 | denial of service by a long date string
npm:handlebars | 0..4.7.7 | critical | CVE-2021-23369 | CWE-94 | code execution from templates
npm:ejs | 0..3.1.7 | critical | CVE-2022-29078 | CWE-94 | code execution through template settings
npm:pug | 0..3.0.1 | high | CVE-2021-21353 | CWE-94 | code execution through the \`pretty\` option
npm:serialize-javascript | 0..3.1.0 | high | CVE-2020-7660 | CWE-502 | code injection
npm:node-serialize | 0..999 | critical | CVE-2017-5941 | CWE-502 | code execution by deserialisation; no fixed version exists
npm:jquery | 1.2.0..3.5.0 | moderate | CVE-2020-11022 | CWE-79 | cross-site scripting through HTML manipulation
npm:marked | 0..4.0.10 | high | CVE-2022-21681 | CWE-1333 | denial of service by a slow regular expression
npm:json5 | 0..1.0.2 2.0.0..2.2.2 | high | CVE-2022-46175 | CWE-1321 | prototype pollution
npm:loader-utils | 0..1.4.1 2.0.0..2.0.3 | critical | CVE-2022-37601 | CWE-1321 | prototype pollution
npm:shell-quote | 0..1.7.3 | critical | CVE-2021-42740 | CWE-77 | command injection
npm:mongoose | 0..5.13.20 6.0.0..6.11.3 7.0.0..7.3.3 | critical | CVE-2023-3696 | CWE-1321 | prototype pollution
npm:next | 11.1.4..12.3.5 13.0.0..13.5.9 14.0.0..14.2.25 15.0.0..15.2.3 | critical | CVE-2025-29927 | CWE-285 | middleware, and authorisation in it, can be bypassed with a header
npm:react-server-dom-webpack | 19.0.0..19.0.1 19.1.0..19.1.2 19.2.0..19.2.1 | critical | CVE-2025-55182 | CWE-502 | remote code execution through server functions
npm:react-server-dom-turbopack | 19.0.0..19.0.1 19.1.0..19.1.2 19.2.0..19.2.1 | critical | CVE-2025-55182 | CWE-502 | remote code execution through server functions
npm:react-server-dom-parcel | 19.0.0..19.0.1 19.1.0..19.1.2 19.2.0..19.2.1 | critical | CVE-2025-55182 | CWE-502 | remote code execution through server functions
npm:vm2 | 0..3.10.0 | critical | CVE-2023-37466 | CWE-94 | escape from the sandbox
npm:sequelize | 0..6.19.1 | critical | CVE-2023-25813 | CWE-89 | SQL injection through replacements
npm:socket.io-parser | 0..3.3.3 3.4.0..3.4.2 4.0.0..4.0.5 4.1.0..4.2.1 | critical | CVE-2022-2421 | CWE-1321 | attachment data can overwrite functions
pypi:pyyaml | 0..5.4 | critical | CVE-2020-14343 | CWE-20 | code execution when untrusted YAML is loaded with \`full_load\`
pypi:jinja2 | 0..2.11.3 | moderate | CVE-2020-28493 | CWE-1333 | denial of service by a slow regular expression
pypi:flask | 0..2.2.5 2.3.0..2.3.2 | high | CVE-2023-30861 | CWE-539 | a proxy may cache one user's session cookie for another
pypi:werkzeug | 0..2.2.3 | high | CVE-2023-25577 | CWE-770 | denial of service by unlimited form parts
pypi:pyjwt | 1.5.0..2.4.0 | high | CVE-2022-29217 | CWE-327 | key confusion between algorithms
pypi:gunicorn | 0..22.0.0 | high | CVE-2024-1135 | CWE-444 | request smuggling
pypi:pillow | 0..10.0.1 | high | CVE-2023-4863 | CWE-787 | memory corruption through a WebP image (bundled libwebp)
pypi:requests | 0..2.20.0 | high | CVE-2018-18074 | CWE-522 | credentials are sent in clear after a redirect
pypi:aiohttp | 1.0.5..3.9.2 | high | CVE-2024-23334 | CWE-22 | path traversal in static routes with \`follow_symlinks\`
pypi:python-multipart | 0..0.0.7 | high | CVE-2024-24762 | CWE-1333 | denial of service by a slow regular expression
pypi:starlette | 0..0.40.0 | high | CVE-2024-47874 | CWE-770 | denial of service by unlimited form fields
pypi:django | 0..2.2.28 3.0..3.2.13 4.0..4.0.4 | critical | CVE-2022-28346 | CWE-89 | SQL injection through annotate, aggregate and extra
pypi:pycrypto | 0..999 | critical | CVE-2013-7459 | CWE-119 | buffer overflow; abandoned, no fixed version exists
golang:github.com/dgrijalva/jwt-go | 0..999 | high | CVE-2020-26160 | CWE-287 | the audience check can be bypassed; abandoned, use golang-jwt
golang:github.com/gin-gonic/gin | 1.3.1..1.9.1 | moderate | CVE-2023-29401 | CWE-494 | file name injection in a download header
golang:gopkg.in/yaml.v3 | 0..3.0.1 | high | CVE-2022-28948 | CWE-502 | a crafted document ends the program
gem:rack | 0..2.0.9.1 2.1.0..2.1.4.1 2.2.0..2.2.3.1 | critical | CVE-2022-30123 | CWE-150 | shell escape injection through the log
gem:nokogiri | 0..1.13.6 | high | CVE-2022-29181 | CWE-843 | memory corruption by unexpected input
gem:actionpack | 0..5.2.4.3 6.0.0..6.0.3.1 | high | CVE-2020-8164 | CWE-502 | strong parameters can be bypassed
gem:devise | 0..4.7.1 | moderate | CVE-2019-16109 | CWE-287 | an account can be confirmed with an empty token
gem:omniauth | 0..2.0.0 | high | CVE-2015-9284 | CWE-352 | request forgery in the sign-in phase
composer:phpunit/phpunit | 0..4.8.28 5.0.0..5.6.3 | critical | CVE-2017-9841 | CWE-94 | remote code execution where vendor/ is served
composer:facade/ignition | 0..1.16.14 2.0.0..2.5.2 | critical | CVE-2021-3129 | CWE-94 | remote code execution in debug mode
composer:laravel/framework | 0..6.20.11 7.0.0..7.30.2 8.0.0..8.22.1 | moderate | CVE-2021-21263 | CWE-89 | unexpected bindings in queries
composer:guzzlehttp/guzzle | 0..6.5.8 7.0.0..7.4.5 | high | CVE-2022-31090 | CWE-200 | authorisation is sent on to another host after a redirect
composer:twig/twig | 1.0.0..1.44.7 2.0.0..2.15.3 3.0.0..3.4.3 | high | CVE-2022-39261 | CWE-22 | templates outside the configured folder can be read
composer:phpmailer/phpmailer | 0..5.2.20 | critical | CVE-2016-10045 | CWE-77 | remote code execution through the sender address
cargo:time | 0.1.0..0.2.23 | moderate | CVE-2020-26235 | CWE-476 | memory unsafety when the local offset is read
cargo:regex | 0..1.5.5 | high | CVE-2022-24713 | CWE-400 | denial of service by crafted expressions
cargo:hyper | 0..0.14.10 | critical | CVE-2021-32714 | CWE-190 | request smuggling by an integer overflow
cargo:h2 | 0..0.3.17 | high | CVE-2023-26964 | CWE-770 | denial of service by stream resets
nuget:newtonsoft.json | 0..13.0.1 | high | CVE-2024-21907 | CWE-755 | denial of service by deep nesting
nuget:log4net | 0..2.0.10 | critical | CVE-2018-1285 | CWE-611 | external entities in configuration files
nuget:system.text.encodings.web | 4.0.0..4.5.1 4.6.0..4.7.2 5.0.0..5.0.1 | critical | CVE-2021-26701 | CWE-94 | remote code execution through text encoding
nuget:system.data.sqlclient | 0..4.8.6 | high | CVE-2024-0056 | CWE-319 | the encrypted connection can be intercepted
hex:plug | 0..1.0.4 1.1.0..1.1.7 1.2.0..1.2.3 1.3.0..1.3.2 | high | CVE-2017-1000053 | CWE-502 | code execution by cookie deserialisation
`;

export const notoriousVersions: readonly NotoriousVersion[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', affected = '', severity = '', id = '', cwe = '', what = ''] = line.split(' | ');
    return {
      package: name,
      affected: affected.split(' ').map((pair) => {
        const [from = '', fixed = ''] = pair.split('..');
        return [from, fixed] as const;
      }),
      severity: severity as NotoriousVersion['severity'],
      id,
      cwe,
      what,
    };
  });
