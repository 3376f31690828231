import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { isExplanation, isSaidToBeNone, isSetByInstallation } from '../../context/remarks';
import type { LineRule } from '../../weakness';
import { code, only } from '../languages';

const plain = {
  possible: true,
  cwe: 'CWE-319',
  owasp: 'A02',
  title: 'Data goes over the network as it is',
  severity: 'low',
  why: 'Anyone on the way can read and change it, logins included.',
  fix: 'Use the encrypted form of the protocol.',
} as const;

/** What is sent and written down where others read it. */
export const broadTransportRules: readonly LineRule[] = [
  {
    ...plain,
    id: 'plain-transport',
    wants: code,
    words: ['FTP', 'ftp', 'Telnet', 'http://'],
    pattern:
      /\bNet::FTP\.(?:open|new)\(|\bftplib\.FTP\(|\bftp_connect\(|\btelnetlib\.Telnet\(|\bnew FTPClient\(|\b(?:HTTParty|RestClient|Faraday|Typhoeus|requests|httpx|axios|got|Http)(?:\.|::)(?:post|put|patch)\(\s{0,10}["'`]http:\/\/(?<host>[\w.-]{1,100})/g,
    // This machine, a container by its one word, an address of the own network.
    accept(match, file) {
      const host = match.groups?.['host'];
      const isNear =
        host !== undefined &&
        (!host.includes('.') || /^(?:127\.|10\.|192\.168\.|0\.0|169\.254|172\.)|\.(?:local|internal|svc)/.test(host));
      return !isNear && !isBrowserCode(file) && !isForTests(file, file.lineAt(match.index ?? 0));
    },
    examples: [
      {
        path: 'a.rb',
        text: "Net::FTP.open('files.example.org', { username: 'a' })\nHTTParty.post('http://hooks.example.org/sold', body: sold)\nHTTParty.post('http://localhost:80/sold', body: sold)\nHTTParty.post('https://hooks.example.org/sold', body: sold)\n",
        lines: [1, 2],
      },
    ],
  },
  {
    ...plain,
    id: 'rails-plain-transport',
    told: 'plain-transport',
    wants: only('ruby'),
    words: ['force_ssl'],
    comments: true,
    pattern: /^[ \t]*#[ \t]{0,3}config\.force_ssl\s?=\s?true|^[ \t]*config\.force_ssl\s?=\s?false/gm,
    accept: (_match, { text, path }) =>
      /(?:^|\/)config\/environments\/production\.rb$/.test(path) &&
      !/^[ \t]*config\.(?:force_ssl\s?=\s?(?!false)|assume_ssl\s?=\s?true)/m.test(text),
    examples: [
      {
        path: 'config/environments/production.rb',
        text: 'Rails.application.configure do\n  # config.force_ssl = true\nend\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'personal-data-in-log',
    possible: true,
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'Data of a person is written into a log',
    severity: 'low',
    why: 'Logs are read by more people, and kept for longer, than the table that the data comes from.',
    fix: 'Write the number of the account instead.',
    wants: only('ruby', 'python', 'javascript', 'typescript', 'php'),
    words: ['email', 'ssn', 'card', 'cvv'],
    pattern:
      /\b(?:(?:Rails\.)?logger|console|logging|Log)(?:\.|::)(?:info|debug|warn|warning|error|log)\(?\s?[^\n]{0,120}(?:#\{|\$\{|\{|,\s|\+\s)\s?(?:@?(?:current_)?user(?:\.|->|\[['"]))(?:email|ssn|social_security\w{0,8}|card_number|credit_card\w{0,8}|cvv|iban|phone\w{0,8})\b/g,
    accept: (match, file) => !isBrowserCode(file) && !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.rb',
        text: 'Rails.logger.info("current user: #{current_user.email}")\nRails.logger.info("current user: #{current_user.id}")\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'fixed-vector',
    possible: true,
    told: 'broken-cipher',
    cwe: 'CWE-329',
    owasp: 'A02',
    title: 'A cipher starts from the same bytes each time',
    severity: 'medium',
    why: 'Equal texts then look equal when encrypted, and some modes give the text away.',
    fix: 'Draw the first block for each text, and store it beside it.',
    wants: only('javascript', 'typescript', 'python', 'php', 'ruby'),
    words: ['iv', 'IV', 'nonce'],
    pattern:
      /(?<![\w.])(?:iv|IV|init_?vector|nonce|INIT_VECTOR)\s?[:=]\s?(?:Buffer\.from\(\s?|bytes\(\s?)?b?["'](?<value>[^"'\n]{8,64})["']|\bcreate(?:Cipher|Decipher)iv\([^()\n]{1,80},\s?[^,()\n]{1,60},\s?(?:Buffer\.(?:from|alloc)\(\s?)?["'\d]/g,
    accept: (match, file) =>
      !/placeholder/i.test(match[0]) &&
      /cipher|\bAES|(?:en|de)crypt|crypto_secret/i.test(linesAround(file, file.lineAt(match.index ?? 0), 15, 15)) &&
      !isBrowserCode(file),
    examples: [
      {
        path: 'a.py',
        text: "from Crypto.Cipher import AES\niv = b'1234567890123456'\ncipher = AES.new(key, AES.MODE_CBC, iv)\nnonce = os.urandom(16)\n",
        lines: [2],
      },
      {
        path: 'challenge.js',
        text: "const crypto = require('crypto');\nfunction f(req, res) {\n  return res.json({ nonce: 'NonceOfThisOne' });\n}\n",
        lines: [],
      },
    ],
  },
  {
    id: 'constant-key',
    possible: true,
    told: 'literal-key',
    cwe: 'CWE-798',
    owasp: 'A02',
    title: 'A key that signs or encrypts is written in the code',
    severity: 'medium',
    why: 'Everyone who can read the repository, now or in its history, can make tokens and read what was encrypted.',
    fix: 'Read it from the environment or a secret store, and draw it anew.',
    wants: only('python', 'javascript', 'typescript', 'ruby', 'php'),
    words: ['KEY', 'SALT', 'SECRET', 'PEPPER', 'ecret', 'Key'],
    pattern:
      /^[ \t]{0,8}(?:(?:const|let|var|export const|define\()\s?)?\$?["']?(?<name>(?:\w{0,30}_)?(?:KEY|SALT|SECRET|PEPPER|SECRET_?KEY)|\w{0,20}(?:secretKey|jwtSecret|jwtKey|encryptionKey|sessionSecret|tokenSecret|jwt_?secret|secret_?key))["']?\s{0,3}(?:=|,|:\s?(?:str|string)\s?=)\s{0,3}(?:bytes\(|Buffer\.from\()?b?["'](?<value>[^"'\s${}<>]{6,100})["']/gm,
    accept(match, file) {
      const { name = '', value = '' } = match.groups ?? {};
      const line = file.lineAt((match.index ?? 0) + match[0].length);
      return (
        !/(?:^|_)(?:PUBLIC|CACHE|STORAGE|SESSION_STORAGE|PRIMARY|FOREIGN|SORT|HASH|PARTITION|ROUTE|ROUTING|SITE|MAPS?|LOCAL|QUERY|HEADER|PARAM|COOKIE|CONFIG|I18N|META|EVENT|REDIS|DB|DICT|ENV|STATE|STORE|QUEUE|TOPIC|INDEX|FIELD|COLUMN|KEYBOARD|HOT|SHORTCUT|ANALYTICS|PUBLISHABLE|RECAPTCHA)_?(?:\w{0,20}_)?KEY$/i.test(
          name,
        ) &&
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !isSetByInstallation(file) &&
        !isSaidToBeNone(file, line) &&
        !isExplanation(file, match.index ?? 0) &&
        !/(?:^|[/._-])(?:tests?|spec|fixtures?|examples?|samples?|mocks?|docs?|constants?|keys|enums?|scripts?|tools?)(?:[/._-]|$)/i.test(
          file.path,
        ) &&
        /\d/.test(value) &&
        (/[a-z]/i.test(value) || value.length >= 16 || /(?:bytes|Buffer\.from)\(/.test(match[0])) &&
        !/^[a-z0-9]+(?:[-_:./][a-z0-9]+)+$/.test(value) &&
        !/^(?:[A-Z][a-z]+)+\d?$/.test(value) &&
        // Some framework says what such a name is for.
        /jwt|crypt|sign|session|token|salt|hmac|aes|SECRET_KEY|INSTALLED_APPS|Flask\(|hash/i.test(file.text)
      );
    },
    examples: [
      {
        path: 'shop/settings.py',
        text: "INSTALLED_APPS = []\nKEY = b'12345678910111212345678910111212'\nACCESS_TOKEN_SALT = \"S4828341189aefiasd#ASDF\"\nCACHE_KEY = 'a1b2c3d4'\n",
        lines: [2, 3],
      },
    ],
  },
];
