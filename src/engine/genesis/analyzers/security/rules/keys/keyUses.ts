import type { LanguageId } from '../../../../sourceFile';

/** A call or an option that takes a key to sign, check or encrypt with; the group `key` holds what it is given. */
interface KeyUse {
  readonly languages: readonly LanguageId[];
  /** A text without any of these words is passed over. */
  readonly words: readonly string[];
  /** With the flag `g`. */
  readonly pattern: RegExp;
  readonly example: string;
}

const script = ['javascript', 'typescript', 'tsx'] as const;

/** A literal, or a name with what stands before it; around it the calls that make bytes of a text. */
const key = String.raw`(?<key>["'\x60][^"'\x60\n$]{1,120}["'\x60]|(?:[\w$]{1,40}\.){0,4}[\w$]{2,60}(?:\[['"]\w{2,60}['"]\])?)`;
const bytes = String.raw`(?:\(?\[\]byte\(|Buffer\.from\(|new\sTextEncoder\(\)\.encode\(|(?:System\.Text\.)?Encoding\.\w{2,7}\.GetBytes\(|bytes\(|str\(|new\sKey\(|Decoders\.BASE64\.decode\(|Keys\.hmacShaKeyFor\(|new\sSymmetricSecurityKey\(\s{0,3}){0,3}`;
/** The first argument, a call with one bracket inside it at most. */
const first = String.raw`(?:[^(),\n]{1,200}|[^()\n]{0,120}\([^()\n]{0,120}\)[^(),\n]{0,60}|\{[^{}]{0,400}\})`;
const use = (head: string): RegExp => new RegExp(`${head}\\s{0,40}${bytes}${key}(?=[\\s,)\\].}])`, 'g');

/** Data: one entry a way of a library to be given a key. */
export const keyUses: readonly KeyUse[] = [
  {
    languages: script,
    words: ['jwt', 'jsonwebtoken', 'JWT'],
    pattern: use(
      `\\b(?:jwt|JWT|jsonwebtoken)\\w{0,10}\\.(?:sign|verify|signAsync|verifyAsync|encode|decode)\\(\\s{0,20}${first},`,
    ),
    example: "jwt.sign({ id: user.id }, 'abc');",
  },
  {
    languages: script,
    words: ['session', 'Session', 'expressJwt', 'expressjwt', 'JwtModule', 'secretOrKey', 'jwt('],
    pattern: use(
      '(?:\\b(?:session|expressSession|expressjwt|expressJwt|expressJWT|jwt|koaJwt|JwtModule\\.register|fastifyJwt)\\(\\s{0,12}\\{(?:[^{}]|\\{[^{}]{0,200}\\}){0,300}?\\bsecret|\\bsecretOrKey)\\s{0,2}:',
    ),
    example: "app.use(session({ genid() { return draw(); }, secret: 'abc' }));",
  },
  {
    languages: script,
    words: ['cookieParser(', 'createHmac(', 'createCipheriv(', 'app.keys', 'cookieSession('],
    pattern: use(
      '(?<![\\w.])(?:cookieParser\\(|(?:crypto\\.)?create(?:Cipheriv|Decipheriv|Hmac)\\(\\s{0,3}[^(),\\n]{1,60},|app\\.keys\\s?=\\s?\\[|cookieSession\\(\\s{0,3}\\{[^{}]{0,200}?\\bkeys\\s?:\\s?\\[)',
    ),
    example: "app.use(cookieParser('abc'));",
  },
  {
    languages: ['python'],
    words: ['jwt.', 'Fernet(', 'Serializer(', 'SessionMiddleware', 'secret_key'],
    pattern: use(
      `(?:\\bjwt\\.(?:encode|decode)\\(\\s{0,20}${first},\\s{0,20}(?:key\\s?=)?|(?<!\\w)(?:Fernet|URLSafeTimedSerializer|URLSafeSerializer|TimedJSONWebSignatureSerializer|TimestampSigner)\\(|\\bSessionMiddleware,\\s{0,3}secret_key\\s?=|\\bapp\\.secret_key\\s?=)`,
    ),
    example: "f = Fernet('abc')",
  },
  {
    languages: ['java', 'kotlin'],
    words: ['signWith', 'setSigningKey', 'verifyWith', 'HMAC256', 'HMAC512', 'hmacShaKeyFor', 'SecretKeySpec'],
    pattern: use(
      '(?:\\.signWith\\(\\s{0,3}(?:SignatureAlgorithm\\.\\w{2,8}\\s{0,3},)?|\\.(?:setSigningKey|verifyWith)\\(|\\bAlgorithm\\.HMAC(?:256|384|512)\\(|\\bKeys\\.hmacShaKeyFor\\(|\\bnew\\sSecretKeySpec\\()',
    ),
    example: 'return Algorithm.HMAC256("abc");',
  },
  {
    languages: ['go'],
    words: [
      'SignedString',
      'NewCipher',
      'NewCookieStore',
      'jwt.Token',
      'jwt.ParseWithClaims',
      'jwt.Parse(',
      'securecookie',
    ],
    pattern: use(
      '(?:\\.SignedString\\(|\\baes\\.NewCipher\\(|\\b(?:sessions|cookie)\\.New(?:Cookie)?Store\\(|\\bsecurecookie\\.New\\(|\\*jwt\\.Token\\)\\s{0,3}\\(\\s{0,3}(?:interface\\s?\\{\\}|any),\\s?error\\)\\s?\\{[^{}]{0,300}?\\breturn)',
    ),
    example: 'token.SignedString([]byte("abc"))',
  },
  {
    languages: ['php'],
    words: ['JWT::', 'openssl_encrypt', 'openssl_decrypt'],
    pattern: use(
      `(?:\\bJWT::(?:encode|decode)\\(\\s{0,3}${first},|\\bopenssl_(?:en|de)crypt\\(\\s{0,3}${first},\\s{0,3}${first},)`.replaceAll(
        '\\b',
        '(?<!\\w)',
      ),
    ),
    example: "<?php $t = JWT::encode($data, 'abc');",
  },
  {
    languages: ['csharp'],
    words: ['SymmetricSecurityKey', 'GetBytes('],
    // A key of a cipher is made of a text.
    pattern: use('(?:\\bnew\\sSymmetricSecurityKey\\(|\\.Key\\s?=\\s?(?=(?:System\\.Text\\.)?Encoding\\.))'),
    example: 'var k = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("abc"));',
  },
  {
    languages: ['ruby'],
    words: ['JWT.', 'MessageVerifier', 'MessageEncryptor', 'Session::Cookie'],
    pattern: use(
      `(?:\\bJWT\\.(?:encode|decode)\\(?\\s{0,3}${first},|\\bMessage(?:Verifier|Encryptor)\\.new\\(|\\bSession::Cookie\\b[^\\n]{0,120}?\\bsecret(?::|\\s?=>))`,
    ),
    example: "JWT.encode(payload, 'abc')",
  },
  {
    languages: ['rust'],
    words: ['from_secret'],
    pattern: use('\\b(?:En|De)codingKey::from_secret\\('),
    example: 'EncodingKey::from_secret("abc".as_ref())',
  },
];
