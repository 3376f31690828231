import { isOfAnyError } from '../../context/caughtErrors';
import { isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import {
  cookieFlags,
  debugOn,
  environmentInAnswer,
  errorInAnswer,
  forgedRequests,
  massAssignment,
  passwordInLog,
} from '../broad/kinds';
import { python } from '../languages';

/** Programs in Python: settings that leave a protection out, forms and pages that take or show all there is. */
export const pythonKeptForms: readonly LineRule[] = [
  {
    ...forgedRequests,
    id: 'django-without-tokens',
    title: 'The middleware has sessions and logins, and no protection against forged requests (CSRF)',
    wants: python,
    words: ['SessionMiddleware'],
    pattern: /^MIDDLEWARE(?:_CLASSES)?\s?=\s?[[(](?<list>[^\])]{40,4000})[\])]/gm,
    accept: ({ groups }) =>
      /sessions\.middleware\.SessionMiddleware/.test(groups?.['list'] ?? '') &&
      /AuthenticationMiddleware/.test(groups?.['list'] ?? '') &&
      !/csrf/i.test(groups?.['list'] ?? ''),
    spans: true,
    examples: [
      {
        path: 'shop/settings.py',
        text: "MIDDLEWARE = [\n    'django.contrib.sessions.middleware.SessionMiddleware',\n    'django.contrib.auth.middleware.AuthenticationMiddleware',\n]\n",
        lines: [1],
      },
      {
        path: 'shop/b.py',
        text: "MIDDLEWARE = [\n    'django.contrib.sessions.middleware.SessionMiddleware',\n    'django.middleware.csrf.CsrfViewMiddleware',\n    'django.contrib.auth.middleware.AuthenticationMiddleware',\n]\n",
        lines: [],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'form-of-all-but',
    wants: python,
    words: ['exclude'],
    pattern:
      /\bmodel\s?=\s?(?:User|get_user_model\(\)|Account|Profile)\s{1,40}(?:exclude\s?=|fields\s?=\s?['"]__all__['"])/g,
    accept: (_match, { text }) => /\bModelForm\b/.test(text),
    examples: [
      {
        path: 'forms.py',
        text: "class UserForm(forms.ModelForm):\n    class Meta:\n        model = User\n        exclude = ['groups']\n\nclass Other(forms.ModelForm):\n    class Meta:\n        model = User\n        fields = ['name']\n",
        lines: [3],
      },
    ],
  },
  {
    ...environmentInAnswer,
    id: 'environment-of-django',
    wants: python,
    words: ['request.META'],
    pattern: /^[ \t]{1,40}(?<name>\w{1,40})\s?=\s?request\.META\s*$/gm,
    accept: (match, file) =>
      new RegExp(`\\brender\\([\\s\\S]{0,200}:\\s?${match.groups?.['name'] ?? ''}\\b`).test(
        file.text.slice(match.index, (match.index ?? 0) + 500),
      ),
    examples: [
      {
        path: 'views.py',
        text: "def show(request):\n    found = request.META\n    return render(request, 'a.html', {'found': found})\n\ndef other(request):\n    meta = request.META\n    return meta.get('a')\n",
        lines: [2],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-message-of-python',
    wants: python,
    words: ['.message)'],
    pattern:
      /\b(?:jsonify|JsonResponse|make_response|HttpResponse)\([^()\n]{0,60}\bstr\(\s?(?:e|ex|err|error)\.message\s?\)/g,
    examples: [
      { path: 'a.py', text: "return jsonify({'Error': str(e.message)}), 404\nlog.error(str(e.message))\n", lines: [1] },
    ],
  },
  {
    ...passwordInLog,
    id: 'request-of-login-in-log',
    wants: python,
    words: ['print('],
    pattern:
      /^[ \t]{4,40}print\(\s?(?<name>content|data|payload|body|query|sql)\s?\)|^[ \t]{4,40}print\(\s?f["'][^"'\n]{0,60}\{\s?(?<query>query|sql)\s?\}/gm,
    accept(match, file) {
      if (isForTests(file, file.lineAt((match.index ?? 0) + 1))) return false;
      const name = match.groups?.['name'] ?? match.groups?.['query'] ?? '';
      const near = linesAround(file, file.lineAt((match.index ?? 0) + 1), 8, 8);
      return (
        new RegExp(
          `\\b${name}(?:\\[|\\.get\\()['"](?:password|passwd|pwd)['"]|\\b${name}\\s?=\\s?f["']{1,3}[^\\n]{0,200}\\bpassw(?:or)?d\\s?=\\s?'\\{`,
        ).test(near) && /\brequest\b/.test(file.text)
      );
    },
    examples: [
      {
        path: 'a.py',
        text: 'from flask import request\ndef login():\n    content = request.json\n    print(content)\n    password = content[\'password\']\n    query = f"SELECT * FROM users WHERE password=\'{password}\'"\n    print(f"Query: {query}")\n\n\n\n\n\n\n\n\n\n\ndef show():\n    print(data)\n',
        lines: [4, 7],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-flask',
    wants: python,
    words: ['.set_cookie('],
    pattern:
      /\.set_cookie\((?<given>[^()\n]{1,120}(?:\([^()\n]{0,60}(?:\([^()\n]{0,60}\)[^()\n]{0,20})?\)[^()\n]{0,80}){0,2})\)/g,
    accept: (match, file) =>
      /\b(?:flask|bottle|fastapi|starlette)\b/.test(file.text) &&
      !/httponly|secure|max_age\s?=\s?0|expires\s?=\s?0|lang|locale|theme|csrf/i.test(match.groups?.['given'] ?? '') &&
      !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: "from flask import make_response\nresp.set_cookie('value', b64encode(pickle.dumps(value)))\nresp.set_cookie(AUTH, token, httponly=True, secure=True)\nresp.set_cookie('lang', 'en')\n",
        lines: [2],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-joined-in-page',
    wants: python,
    words: ['str(e', 'str(err', 'str(ex'],
    pattern: /^[ \t]{8,40}return\s[^\n]{0,200}["']\s?\+\s?str\(\s?(?:e|ex|err|error)\s?\)/gm,
    accept: (match, file) =>
      /@[\w.]{1,40}\.(?:route|get|post)\(/.test(linesAround(file, file.lineAt((match.index ?? 0) + 1), 40, 0)) &&
      isOfAnyError(match, file),
    examples: [
      {
        path: 'a.py',
        text: "@app.route('/a')\ndef f():\n    try:\n        run()\n    except Exception as e:\n        return make_response(page.replace('X', '<p>Error: ' + str(e) + '</p>'))\n",
        lines: [6],
      },
    ],
  },
  {
    id: 'token-of-address',
    possible: true,
    cwe: 'CWE-598',
    owasp: 'A07',
    title: 'Whoever asks may send the token of a login in the address',
    severity: 'low',
    why: 'Addresses stand in logs, histories and the referrers of other pages.',
    fix: 'Take it from a header or a cookie only.',
    wants: python,
    words: ['request.args'],
    pattern:
      /\b(?:auth_|access_|jwt_)?token\s?=\s?request\.args(?:\[\s?|\.get\(\s?)['"](?:access_|auth_)?(?:token|jwt)['"]/g,
    accept: (match, file) => /authorization|Bearer/i.test(linesAround(file, file.lineAt(match.index ?? 0), 20, 20)),
    examples: [
      {
        path: 'a.py',
        text: "def decorated():\n    token = request.headers.get('Authorization')\n    if not token:\n        token = request.args['token']\n",
        lines: [4],
      },
    ],
  },
  {
    ...debugOn,
    id: 'server-of-developers',
    title: 'An image runs the server that its framework has for developers',
    why: 'It is made for one developer: it shows code and settings with errors, and bears no load.',
    fix: 'Run it with a server for production, such as gunicorn or uvicorn.',
    wants: ({ path }) => /(?:^|\/)(?:Dockerfile|Containerfile)[\w.-]{0,30}$|\.dockerfile$/i.test(path),
    words: ['runserver', 'flask', 'FLASK'],
    pattern:
      /^(?:CMD|ENTRYPOINT)\b[^\n]{0,200}\bmanage\.py["',\s]{1,6}runserver\b|^(?:CMD|ENTRYPOINT)\b[^\n]{0,80}\bflask["',\s]{1,6}run\b[^\n]{0,80}--debug|^ENV\s+FLASK_(?:DEBUG[= ]1|ENV[= ]development)\b/gm,
    accept: (_match, { path }) => !/dev|local|test/i.test(path),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3\nCMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]\n',
        lines: [2],
      },
      { path: 'dev/Dockerfile', text: 'FROM python:3\nCMD ["python", "manage.py", "runserver"]\n', lines: [] },
    ],
  },
];
