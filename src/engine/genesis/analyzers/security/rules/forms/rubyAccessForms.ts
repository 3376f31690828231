import { isForTests } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { cookieFlags, forgedRequests, plainPassword, uncheckedSignature } from '../broad/kinds';
import { ruby } from '../languages';

/** Who is let in by programs of Ruby: logins, sessions, tokens. */
export const rubyAccessForms: readonly LineRule[] = [
  {
    ...cookieFlags,
    id: 'cookie-of-ruby',
    wants: ruby,
    words: ['cookie'],
    pattern:
      /\bcookies(?:\.permanent|\.signed)?\[:?['"]?\w{0,20}(?:auth|token|session|admin|user|role)\w{0,20}['"]?\]\s?=(?!=)\s?(?:\{[^{}\n]{0,200}\bhttponly:\s?false|(?!\{|nil)[\w@.]{1,60}\s{0,3}$)|\bresponse\.set_cookie\(\s?['":]\w{0,20}(?:auth|token|session|admin|user)\w{0,20}['"]?,\s?(?!.{0,200}http_?only:\s?true)/gm,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.rb',
        text: "cookies[:auth_token] = user.auth_token\ncookies[:admin] = { value: 'no', httponly: false }\ncookies[:theme] = theme\n",
        lines: [1, 2],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'password-asked-for-by-ruby',
    told: 'plain-password-compare',
    wants: ruby,
    words: ['assword'],
    pattern:
      /\b(?:find_by|where)\(?\s?[^\n]{0,80}\bpassword:\s?(?:password|params\[:password\])|\.password\s?==\s?(?:password\b|params\[:?\w{0,20}\]?\[?:?password)|\bpassword\s?=\s?Digest::(?:MD5|SHA1|SHA256)\.hexdigest\(\s?(?:self\.)?password|\.password\s?==\s?Digest::/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'user.rb',
        text: 'def self.authenticate(email, password)\n  user = find_by(email: email, password: password)\n  user if user.password == password\nend\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'session-kept-by-ruby',
    possible: true,
    told: 'session-kept-at-login',
    cwe: 'CWE-384',
    owasp: 'A07',
    title: 'The session keeps its id when somebody signs in',
    severity: 'low',
    why: 'Who planted the id in a victim’s browser before is signed in with it.',
    fix: 'Call `reset_session` first.',
    wants: ruby,
    words: ['session['],
    pattern: /\bsession\[:(?:user_id|user|uid)\]\s?=\s?(?:@?\w{0,20}user\w{0,10}|found|account)\.id\b/g,
    accept: (_match, file) => /session|login|auth/i.test(file.path) && !/reset_session|renew|omniauth/i.test(file.text),
    examples: [
      {
        path: 'app/controllers/sessions_controller.rb',
        text: 'def create\n  session[:user_id] = user.id\nend\n',
        lines: [2],
      },
      {
        path: 'app/controllers/sessions_controller.rb',
        text: 'def create\n  reset_session\n  session[:user_id] = user.id\nend\n',
        lines: [],
      },
    ],
  },
  {
    ...uncheckedSignature,
    id: 'token-read-by-ruby',
    wants: ruby,
    words: ['JWT.decode', 'JWT.encode'],
    pattern:
      /\bJWT\.decode[ (]\s?[^\n()]{1,80},\s?(?:nil|\w[\w.:]{0,60}),\s?false\b|\bJWT\.encode[ (]\s?\w{1,30},\s?nil\s?,\s?['"]none['"]/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.rb',
        text: 'JWT.decode token, KEY, false\nJWT.decode(token, KEY, true, algorithm: "HS256")\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'secret-of-sinatra',
    possible: true,
    told: 'literal-key',
    cwe: 'CWE-798',
    owasp: 'A02',
    title: 'A key that signs or encrypts is written in the code',
    severity: 'medium',
    why: 'Whoever reads the code signs sessions of others.',
    fix: 'Read it from the environment.',
    wants: ruby,
    words: ['session_secret', 'Session::Cookie'],
    pattern:
      /\bset\s?\(?\s?:session_secret,\s?['"][^'"\n]{3,120}['"]|\bRack::Session::Cookie[^\n]{0,120}\bsecret:?\s?(?:=>)?\s?['"][^'"\n]{3,120}['"]/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      { path: 'app.rb', text: "set :session_secret, 'a long word'\nset :session_secret, ENV['SECRET']\n", lines: [1] },
    ],
  },
  {
    ...forgedRequests,
    id: 'forgery-left-out',
    wants: ruby,
    words: ['protect_from_forgery', 'skip_before_action', 'skip_before_filter'],
    pattern: /\bprotect_from_forgery\s?\(?\s?(?:except|only):|^[ \t]{0,8}#\s?protect_from_forgery/gm,
    comments: true,
    accept: (match, file) =>
      !/api|webhook/i.test(file.path) && (!match[0].includes('#') || !/^[ \t]*protect_from_forgery/m.test(file.text)),
    examples: [
      {
        path: 'app/controllers/a_controller.rb',
        text: 'class A\n  protect_from_forgery except: :create\nend\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'login-left-out',
    possible: true,
    told: 'open-admin-route',
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'Actions that change records leave the question for a login out',
    severity: 'medium',
    why: 'Whoever knows the address calls them.',
    fix: 'Leave the question out for what everybody may see only.',
    wants: ruby,
    words: ['skip_before_action', 'skip_before_filter'],
    pattern:
      /\bskip_before_(?:action|filter)\s?\(?\s?:\w{0,20}(?:auth\w{0,20}|login|logged_in|signed_in|admin\w{0,10}|user)\b[^\n]{0,160}/g,
    accept: ([match], file) =>
      /:(?:destroy|update|delete|admin)\b/.test(match) ||
      (/admin/i.test(file.path) && !/only:|except:|if:/.test(match)),
    examples: [
      {
        path: 'app/controllers/a_controller.rb',
        text: 'class A\n  skip_before_action :authenticate, only: [:destroy]\n  skip_before_action :authenticate, only: [:index]\nend\n',
        lines: [2],
      },
    ],
  },
];
