import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { uncheckedTls } from '../broad/kinds';
import { code } from '../languages';
import { isLiteralLogin, knownLogin } from './literalLogin';

/** Settings that a framework reads, by its name for them. */
const isSettingsFile = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap)[\w.-]{0,30}\.(?:ya?ml|properties)$|(?:^|\/)config\/(?:database|secrets|mongoid|cable|default|production|config|app|settings|jwt|mail)\.(?:ya?ml|json|toml)$|(?:^|\/)appsettings(?:\.Production)?\.json$|(?:^|\/)(?:db|database|config|jdbc|hibernate|mail)\.(?:properties|ini)$/.test(
    path,
  );

/** What a server of one's own machine is started with, and what documents write for any. */
const ofNobody =
  /^(?:postgres|root|password|pass|passwd|user(?:name)?|admin|mysql|guest|secret|changeme|change-me|\w{0,12}password|x+|\*+)$/i;
const ofThisMachine = /^(?:localhost|127\.|0\.0\.0\.0|host(?:name)?\b|example\b|server\b|\[?::1)/i;

function isLoginOfAddress(match: RegExpMatchArray, file: SourceFile): boolean {
  const { user = '', value = '', host = '' } = match.groups ?? {};
  // `root:password@tcp(…)` of a program is what it connects with; an address of a document is an example.
  const isKnown = ofNobody.test(value) && (match.groups?.['driver'] === undefined || /^(?:pass|x+|\*+)$/i.test(value));
  return (
    !isKnown &&
    !(user.toLowerCase() === value.toLowerCase() && ofThisMachine.test(host)) &&
    !/^(?:example|host|your)/i.test(host) &&
    !/example|placeholder|e\.g\.|format|usage|docs?\b/i.test(linesAround(file, file.lineAt(match.index ?? 0), 1, 0)) &&
    isLiteralLogin(
      { ...match, 0: 'login', groups: { value: ofNobody.test(value) ? `${value}1` : value } } as RegExpMatchArray,
      file,
    )
  );
}

/** Logins in addresses, in settings of frameworks, and in constants of programs. */
export const settingsForms: readonly LineRule[] = [
  {
    ...knownLogin,
    id: 'login-of-address',
    inTexts: true,
    title: 'A password stands in the address of a database',
    wants: (file) => code(file) || isSettingsFile(file),
    words: ['://', '@tcp('],
    pattern:
      /\b(?:mongodb(?:\+srv)?|mysql2?|mariadb|postgres(?:ql)?|rediss?|amqps?|mssql|sqlserver|oracle)(?:\+\w{1,12})?:\/\/(?<user>[\w.-]{0,40}):(?<value>[^@\s"'`$/{}<>%]{3,60})@(?<host>[\w.-]{1,80})|(?<driver>["'`]\w{1,20}):(?<value2>[^@\s"'`$/{}<>%]{3,60})@(?:tcp|unix)\(/g,
    accept: (match, file) => {
      const { value2 } = match.groups ?? {};
      return isLoginOfAddress(
        value2 === undefined
          ? match
          : ({ ...match, groups: { ...match.groups, value: value2 } } as unknown as RegExpMatchArray),
        file,
      );
    },
    examples: [
      {
        path: 'db.js',
        text: `mongoose.connect('mongodb://shop:autumn19@mongo:27017/shop');\nmongoose.connect('mongodb://localhost/shop');\nmongoose.connect(\`mongodb://shop:\${pass}@mongo/shop\`);\n`,
        lines: [1],
      },
      {
        path: 'main.go',
        text: 'package main\n\nfunc main() {\n\tsql.Open("mysql", "root:password@tcp(127.0.0.1:3306)/shop")\n}\n',
        lines: [4],
      },
      { path: 'conf.py', text: "URI = 'postgresql://postgres:postgres@localhost/app'\n", lines: [] },
    ],
  },
  {
    ...knownLogin,
    id: 'login-of-settings',
    title: 'A password stands in the settings of the program',
    wants: isSettingsFile,
    words: ['assword', 'passwd', 'ecret', '"Key"'],
    pattern:
      /^[ \t]{0,20}["']?(?:[\w-]{1,40}[.:_-]{1,2}){0,6}\w{0,30}?(?:password|passwd|secret(?:[-_.]?key(?:[-_]base)?)?|secretKey\w{0,6})["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?<value>(?!!)[^\s"'#{}$<>,]{5,120})["']?,?[ \t]*$|"(?:Key|Secret\w{0,6}|SigningKey|IssuerSigningKey|Password)"\s?:\s?"(?<other>[^"\n${}<>]{6,120})"/gim,
    accept: (match, file) => {
      const { value = '', other } = match.groups ?? {};
      if (other !== undefined) {
        const before = file.text.slice(Math.max(0, (match.index ?? 0) - 400), match.index);
        // Keys of all kinds are called so; those of tokens and of mail are.
        if (
          !/"(?:\w{0,10}jwt\w{0,12}|\w{0,6}tokens?\w{0,10}|AppSettings|Auth\w{0,16}|Smtp\w{0,10}|(?:E?mail)\w{0,12})"\s?:\s?\{[^{}]*$/i.test(
            before,
          )
        )
          return false;
        return (
          /[a-z0-9]/i.test(other) &&
          !/^(?:your|<|\*|x{3}|change|placeholder|set[-_ ]|todo)|_here\b|\bhere$|[-_.](?:dev|development|local|test)\b/i.test(
            other,
          )
        );
      }
      return (
        !ofNobody.test(value) && !/^(?:ENC\(|classpath:|file:|vault:|!)/.test(value) && isLiteralLogin(match, file)
      );
    },
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: `spring.datasource.username=shop\nspring.datasource.password=autumn19!\nspring.mail.password=\${MAIL_PASSWORD}\n`,
        lines: [2],
      },
      {
        path: 'config/database.yml',
        text: 'production:\n  adapter: mysql2\n  password: autumn19\ndevelopment:\n  password: <%= ENV["P"] %>\n',
        lines: [3],
      },
      {
        path: 'appsettings.json',
        text: '{\n  "Jwt": {\n    "Issuer": "shop",\n    "Key": "a long sentence that signs all tokens"\n  },\n  "Cache": { "Key": "products-of-shop" }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'login-of-constant',
    wants: code,
    words: ['PASSWORD', 'Password', 'password', 'SECRET', 'Secret', 'secret'],
    pattern:
      /^[ \t]{0,12}(?:(?:export|const|let|var|final|static|public|private|protected|internal|readonly|val|String|string)\s{1,3}){0,6}\$?(?:\w{1,20}_)?(?:ADMIN|DB|DATABASE|ROOT|MASTER|DEFAULT|MYSQL|POSTGRES|SMTP|MAIL|JWT|SESSION|TOKEN|AUTH|APP|ENCRYPTION|admin|db|database|root|master|jwt|session|token|auth|mysql|smtp|mail)_?(?:PASSWORD|PASS|PWD|SECRET(?:_KEY)?|[pP]assword|[pP]ass|[pP]wd|[sS]ecret(?:_?[kK]ey)?)(?:\s?:\s?(?:str|string|String))?\s{0,3}(?::=|=)\s{0,3}(?:\[\]byte\()?["'](?<value>(?=[^"'\n]*(?:\d|secret|[!@#&*]))[\w!@#&*+-]{5,60})["']/gm,
    accept: (match, file) => isLiteralLogin(match, file) && !isBrowserCode(file),
    examples: [
      {
        path: 'app.py',
        text: "ADMIN_PASSWORD = 'autumn19'\nADMIN_PASSWORD_FIELD = 'admin2'\nADMIN_PASSWORD = os.environ['P']\n",
        lines: [1],
      },
      { path: 'main.go', text: 'package main\n\nconst dbPassword = "autumn19"\n', lines: [3] },
    ],
  },
  {
    ...uncheckedTls,
    id: 'tls-off-in-settings',
    wants: ({ path }) => /(?:^|\/)[\w.-]{0,40}(?:config|settings|database|db)[\w.-]{0,40}\.json$/i.test(path),
    words: ['rejectUnauthorized'],
    pattern: /"rejectUnauthorized"\s?:\s?false\b/g,
    examples: [
      {
        path: 'config/config.json',
        text: '{\n  "ssl": {\n    "require": true,\n    "rejectUnauthorized": false\n  }\n}\n',
        lines: [4],
      },
    ],
  },
];
