import type { LineRule } from '../../weakness';

/** What rules of one kind say of a place, whatever it is written in. A rule spreads it before what it says otherwise. */
type Kind = Pick<LineRule, 'spans' | 'possible' | 'told' | 'cwe' | 'owasp' | 'title' | 'severity' | 'why' | 'fix'>;

export const unescapedValue = {
  possible: true,
  told: 'unescaped-value',
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A value is written into pages unescaped',
  severity: 'low',
  why: 'Markup in such a value becomes part of the page, script included.',
  fix: 'Render through a template that escapes, or escape the value first.',
} as const satisfies Kind;

export const markupInPage = {
  possible: true,
  told: 'markup-in-page',
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A value is written into the page as markup',
  severity: 'low',
  why: 'Script in the value then runs in the page, where the value is not escaped before.',
  fix: 'Set `textContent`, or escape the value.',
} as const satisfies Kind;

export const errorInAnswer = {
  possible: true,
  spans: true,
  told: 'error-in-answer',
  cwe: 'CWE-209',
  owasp: 'A05',
  title: 'The text of an error is sent as an answer',
  severity: 'low',
  why: 'Its stack tells strangers paths, libraries and queries.',
  fix: 'Log it, and answer with a short text.',
} as const satisfies Kind;

export const environmentInAnswer = {
  possible: true,
  told: 'environment-in-answer',
  cwe: 'CWE-200',
  owasp: 'A01',
  title: 'An answer holds what the environment of the server holds',
  severity: 'medium',
  why: 'Keys and passwords stand there: whoever asks has them.',
  fix: 'Answer with the fields that a client needs.',
} as const satisfies Kind;

export const passwordInAnswer = {
  possible: true,
  told: 'password-in-answer',
  cwe: 'CWE-200',
  owasp: 'A01',
  title: 'An answer holds a password or its hash',
  severity: 'medium',
  why: 'Whoever asks has what signs in, or can try it out.',
  fix: 'Name the fields that a client needs.',
} as const satisfies Kind;

export const forgedRequests = {
  possible: true,
  told: 'csrf-disabled',
  cwe: 'CWE-352',
  owasp: 'A01',
  title: 'Protection against forged requests (CSRF) is switched off',
  severity: 'low',
  why: 'With cookies as login, another site can act in the name of who is signed in.',
  fix: 'Leave it on for everything that a browser with cookies can reach.',
} as const satisfies Kind;

export const massAssignment = {
  possible: true,
  told: 'mass-assignment',
  cwe: 'CWE-915',
  owasp: 'A08',
  title: 'A record takes all fields that a request sends',
  severity: 'medium',
  why: 'The sender sets fields that were not meant for them, such as a role or an owner.',
  fix: 'Name the fields that may be written.',
} as const satisfies Kind;

export const openCors = {
  possible: true,
  told: 'open-cors',
  cwe: 'CWE-942',
  owasp: 'A05',
  title: 'Pages of every origin may read answers',
  severity: 'low',
  why: 'Where answers depend on who asks, any page that a user opens can read them.',
  fix: 'Name the origins that may.',
} as const satisfies Kind;

export const plainPassword = {
  possible: true,
  cwe: 'CWE-256',
  owasp: 'A04',
  title: 'A password is kept or compared as it is',
  severity: 'medium',
  why: 'Whoever reads the table has everybody’s password.',
  fix: 'Store a hash of Argon2id, scrypt or bcrypt and let its function compare.',
} as const satisfies Kind;

export const sqlText = {
  possible: true,
  cwe: 'CWE-89',
  owasp: 'A03',
  title: 'A value is put into the text of SQL',
  severity: 'medium',
  why: 'Where such a value comes from outside, whoever sends it decides what the database runs.',
  fix: 'Pass the values as parameters of the statement.',
} as const satisfies Kind;

export const cookieFlags = {
  possible: true,
  told: 'cookie-flags-off',
  cwe: 'CWE-614',
  owasp: 'A05',
  title: 'A cookie is sent without its protections',
  severity: 'low',
  why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
  fix: 'Set `Secure`, `HttpOnly` and `SameSite`.',
} as const satisfies Kind;

export const uncheckedSignature = {
  possible: true,
  told: 'jwt-unverified',
  cwe: 'CWE-347',
  owasp: 'A02',
  title: 'Signatures of tokens are not checked',
  severity: 'medium',
  why: 'Anyone can write a token that is accepted.',
  fix: 'Verify the signature with the algorithm that you expect.',
} as const satisfies Kind;

export const fastPasswordHash = {
  possible: true,
  told: 'weak-password-hash',
  cwe: 'CWE-916',
  owasp: 'A02',
  title: 'Passwords are hashed with a fast algorithm',
  severity: 'medium',
  why: 'MD5, SHA-1 and plain SHA-2 are tried billions of times a second when a table leaks.',
  fix: 'Use Argon2id, scrypt or bcrypt.',
} as const satisfies Kind;

export const predictableValue = {
  possible: true,
  told: 'predictable-value',
  cwe: 'CWE-330',
  owasp: 'A02',
  title: 'A value that must not be guessed is drawn by a generator that can be computed',
  severity: 'medium',
  why: 'Who sees a few values computes the next ones.',
  fix: 'Use the cryptographic generator of the platform.',
} as const satisfies Kind;

export const saidByClient = {
  possible: true,
  told: 'client-says-admin',
  cwe: 'CWE-565',
  owasp: 'A01',
  title: 'A cookie or a header of the request says who is an administrator',
  severity: 'medium',
  why: 'Whoever sends the request writes its cookies, headers and fields.',
  fix: 'Keep the role in the session or in a signed token, and look it up on the server.',
} as const satisfies Kind;

export const debugOn = {
  possible: true,
  told: 'debug-on',
  cwe: 'CWE-489',
  owasp: 'A05',
  title: 'Debug mode is written into the code',
  severity: 'medium',
  why: 'Error pages then show code, settings and sometimes a console.',
  fix: 'Read it from the environment, off by default.',
} as const satisfies Kind;

export const uncheckedTls = {
  possible: true,
  told: 'tls-verification-off',
  cwe: 'CWE-295',
  owasp: 'A02',
  title: 'Certificates are not checked',
  severity: 'medium',
  why: 'Whoever is on the way can read and change what is sent.',
  fix: 'Leave the check on, and trust a certificate of one’s own by its file.',
} as const satisfies Kind;

export const uncheckedHost = {
  possible: true,
  told: 'ssh-host-unchecked',
  cwe: 'CWE-295',
  owasp: 'A07',
  title: 'Every key of a host is taken',
  severity: 'medium',
  why: 'Whoever is on the way can stand in for the server.',
  fix: 'Check the key against one that is known.',
} as const satisfies Kind;

export const passwordInLog = {
  possible: true,
  told: 'secret-in-log',
  cwe: 'CWE-532',
  owasp: 'A09',
  title: 'A password or a token is written into a log',
  severity: 'low',
  why: 'Whoever reads the log can sign in with it.',
  fix: 'Leave it out.',
} as const satisfies Kind;

export const storedScript = {
  possible: true,
  told: 'stored-xss',
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A field of a stored row is written into the page as it is',
  severity: 'medium',
  why: 'Where people write that field, script in it runs in the page of everybody who sees it.',
  fix: 'Write it through `htmlspecialchars`.',
} as const satisfies Kind;

export const uploadName = {
  possible: true,
  told: 'upload-name',
  cwe: 'CWE-434',
  owasp: 'A04',
  title: 'An upload is stored under the name that its sender gave it',
  severity: 'medium',
  why: 'Where the folder is served, a page or a script can be uploaded.',
  fix: 'Allow a list of kinds, and name the file yourself.',
} as const satisfies Kind;

export const storedInJsp = {
  told: 'unescaped-output',
  possible: true,
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A value is written into a page as it is',
  severity: 'medium',
  why: 'Expressions of JSP escape nothing: script that somebody stored runs in the page of whoever looks at it.',
  fix: 'Write it through `<c:out>` or `fn:escapeXml`.',
} as const satisfies Kind;

export const sessionKept = {
  possible: true,
  told: 'session-kept-at-login',
  cwe: 'CWE-384',
  owasp: 'A07',
  title: 'Who signs in keeps the session they had before',
  severity: 'low',
  why: 'Who knew the session before, because they set it, is signed in with it.',
} as const satisfies Partial<Kind>;

export const errorText = {
  possible: true,
  cwe: 'CWE-209',
  owasp: 'A05',
  title: 'The text of an error is sent as an answer',
  severity: 'low',
  why: 'Errors of a database tell strangers its tables and the text of the query.',
  fix: 'Log it, and answer with a short text.',
} as const satisfies Kind;

export const plainCompare = {
  possible: true,
  told: 'plain-password-compare',
  cwe: 'CWE-256',
  owasp: 'A04',
  title: 'A stored password is compared as it is',
  severity: 'medium',
  why: 'It is kept in plain text then: whoever reads the table has everybody’s password.',
  fix: 'Store a hash of Argon2id, scrypt or bcrypt and let its function compare.',
} as const satisfies Kind;

export const databaseLogin = {
  possible: true,
  told: 'login-of-everybody',
  cwe: 'CWE-1392',
  owasp: 'A05',
  title: 'A database is opened with a login that everybody knows',
  severity: 'medium',
  why: 'Where nobody changed it, whoever reaches the database has everything that is in it.',
  fix: 'Make an account with a password of its own, and read it from the environment.',
} as const satisfies Kind;

export const recordOfAnybody = {
  possible: true,
  told: 'record-of-anybody',
  cwe: 'CWE-639',
  owasp: 'A01',
  title: 'A record of somebody is taken by the id of the request alone',
  severity: 'medium',
  why: 'Who counts the id up reads or changes records of others, unless something else compares their owner.',
  fix: 'Ask for the record by its id and by who is signed in.',
} as const satisfies Kind;
