import type { LineRule } from '../../weakness';

const nothing = {
  silent: true,
  cwe: 'CWE-20',
  owasp: 'A03',
  severity: 'low',
  why: 'What it lets through has the form that it says, wherever the value is used.',
  fix: 'Nothing.',
  detail: (_match: RegExpMatchArray, file: { readonly language: string }): string => languageGroup(file.language),
} as const;

/** Languages that share their libraries. */
export const languageGroup = (language: string): string =>
  /^(?:typescript|tsx|javascript)$/.test(language) ? 'script' : /^(?:java|kotlin)$/.test(language) ? 'java' : language;

/** What looks at all requests, or at those of any route, before a handler sees them. */
export const requestFilters: readonly LineRule[] = [
  {
    ...nothing,
    id: 'requests-filtered',
    title: 'Requests are filtered before the code that answers them',
    wants: ({ language }) => language === 'php',
    words: ['$_GET', '$_POST', '$_REQUEST'],
    pattern:
      /\$_(?:GET|POST|REQUEST)\s{0,3}=(?!=)|\bforeach\s?\(\s?\$_(?:GET|POST|REQUEST)\s+as\b|\barray_(?:map|walk\w{0,12})\([^;\n]{0,80}\$_(?:GET|POST|REQUEST)\b(?!\[)|\b\w{0,30}(?:clean|filter|saniti[sz]e|escape|slash)\w{0,30}\(\s?&?\$_(?:GET|POST|REQUEST)\s?[,)]/gi,
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$_GET = array_map('addslashes', $_GET);\n$name = $_GET['name'];\nforeach ($_POST as $key => $value) {\n  keep($key, $value);\n}\n",
        lines: [2, 4],
      },
    ],
  },
  {
    ...nothing,
    id: 'requests-validated',
    told: 'requests-filtered',
    title: 'Requests are validated before the code that answers them',
    wants: ({ language }) => /^(?:typescript|tsx|javascript|java|kotlin)$/.test(language),
    words: [
      'express-validator',
      'celebrate',
      'joi',
      'zod',
      'ajv',
      'yup',
      'mongo-sanitize',
      'xss-clean',
      'ValidationPipe',
      'openapi-validator',
      'class-validator',
      'HttpServletRequestWrapper',
      'superstruct',
      'valibot',
    ],
    pattern:
      /\b(?:require\(|from)\s{0,3}['"](?:express-validator|express-validation|celebrate|joi|@hapi\/joi|zod|zod-express-middleware|ajv|yup|express-mongo-sanitize|mongo-sanitize|xss-clean|express-openapi-validator|class-validator|superstruct|valibot)\b|\bnew ValidationPipe\(|\bextends HttpServletRequestWrapper\b/g,
    examples: [
      {
        path: 'a.ts',
        text: "import { z } from 'zod';\nconst express = require('express');\nconst clean = require('express-mongo-sanitize');\n",
        lines: [1, 3],
      },
      { path: 'A.java', text: 'class A extends HttpServletRequestWrapper { }\n', lines: [1] },
    ],
  },
];
