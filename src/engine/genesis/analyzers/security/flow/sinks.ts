import type { LanguageId } from '../../../sourceFile';
import type { WeaknessClass } from '../weakness';

/** A call that must not be given request data: by its callee, for some languages. */
export interface Sink {
  readonly languages: readonly LanguageId[];
  /** Fits the whole callee, receivers joined by `.`. */
  readonly callee: RegExp;
  /** Which arguments matter; all where absent. */
  readonly arguments?: readonly number[];
  /**
   * - `any`: every value that comes from a request
   * - `joined`: only inside text that is put together (a parameter on its own is bound by the driver)
   * - `start`: only where the value is the whole, or the beginning, of the text
   */
  readonly when: 'any' | 'joined' | 'start';
}

/** A class of weakness and the calls at which it opens. */
export interface FlowRule extends WeaknessClass {
  readonly id: string;
  readonly sinks: readonly Sink[];
  readonly examples: readonly { readonly path: string; readonly text: string; readonly lines: readonly number[] }[];
}

const script = ['javascript', 'typescript', 'tsx'] as const;

export const flowRules: readonly FlowRule[] = [
  {
    id: 'sql-injection',
    cwe: 'CWE-89',
    owasp: 'A03',
    title: 'SQL is put together from request data',
    severity: 'critical',
    why: 'Whoever sends the request decides what the database runs.',
    fix: 'Pass the values as parameters of the statement.',
    sinks: [
      {
        languages: script,
        callee:
          /(?:^|\.)(?:query|execute|raw|\$queryRawUnsafe|\$executeRawUnsafe|whereRaw|orderByRaw|havingRaw|all|get|run|exec|each|unsafe)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['python'],
        callee: /(?:^|\.)(?:execute|executemany|executescript|raw|extra|RawSQL|text|read_sql|read_sql_query)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['php'],
        callee:
          /(?:^|\.)(?:query|exec|prepare|multi_query|real_query|mysqli_query|mysql_query|pg_query|sqlite_query|executeQuery|executeStatement|select|statement|unprepared|raw|whereRaw|selectRaw|orderByRaw|havingRaw)$/,
        when: 'joined',
      },
      {
        languages: ['ruby'],
        callee:
          /(?:^|\.)(?:where|find_by_sql|order|group|having|joins|select|from|pluck|exists\?|execute|exec_query|select_all|select_value|delete_all|update_all|calculate|count_by_sql|find_by|not)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['java'],
        callee:
          /(?:^|\.)(?:executeQuery|executeUpdate|execute|prepareStatement|prepareCall|addBatch|createQuery|createNativeQuery|createSQLQuery|query|queryForObject|queryForList|update|batchUpdate)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['go'],
        callee:
          /(?:^|\.)(?:Query|QueryRow|QueryContext|QueryRowContext|Exec|ExecContext|Raw|Where|Order|Select|Get|Prepare)$/,
        when: 'joined',
      },
      {
        languages: ['csharp'],
        callee:
          /(?:^|\.)(?:FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw|SqlCommand|NpgsqlCommand|MySqlCommand|SqliteCommand|Query|QueryAsync|Execute|ExecuteAsync)$/,
        arguments: [0],
        when: 'joined',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  const sql = 'select * from t where id = ' + req.params.id;\n  db.query(sql);\n  db.query('select * from t where id = ?', [req.params.id]);\n  db.query('select ' + parseInt(req.query.n));\n});\n",
        lines: [3],
      },
      {
        path: 'a.py',
        text: 'def f():\n    name = request.args.get("n")\n    cursor.execute("select * from t where n = \'%s\'" % name)\n    cursor.execute("select * from t where n = %s", (name,))\n',
        lines: [3],
      },
      {
        path: 'a.php',
        text: '<?php\n$id = $_GET["id"];\n$r = mysqli_query($c, "select * from t where id = \'$id\'");\n$n = intval($_GET["n"]);\nmysqli_query($c, "select $n");\n',
        lines: [3],
      },
      {
        path: 'a.rb',
        text: 'def index\n  User.where("name = \'#{params[:name]}\'")\n  User.where(name: params[:name])\nend\n',
        lines: [2],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  String id = request.getParameter("id");\n  statement.executeQuery("select * from t where id = " + id);\n  log.info("id " + id);\n} }\n',
        lines: [3],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tid := r.URL.Query().Get("id")\n\tdb.Query(fmt.Sprintf("select * from t where id = %s", id))\n\tdb.Query("select $1", id)\n}\n',
        lines: [4],
      },
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var id = Request.Query["id"];\n  db.Users.FromSqlRaw($"select * from u where id = {id}");\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'command-injection',
    cwe: 'CWE-78',
    owasp: 'A03',
    title: 'A command line is built from request data',
    severity: 'critical',
    why: 'Whoever sends the request can run programs on the server.',
    fix: 'Run the program without a shell and give the values as an argument list, checked against what is allowed.',
    sinks: [
      {
        languages: script,
        callee: /^(?:(?:child_process|cp|childProcess|shell|shelljs)\.)?(?:exec|execSync)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee: /^(?:os\.(?:system|popen)|subprocess\.(?:getoutput|getstatusoutput)|commands\.getoutput)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['php'],
        callee: /^(?:exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['ruby'],
        callee: /^(?:Kernel\.)?(?:system|exec|spawn)$|^IO\.popen$|^Open3\.\w+$/,
        arguments: [0],
        when: 'joined',
      },
      { languages: ['java'], callee: /(?:^|\.)(?:getRuntime\(\)|runtime)\.exec$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const { exec } = require('child_process');\napp.get('/', (req) => {\n  exec('ping ' + req.query.host);\n  /a/.exec(req.query.host);\n});\n",
        lines: [3],
      },
      { path: 'a.py', text: 'def f():\n    host = request.args["host"]\n    os.system("ping " + host)\n', lines: [3] },
      {
        path: 'a.php',
        text: '<?php\n$t = $_REQUEST["ip"];\n$out = shell_exec("ping " . $t);\nshell_exec("ping " . escapeshellarg($_GET["x"]));\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'code-injection',
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'Request data is run as code',
    severity: 'critical',
    why: 'Whoever sends the request writes code that the server runs.',
    fix: 'Parse the value as data: a number, JSON, or one of a list.',
    sinks: [
      { languages: script, callee: /^(?:eval|Function|vm\.(?:runIn\w+|Script))$/, when: 'any' },
      { languages: ['python'], callee: /^(?:eval|exec|compile)$/, arguments: [0], when: 'any' },
      { languages: ['php'], callee: /^(?:eval|assert|create_function)$/, when: 'any' },
      {
        languages: ['ruby'],
        callee: /(?:^|\.)(?:eval|instance_eval|class_eval|constantize|send|public_send)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: 'function f(req, res) {\n  const a = eval(req.body.a);\n  const b = parseInt(req.body.b);\n}\n',
        lines: [2],
      },
    ],
  },
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
          /^(?:fs|fsp|fs\.promises|fsPromises)\.(?:readFile|readFileSync|createReadStream|writeFile|writeFileSync|unlink|unlinkSync|readdir|readdirSync|createWriteStream)$|(?:^|\.)(?:sendFile|download)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee: /^(?:open|os\.(?:remove|unlink|listdir)|send_file|flask\.send_file|FileResponse|shutil\.\w+)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['php'],
        callee:
          /^(?:file_get_contents|fopen|readfile|file|unlink|include|require|file_put_contents|show_source|highlight_file)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['ruby'],
        callee: /^(?:File|IO)\.(?:read|open|new|readlines|delete|binread)$|(?:^|\.)send_file$/,
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
          /^(?:os\.(?:Open|ReadFile|OpenFile|Remove)|ioutil\.ReadFile|http\.ServeFile)$|(?:^|\.)(?:File|Attachment)$/,
        when: 'any',
      },
      {
        languages: ['csharp'],
        callee: /^(?:System\.IO\.)?File\.(?:ReadAll\w+|Open\w*|Delete|WriteAll\w+)$|(?:^|\.)PhysicalFile$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/f', (req, res) => {\n  const name = req.query.name;\n  const file = path.join(root, name);\n  fs.readFile(file, done);\n  fs.readFile(path.join(root, path.basename(req.query.name)), done);\n});\n",
        lines: [4],
      },
    ],
  },
  {
    id: 'open-redirect',
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A redirect goes where the request says',
    severity: 'medium',
    why: 'A link to this site can send people to any other, which makes phishing believable.',
    fix: 'Redirect to own paths only: compare with a list, or check that the value starts with one slash.',
    sinks: [
      { languages: script, callee: /^(?:res|response|reply|ctx|ctx\.response)\.redirect$/, when: 'start' },
      {
        languages: ['python'],
        callee: /^(?:flask\.)?redirect$|^(?:HttpResponseRedirect|RedirectResponse)$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['ruby'], callee: /^redirect_to$/, arguments: [0], when: 'start' },
      { languages: ['java'], callee: /(?:^|\.)sendRedirect$|^RedirectView$/, arguments: [0], when: 'start' },
      { languages: ['go'], callee: /^http\.Redirect$/, arguments: [2], when: 'start' },
      {
        languages: ['csharp'],
        callee: /^(?:Redirect|RedirectPermanent|Response\.Redirect)$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/l', (req, res) => {\n  res.redirect(req.query.url);\n  res.redirect('/users/' + req.params.id);\n  res.redirect('/home');\n});\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'ssrf',
    cwe: 'CWE-918',
    owasp: 'A10',
    title: 'The server fetches an address from request data',
    severity: 'high',
    why: 'The request can reach services that only the server sees, such as cloud metadata or databases.',
    fix: 'Compare host and scheme with a list of what may be fetched, and refuse private addresses.',
    sinks: [
      {
        languages: script,
        callee:
          /^(?:fetch|axios|got|needle|superagent|request)$|^(?:axios|got|needle|superagent|request|https?|undici)\.(?:get|post|put|request|head)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['python'],
        callee: /^(?:requests|httpx|aiohttp|urllib\.request|urllib2)\.(?:get|post|put|head|request|urlopen)$|^urlopen$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['php'], callee: /^(?:curl_init|fsockopen)$/, arguments: [0], when: 'start' },
      { languages: ['go'], callee: /^http\.(?:Get|Post|Head|NewRequest)$/, when: 'start' },
      {
        languages: ['ruby'],
        callee: /^(?:URI\.open|Net::HTTP\.get|HTTParty\.\w+|Faraday\.get)$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const needle = require('needle');\nfunction f(req, res) {\n  const url = req.query.url + req.query.symbol;\n  needle.get(url, done);\n  axios.get('https://api.example.org/users/' + req.params.id);\n}\n",
        lines: [4],
      },
    ],
  },
  {
    id: 'nosql-injection',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'A MongoDB query takes request data as it comes',
    severity: 'high',
    why: 'An object instead of a string (`{"$ne": ""}`) or script in `$where` changes what the query asks.',
    fix: 'Check the type of the value, or cast it, before it goes into the query; never use `$where` with it.',
    sinks: [
      {
        languages: script,
        callee:
          /(?:^|\.)(?:find|findOne|findOneAndUpdate|findOneAndDelete|updateOne|updateMany|deleteOne|deleteMany|countDocuments|aggregate)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const mongoose = require('mongoose');\nfunction f(req) {\n  User.findOne({ name: req.body.name });\n  users.find((user) => user.id === req.params.id);\n  User.findOne({ name: String(req.body.name) });\n}\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'unsafe-deserialization',
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'Request data is deserialised into objects',
    severity: 'critical',
    why: 'Formats that rebuild objects let the sender choose which code runs while they are read.',
    fix: 'Use JSON, or a loader that makes plain data only.',
    sinks: [
      {
        languages: ['python'],
        callee: /^(?:pickle|cPickle|dill|marshal)\.loads?$|^yaml\.(?:load|unsafe_load)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['php'], callee: /^unserialize$/, arguments: [0], when: 'any' },
      { languages: ['ruby'], callee: /^(?:Marshal\.load|YAML\.(?:load|unsafe_load))$/, arguments: [0], when: 'any' },
      { languages: script, callee: /(?:^|\.)(?:unserialize)$/, arguments: [0], when: 'any' },
    ],
    examples: [
      { path: 'a.py', text: 'def f():\n    data = request.data\n    return pickle.loads(data)\n', lines: [3] },
    ],
  },
  {
    id: 'reflected-xss',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'Request data is written into HTML as it comes',
    severity: 'high',
    why: 'Script in the value runs in the page of whoever follows the link.',
    fix: 'Render through a template that escapes, or escape the value first.',
    sinks: [
      { languages: script, callee: /^(?:res|response)\.(?:send|write|end)$/, arguments: [0], when: 'joined' },
      {
        languages: ['python'],
        callee: /^(?:render_template_string|Markup|mark_safe|flask\.render_template_string)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['go'], callee: /^template\.HTML$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  res.send('<h1>Hello ' + req.query.name + '</h1>');\n  res.send(req.body);\n});\n",
        lines: [2],
      },
    ],
  },
];
