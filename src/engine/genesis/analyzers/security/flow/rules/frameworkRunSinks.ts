import type { Further } from './furtherSinks';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Calls of frameworks and libraries of PHP, script, Python and Ruby that run what they are given, by more names than the common ones. */
export const frameworkRunSinks: Readonly<Record<string, Further>> = {
  'sql-injection': {
    sinks: [
      { languages: ['java'], callee: /\.createNativeQuery$/, arguments: [0], when: 'start' },
      {
        languages: script,
        callee: /(?:^|\.)(?:\$queryRawUnsafe|\$executeRawUnsafe|sequelize\.query|[sS]equelize\.literal|rawQuery)$/,
        arguments: [0],
        when: 'start',
        possible: true,
      },
      // A statement of SQLite is prepared from its text.
      { languages: script, callee: /(?:^|\.)prepare$/, arguments: [0], when: 'joined', file: /sqlite|\bD1Database\b/ },
      {
        languages: ['php'],
        callee: /(?:^|\.)(?:whereRaw|orWhereRaw|orderByRaw|havingRaw|selectRaw|groupByRaw|fromRaw)$/,
        arguments: [0],
        when: 'start',
        possible: true,
      },
      // A text that is given whole to what takes SQL as well as names of columns.
      {
        languages: ['ruby'],
        callee:
          /^[A-Z]\w{1,40}\.(?:.{0,60}\.)?(?:order|reorder|where|pluck|select|group|having|joins|from|exists\?|lock)$/,
        arguments: [0],
        when: 'start',
        possible: true,
      },
      {
        languages: ['ruby'],
        callee: /^[A-Z]\w{1,40}\.(?:calculate|sum|average|minimum|maximum|count)$/,
        arguments: [0, 1],
        when: 'start',
        possible: true,
      },
      { languages: ['go'], callee: /(?:^|\.)(?:Order|Group)$/, arguments: [0], when: 'start', possible: true },
    ],
    examples: [
      // A shell of another machine is no database.
      {
        path: 'Console.php',
        text: '<?php\nfunction run($ssh, $db) {\n  $command = $_POST["command"];\n  $ssh->exec("select-tool " . $command);\n  $db->exec("SELECT * FROM a WHERE b = " . $command);\n}\n',
        lines: [5],
      },
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/report") List<?> f(@RequestBody Map<String, String> request) {\n    String sql = request.get("sql"); // select a from b\n    return manager.createNativeQuery(sql).getResultList();\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "app.get('/', async (req, res) => {\n  const { query } = req.query;\n  // select * from users where id = 1\n  res.json(await prisma.$queryRawUnsafe(query));\n});\n",
        lines: [4],
      },
      {
        path: 'a_controller.rb',
        text: 'class A\n  def list\n    @users = User.order(params[:sort])\n    @sum = Order.sum(params[:column])\n    @found = User.where(name: params[:name])\n  end\nend\n',
        lines: [3, 4],
      },
      {
        path: 'a.php',
        text: "<?php\n$rows = Post::orderByRaw($request->get('sort'))->get();\n$rows = Post::where('id', $request->get('id'))->get();\n",
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc list(c *gin.Context) {\n\tdb.Order(c.Query("sort")).Find(&users)\n\tdb.Find(&users, "select 1")\n}\n',
        lines: [3],
      },
    ],
  },
  'command-injection': {
    sinks: [
      {
        languages: ['python'],
        callee: /^(?:popen|system)$/,
        arguments: [0],
        when: 'any',
        file: /\bfrom os import [^\n]{0,80}\b(?:popen|system)\b/,
      },
      {
        languages: script,
        callee: /^(?:(?:child_process|cp|childProcess)\.)?(?:spawn|spawnSync|execFile|execFileSync|fork)$|^execa$/,
        arguments: [0],
        when: 'any',
        file: /child_process|execa/,
      },
      {
        languages: script,
        callee: /^(?:(?:child_process|cp|childProcess)\.)?(?:spawn|spawnSync|execFile|execFileSync)$/,
        arguments: [1],
        when: 'any',
        shows: /^\(\s{0,20}['"`](?:\/bin\/)?(?:sh|bash|cmd(?:\.exe)?)['"`]|\bshell\s?:\s?true/,
      },
      {
        languages: script,
        callee: /^require\(['"](?:node:)?child_process['"]\)\.exec(?:Sync)?$|^(?:util\.)?promisify\(.{0,30}exec\)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee: /^subprocess\.(?:run|call|check_call|check_output|Popen)$|^Popen$/,
        arguments: [0],
        when: 'any',
        shows: /^\(\s{0,20}\[\s{0,20}['"](?:\/bin\/)?(?:sh|bash|cmd(?:\.exe)?)['"]/,
      },
      // A name that begins with a bar is a command there.
      { languages: ['ruby'], callee: /^(?:Kernel\.)?open$/, arguments: [0], when: 'any', possible: true },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const { spawn } = require('child_process');\napp.get('/', (req, res) => {\n  spawn(req.query.command, []);\n  spawn('sh', ['-c', 'dig ' + req.query.host]);\n  spawn('dig', [req.query.host]);\n  require('child_process').exec('whois ' + req.query.name);\n});\n",
        lines: [3, 4, 6],
      },
      {
        path: 'a.py',
        text: 'def f():\n    subprocess.run(["sh", "-c", "dig " + request.args["host"]])\n    subprocess.run(["dig", request.args["host"]])\n',
        lines: [2],
      },
      { path: 'a.rb', text: 'def f\n  open(params[:url]).read\nend\n', lines: [2] },
    ],
  },
  'code-injection': {
    sinks: [
      {
        languages: ['php'],
        callee:
          /^(?:call_user_func|call_user_func_array|array_map|usort|uasort|uksort|register_shutdown_function|forward_static_call)$/,
        arguments: [0],
        when: 'start',
        // A field holds the function that somebody set: code of the program.
        shows: /^\(\s?(?!\$this->)/,
      },
      {
        languages: ['php'],
        callee: /^preg_replace$/,
        arguments: [1],
        when: 'any',
        shows: /^\(\s?['"](\W).{0,200}\1\w{0,4}e\w{0,4}['"]/,
      },
      { languages: script, callee: /^(?:setTimeout|setInterval|setImmediate)$/, arguments: [0], when: 'start' },
      {
        languages: script,
        callee: /(?:^|\.)(?:vm\d?|sandbox)\.run$/,
        arguments: [0],
        when: 'any',
        file: /['"](?:vm2|sandbox)['"]|\bnew VM\(/,
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)Assembly\.(?:Load|LoadFrom|LoadFile|UnsafeLoadFrom)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.php',
        text: "<?php\ncall_user_func($_GET['call'], 1);\npreg_replace('/(.*)/e', $_GET['by'], $text);\npreg_replace('/(.*)/i', $_GET['by'], $text);\narray_map('trim', $_GET);\nclass A {\n  function by($how) { $this->how = $how; }\n  function go() { return call_user_func($this->how); }\n}\n",
        lines: [2, 3],
      },
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  setTimeout(req.query.code, 10);\n  setTimeout(() => res.end(), req.query.wait);\n});\n",
        lines: [2],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpGet]\n  public IActionResult F(string path) {\n    var found = Assembly.LoadFrom(path);\n    return Ok();\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  'unsafe-reflection': {
    sinks: [
      {
        languages: ['ruby'],
        callee: /(?:^|\.)(?:const_get|constantize|safe_constantize)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [{ path: 'a.rb', text: 'def f\n  Object.const_get(params[:kind]).new\nend\n', lines: [2] }],
  },
  'template-injection': {
    sinks: [
      // Many classes have this name.
      {
        languages: ['python'],
        callee: /^Template$/,
        arguments: [0],
        when: 'any',
        file: /\b(?:from|import)\s+(?:jinja2|mako|tornado|django\.template|Cheetah|genshi)/,
      },
      {
        languages: ['python'],
        callee:
          /(?:^|\.)Environment\(.{0,120}\)\.from_string$|^(?:mako|django)\.template\.Template$|^engines\[.{0,20}\]\.from_string$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['php'],
        callee: /(?:^|\.)(?:display|fetch)$/,
        arguments: [0],
        when: 'joined',
        shows: /['"](?:string|eval):/,
      },
      {
        languages: ['php'],
        callee: /^Blade\.(?:render|compileString)$|(?:^|\.)ArrayLoader$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['ruby'],
        callee: /^(?:Haml::(?:Engine|Template)|Slim::Template|Erubi::Engine|Erubis::Eruby|Tilt\w*)\.new$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['ruby'], callee: /^(?:erb|haml|slim)$/, arguments: [0], when: 'joined' },
      {
        languages: script,
        callee:
          /^(?:new\s)?(?:nunjucks\.Environment\(.{0,60}\)|env)\.renderString$|^(?:doT|dust|jade|Vue|lodash)\.(?:template|compile|render|renderSource)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.py',
        text: 'def f():\n    return Environment().from_string(request.form["text"]).render()\n',
        lines: [2],
      },
      {
        path: 'a.php',
        text: "<?php\n$smarty->display('string:' . $_GET['text']);\n$smarty->display($_GET['page'] . '.tpl');\n",
        lines: [2],
      },
      { path: 'a.rb', text: 'get "/a" do\n  erb "Hello #{params[:name]}"\n  erb :page\nend\n', lines: [2] },
    ],
  },
  'unsafe-deserialization': {
    sinks: [
      {
        languages: script,
        callee: /(?:^|\.)deepDeserialize$|^cryo\.parse$|^(?:v8|serializer)\.deserialize$/,
        arguments: [0],
        when: 'any',
      },
      // Old versions of `js-yaml` make functions of a text; the new ones do not.
      {
        languages: script,
        callee: /^(?:yaml|YAML|jsyaml)\.load$/,
        arguments: [0],
        when: 'any',
        possible: true,
        file: /js-yaml/,
      },
      {
        languages: ['ruby'],
        callee: /^(?:Psych\.(?:load|unsafe_load)|JSON\.load|Oj\.(?:load|object_load))$/,
        arguments: [0],
        when: 'any',
        possible: true,
      },
      {
        languages: ['python'],
        callee:
          /^(?:jsonpickle\.(?:decode|loads)|shelve\.open|joblib\.load|torch\.load|(?:pd|pandas)\.read_pickle|cloudpickle\.loads?)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const yaml = require('js-yaml');\napp.post('/', (req, res) => {\n  yaml.load(req.body.text);\n});\n",
        lines: [3],
      },
      { path: 'a.rb', text: 'def f\n  Psych.load(params[:text])\nend\n', lines: [2] },
      { path: 'a.py', text: 'def f():\n    jsonpickle.decode(request.form["o"])\n', lines: [2] },
    ],
  },
  'pattern-injection': {
    sinks: [{ languages: ['php'], callee: /^preg_(?:match|match_all|replace|split)$/, arguments: [0], when: 'any' }],
    examples: [{ path: 'a.php', text: "<?php\npreg_match($_GET['by'], $text);\n", lines: [2] }],
  },
};
