import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that names a file. */
export const pathRules: readonly FlowRule[] = [
  {
    id: 'path-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'A file path comes from request data',
    severity: 'high',
    why: 'With `../` in the value the request reaches files outside the folder that was meant.',
    fix: 'Take the base name, or resolve the path and check that it still lies in the folder.',
    sinks: [
      {
        languages: script,
        callee:
          /^(?:fs|fse|fsp|fs\.promises|fsPromises?)\.(?:readFile|readFileSync|createReadStream|writeFile|writeFileSync|appendFile|appendFileSync|unlink|unlinkSync|rm|rmSync|rmdir|readdir|readdirSync|createWriteStream)$|^(?:res|resp|response|reply|ctx)\b.{0,60}\.(?:sendFile|download)$/,
        arguments: [0],
        when: 'any',
      },
      // The old name of `open`, which functions of programs have as well.
      { languages: ['python'], callee: /^file$/, arguments: [0], when: 'any', file: /^(?![\s\S]*\bdef file\()/ },
      { languages: script, callee: /\.mv$/, arguments: [0], when: 'joined', file: /express-fileupload|req\.files/ },
      {
        languages: ['python'],
        callee:
          /^(?:open|io\.open|codecs\.open|aiofiles\.open|os\.(?:remove|unlink|listdir|rename|mkdir|makedirs|rmdir|open|scandir|chmod)|send_file|flask\.send_file|FileResponse|shutil\.(?:copy|copy2|copyfile|copytree|move|rmtree)|(?:pd|pandas)\.read_\w{1,10}|np\.load(?:txt)?|Image\.open|zipfile\.ZipFile|tarfile\.open|default_storage\.(?:save|open|delete)|linecache\.getlines?)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['php'],
        callee:
          /^(?:file_get_contents|fopen|readfile|file|unlink|include|require|file_put_contents|show_source|highlight_file|copy|rename|rmdir|mkdir|opendir|scandir|glob|parse_ini_file|simplexml_load_file|imagecreatefrom\w{1,6}|SplFileObject|Storage\.(?:get|download|delete|put|url|response)|File\.(?:get|delete|put|deleteDirectory)|response\(\)\.(?:download|file))$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['php'], callee: /^include$/, when: 'any' },
      { languages: ['python'], callee: /(?:^|\.)save$/, arguments: [0], when: 'any', shows: /filename/ },
      {
        languages: ['ruby'],
        callee:
          /^(?:File|IO)\.(?:read|open|new|readlines|delete|binread|write|unlink|foreach|rename)$|^(?:FileUtils\.(?:rm|rm_f|rm_rf|cp|mv|mkdir_p)|Dir\.(?:glob|entries|children|mkdir)|Pathname\.new|CSV\.(?:read|foreach|open))$|(?:^|\.)send_file$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['java'],
        callee: /^(?:File|FileInputStream|FileReader|FileOutputStream)$|^(?:Paths\.get|Path\.of)$/,
        when: 'any',
      },
      {
        languages: ['go'],
        callee:
          /^(?:os\.(?:Open|ReadFile|OpenFile|Remove)|ioutil\.ReadFile|http\.ServeFile)$|^(?:c|ctx|gc)\.(?:File|FileAttachment|Attachment|SendFile)$/,
        when: 'any',
      },
      {
        languages: ['csharp'],
        callee:
          /^(?:System\.IO\.)?(?:File\.(?:ReadAll\w+|Open\w*|Delete|WriteAll\w+)|FileStream)$|(?:^|\.)PhysicalFile$/,
        arguments: [0],
        when: 'any',
      },
      // Both take a stream as well: what was sent is read then, and nothing is opened.
      {
        languages: ['csharp'],
        callee: /^(?:System\.IO\.)?(?:StreamWriter|StreamReader)$/,
        arguments: [0],
        when: 'any',
        shows: /^(?!.*(?:Body|Stream)\b)/s,
      },
    ],
    examples: [
      {
        path: 'Files.php',
        text: "<?php\nuse Illuminate\\Http\\Request;\nclass Files {\n  function show(Request $request) {\n    rename('temp/' . $request->icon, 'icons/a');\n    return Storage::download($request->file('a'));\n  }\n}\n",
        lines: [5],
      },
      {
        path: 'images.py',
        text: "from flask import request\ndef show():\n    return Image.open(request.args.get('name'))\n",
        lines: [3],
      },
      {
        path: 'asked.js',
        text: "themes.get = async (req, res) => {\n  if (!pattern.test(req.params.theme)) throw new Error('no');\n  const dir = path.join(root, req.params.theme);\n  const file = path.join(dir, 'theme.json');\n  await fs.promises.readFile(file);\n  await fs.promises.readFile(path.join(root, req.params.other));\n};\n",
        lines: [6],
      },
      {
        path: 'branch.php',
        text: "<?php\nif (isset($_GET['page'])) {\n  $page = $_GET['page'];\n} else {\n  $page = 'home';\n}\nif ($isAdmin) {\n  $other = $_GET['other'];\n} else {\n  $other = 'home';\n}\nrequire_once 'pages/' . $page . '.php';\nrequire_once 'pages/' . $other . '.php';\n",
        lines: [12, 13],
      },
      {
        path: 'address.php',
        text: "<?php\n$a = file_get_contents(KEY_URL . '&key=' . trim($_POST['key']));\n$b = file_get_contents('/data/' . $_POST['name']);\n",
        lines: [3],
      },
      {
        path: 'here.py',
        text: 'def f(request):\n    base = os.path.join(os.path.dirname(__file__), "images")\n    name = request.GET.get("p")\n    return open(os.path.join(base, name), "rb")\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "app.get('/f', (req, res) => {\n  const name = req.query.name;\n  const file = path.join(root, name);\n  fs.readFile(file, done);\n  fs.readFile(path.join(root, path.basename(req.query.name)), done);\n});\n",
        lines: [4],
      },
      // Whether there is a name keeps nothing out; whatever else is asked of it may.
      {
        path: 'A.java',
        text: 'class A { void f() {\n  String name = request.getParameter("n");\n  if (name != null && !name.isEmpty()) {\n    read(new File(root + name));\n  }\n} void g() {\n  String name = request.getParameter("n");\n  if (known(name)) {\n    read(new File(root + name));\n  }\n} }\n',
        lines: [4],
      },
      {
        path: 'D.java',
        text: 'class D { void f() {\n  String name = request.getParameter("n");\n  try {\n    Paths.get(name);\n  } catch (InvalidPathException e) {\n    throw new Refused(e);\n  }\n  read(Paths.get(name));\n} }\n',
        lines: [8],
      },
      // An upload itself is no path; the name that its sender gave it is one.
      {
        path: 'a.py',
        text: "def f():\n    f = request.files['a']\n    data = open(f)\n    path = os.path.join(root, f.filename)\n    return open(path)\n",
        lines: [5],
      },
      // The file that an upload lies in, one of those known, a folder that the framework keeps to.
      {
        path: 'E.java',
        text: 'class E { void f() {\n  String name = request.getParameter("n");\n  String kept = now() + "_" + name.replaceAll("[^a-zA-Z0-9]+", "_");\n  read(new File(root, kept + "_unzipped"));\n  read(new File(root, name.replaceAll("[a-z]", "_")));\n} }\n',
        lines: [5],
      },
      {
        path: 'e.js',
        text: "app.get('/f', (req, res) => {\n  fs.readFile(path.join(root, req.query.name.replace(/[^a-z0-9]/gi, '')), done);\n  fs.readFile(path.join(root, req.query.name.replace(/[^a-z0-9]/, '')), done);\n});\n",
        lines: [3],
      },
      {
        path: 'c.py',
        text: 'def file(name):\n    return name\n\ndef f():\n    return file(request.args["name"])\n',
        lines: [],
      },
      { path: 'lib/tasks/a.rake', text: 'def f\n  File.read(params[:name])\nend\n', lines: [] },
      { path: 'a.rb', text: 'def f\n  File.read(params[:file].path)\n  File.read(params[:name])\nend\n', lines: [3] },
      {
        path: 'a.php',
        text: "<?php\n$asked = $_GET['lang'];\n$lang = array_key_exists($asked, $known) ? $asked : 'en';\n$file = 'cache/' . $lang . '.json';\nif (!is_file($file)) {\n  exit;\n}\nreadfile($file);\n",
        lines: [],
      },
      // What stands behind a scheme and a host is a part of an address.
      {
        path: 'b.php',
        text: '<?php\n$key = $_POST["key"];\n$url = "http://data.example.org/latest?key=$key";\n$a = file_get_contents($url);\n$b = file_get_contents("https://example.org/" . $key);\n$c = file_get_contents("data/" . $key);\n',
        lines: [6],
      },
      {
        path: 'c.js',
        text: "app.get('/f/:name', (req, res) => {\n  res.sendFile(req.params.name, { root: './files' });\n  res.sendFile(files[req.params.name]);\n});\n",
        lines: [],
      },
      {
        path: 'b.js',
        text: "app.get('/f/:name', (req, res) => {\n  const name = req.params.name;\n  if (!/^[0-9a-f]{16}$/.test(name)) return;\n  const file = path.join(root, name);\n  res.sendFile(file);\n});\n",
        lines: [],
      },
      // Somebody was asked about the name; it is the key of a table; only what follows the last dot is left of it.
      {
        path: 'd.js',
        text: "app.get('/f/:name', (req, res) => {\n  const name = req.params.name;\n  const file = path.join(root, name);\n  return store.findByName(name).then(() => fs.readFile(file));\n});\napp.get('/g', (req, res) => {\n  const file = path.join(root, req.query.name);\n  return Promise.resolve().then(() => fs.readFile(file));\n});\n",
        lines: [8],
      },
      {
        path: 'e.php',
        text: "<?php\nfunction f($known, $other) {\n  $asked = $_GET['lang'] ?? $other;\n  $lang = array_key_exists($asked, $known) ? $asked : $other;\n  $file = ROOT.'cache/'.$lang.'.json';\n  readfile($file);\n}\n",
        lines: [],
      },
      {
        path: 'b.py',
        text: "def f():\n    language = request.args.get('language')\n    suffix = SUFFIXES[language]\n    return open(os.path.join(root, language, suffix))\n",
        lines: [],
      },
      {
        path: 'B.java',
        text: 'class B { void f() {\n  String name = request.getParameter("n");\n  String suffix = name.substring(name.lastIndexOf("."));\n  StringBuilder made = new StringBuilder();\n  made.append(now()).append(suffix);\n  String other = made.toString();\n  read(new File(root + other));\n} }\n',
        lines: [],
      },
      // Only an answer sends files; what else is called so belongs to the program.
      {
        path: 'e.js',
        text: "app.get('/f', (req, res) => {\n  channels.download(req.query.token);\n  res.status(200).download(req.query.file);\n});\n",
        lines: [3],
      },
      // The caller looks the value up in a table.
      {
        path: 'd.py',
        text: "class A:\n    def read_it(self, path):\n        return open(path)\n    def a(self, request):\n        name = request.GET.get('n')\n        suffix = SUFFIXES[name]\n        return self.read_it(os.path.join(root, name))\n",
        lines: [],
      },
      // Functions of a library by names of their own.
      {
        path: 'named.js',
        text: "import { readFile, writeFile as write } from 'fs';\nconst remove = require('fs').unlink;\napp.post('/f', (req, res) => {\n  readFile('data/' + req.body.name, done);\n  write('data/' + req.body.name, '', done);\n  remove('data/' + req.body.name, done);\n});\n",
        lines: [4, 5, 6],
      },
      {
        path: 'e.py',
        text: "class A:\n    def read_it(self, path):\n        return open(path)\n    def a(self, request):\n        name = request.GET.get('n')\n        return self.read_it(os.path.join(root, name))\n",
        lines: [3],
      },
      // A part of the address between two slashes holds none; the rest of an address may.
      {
        path: 'b.go',
        text: 'package a\nfunc f(c *gin.Context) {\n\tos.ReadFile(filepath.Join(root, c.Param("id")))\n\tos.ReadFile(filepath.Join(root, c.Param("filepath")))\n\tos.ReadFile(filepath.Join(root, c.Query("id")))\n}\n',
        lines: [4, 5],
      },
      {
        path: 'C.java',
        text: 'class C {\n  @GetMapping("/a/{name}") R a(@PathVariable String name) { return read(new File(root + name)); }\n  @GetMapping("/b/{*name}") R b(@PathVariable String name) { return read(new File(root + name)); }\n  @GetMapping("/c") R c(@RequestParam String name) { return read(new File(root + name)); }\n}\n',
        lines: [3, 4],
      },
      {
        path: 'c.py',
        text: '@app.get("/a/{name}")\ndef a(name: str, other: str):\n    open(root + name)\n    open(root + other)\n\n\n@app.route("/b/<path:name>")\ndef b(name):\n    open(root + name)\n',
        lines: [4, 9],
      },
      {
        path: 'A.cs',
        text: 'class A {\n  [HttpGet("a/{name}")] public IActionResult A(string name) { return PhysicalFile(root + name, "x"); }\n  [HttpGet("b/{**name}")] public IActionResult B(string name) { return PhysicalFile(root + name, "x"); }\n}\n',
        lines: [3],
      },
      {
        path: 'B.cs',
        text: 'class B {\n  void F() {\n    var sent = new StreamReader(Request.Body);\n    var kept = new StreamReader(root + Request.Query["name"]);\n  }\n}\n',
        lines: [4],
      },
      // `http.ServeFile` refuses an address that climbs.
      {
        path: 'a.go',
        text: 'package a\nfunc f(c *gin.Context) {\n\tname := c.Param("file")\n\thttp.ServeFile(c.Writer, c.Request, filepath.Join(root, name))\n\tasked := c.Query("file")\n\thttp.ServeFile(c.Writer, c.Request, filepath.Join(root, asked))\n}\n',
        lines: [6],
      },
    ],
  },
];
