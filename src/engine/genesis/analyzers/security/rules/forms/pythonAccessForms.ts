import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { cookieFlags, forgedRequests, massAssignment, uncheckedSignature } from '../broad/kinds';
import { python } from '../languages';

const ofDevelopers =
  /(?:^|[/_.-])(?:dev|develop|development|local|tests?|testing|debug|ci|docker|example|sample)(?:[/_.-]|$)/i;

/** What was read of a token without its signature is what the function gives back. */
function isHandedOn(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt(match.index ?? 0);
  const [, name] = /^\s*(?:return|(\w{1,30})\s?=)/.exec(file.lineText(line)) ?? [];
  return name === undefined
    ? /^\s*return\b[^\n]*\)\s*$/.test(file.lineText(line))
    : new RegExp(`^\\s*return ${name}\\s*$`, 'm').test(linesAround(file, line, 0, 2));
}

/** Who is let in by programs of Python: logins, cookies, tokens, forms. */
export const pythonAccessForms: readonly LineRule[] = [
  {
    ...forgedRequests,
    id: 'csrf-exempt-method',
    wants: python,
    words: ['method_decorator('],
    pattern: /@method_decorator\(\s?\[?\s?csrf_exempt\b/g,
    examples: [
      {
        path: 'a.py',
        text: 'class A(View):\n    @method_decorator(csrf_exempt)\n    def dispatch(self):\n        pass\n',
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-flags-of-python',
    wants: python,
    words: ['COOKIE'],
    pattern:
      /^[ \t]{0,8}(?:SESSION|CSRF)_COOKIE_(?:HTTPONLY|SECURE)\s?=\s?False\b|\bconfig\[['"]SESSION_COOKIE_(?:HTTPONLY|SECURE)['"]\]\s?=\s?False|\bconfig\[['"]SESSION_COOKIE_SAMESITE['"]\]\s?=\s?None\b/gm,
    accept: (match, file) =>
      !ofDevelopers.test(file.path) &&
      !/['"]session_cookie_secure['"]\s?:\s?True/i.test(file.text) &&
      !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length - 1)),
    examples: [
      {
        path: 'app.py',
        text: "app.config['SESSION_COOKIE_HTTPONLY'] = False\n",
        lines: [1],
      },
    ],
  },
  {
    ...uncheckedSignature,
    id: 'token-read-by-python',
    wants: python,
    words: ['jwt.decode(', 'verify_signature', 'verify_exp', ".split('.')[1]", '.split(".")[1]'],
    pattern:
      /\bjwt\.decode\([^()\n]{1,120}(?:\bverify\s?=\s?False|['"]verify_(?:signature|exp)['"]\s?:\s?False|\balgorithms\s?=\s?\[?\s?(?:header|unverified\w{0,10}|head|alg)\b)|\bjwt\.decode\(\s?\w{1,30}\s?,\s?None\b|\bb64decode\(\s?[^()\n]{0,40}\.split\(\s?['"]\.['"]\s?\)\[1\]/g,
    accept: (match, file) =>
      (readsRequests(file) ||
        /(?:auth|token|jwt|login|session|security)/i.test(file.path) ||
        /\b(?:flask|django|fastapi|starlette|bottle|aiohttp)\b/.test(file.text)) &&
      (/verify_exp|algorithms/.test(match[0]) ||
        !/get_unverified_header|jwks|PyJWKClient|verify_token/i.test(file.text) ||
        isHandedOn(match, file)) &&
      // When a token ends, or whose key it names, is read before it is checked elsewhere.
      !/^[^\n]{0,60}(?:\.get\(|\[)\s?['"](?:exp|iat|kid)['"]/.test(
        file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 90),
      ) &&
      !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'auth.py',
        text: "data = jwt.decode(token, options={'verify_signature': False})\ndata = jwt.decode(token, key, algorithms=['HS256'])\ndata = jwt.decode(token, key, algorithms=[header['alg']])\n",
        lines: [1, 3],
      },
      {
        path: 'token.py',
        text: "def verify_token(token):\n    try:\n        return jwt.decode(token, key, algorithms=['HS256'])\n    except InvalidSignatureError:\n        payload = jwt.decode(token, options={'verify_signature': False})\n        return payload\n\ndef expires(token):\n    return jwt.decode(token, options={'verify_signature': False})['exp']\n",
        lines: [5],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'all-fields-of-user',
    wants: python,
    words: ['__all__'],
    pattern:
      /\bmodel\s?=\s?(?:\w{1,30}\.)?(?:User|CustomUser|Account|Profile|UserProfile|Customer|Employee|get_user_model\(\))\s{1,60}fields\s?=\s?['"]__all__['"]/g,
    spans: true,
    accept: (_match, { path, text }) => !/admin/i.test(path) && !/read_only_fields|exclude\s?=/.test(text),
    examples: [
      {
        path: 'serializers.py',
        text: "class UserSerializer(ModelSerializer):\n    class Meta:\n        model = User\n        fields = '__all__'\n\nclass PageSerializer(ModelSerializer):\n    class Meta:\n        model = Page\n        fields = '__all__'\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'view-for-everybody',
    possible: true,
    told: 'open-admin-route',
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'A view changes records, and asks nobody for a login',
    severity: 'medium',
    why: 'Whoever knows the address reads or changes all of them.',
    fix: 'Ask for a login and the owner.',
    wants: python,
    words: ['AllowAny', 'authentication_classes', 'permission_classes'],
    pattern:
      /\bclass\s\w{1,60}\((?:[\w.]{0,30}\b)?(?:ModelViewSet|RetrieveUpdateDestroyAPIView|UpdateAPIView|DestroyAPIView|ListCreateAPIView)\)[^\n]{0,10}:(?:\n(?!class\s)[^\n]{0,200}){0,12}?\n[ \t]{1,8}permission_classes\s?=\s?[[(]\s?(?:permissions\.)?(?:AllowAny\s?,?\s?)?[\])]/g,
    spans: true,
    examples: [
      {
        path: 'views.py',
        text: 'class UserView(generics.RetrieveUpdateDestroyAPIView):\n    queryset = User.objects.all()\n    permission_classes = [AllowAny]\n\n\nclass Other(generics.ListAPIView):\n    permission_classes = [AllowAny]\n',
        lines: [1],
      },
    ],
  },
];
