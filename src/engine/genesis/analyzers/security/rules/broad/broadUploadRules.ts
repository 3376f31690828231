import { functionAround, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { only } from '../languages';

const uploadName = {
  possible: true,
  told: 'upload-name',
  cwe: 'CWE-434',
  owasp: 'A04',
  title: 'An upload is stored under the name that its sender gave it',
  severity: 'medium',
  why: 'Where the folder is served, a page or a script can be uploaded.',
  fix: 'Allow a list of endings and name the file yourself.',
} as const;

/** The text that a name of a function was made of, by its last assignment before a place. */
function madeOf(name: string, before: string): string {
  const made = [...before.matchAll(new RegExp(`(?<![\\w.])${name}\\s{0,3}:?=(?!=)\\s{0,3}([^\\n]{1,200})`, 'g'))].at(
    -1,
  );
  return made?.[1] ?? '';
}

/** Where a form is read; the log or the history of a program has a file name of its own settings. */
const ofForm = /\bmultipart\b|FormFile|MultipartForm|\.GetFiles?\(/;

/** Files that strangers send, stored under names of theirs. */
export const broadUploadRules: readonly LineRule[] = [
  {
    ...uploadName,
    id: 'upload-name-go',
    wants: only('go'),
    words: ['.Filename'],
    pattern:
      /\b(?:os\.(?:Create|OpenFile)|\w{1,20}\.(?:SaveUploadedFile|SaveToFile|SaveFile))\([^\n]{0,160}\.Filename\b/g,
    accept: (_match, file) => ofForm.test(file.text),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\t_, handler, _ := r.FormFile("f")\n\tf, err := os.OpenFile("./img/"+handler.Filename, os.O_CREATE, 0666)\n\tg, err := os.Create("./img/" + id)\n}\n',
        lines: [4],
      },
      {
        path: 'log.go',
        text: 'package a\nfunc f(o Logging) {\n\tf, err := os.OpenFile(o.File.Filename, os.O_CREATE, 0600)\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-of-variable',
    wants: only('go'),
    words: ['.Filename'],
    pattern:
      /\b(?:os\.(?:Create|OpenFile)|\w{1,20}\.(?:SaveUploadedFile|SaveToFile|SaveFile))\((?:[^\n,()]{1,60},\s?)?(?<name>[a-zA-Z]\w{0,40})\s?[,)]/g,
    accept: (match, file) =>
      ofForm.test(file.text) &&
      /\.Filename\b/.test(madeOf(match.groups?.['name'] ?? '', file.text.slice(0, match.index))),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\t_, h, _ := r.FormFile("f")\n\tsavePath := "up/" + h.Filename\n\tc.SaveToFile("file", savePath)\n\tother := "up/" + id\n\tc.SaveToFile("file", other)\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-others',
    wants: only('javascript', 'typescript', 'tsx', 'java', 'csharp', 'ruby'),
    words: ['originalname', 'getOriginalFilename', '.FileName', 'original_filename', '.mv('],
    pattern:
      /\bcb\(\s?null,\s?(?:[^\n]{0,80}\bfile\.originalname\b|(?<given>file_?[nN]ame|name)\s?\))|\.mv\(\s?(?:[^\n]{0,120}\.name\b|(?<name>[a-zA-Z]\w{0,40})\s?[,)])|\bnew File\([^\n]{0,160}getOriginalFilename\(\)|\bPath\.Combine\([^\n]{0,160}\b(?<sent>\w{1,30})\.FileName\b|\bPath\.Combine\([^()\n]{1,120},\s?(?<part>[a-z]\w{0,30})\s?\)|\bFile\.(?:open|write|binwrite)\([^\n]{0,160}\.original_filename\b/g,
    accept(match, file) {
      const sent = match.groups?.['sent'];
      if (sent !== undefined)
        return (
          /[fF]ile/.test(sent) ||
          new RegExp(`\\b(?:IFormFile|HttpPostedFile(?:Base)?)\\??\\s${sent}\\b`).test(file.text)
        );
      const given = match.groups?.['given'];
      if (given !== undefined)
        return /^[\w.]{0,20}\.originalname\s?;?$/.test(madeOf(given, file.text.slice(0, match.index)).trim());
      const part = match.groups?.['part'];
      if (part !== undefined)
        return /^\w{1,20}\.FileName\s?;?$/.test(madeOf(part, file.text.slice(0, match.index)).trim());
      const name = match.groups?.['name'];
      if (name === undefined) return true;
      const made = madeOf(name, file.text.slice(0, match.index));
      const added = /\+\s?(\w{1,40})\s?;?$/.exec(made)?.[1] ?? '';
      return /\.name\b/.test(made) || (added !== '' && /\.name\b/.test(madeOf(added, file.text.slice(0, match.index))));
    },
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F(IFormFile file) {\n  var fileName = file.FileName;\n  var path = Path.Combine(uploads, fileName);\n  var other = Path.Combine(uploads, name);\n} }\n',
        lines: [3],
      },
      {
        path: 'b.js',
        text: 'const picName = pic.name;\nconst to = folder + picName;\npic.mv(to, done);\nconst own = folder + id;\npic.mv(own, done);\n',
        lines: [3],
      },
      {
        path: 'a.ts',
        text: 'const a = {\n  filename: (req, file, cb) => {\n    const filename = file.originalname;\n    cb(null, filename);\n  },\n};\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "const store = multer.diskStorage({\n  filename: (req, file, cb) => cb(null, file.originalname),\n});\nfile.mv('./up/' + file.name);\n",
        lines: [2, 4],
      },
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var path = Path.Combine(folder, file.FileName);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-python',
    wants: only('python'),
    words: ['.filename', '.name'],
    pattern:
      /(?:\bos\.path\.join\([^()\n]{1,80},\s?|\bopen\((?:f?["'][^"'\n]{0,80}["']\s?\+\s?|f["'][^"'{}\n]{0,80}\{))(?:request\.(?:files|FILES)\[[^\]\n]{1,40}\]|\w{0,20}(?:file|upload|image|photo|avatar|document|attachment|pic)\w{0,10})\.(?:file)?name\b/g,
    accept: (match, file) =>
      /request\.(?:files|FILES)|UploadFile|uploaded_?file|FileField/i.test(
        `${match[0]}${linesAround(file, file.lineAt(match.index ?? 0), 25, 0)}`,
      ) &&
      !/secure_filename|get_valid_filename|splitext|uuid|allowed_file/i.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 800), (match.index ?? 0) + 200),
      ),
    examples: [
      {
        path: 'a.py',
        text: 'def save(uploaded_file):\n    path = os.path.join(folder, uploaded_file.name)\n    other = os.path.join(folder, own)\n',
        lines: [2],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-saved-as-sent',
    wants: only('python'),
    words: ['.filename'],
    pattern: /\.save\(\s?(?:os\.path\.join\([^()\n]{1,80},\s?(?<part>[a-z]\w{0,30})\s?\)|(?<path>[a-z]\w{0,30}))\s?\)/g,
    accept(match, file) {
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 1_500), match.index);
      if (/secure_filename|get_valid_filename|uuid/i.test(before) || !/\brequest\.files|UploadFile/.test(file.text))
        return false;
      const path = match.groups?.['path'];
      const part = match.groups?.['part'] ?? /,\s?(\w{1,30})\s?\)$/.exec(madeOf(path ?? '', before).trim())?.[1] ?? '';
      return part !== '' && /^\w{1,30}\.filename\b(?!\.)/.test(madeOf(part, before).trim());
    },
    examples: [
      {
        path: 'a.py',
        text: "def up():\n    file = request.files.get('avatar')\n    filename = file.filename\n    save_path = os.path.join('/uploads', filename)\n    file.save(save_path)\n    other = make(id)\n    file.save(other)\n",
        lines: [5],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-given',
    wants: only('java', 'kotlin'),
    words: ['getOriginalFilename()'],
    pattern:
      /(?:[(,]\s{0,20}|[=+]\s{0,3})(?:\w{1,20}(?:\.\w{1,20}\(\))?\s?\+\s?"_"\s?\+\s?)?\w{1,30}\.getOriginalFilename\(\)\s{0,20}[,;)]/g,
    accept: (match, file) =>
      /\bFiles\.(?:copy|write)\(|\.transferTo\(|\bFileOutputStream\(/.test(file.text) &&
      !/FilenameUtils|cleanPath|sanitiz/i.test(file.text) &&
      !/getFileName\(\)|getExtension/.test(functionAround(file, file.lineAt(match.index ?? 0))) &&
      !/contains\(|matcher\(|endsWith|lastIndexOf|log\w{0,4}\./i.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(MultipartFile file) {\n  store(root, file.getOriginalFilename(), file);\n  String name = next + "_" + file.getOriginalFilename();\n  log.info("got {}", file.getOriginalFilename());\n}\nvoid store(Path root, String name, MultipartFile file) {\n  Files.copy(file.getInputStream(), root.resolve(name));\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'go-archive-names',
    possible: true,
    told: 'archive-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names of an archive become paths',
    severity: 'medium',
    why: 'With `../` in a name the archive writes files outside the folder that was meant.',
    fix: 'Refuse names for which `filepath.IsLocal` says no.',
    wants: only('go'),
    words: ['archive/zip', 'archive/tar'],
    pattern: /\b(?:filepath|path)\.Join\([^()\n]{1,80},\s?(?<entry>\w{1,20})\.Name\s?\)/g,
    // An entry that an archive is asked for; files of a folder, and what is put into one, have names, too.
    accept: (match, file) =>
      new RegExp(
        `\\b${match.groups?.['entry'] ?? ''}(?:,\\s?\\w{1,20})?\\s?:?=\\s?(?:range\\s[\\w.]{1,40}\\.File\\b|[\\w.]{1,40}\\.Next\\(\\))|\\b${match.groups?.['entry'] ?? ''}\\s\\*(?:zip\\.File|tar\\.Header)\\b`,
      ).test(file.text) &&
      !/HasPrefix|IsLocal|"\.\."|SecureJoin|sanitize|IsAbs|filepath\.Rel\(/i.test(file.text) &&
      /\bos\.(?:Create|OpenFile|MkdirAll)\(/.test(file.text),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nimport "archive/zip"\nfunc f() {\n\tfor _, f := range r.File {\n\t\tp := filepath.Join(dir, f.Name)\n\t\tout, err := os.Create(p)\n\t}\n}\n',
        lines: [5],
      },
      {
        path: 'b.go',
        text: 'package a\nimport "archive/tar"\nfunc save(c Chart) {\n\tfor _, f := range c.Templates {\n\t\tp := filepath.Join(dir, f.Name)\n\t\tout, err := os.Create(p)\n\t}\n}\n',
        lines: [],
      },
    ],
  },
];
