import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { csharp } from '../languages';

/** What stands behind a match, up to the end of its statement. */
const statementOf = (text: string, at: number): string => text.slice(at, at + 600).split(';', 1)[0] ?? '';

/** One place of a file says enough: who mends it looks at its neighbours. */
const action =
  /^[ \t]{0,20}(?<marks>(?:\[[^\]\n]{1,80}\]\s{0,40}){0,3}\[(?:HttpPost|HttpPut|HttpDelete)\b[^\]\n]{0,80}\]\s{0,40}(?:\[[^\]\n]{1,80}\]\s{0,40}){0,4})public\s(?:async\s|virtual\s|override\s){0,2}(?:Task<)?(?:I?ActionResult|ViewResult|RedirectResult|JsonResult|RedirectToActionResult)\b/gm;

/** Who signs in has nothing yet that a page of somebody else could use. */
const isEntry = (match: RegExpMatchArray, text: string): boolean =>
  /^>{0,2}\??\s{1,3}(?:Log_?[iI]n|Log[oO]n|Sign[iI]n|Register|Sign[uU]p|Authenticate|Log[oO]ut|Log[oO]ff)\w{0,12}\(/.test(
    text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 60),
  );

const isFirstWithout = (match: RegExpMatchArray, { text }: SourceFile): boolean =>
  !isEntry(match, text) &&
  [...text.slice(0, match.index).matchAll(action)].every(
    (other) => /Anti[fF]orgery/.test(other.groups?.['marks'] ?? '') || isEntry(other, text),
  );

/** What programs of .NET switch off or leave out; where it counts is not seen from the line. */
export const broadDotnetRules: readonly LineRule[] = [
  {
    id: 'dotnet-any-certificate',
    told: 'tls-verification-off',
    possible: true,
    cwe: 'CWE-295',
    owasp: 'A07',
    title: 'Every certificate of a server is taken',
    severity: 'medium',
    why: 'Whoever is on the way can stand in for the server.',
    fix: 'Leave the check on, and trust the certificate of the one server.',
    wants: csharp,
    words: ['ertificateValidationCallback', 'ServerCertificateCustomValidationCallback', 'RemoteCertificateValidation'],
    pattern:
      /\b(?:ServerCertificateValidationCallback|RemoteCertificateValidationCallback|ServerCertificateCustomValidationCallback)\s{0,3}(?:\+?=|\()\s{0,20}(?:new\s\w{1,40}\()?(?:delegate\s{0,3}(?:\([^)]{0,160}\))?|\([^)]{0,160}\)\s{0,3}=>)\s{0,20}(?:\{\s{0,20}return\s)?true\b/g,
    accept: (match, file) => !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  handler.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true;\n  ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };\n  handler.ServerCertificateValidationCallback += (sender, cert, chain, errors) => Check(cert);\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'part-of-token-unchecked',
    possible: true,
    cwe: 'CWE-347',
    owasp: 'A07',
    title: 'A part of a token is not checked',
    severity: 'low',
    why: 'A token that was made for another service, or that has ended, is taken.',
    fix: 'Check issuer, audience and end.',
    wants: csharp,
    words: ['ValidateIssuer', 'ValidateAudience', 'ValidateLifetime', 'RequireExpirationTime'],
    pattern: /\b(?:ValidateIssuer|ValidateAudience|ValidateLifetime|RequireExpirationTime)\s?=\s?false\b/g,
    // One place for each set of parameters.
    accept: (match, file) =>
      !/\b(?:ValidateIssuer|ValidateAudience|ValidateLifetime|RequireExpirationTime)\s?=\s?false\b/.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 300), match.index),
      ),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { object F() { return new TokenValidationParameters {\n  ValidateIssuer = false,\n  ValidateAudience = false,\n  ValidateLifetime = true,\n}; } }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'dotnet-plain-transport',
    told: 'plain-transport',
    possible: true,
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'Tokens or their metadata may travel without encryption',
    severity: 'low',
    why: 'Whoever is on the way reads and keeps them.',
    fix: 'Ask for HTTPS outside of development.',
    wants: csharp,
    words: ['AllowInsecureHttp', 'RequireHttpsMetadata'],
    pattern: /\bAllowInsecureHttp\s?=\s?true\b|\bRequireHttpsMetadata\s?=\s?false\b/g,
    accept: (match, file) => !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var o = new Options {\n    AllowInsecureHttp = true\n  };\n  o.RequireHttpsMetadata = false;\n  o.RequireHttpsMetadata = true;\n} }\n',
        lines: [3, 5],
      },
    ],
  },
  {
    id: 'dotnet-cookie-options',
    told: 'cookie-without-flags',
    possible: true,
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is set without `Secure` or `HttpOnly`',
    severity: 'low',
    why: 'It travels without encryption as well, or script in a page reads it.',
    fix: 'Set `Secure`, `HttpOnly` and `SameSite`.',
    wants: csharp,
    words: ['CookieOptions', 'HttpCookie('],
    pattern: /\bnew\s(?:CookieOptions\b(?:\(\))?|HttpCookie\()/g,
    accept(match, file) {
      const at = match.index ?? 0;
      const made = match[0].includes('HttpCookie') ? file.text.slice(at, at + 600) : statementOf(file.text, at);
      const later = linesAround(file, file.lineAt(at), 0, 5);
      const all = `${made}\n${later}`;
      // A page reads the token against forged requests and sends it back.
      if (/xsrf|csrf|anti_?forgery/i.test(linesAround(file, file.lineAt(at), 2, 3))) return false;
      return !(/\bSecure\s?=\s?(?!false)/.test(all) && /\bHttpOnly\s?=\s?(?!false)/.test(all));
    },
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var a = new CookieOptions { HttpOnly = true, Expires = end };\n  Response.Cookies.Append("a", token, a);\n\n\n\n\n\n\n  var b = new CookieOptions { HttpOnly = true, Secure = true };\n\n\n\n\n\n\n\n\n  var c = new HttpCookie("c", token);\n  Response.Cookies.Add(c);\n\n\n\n\n\n  Response.Cookies.Append("XSRF-TOKEN", sent, new CookieOptions { HttpOnly = false });\n} }\n',
        lines: [2, 19],
      },
    ],
  },
  {
    id: 'dotnet-error-in-answer',
    told: 'error-in-answer',
    possible: true,
    cwe: 'CWE-209',
    owasp: 'A05',
    title: 'An error is given to whoever asked',
    severity: 'low',
    why: 'Its text can name tables, paths and versions.',
    fix: 'Log it, and answer with a text of your own.',
    wants: csharp,
    words: ['.Message', '.StackTrace', '?.Message', 'x.ToString()'],
    pattern:
      /\b(?:Content|Json|StatusCode|WriteAsync|Write|Ok|Problem|Serialize|SerializeObject)\((?:[^;\n]{0,120}[\s(,+={])?(?:ex|e|err|error|exception|exc)\??\.(?:Message\b|StackTrace\b|ToString\(\)|InnerException\b)|\bViewBag\.\w{1,40}\s?=\s?[^;\n]{0,80}\b(?:ex|e|err|exception)\.(?:Message|StackTrace)\b/g,
    accept: (match, file) =>
      /Controller|HttpContext|Response\b|WebMethod|MapGet|MapPost/.test(file.text) &&
      !/Console\.|[lL]og\w{0,12}\.|Debug\.|Trace\./.test(file.lineText(file.lineAt(match.index ?? 0))) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller { IActionResult F() {\n  try { return Run(); }\n  catch (Exception ex) { return StatusCode(500, ex.Message); }\n}\n  async Task G(HttpContext c, Exception error) {\n    await c.Response.WriteAsync(JsonSerializer.Serialize(new { message = error?.Message }));\n    Console.Write(error.Message);\n} }\n',
        lines: [3, 6],
      },
    ],
  },
  {
    id: 'dotnet-weak-password-rule',
    told: 'weak-password-rule',
    possible: true,
    cwe: 'CWE-521',
    owasp: 'A07',
    title: 'Accounts may have weak passwords, or try as many as they like',
    severity: 'low',
    why: 'Short and simple passwords are found by trying.',
    fix: 'Ask for twelve signs, and lock an account for a while after some failures.',
    wants: csharp,
    words: [
      'RequiredLength',
      'RequireDigit',
      'RequireNonAlphanumeric',
      'RequireUppercase',
      'lockoutOnFailure',
      'shouldLockout',
      'RequireNonLetterOrDigit',
      'LockoutEnabledByDefault',
    ],
    pattern:
      /\b(?:Require(?:Digit|NonAlphanumeric|Uppercase|Lowercase|NonLetterOrDigit)\s?=\s?false|RequiredLength\s?=\s?[1-7]\b|(?:lockoutOnFailure|shouldLockout):\s?false|UserLockoutEnabledByDefault\s?=\s?false)/g,
    // One place for each set of rules.
    accept: (match, file) =>
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      !/\bRequire(?:Digit|NonAlphanumeric|Uppercase|Lowercase|NonLetterOrDigit)\s?=\s?false|RequiredLength\s?=\s?[1-7]\b/.test(
        linesAround(file, file.lineAt(match.index ?? 0) - 4, 3, 3),
      ),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { object P = new PasswordOptions {\n  RequireDigit = false,\n  RequiredLength = 6,\n};\n\n\n\n\n\n  void F() {\n    SignIn(user, password, lockoutOnFailure: false);\n  }\n}\n',
        lines: [2, 11],
      },
    ],
  },
  {
    id: 'dotnet-form-without-token',
    told: 'form-without-token',
    possible: true,
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'A form is taken without a token of its page',
    severity: 'low',
    why: 'A page of somebody else sends it in the name of who is signed in.',
    fix: 'Add `[ValidateAntiForgeryToken]`, or `AutoValidateAntiforgeryToken` for all.',
    wants: csharp,
    words: ['[HttpPost'],
    pattern: action,
    accept: (match, file) =>
      /\bView\(|RedirectToAction\(|\bActionResult\b/.test(file.text) &&
      !/ApiController\b/.test(file.path) &&
      !/\[ApiController\]|AutoValidateAntiforgeryToken|: PageModel\b|JwtBearer/.test(file.text) &&
      !/AntiForgery|Antiforgery/.test(match.groups?.['marks'] ?? '') &&
      isFirstWithout(match, file),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpPost]\n  [ValidateAntiForgeryToken]\n  public ActionResult F(string a) { return View(); }\n\n  [HttpPost]\n  public ActionResult G(string a) { return View(); }\n}\n',
        lines: [6],
      },
      {
        path: 'C.cs',
        text: 'class C : Controller {\n  [HttpPost]\n  public ActionResult Login(string a) { return View(); }\n\n  [HttpPost]\n  public ActionResult G(string a) { return View(); }\n}\n',
        lines: [5],
      },
      {
        path: 'B.cs',
        text: '[ApiController]\nclass B : Controller {\n  [HttpPost]\n  public IActionResult G(string a) { return View(); }\n}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'dotnet-tokens-everywhere',
    silent: true,
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'All forms are asked for a token',
    severity: 'low',
    why: 'Single actions need none then.',
    fix: '',
    wants: csharp,
    words: ['AutoValidateAntiforgeryToken', 'UseAntiforgery', 'AddAntiforgery', 'IAntiforgery'],
    pattern: /\bAutoValidateAntiforgeryToken\w{0,10}\b|\.(?:Use|Add)Antiforgery\(|\bIAntiforgery\b/g,
    examples: [
      {
        path: 'Startup.cs',
        text: 'class S { void F() {\n  o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());\n} }\n',
        lines: [2],
      },
    ],
  },
];
