import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { only } from '../languages';
import { cookieFlags } from './kinds';

/** A statement from the match on: to the next semicolon, or the end of the line that closes it. */
function statement(match: RegExpMatchArray, file: SourceFile): string {
  const text = file.text.slice(match.index, (match.index ?? 0) + 600);
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(' || sign === '{') depth++;
    if (sign === ')' || sign === '}') depth--;
    if (depth < 0 || (sign === ';' && depth <= 0)) return text.slice(0, at);
    if (sign === '\n' && depth === 0 && !/^\s{0,60}\./.test(text.slice(at + 1))) return text.slice(0, at);
  }
  return text;
}

/** What is no cookie that opens anything, and what is taken back. */
const harmless = /csrf|xsrf|lang|locale|theme|max_?-?age\s?[=:(]\s?0|expires\s?=\s?0|,\s?(?:""|''|None)\s?[,)]/i;

/** Cookies of all names, in the ways of several frameworks. */
export const broadCookieRules: readonly LineRule[] = [
  {
    ...cookieFlags,
    id: 'cookie-of-name',
    wants: only('python', 'csharp'),
    words: ['.set_cookie(', 'Cookies.Append('],
    pattern: /\.set_cookie\(|\bCookies\.Append\(/g,
    // By whatever name says who somebody is.
    accept(match, file) {
      const text = statement(match, file);
      return (
        /\(\s{0,20}(?:\w{1,10}\s?=\s?)?(?:\w{1,40}\.)*["']?\w{0,30}(?:sess|auth|token|jwt|login|user|uid|admin|role|remember|sid\b|\bid\b|_id\b|account|mail|cart|basket|pass|secret)/i.test(
          text,
        ) &&
        (/\bsecure\s?=\s?false/i.test(text) || !/http_?only/i.test(text) || !/\bsecure\b/i.test(text)) &&
        !harmless.test(text) &&
        // What is set somewhere else is not known.
        !/\*\*\w|,\s?[\w.]{0,40}(?:[oO]pt(?:ion)?s?|OPT\w{0,6}|[cC]onfig|[sS]ettings)\w{0,10}(?:\(\))?\s?\)?\s*$/.test(
          text,
        )
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "html.set_cookie('admin', '1', max_age=200)\nhtml.set_cookie('id', user.id, secure=True, httponly=True)\nhtml.set_cookie('theme', theme)\nhtml.set_cookie('token', made, httponly=True)\n",
        lines: [1, 4],
      },
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  Response.Cookies.Append("SessionId", id);\n  Response.Cookies.Append("SessionId", id, cookieOptions);\n  Response.Cookies.Append("SessionId", id, new CookieOptions { HttpOnly = true, Secure = true });\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-script',
    wants: only('javascript', 'typescript', 'tsx'),
    words: ['.setCookie(', '.cookie('],
    pattern: /\b(?:res|reply|response|rep)\.(?:setCookie|cookie)\(/g,
    accept(match, file) {
      const text = statement(match, file);
      return /\bsecure\s?:\s?false\b|\bhttpOnly\s?:\s?false\b/.test(text) && !harmless.test(text);
    },
    examples: [
      {
        path: 'a.ts',
        text: "res.setCookie('calls', count, {\n  secure: false,\n});\nres.setCookie('calls', count, { secure: true });\n",
        lines: [1],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-chain',
    wants: only('javascript', 'typescript', 'tsx'),
    words: ['.cookie('],
    pattern:
      /(?:^\s{0,40}|\)|\bres|\bresponse)\.cookie\(\s?['"][\w-]{0,30}(?:sess|sid|auth|token|jwt|login|user)[\w-]{0,20}['"],\s?[\w.]{1,60}\s?\)/gim,
    examples: [
      {
        path: 'a.js',
        text: "res\n    .cookie('shopsession', token)\n    .redirect('/');\nres.status(200).cookie('sessionToken', token, { httpOnly: true });\n",
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-go',
    wants: only('go'),
    words: ['http.Cookie'],
    pattern: /\bnew\(http\.Cookie\)|\bvar \w{1,30} \*?http\.Cookie\s*$/gm,
    accept(match, file) {
      const near = linesAround(file, file.lineAt(match.index ?? 0), 0, 12);
      if (/^\/\/go:build [^\n]*\b(?:dev|debug|test)/m.test(file.text)) return false;
      return (
        !/HttpOnly|Secure\b|MaxAge:?\s{0,3}=?\s?-1|Expires/.test(near) &&
        /\bName\b/.test(near) &&
        !/csrf|xsrf|lang|locale|theme/i.test(near)
      );
    },
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(c echo.Context) {\n\tcookie := new(http.Cookie)\n\tcookie.Name = "sid"\n\tc.SetCookie(cookie)\n}\n\n\n\n\n\n\n\n\nfunc g() {\n\tcookie := new(http.Cookie)\n\tcookie.Name = "sid"\n\tcookie.HttpOnly = true\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-header',
    wants: only('java', 'kotlin', 'javascript', 'typescript', 'python', 'go', 'php', 'ruby'),
    words: ['Set-Cookie', 'SET_COOKIE', 'ResponseCookie'],
    pattern: /["']Set-Cookie["']\s?[,:]\s?|\bSET_COOKIE,\s?(?!cookie|\w{1,20}\.toString)|\bResponseCookie\.from\(/g,
    accept(match, file) {
      const text = statement(match, file);
      const isMade =
        match[0].startsWith('Resp') || /["'`+]|ResponseCookie|asList/.test(text.slice(match[0].length - 1, 300));
      return isMade && !/secure\b|secure\(true|\.secure\(|Secure/.test(text) && !harmless.test(text);
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  headers.put("Set-Cookie", Arrays.asList("token=" + token + "; httponly"));\n  ResponseCookie a = ResponseCookie.from("sid", id).path("/").build();\n  ResponseCookie b = ResponseCookie.from("sid", id).secure(true).httpOnly(true).build();\n} }\n',
        lines: [2, 3],
      },
    ],
  },
];
