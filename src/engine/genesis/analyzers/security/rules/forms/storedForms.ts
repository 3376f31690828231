import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';
import { openCors, plainPassword } from '../broad/kinds';
import { knownLogin } from './literalLogin';

const sql = ({ path }: FileDescription): boolean => /\.sql$/i.test(path);

/** Settings of a program that is run somewhere, by the name that its framework gives them. */
const ofProgram = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap|db|dbcp|database|jdbc|c3p0|druid|hibernate|datasource|persistence)\.(?:properties|ya?ml|xml)$/.test(
    path,
  );

/** What procedures of a database and settings of servers say. */
export const storedForms: readonly LineRule[] = [
  {
    ...plainPassword,
    id: 'password-of-procedure',
    inTexts: true,
    told: 'plain-password-compare',
    wants: sql,
    words: ['assword', 'ASSWORD', 'passwd', 'pwd'],
    pattern:
      /\b(?:where|and|set)\s{1,10}\[?(?:\w{1,20}\.)?\[?(?:password|passwd|pwd|user_?password)\]?\s{0,3}=\s{0,3}(?:@|:|p_|in_|v_|_)\w{0,20}(?:pass|pwd)\w{0,12}\b(?!\s?\()/gi,
    fits: ({ text }) => !/HASHBYTES|PASSWORD\(|\bMD5\(|\bSHA[12]?\(|crypt\(|_hash\b|salt/i.test(text),
    examples: [
      {
        path: 'db/sp_login.sql',
        text: 'CREATE PROCEDURE sp_login @name varchar(20), @pass varchar(20) AS\nSELECT * FROM users WHERE name = @name AND [password] = @pass;\n',
        lines: [2],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'database-login-of-everybody',
    told: 'login-of-everybody',
    cwe: 'CWE-1392',
    title: 'A database is opened with a login that everybody knows',
    why: 'Where nobody changed it, whoever reaches the database has everything that is in it.',
    fix: 'Make an account with a password of its own, and read it from the environment.',
    wants: ofProgram,
    words: ['root', 'admin', 'sa', 'postgres'],
    pattern:
      /\b(?:user(?:name)?|name)["']?\s{0,3}[=:>]\s{0,3}["']?(?:root|sa|admin|postgres)["']?[ \t]{0,10}(?:<\/\w{1,20}>)?[ \t]{0,10}\r?\n[ \t]{0,20}(?:<\w{1,20}\s[^\n]{0,30})?(?:[\w-]{1,30}\.){0,4}["']?password["']?\s{0,3}[=:>]\s{0,3}["']?(?:root|sa|admin|postgres|password|123456?|12345678|mysql|secret)\b/gi,
    examples: [
      {
        path: 'src/main/resources/db.properties',
        text: 'url=jdbc:mysql://localhost/shop\nusername=root\npassword=root\n',
        lines: [2],
      },
      {
        path: 'src/main/resources/application.properties',
        text: 'spring.datasource.username=root\nspring.datasource.password=@db.password@\n',
        lines: [],
      },
    ],
  },
  {
    ...openCors,
    id: 'origin-of-apache',
    wants: ({ path }) =>
      /(?:^|\/)(?:\.htaccess|httpd\.conf|apache\w{0,10}\.conf|000-default\.conf|vhost\w{0,10}\.conf)$/.test(path),
    words: ['Access-Control-Allow-Origin'],
    pattern:
      /^[ \t]{0,20}Header\s{1,4}(?:always\s{1,4})?(?:set|add|append)\s{1,4}["']?Access-Control-Allow-Origin["']?\s{1,4}["']?\\?\*/gim,
    // Fonts and pictures are for everybody.
    accept: (match, { text }) =>
      !/<FilesMatch[^>\n]{0,200}>[^<]{0,300}$/i.test(text.slice(Math.max(0, (match.index ?? 0) - 500), match.index)),
    examples: [
      {
        path: 'public/.htaccess',
        text: 'Header set Access-Control-Allow-Origin "*"\n<FilesMatch "\\.(ttf|woff)$">\n  Header set Access-Control-Allow-Origin "*"\n</FilesMatch>\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'protections-of-pages-off',
    told: 'frames-allowed',
    possible: true,
    cwe: 'CWE-1021',
    owasp: 'A05',
    title: 'Protections of pages are taken off',
    severity: 'low',
    why: 'Pages of others may show this one in a frame, and browsers guess what a file is.',
    fix: 'Leave the headers as they are.',
    wants: ({ language, path }) => language === 'php' || /(?:^|\/)\.htaccess$|\.conf$/.test(path),
    words: ['X-XSS-Protection', 'X-Frame-Options', 'Content-Security-Policy', 'X-Content-Type-Options'],
    pattern:
      /^[ \t]{0,20}Header\s{1,4}(?:always\s{1,4})?unset\s{1,4}["']?(?:X-Frame-Options|Content-Security-Policy|X-Content-Type-Options)\b|\bheader_remove\(\s?['"](?:X-Frame-Options|Content-Security-Policy|X-Content-Type-Options)['"]|X-Frame-Options["']?[\s:]{1,4}["']?ALLOWALL/gim,
    examples: [
      {
        path: 'public/.htaccess',
        text: 'Header unset X-Frame-Options\nHeader set X-Frame-Options "DENY"\n',
        lines: [1],
      },
    ],
  },
];
