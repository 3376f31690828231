import { enclosingLines, linesAround } from '../../context/enclosing';
import { isBrowserCode, isClientOfOthers } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { anyLanguage, javaOrKotlin, php } from '../languages';

const deserialization = {
  possible: true,
  cwe: 'CWE-502',
  owasp: 'A08',
  title: 'Objects are built from data',
  severity: 'medium',
  why: 'Data of strangers that decides which objects are built may run their code.',
  fix: 'Read plain data (JSON) into types of your own.',
} as const;

/** Places and sizes of what is drawn. */
const isDrawing = (text: string): boolean =>
  /random\(\)\s?\*\s?(?:this\.|canvas\.|window\.|\w{1,20}\.)?(?:\w{0,20}(?:[wW]idth|[hH]eight|[sS]ize|[rR]adius|[sS]peed|innerWidth|innerHeight)|PI\b|360|255)|(?:\b[xyzrv]|width|height|opacity|color|angle|delay|speed|radius)['"]?\s?[:=]\s?[^=\n]{0,30}random\(/.test(
    text,
  );

/** Code whose form is that of a weakness, wherever its values come from. */
export const broadCodeRules: readonly LineRule[] = [
  {
    id: 'predictable-value',
    possible: true,
    cwe: 'CWE-330',
    owasp: 'A02',
    title: 'A value that must not be guessed is drawn by a generator that can be computed',
    severity: 'medium',
    why: 'Who sees a few values computes the next ones.',
    fix: 'Use the cryptographic generator of the platform.',
    wants: anyLanguage,
    words: ['random', 'rand(', 'Random', 'uniqid(', 'randint', 'faker'],
    pattern:
      /\brandom\.(?:randint|choices?|random|randrange|sample|getrandbits)\(|(?<![\w.])(?:randint|randrange|choices)\(|\bfaker\.(?:random|datatype|number)\.\w{2,10}\(|\bMath\.random\(|\b(?:mt_)?rand\(|\buniqid\(|\bnew Random\(|\bmath\/rand\b/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      // Drawn by the platform besides; a part of an address that keeps an image from being stored; a password that is none.
      if (
        isDrawing(file.lineText(line)) ||
        /random_(?:int|bytes)|[?&]\w{1,10}=|['"]\$2[aby]\$/.test(file.lineText(line))
      )
        return false;
      // What another service wants is not one's own secret; one of some keys is chosen, and no key drawn.
      if (isClientOfOthers(file) || isBrowserCode(file) || /choices?\(\s?\w*keys\b/i.test(file.lineText(line)))
        return false;
      const [header = ''] = enclosingLines(file, line);
      return /(?:^|[^a-z])(?:token|otp|pin|passw\w{0,5}|secret|reset\w{0,10}|session\w{0,5}|csrf|nonce|captcha|cvv|card|account|voucher|ticket|coupon|invite|api_?key)(?:[^a-z]|$)|(?:Token|Otp|Pin|Passw\w{0,5}|Secret|Session\w{0,5}|Card|Account|Captcha)(?:[^a-z]|$)/.test(
        `${file.lineText(line)}\n${header}`,
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "def generate_card_number():\n    return ''.join(random.choices(string.digits, k=16))\n\n\ndef colour():\n    return random.choice(colours)\n\n\nreset_pin = str(random.randint(100, 999))\notpN = randint(100, 999)\n",
        lines: [2, 9, 10],
      },
    ],
  },
  {
    id: 'open-cors',
    possible: true,
    cwe: 'CWE-942',
    owasp: 'A05',
    title: 'Pages of every origin may read answers',
    severity: 'low',
    why: 'Where answers depend on who asks, any page that a user opens can read them.',
    fix: 'Name the origins that may.',
    wants: anyLanguage,
    words: [
      'CORS(',
      'CrossOrigin',
      'Access-Control-Allow-Origin',
      'cors()',
      '_origins',
      'allowed_hosts',
      '_ORIGINS',
      'applyPermitDefaultValues',
    ],
    pattern:
      /(?:^|=)\s{0,8}CORS\(\s?\w{1,20}\s?(?:\)|,[^\n]{0,80}['"]origins['"]\s?:\s?['"]\*['"])|@CrossOrigin(?:\(\s?(?:origins\s?=\s?)?"\*"\s?\)|\s*$)|\b(?:setHeader|addHeader|header|set)\(\s?["']Access-Control-Allow-Origin["'],\s?(?:["']\*["']|origin)\s?\)|\b(?:setHeader|header|set|setHeaders|writeHead)\(\s?(?:\d{3},\s?)?\{\s{0,20}["']Access-Control-Allow-Origin["']\s?:\s?["']\*["']|\b(?:response|resp|res|r)(?:\.headers)?\[\s?['"]Access-Control-Allow-Origin['"]\s?\]\s?=\s?['"]\*['"]|\b(?:allowed_origins|allow_origins|cors_origins|cors_allow_origins|allowed_hosts|backend_cors_origins)(?:\s?:\s?[\w[\], ]{1,40})?\s?=\s?\[\s?["']\*["']\s?\]|\.use\(cors\(\)\)|\bnew CorsConfiguration\(\)\.applyPermitDefaultValues\(/gm,
    examples: [
      { path: 'a.py', text: 'app = Flask(__name__)\nCORS(app)\nCORS(app, origins=OWN)\n', lines: [2] },
      {
        path: 'Cors.java',
        text: 'source.registerCorsConfiguration("/**", new CorsConfiguration().applyPermitDefaultValues());\n',
        lines: [1],
      },
      {
        path: 'core/config.py',
        text: 'class Settings(BaseSettings):\n    allowed_hosts: List[str] = ["*"]\n    other: List[str] = ["*"]\n',
        lines: [2],
      },
      {
        path: 'a.js',
        text: "res.header({ 'Access-Control-Allow-Origin': '*' });\nfetch(url, { headers: { 'Access-Control-Allow-Origin': '*' } });\n",
        lines: [1],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  response.setHeader("Access-Control-Allow-Origin", origin);\n  response.setHeader("Access-Control-Allow-Origin", own());\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'upload-name',
    possible: true,
    cwe: 'CWE-434',
    owasp: 'A04',
    title: 'An upload is stored under the name that its sender gave it',
    severity: 'medium',
    why: 'Where the folder is served, a page or a script can be uploaded.',
    fix: 'Allow a list of endings and name the file yourself.',
    wants: (file) => php(file) || file.language === 'python',
    words: ['move_uploaded_file', '.save('],
    pattern:
      /\bmove_uploaded_file\([^;\n]{1,200}|\b(?:file|upload\w{0,10}|f|image|photo|avatar)\.save\((?:os\.path\.join\([^\n]{0,100}|file_?path|path)\)/g,
    examples: [
      {
        path: 'a.php',
        text: "<?php\nif (!move_uploaded_file($_FILES['f']['tmp_name'], $dir . $_FILES['f']['name'])) {\n  exit;\n}\n",
        lines: [2],
      },
      { path: 'a.py', text: 'file.save(file_path)\nuser.save()\n', lines: [1] },
    ],
  },
  {
    id: 'xml-reading',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a parser that follows external entities by default',
    severity: 'low',
    why: 'A document of a stranger can name files of the server and addresses of its network.',
    fix: 'Switch document types off: `disallow-doctype-decl`.',
    wants: javaOrKotlin,
    words: ['Digester', 'DocumentHelper', 'SAXReader', 'SAXBuilder', 'DocumentBuilder', 'XMLReader', 'SAXParser'],
    pattern:
      /\bnew (?:Digester|SAXReader|SAXBuilder)\(\s?\)|\bDocumentHelper\.parseText\(|\.newDocumentBuilder\(\)|\.newSAXParser\(\)|\bXMLReaderFactory\.createXMLReader\(/g,
    // Features are set in the function that makes the parser, or by a helper of the file.
    accept: (match, file) =>
      // A builder that only makes a document of its own reads nothing.
      (!match[0].startsWith('.newDocumentBuilder') || /\.parse\(/.test(file.text)) &&
      !/disallow-doctype-decl|FEATURE_SECURE_PROCESSING|ACCESS_EXTERNAL_DTD|DISALLOW_DOCTYPE/.test(
        linesAround(file, file.lineAt(match.index ?? 0), 25, 12),
      ) &&
      !/ACCESS_EXTERNAL_DTD|(?:secure|safe|create|new)\w{0,20}(?:Factory|Parser|Builder)\(\)\s?\{/i.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(String body) {\n  DocumentHelper.parseText(body);\n  Digester digester = new Digester();\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    ...deserialization,
    id: 'object-building',
    wants: anyLanguage,
    words: ['unserialize(', 'enableDefaultTyping', 'JSON.parse', 'node-serialize', 'XMLDecoder(', 'new Yaml()'],
    pattern:
      /\b(?:serialize\.)?unserialize\(\s?(?:\$?[A-Za-z_]\w{0,40}\s?(?=[,)[])|base64_decode|(?:raw)?urldecode|gzuncompress|stripslashes)|\.enableDefaultTyping\(|\bJSON\.parse(?:Object)?\(\s?\w{1,40}\s?\)|\bnew\s(?:java\.beans\.)?XMLDecoder\(|\bnew\sYaml\(\)/g,
    accept(match, file) {
      if (match[0].startsWith('JSON')) return /com\.alibaba\.fastjson\b/.test(file.text);
      if (match[0].endsWith('Yaml()'))
        return javaOrKotlin(file) && readsRequests(file) && /\byaml\.snakeyaml\b/.test(file.text);
      if (/allowed_classes['"]\s?=>\s?(?:false|\[\s?\])/.test(file.lineText(file.lineAt(match.index ?? 0))))
        return false;
      return php(file) || !/unserialize/.test(match[0]) || /node-serialize/.test(file.text);
    },
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$user = unserialize($data);\n$b = unserialize('a:0:{}');\n$c = unserialize($data, ['allowed_classes' => false]);\n",
        lines: [2],
      },
      {
        path: 'a.js',
        text: "const serialize = require('node-serialize');\nconst obj = serialize.unserialize(str);\n",
        lines: [2],
      },
      {
        path: 'A.java',
        text: 'import com.alibaba.fastjson.JSON;\nclass A { void f(String params) {\n  Object o = JSON.parseObject(params);\n  Object p = JSON.parse(params);\n  new XMLDecoder(stream).readObject();\n} }\n',
        lines: [3, 4, 5],
      },
    ],
  },
  {
    ...deserialization,
    id: 'pickle-of-transport',
    wants: ({ language }) => language === 'python',
    words: ['pickle.loads', 'cPickle.loads', 'dill.loads'],
    // Bytes that were encoded to be sent come from somewhere else.
    pattern: /\b(?:pickle|cPickle|dill)\.loads?\(\s?(?:base64\.)?(?:urlsafe_)?b64decode\(/g,
    examples: [
      {
        path: 'a.py',
        text: 'user = pickle.loads(base64.urlsafe_b64decode(value))\nother = pickle.load(own_file)\n',
        lines: [1],
      },
    ],
  },
];
