import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that is run: as code, as the name of a class, as a pattern. */
export const runRules: readonly FlowRule[] = [
  {
    id: 'code-injection',
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'Request data is run as code',
    severity: 'critical',
    why: 'Whoever sends the request writes code that the server runs.',
    fix: 'Parse the value as data: a number, JSON, or one of a list.',
    sinks: [
      {
        languages: script,
        callee: /^(?:eval|Function|vm\.(?:runIn\w+|Script)|(?:mathjs|math)\.(?:eval|evaluate)|safeEval)$/,
        when: 'any',
      },
      { languages: ['python'], callee: /^(?:eval|exec|compile|ImageMath\.eval)$/, arguments: [0], when: 'any' },
      {
        languages: ['java'],
        callee: /(?:^|\.)parseExpression$/,
        arguments: [0],
        when: 'any',
        file: /springframework\.expression/,
      },
      {
        languages: ['java'],
        callee:
          /(?:engine|shell)\.(?:eval|evaluate|parse)$|\bgetEngineBy\w{3,9}\(.{0,40}\)\.eval$|GroovyShell\(.{0,60}\)\.(?:evaluate|parse)$|(?:^|\.)parseClass$|^(?:MVEL\.(?:eval|executeExpression)|Ognl\.(?:getValue|parseExpression))$/i,
        arguments: [0],
        when: 'any',
        file: /javax\.script|groovy|mvel|ognl/,
      },
      {
        languages: ['java'],
        callee: /(?:^|\.)\w{0,20}[rR]unner\.execute$/,
        arguments: [0],
        when: 'any',
        file: /qlexpress|ExpressRunner/,
      },
      {
        languages: ['java'],
        callee: /^(?:System|rt|runtime|Runtime\.getRuntime\(\))\.load(?:Library)?$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['csharp'], callee: /CSharpScript\.\w+$/, arguments: [0], when: 'any' },
      { languages: ['php'], callee: /^(?:eval|assert|create_function)$/, when: 'any' },
      {
        languages: ['ruby'],
        // What `send` is given chooses a method: see `ruby-reflection`.
        callee: /(?:^|\.)(?:eval|instance_eval|class_eval|module_eval)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'run.controller.ts',
        text: 'class A {\n  run(@Body() dto: RunDto) {\n    return eval(dto.code);\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'Run.cs',
        text: 'class A {\n  [HttpPost("run")]\n  public IActionResult Run([FromBody] Job job)\n  {\n    return Ok(CSharpScript.EvaluateAsync(job.Code));\n  }\n}\n',
        lines: [5],
      },
      {
        path: 'Words.java',
        text: 'import org.springframework.expression.ExpressionParser;\n@RestController\nclass Words {\n  @GetMapping("/a")\n  Object f(@RequestParam String words) {\n    return parser.parseExpression(words).getValue();\n  }\n  @GetMapping("/b")\n  Object g(@RequestParam String words) {\n    SimpleEvaluationContext own = SimpleEvaluationContext.forReadOnlyDataBinding().build();\n    return parser.parseExpression(words).getValue(own);\n  }\n}\n',
        lines: [6],
      },
      {
        path: 'Load.java',
        text: 'class Load {\n  @GetMapping("/a")\n  void f(String file) {\n    Runtime rt = Runtime.getRuntime();\n    rt.load(file);\n    rt.load(OWN);\n  }\n}\n',
        lines: [5],
      },
      { path: 'a.py', text: 'def f():\n    return ImageMath.eval(request.form["f"], a=image)\n', lines: [2] },
      {
        path: 'b.rb',
        text: "def f\n  case params[:s]\n  when 'published', 'trash'\n    @posts = @posts.instance_eval(params[:s])\n  end\n  @posts.instance_eval(params[:t])\nend\n",
        lines: [6],
      },
      // What another branch asks or binds is not asked and not bound here.
      {
        path: 'c.rb',
        text: "def f\n  code = params[:code]\n  if params[:safe] == '1'\n    code = KNOWN.fetch(code)\n    eval(code)\n  else\n    eval(code)\n  end\nend\n",
        lines: [7],
      },
      // One of three, or nothing.
      {
        path: 'a.rb',
        text: "def f\n  type = ['post', 'edit'].include?(params[:type]) ? params[:type] : nil\n  pre = @a.send(:\"#{type}_score\")\n  @a.instance_eval(params[:other])\nend\n",
        lines: [4],
      },
      {
        path: 'a.js',
        text: 'function f(req, res) {\n  const a = eval(req.body.a);\n  const b = parseInt(req.body.b);\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'unsafe-reflection',
    cwe: 'CWE-470',
    owasp: 'A03',
    title: 'Request data names the class that is loaded',
    severity: 'high',
    why: 'Whoever sends the request chooses which code of the program, or of its libraries, runs.',
    fix: 'Look the class up in a table of those that may be asked for.',
    sinks: [
      { languages: ['java'], callee: /^Class\.forName$|(?:^|\.)loadClass$/, arguments: [0], when: 'any' },
      {
        languages: ['csharp'],
        callee: /^(?:System\.)?(?:Activator\.CreateInstance|Type\.GetType)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['python'], callee: /^(?:(?:importlib\.)?import_module|__import__)$/, arguments: [0], when: 'any' },
      { languages: ['python'], callee: /^(?:globals|locals)\(\)\.get$/, arguments: [0], when: 'any' },
      { languages: script, callee: /^require$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { @PostMapping("/a") Object f(@RequestParam String command) {\n  return Class.forName("shop." + command);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'pattern-injection',
    cwe: 'CWE-1333',
    owasp: 'A04',
    title: 'Request data is used as a regular expression',
    severity: 'medium',
    why: 'A pattern can be written so that it takes exponential time; one request can keep a process busy for hours.',
    fix: 'Escape the value, or search for it as a plain text.',
    sinks: [
      { languages: script, callee: /^RegExp$/, arguments: [0], when: 'any' },
      {
        languages: ['python'],
        callee: /^re\.(?:search|match|fullmatch|compile|sub|findall|finditer)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['ruby'], callee: /^Regexp\.new$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'a.js',
        text: 'function f(req, res) {\n  const found = new RegExp(req.query.q);\n  const other = new RegExp(escapeRegExp(req.query.q));\n}\n',
        lines: [2],
      },
    ],
  },
];
