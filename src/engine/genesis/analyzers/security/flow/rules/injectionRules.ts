import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that becomes SQL or a command line. */
export const injectionRules: readonly FlowRule[] = [
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
          /^(?!Promise\.)(?:.{0,200}\.)?(?:query|execute|raw|\$queryRawUnsafe|\$executeRawUnsafe|whereRaw|orderByRaw|havingRaw|all|get|run|exec|each|unsafe|literal|rawQuery|createQuery)$/,
        arguments: [0],
        when: 'joined',
      },
      // pg-promise: everyday names, so that what they are asked of has to say that it is a database.
      {
        languages: script,
        callee: /(?:^|\.)(?:db|pgp?|conn\w*|pool|client|tx?)\.(?:one|none|many|any|oneOrNone|manyOrNone|result|multi)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['python'],
        callee: /(?:^|\.)(?:execute(?:many|script|_statement)?|raw|extra|RawSQL|text|read_sql(?:_query)?)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['php'],
        callee:
          /(?:^|\.)(?:query|(?<!(?:[sS]sh|SSH|[sS]ftp|[sS]hell|[pP]rocess|[dD]ocker|[rR]emote)\w{0,20}(?:\(\))?\.)exec|prepare|(?:mysqli_)?(?:multi_query|real_query|prepare)|mysqli_query|(?:sqlsrv|db2|odbc|ibase)_(?:query|exec|prepare)|oci_parse|mysql_query|pg_query|sqlite_query|executeQuery|executeStatement|select|statement|unprepared|raw|whereRaw|selectRaw|orderByRaw|havingRaw)$/,
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
          /(?:^|\.)(?:executeQuery|executeUpdate|execute|prepareStatement|prepareCall|addBatch|createQuery|createNativeQuery|createSQLQuery|query|queryForObject|queryForList|queryForMap|queryForRowSet|update|batchUpdate|nativeQuery)$/,
        arguments: [0],
        when: 'joined',
      },
      { languages: ['java'], callee: /(?:^|\.)(?:executeQuery|executeUpdate)$/, arguments: [0], when: 'start' },
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
        path: 'bind.go',
        text: 'package a\nfunc f(c echo.Context) error {\n\tuser := User{}\n\terr := c.Bind(&user)\n\trows, err := db.Query("select * from users where name = \'" + user.Name + "\'")\n\treturn err\n}\n',
        lines: [5],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpPost] public IActionResult Find(string kind, string name) {\n    if (string.IsNullOrEmpty(kind)) return View();\n    string sql = kind switch {\n      "a" => $"select * from a where name = \'{name}\'",\n      _ => throw new ArgumentException("no"),\n    };\n    return View(context.Items.FromSqlRaw(sql).ToList());\n  }\n}\n',
        lines: [8],
      },
      {
        path: 'run.py',
        text: 'def find(sql):\n    return cursor.execute(sql)\n@app.route("/u/<name>")\ndef show(name):\n    find("select a from b")\n    find("select a from b where c = %s")\n    return find(f"select a from b where c = \'{name}\'")\n',
        lines: [7],
      },
      {
        path: 'asked.php',
        text: "<?php\ncheck_parameter('id', $_GET, false);\n$query = '\nselect a\n  from b where c = '.$_GET['id'];\n$db->query($query);\n$other = '\nselect a\n  from b where c = '.$_GET['other'];\n$db->query($other);\n",
        lines: [10],
      },
      {
        path: 'keys.py',
        text: 'def f():\n    data = request.get_json()\n    db.execute("update a set " + ",".join(key + "=?" for key in data) + " where id = 1")\n    db.execute("update a set b = " + ",".join(data))\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  const sql = 'select * from t where id = ' + req.params.id;\n  db.query(sql);\n  db.query('select * from t where id = ?', [req.params.id]);\n  db.query('select ' + parseInt(req.query.n));\n});\n",
        lines: [3],
      },
      // A schema says which values there are.
      {
        path: 'e.js',
        text: "async function f(ctx) {\n  const { by } = querySchema.parse(ctx.request.query);\n  const order = 'select a from b order by c ' + by;\n  await sql.unsafe(order);\n  const { other } = JSON.parse(ctx.request.query);\n  await sql.unsafe('select a from b order by c ' + other);\n}\n",
        lines: [6],
      },
      // What a service is asked for, and what runs beside it.
      {
        path: 'c.js',
        text: "app.get('/:id', async (req, res) => {\n  const found = await http.get('https://example.org/search?text=' + req.query.q);\n  const asked = '/' + req.query.q;\n  const wss = router.get(asked);\n  const all = await Promise.all([fetch('https://example.org/?where=' + req.query.q)]);\n  db.all('select a from b where c = ' + req.query.q);\n});\n",
        lines: [6],
      },
      // Parts that functions of the program made, and one that a list allowed.
      {
        path: 'd.js',
        text:
          "async function f(req, res) {\n  const { filters, by } = req.query;\n  const order = known.includes(by) ? by : 'seen';\n  const where = getFilterStatement(filters);\n  const query = `select a from b where 1 = 1 $" +
          '{where} order by $' +
          '{order}`;\n  await clickhouse.query({ query, format: "x" });\n  const second = `select a from b where c = \'$' +
          "{filters}'`;\n  await clickhouse.query(second);\n}\n",
        lines: [8],
      },
      // Parts that are chosen by the request, each a literal.
      {
        path: 'b.go',
        text: 'package a\nfunc f(r *http.Request) {\n\tname := r.URL.Query().Get("name")\n\tvar where []string\n\tif name != "" {\n\t\twhere = append(where, "name = ?")\n\t}\n\tquery := "select a from b where " + strings.Join(where, " and ")\n\tdb.Query(query, name)\n\targs := []any{}\n\targs = append(args, "%"+name+"%")\n\tdb.Query(query, args...)\n\twhere = append(where, "kind = \'"+name+"\'")\n\tquery = "select a from b where " + strings.Join(where, " and ")\n\tdb.Query(query, name)\n\tdb.Query("select a from b where c = \'" + name + "\'")\n}\n',
        lines: [15, 16],
      },
      // The values of a record are bound; the text of an old condition is not.
      {
        path: 'b.rb',
        text: 'def f\n  Node.where(["path like ?", "#{params[:name]}%"]); Node.where(path: "/map/#{params[:name]}")\n  Node.find_by(:path => "/map/#{params[:name]}")\n  Node.where(params.permit(:name, :kind))\n  Node.where("path = \'#{params[:name]}\'")\nend\n',
        lines: [5],
      },
      // The key of a cache is no SQL.
      {
        path: 'b.js',
        text: "app.get('/:id', (req, res) => {\n  const key = space + req.params.id;\n  const kept = cache.get(key); // select from where\n});\n",
        lines: [],
      },
      // One of a list, a number, a value that is bound.
      {
        path: 'b.php',
        text: "<?php\n$sort = $_GET['sort'];\n$sort = in_array($sort, $columns) ? $sort : 'id';\n$db->query('select a from b order by ' . $sort);\n",
        lines: [],
      },
      {
        path: 'api.py',
        text: '@app.route("/u/<name>/<int:page>")\ndef show(name, page):\n    return find(name, page)\ndef find(name, page):\n    q = f"select * from t where n = {name}"\n    return db.session.execute(text(q))\n',
        lines: [6],
      },
      {
        path: 'schema.py',
        text: 'def resolve_pastes(self, info, filter):\n    return Paste.query.filter(text("title = %s" % filter)).order_by(text("select"))\n',
        lines: [2],
      },
      {
        path: 'B.java',
        text: 'class B {\n  @PostMapping("/a") R a(@RequestParam String name, @RequestParam int id) { return find(name, id); }\n  R find(String who, int id) {\n    String q = "select * from t where n = \'" + who + "\'";\n    return statement.executeQuery(q);\n  }\n}\n',
        lines: [5],
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
        text: 'def index\n  User.where("name = \'#{params[:name]}\'")\n  User.where(name: params[:name])\n  User.find_by(id: params[:a] || params[:b])\n  User.where("x = #{Tag.find(params[:id]).id}")\nend\n',
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
        callee:
          /^(?:(?:child_process|cp|childProcess|shell|shelljs)\.)?(?:exec|execSync)$|^(?:exec\w{0,10}(?:Async|Promise|Promisified)|asyncExec|execa\.command(?:Sync)?)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee:
          /^(?:os\.(?:system|popen\d?|exec[lv]p?e?|spawn[lv]p?e?)|subprocess\.(?:getoutput|getstatusoutput)|commands\.get(?:status)?output|pexpect\.(?:spawn|run)|\w{0,20}(?:ssh|client)\w{0,10}\.exec_command|asyncio\.create_subprocess_shell)$/,
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
      {
        languages: ['java'],
        callee: /^\w{1,40}\.exec$/,
        arguments: [0],
        when: 'any',
        file: /\bRuntime\s\w{1,40}\s?=\s?Runtime\.getRuntime\(\)/,
      },
      {
        languages: ['java'],
        callee: /^ProcessBuilder$|\.command$/,
        when: 'any',
        made: true,
        shows: /"(?:\/bin\/)?(?:sh|bash|cmd(?:\.exe)?)"/,
      },
      // The program itself, or a list of words that one of the request is in.
      { languages: ['java'], callee: /^ProcessBuilder$/, arguments: [0], when: 'any', possible: true },
      {
        languages: ['python'],
        callee: /^subprocess\.(?:run|call|check_call|check_output|Popen)$|^Popen$/,
        arguments: [0],
        when: 'any',
        shows: /shell\s*=\s*True/,
      },
      { languages: ['php', 'ruby'], callee: /^backticks$/, when: 'any' },
      // Helpers of a project that say by their names what they do.
      {
        languages: [...script, 'python', 'php', 'ruby', 'go', 'java'],
        callee: /(?:^|\.)(?:run|exec|execute)_?(?:cmd|command|shell)$/i,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['go'],
        callee: /^exec\.Command(?:Context)?$/,
        when: 'any',
        shows: /"(?:\/bin\/)?(?:sh|bash|cmd(?:\.exe)?)"/,
      },
      { languages: ['csharp'], callee: /(?:^|\.)Process\.Start$|^ProcessStartInfo$/, when: 'any' },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { @GetMapping("/a") String a(String name, String other) {\n  Runtime run = Runtime.getRuntime();\n  run.exec(name);\n  String[] words = {"sh", "-c", "ls " + other};\n  new ProcessBuilder(words);\n  return "";\n} }\n',
        lines: [3, 5],
      },
      {
        path: 'a.js',
        text: "const { exec } = require('child_process');\napp.get('/', (req) => {\n  exec('ping ' + req.query.host);\n  /a/.exec(req.query.host);\n});\n",
        lines: [3],
      },
      {
        path: 'a.py',
        text: 'def f():\n    host = request.args["host"]\n    os.system("ping " + host)\n    helpers.run_cmd("dig {}".format(host))\n',
        lines: [3, 4],
      },
      {
        path: 'a.php',
        text: '<?php\n$t = $_REQUEST["ip"];\n$out = shell_exec("ping " . $t);\nshell_exec("ping " . escapeshellarg($_GET["x"]));\n$b = `ls $t`;\n',
        lines: [3, 5],
      },
      {
        path: 'a.rb',
        text: 'def run\n  `ping #{params[:ip]}`\n  `uptime`\nend\n\ndef self.wash(params)\n  `ping #{params[:ip]}`\nend\n',
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\th := r.FormValue("h")\n\texec.Command("sh", "-c", "ping " + h)\n\texec.Command("ping", h)\n}\n',
        lines: [4],
      },
    ],
  },
];
