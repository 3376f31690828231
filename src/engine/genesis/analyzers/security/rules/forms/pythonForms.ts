import { isOfAnyError } from '../../context/caughtErrors';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { readsRequests } from '../../context/requests';
import { isAskedFor } from '../../context/uncheckedCertificates';
import type { LineRule } from '../../weakness';
import { debugOn, errorInAnswer, openCors, sqlText, uncheckedHost, uncheckedTls } from '../broad/kinds';
import { python } from '../languages';

const isSettings = /(?:^|\/)(?:settings|config)(?:\/[\w-]{1,30})?\.py$|(?:^|\/)settings\//;

const ofDevelopers =
  /(?:^|[/_.-])(?:dev|develop|development|local|tests?|testing|debug|ci|docker|example|sample)(?:[/_.-]|$)/i;

/** Programs of Python, by the form of a line. */
export const pythonForms: readonly LineRule[] = [
  {
    ...sqlText,
    id: 'sql-over-lines',
    told: 'sql-text-with-values',
    wants: python,
    words: ['"""', "'''"],
    pattern:
      /(?:f(?<open>"{3}|'{3})|(?<plain>"{3}|'{3}))\s{0,40}(?:select\s(?:(?!"{3}|'{3})[\s\S]){1,600}?\sfrom|update\s(?:(?!"{3}|'{3})[\s\S]){1,100}?\sset|delete\s+from|insert\s+into)\s(?:(?!"{3}|'{3})[\s\S]){0,900}?(?:=|\blike|\(|,)\s{0,3}['%(]{0,3}(?:\{[a-z_][\w.[\]'"]{0,40}\}|%s|\{\d?\})(?:(?!"{3}|'{3})[\s\S]){0,600}?(?:"{3}|'{3})(?<end>\s{0,3}(?:%|\.format\()?)/gi,
    // Of a plain text only what is filled in behind it.
    accept: ({ groups, 0: whole }) =>
      groups?.['open'] === undefined ? /%|format/.test(groups?.['end'] ?? '') : /\{(?!\{)[a-z_]/i.test(whole),
    examples: [
      {
        path: 'a.py',
        text: 'q = """UPDATE users\n  SET email = \'%s\'\n  WHERE id = %s""" % (email, id)\nr = f"""\n  SELECT a FROM b WHERE c = \'{name}\'\n"""\ns = """SELECT a FROM b WHERE c = %s"""\n',
        lines: [1, 4],
      },
    ],
  },
  {
    id: 'xml-of-others-python',
    possible: true,
    told: 'xml-reading',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a parser that follows external entities by default',
    severity: 'low',
    why: 'A document can then read files of the server, or make it fetch addresses.',
    fix: 'Use `defusedxml`, or a parser with `resolve_entities=False`.',
    wants: python,
    words: ['etree.', 'pulldom', 'xml.sax', 'feature_external'],
    pattern:
      /\betree\.(?:fromstring|parse|XML|iterparse)\(\s?(?:request\.|self\.request|data\b|body\b|xml\w{0,10}\b|content\b|payload\b|file\b|f\b|uploaded\w{0,10})|\bpulldom\.parse\w{0,6}\(|\bXMLParser\([^()\n]{0,80}(?:(?:load_dtd|resolve_entities)\s?=\s?True|no_network\s?=\s?False)|\bfeature_external_[gp]es\s?,\s?(?:True|1)/g,
    accept: (match, file) =>
      (/XMLParser|feature|pulldom/.test(match[0]) || (/\blxml\b/.test(file.text) && readsRequests(file))) &&
      !/defusedxml|resolve_entities\s?=\s?False/.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'from lxml import etree\ndef f():\n    return etree.fromstring(request.data)\nparser = etree.XMLParser(load_dtd=True)\n',
        lines: [3, 4],
      },
    ],
  },
  {
    ...openCors,
    id: 'origins-of-python',
    wants: python,
    words: ['CORS_', 'CORS(', 'Access-Control-Allow-Origin', 'allow_origins'],
    pattern:
      /^[ \t]{0,8}CORS_(?:ORIGIN_ALLOW_ALL|ALLOW_ALL_ORIGINS)\s?=\s?True\b|\bCORS\([^()\n]{0,120}\borigins\s?=\s?\[?\s?['"]\*['"]|['"]Access-Control-Allow-Origin['"]\s?(?:\]\s?=|,|:)\s?(?:['"]\*['"]|(?:self\.)?request\.headers)|\ballow_origin_regex\s?=\s?r?['"]\.\*/gm,
    accept: (match, file) =>
      !ofDevelopers.test(file.path) && !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length)),
    examples: [
      {
        path: 'shop/settings.py',
        text: 'CORS_ORIGIN_ALLOW_ALL = True\n',
        lines: [1],
      },
      {
        path: 'app.py',
        text: "CORS(app, supports_credentials=True, origins='*')\nresponse.headers['Access-Control-Allow-Origin'] = request.headers.get('Origin')\n",
        lines: [1, 2],
      },
    ],
  },
  {
    ...debugOn,
    id: 'protection-off',
    told: 'protection-off',
    cwe: 'CWE-16',
    title: 'A protection of the framework is switched off',
    why: 'What it keeps from is then left to every page.',
    fix: 'Leave it on.',
    wants: python,
    words: [
      'PASSWORD_VALIDATORS',
      'SESSION_SERIALIZER',
      'X_FRAME_OPTIONS',
      'DEFAULT_AUTHENTICATION',
      'DEFAULT_PERMISSION',
      'SECURE_',
      'CsrfViewMiddleware',
      'CSRF_TRUSTED',
    ],
    pattern:
      /^AUTH_PASSWORD_VALIDATORS\s?=\s?\[\s?\]|^SESSION_SERIALIZER\s?=\s?['"][\w.]{0,60}PickleSerializer|^X_FRAME_OPTIONS\s?=\s?['"]ALLOW|['"]DEFAULT_(?:AUTHENTICATION|PERMISSION)_CLASSES['"]\s?:\s?[[(]\s{0,40}(?:[\])]|['"]rest_framework\.permissions\.AllowAny)|^SECURE_(?:BROWSER_XSS_FILTER|CONTENT_TYPE_NOSNIFF)\s?=\s?False|^[ \t]{0,8}#\s{0,3}['"]django\.middleware\.csrf\.CsrfViewMiddleware/gm,
    comments: true,
    accept: (match, file) =>
      isSettings.test(file.path) &&
      !ofDevelopers.test(file.path) &&
      (/^\s*#/.test(match[0]) || !/^\s*#/.test(file.lineText(file.lineAt((match.index ?? 0) + match[0].length - 1)))),
    examples: [
      {
        path: 'shop/settings.py',
        text: "AUTH_PASSWORD_VALIDATORS = []\nSESSION_SERIALIZER = 'django.contrib.sessions.serializers.PickleSerializer'\nMIDDLEWARE = [\n    # 'django.middleware.csrf.CsrfViewMiddleware',\n]\n",
        lines: [1, 2, 4],
      },
    ],
  },
  {
    ...uncheckedTls,
    id: 'tls-checks-off-python',
    wants: python,
    words: ['check_hostname', 'CERT_NONE'],
    pattern:
      /\.check_hostname\s?=\s?False|\.verify_mode\s?=\s?ssl\.CERT_NONE|\bcert_reqs\s?=\s?(?:ssl\.CERT_NONE|['"]CERT_NONE)/g,
    accept: (match, file) =>
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      // A choice of whoever runs it.
      !/\bif\b|\belse\b|insecure|skip_?verif|verify_ssl|ssl_verify/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 4, 0),
      ) &&
      !isAskedFor(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: 'def f():\n    ctx.check_hostname = False\n    ctx.verify_mode = ssl.CERT_NONE\n',
        lines: [2, 3],
      },
      { path: 'b.py', text: 'def f():\n    if insecure:\n        ctx.check_hostname = False\n', lines: [] },
      {
        path: 'c.py',
        text: 'def f(verify):\n    if verify is False:\n        a = 1\n        b = 2\n        c = 3\n        d = 4\n        ctx.check_hostname = False\n\n\n\n\n\ndef _insecure_context():\n    ctx.check_hostname = False\n',
        lines: [],
      },
    ],
  },
  {
    ...uncheckedHost,
    id: 'ssh-hosts-of-python',
    wants: python,
    words: ['AutoAddPolicy', 'WarningPolicy'],
    pattern: /\bset_missing_host_key_policy\(\s?(?:paramiko\.)?(?:AutoAdd|Warning)Policy/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: 'client.set_missing_host_key_policy(paramiko.AutoAddPolicy())\nother.set_missing_host_key_policy(paramiko.RejectPolicy())\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'names-in-shared-folder',
    possible: true,
    told: 'file-for-everybody',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A file may be written, or its name be guessed, by everybody on the machine',
    severity: 'low',
    why: 'Another program puts something else in its place.',
    fix: 'Use `mkstemp`, and rights for the owner only.',
    wants: python,
    words: ['mktemp(', '0o777', '0777', '0o666'],
    pattern:
      /\btempfile\.mktemp\(|\bos\.(?:chmod|mkdir|makedirs)\([^()\n]{1,100},\s?(?:mode\s?=\s?)?0o?(?:777|666)\s?\)/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      { path: 'a.py', text: 'name = tempfile.mktemp()\nos.chmod(path, 0o777)\nos.chmod(path, 0o600)\n', lines: [1, 2] },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-as-page',
    wants: python,
    words: ['str(e', 'str(err', 'str(ex', 'app.config', 'os.environ'],
    pattern:
      /^[ \t]{1,40}return\s(?:\(\s?)?(?:str\(\s?(?:e|ex|err|error|exc)\s?\)|f["'][^"'\n]{0,80}\{\s?(?:e|ex|err|error|exc)\s?\}[^"'\n]{0,40}["'])(?:\s?,\s?\d{3})?\s?\)?\s{0,3}$|^[ \t]{1,40}return\s[^\n]{0,60}\b(?:dict|str)\(\s?(?:app|current_app)\.config\s?\)/gm,
    accept: (match, file) =>
      /\b(?:flask|bottle|fastapi|aiohttp)\b/.test(file.text) &&
      /@[\w.]{1,40}\.(?:route|get|post|errorhandler)\(/.test(
        linesAround(file, file.lineAt((match.index ?? 0) + 1), 40, 0),
      ) &&
      isOfAnyError(match, file),
    examples: [
      {
        path: 'a.py',
        text: "from flask import Flask\n@app.route('/a')\ndef f():\n    try:\n        run()\n    except Exception as e:\n        return str(e), 500\n",
        lines: [7],
      },
    ],
  },
  {
    id: 'tar-unpacked',
    possible: true,
    told: 'archive-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names in an archive say where its files are written',
    severity: 'medium',
    why: 'A name with `../` in it writes outside the folder that was meant.',
    fix: "Pass `filter='data'`.",
    wants: python,
    words: ['.extractall('],
    pattern:
      /\b(?:tar|tf|t|archive|tarball|tar_?file|\w{1,20}_tar)\.extractall\((?<given>[^()\n]{0,100})\)|\btarfile\.open\([^()\n]{1,80}\)\.extractall\([^()\n]{0,80}\)/g,
    accept: (match, file) =>
      /\btarfile\b/.test(file.text) &&
      !/filter\s?=|members\s?=/.test(match[0]) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/(?:^|\/)(?:scripts?|tools?|ci|build|setup\.py)/.test(file.path) &&
      (readsRequests(file) || /upload|import|restore|backup/i.test(file.text)),
    examples: [
      {
        path: 'upload.py',
        text: "import tarfile\ndef restore(upload):\n    with tarfile.open(upload) as tar:\n        tar.extractall(folder)\n    with tarfile.open(upload) as tar:\n        tar.extractall(folder, filter='data')\n",
        lines: [4],
      },
    ],
  },
  {
    ...sqlText,
    id: 'sql-of-joined-texts',
    told: 'sql-string-building',
    wants: python,
    words: ['f"WHERE', "f'WHERE", 'f" WHERE', 'f"AND', 'f" AND', 'f"VALUES'],
    // Texts side by side are one: the statement begins in a line before.
    pattern:
      /^[ \t]{2,40}f"\s?(?:WHERE|AND|OR|VALUES)\s[\w.( ]{0,60}(?:=|LIKE|like|\()\s?'%?\{[a-z]\w{0,40}[^{}"]{0,20}\}/gm,
    accept: (match, file) =>
      /["'](?:SELECT|UPDATE|DELETE|INSERT|\(?SELECT)\s/i.test(
        linesAround(file, file.lineAt((match.index ?? 0) + 1), 5, 0),
      ),
    examples: [
      {
        path: 'views.py',
        text: 'def show(request, slug):\n    query = (\n        "SELECT * FROM products "\n        f"WHERE slug = \'{slug}\' AND shown"\n    )\n    other = (\n        "SELECT * FROM products "\n        "WHERE slug = %s"\n    )\n',
        lines: [4],
      },
    ],
  },
];
