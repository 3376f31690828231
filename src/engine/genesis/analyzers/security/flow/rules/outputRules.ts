import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that becomes part of a page, a template, a directory query, an object or a line of a log. */
export const outputRules: readonly FlowRule[] = [
  {
    id: 'reflected-xss',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'Request data is written into HTML as it comes',
    severity: 'high',
    why: 'Script in the value runs in the page of whoever follows the link.',
    fix: 'Render through a template that escapes, or escape the value first.',
    sinks: [
      {
        languages: script,
        callee: /^(?:res|response)\.(?:send|write|end)$/,
        arguments: [0],
        when: 'joined',
        shows: /<[a-z!]/i,
      },
      {
        languages: ['python'],
        callee: /^(?:Markup|mark_safe|markupsafe\.Markup)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee: /^(?:HttpResponse|make_response|Response)$/,
        arguments: [0],
        when: 'joined',
        shows: /<[a-z]\w*[ >/]/i,
      },
      // Flask sends a text that a route returns as a page.
      {
        languages: ['python'],
        callee: /^return$/,
        when: 'joined',
        file: /\bfrom flask import|\bimport flask\b/,
        // Headers beside the text that say another type than a page: no browser reads markup in it.
        shows:
          /^(?![\s\S]{0,4000},\s{0,60}\{[\s\S]{0,300}["']content-type["']\s{0,3}:\s{0,3}["'](?:text\/(?:csv|plain)|application\/(?:json|pdf|zip|octet-stream))\b)/i,
      },
      { languages: ['go'], callee: /^template\.(?:HTML|JS)$/, arguments: [0], when: 'any' },
      {
        languages: ['go'],
        callee: /^(?:fmt\.Fprintf?|io\.WriteString|w\.Write)$/,
        when: 'any',
        shows: /<[a-z]\w*[ >/]/i,
      },
      { languages: ['php'], callee: /^(?:echo|die|printf|vprintf|print_r)$/, when: 'any' },
      { languages: ['php'], callee: /^append$/, arguments: [1], when: 'joined', shows: /<[a-z]\w*[ >/]/i },
      {
        languages: ['java'],
        callee: /(?:getWriter\(\)|^out|^writer)\.(?:print|println|write|append|printf)$/,
        when: 'any',
        // Where the answer is said to be something else, no browser reads markup in it.
        file: /^(?![\s\S]{0,100000}(?:text\/plain|application\/json|TEXT_PLAIN|APPLICATION_JSON))/,
      },
      // Spring writes a text that it is given as it is.
      {
        languages: ['java'],
        callee: /^ResponseEntity(?:<.{0,60}>)?$|\bResponseEntity\.(?:ok|status\(.{0,60}\)\.body|badRequest\(\)\.body)$/,
        arguments: [0],
        when: 'joined',
        file: /^(?![\s\S]{0,100000}(?:text\/plain|TEXT_PLAIN))/,
        shows: /<[a-z]\w*[ >/]|html|markup|payload/i,
        made: true,
      },
      {
        languages: ['ruby'],
        callee: /^raw$|(?:^|\.)html_safe$/,
        when: 'joined',
      },
      // The id of a part of the page beside it is escaped by the helper.
      {
        languages: ['ruby'],
        callee: /(?:^|\.)render$/,
        when: 'joined',
        shows: /\b(?:inline|html):\s*"[^"\n]{0,200}#\{\s*params/,
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:Html\.Raw|Response\.Write)$|^HtmlString$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'short.php',
        text: "<?php\n$key = filter_input(INPUT_GET, 'key');\n$id = filter_input(INPUT_GET, 'id', FILTER_VALIDATE_INT);\n?>\n<b><?= $key ?></b>\n<b><?= $id ?></b>\n<?php exit('no ' . $key);\n",
        lines: [5, 7],
      },
      {
        path: 'number.php',
        text: "<?php\n$id = sprintf('%d', $_GET['id']);\necho 'Deleting ' . $id;\necho 'Deleting ' . $_GET['id'];\n$next = $_GET['day'] + 1;\necho 'Next: ' . $next;\n",
        lines: [4],
      },
      // A converter of the route says which texts there are.
      {
        path: 'e.py',
        text: 'from flask import Flask\n@app.route("/a/<uuid_str:name>")\ndef a(name):\n    return f"<b>{name}</b>"\n\n\n@app.route("/b/<string:name>")\ndef b(name):\n    return f"<b>{name}</b>"\n',
        lines: [9],
      },
      {
        path: 'list.py',
        text: 'from flask import request\n@app.route("/a/<name>")\ndef a(name):\n    return (\n        "a," + name,\n        200,\n        {"Content-Type": "text/csv; charset=utf-8"},\n    )\n\n@app.route("/b/<name>")\ndef b(name):\n    return (\n        "a," + name,\n        200,\n        {"Content-Type": "text/html"},\n    )\n',
        lines: [12],
      },
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  res.send('<h1>Hello ' + req.query.name + '</h1>');\n  res.send(req.body);\n});\n",
        lines: [2],
      },
      {
        path: 'json.php',
        text: "<?php\nheader('Content-Type: application/json');\necho '{\"name\": \"' . $_GET['name'] . '\"}';\n",
        lines: [],
      },
      {
        path: 'page.php',
        text: "<?php\nheader('Content-Type: text/html');\necho '<b>' . $_GET['name'] . '</b>';\n",
        lines: [3],
      },
      {
        path: 'a.py',
        text: 'from flask import request\n@app.route("/hello/<name>")\ndef hello(name):\n    if name == "":\n        return jsonify("Hello " + name)\n    return "Hello " + name\n\ndef path(name):\n    return "/a/" + request.args["b"]\n',
        lines: [6],
      },
      // Markup that helpers of the project make, JSON, a text without markup.
      {
        path: 'b.js',
        text: "app.get('/', (req, res) => {\n  const at = '/a/' + req.params.name;\n  res.send(table([() => '<br>']) + link(at) + '/b/' + at);\n  res.send('{\"' + req.params.name + '\":1}');\n  res.send('No ' + req.params.name);\n});\n",
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  response.setContentType("text/plain");\n  response.getWriter().write("a " + request.getParameter("b"));\n} }\n',
        lines: [],
      },
      // All parameters by their names, and a loop over them.
      {
        path: 'B.java',
        text: 'class B {\n  ResponseEntity<String> f(@RequestParam Map<String, String> all) {\n    String tag = "<img src=\'" + all.get("at") + "\'>";\n    return new ResponseEntity<>(tag, HttpStatus.OK);\n  }\n  ResponseEntity<String> g(@RequestParam Map<String, String> all) {\n    StringBuilder html = new StringBuilder();\n    for (Map.Entry<String, String> one : all.entrySet()) {\n      html.append(String.format(ROW, one.getValue()));\n    }\n    return new ResponseEntity<String>(html.toString(), HttpStatus.OK);\n  }\n  ResponseEntity<String> h(@RequestParam String id) {\n    return ResponseEntity.ok("Saved " + id);\n  }\n}\n',
        lines: [4, 11],
      },
      {
        path: 'a.php',
        text: '<?php\necho "Hello " . $_GET["name"];\necho htmlspecialchars($_GET["name"]);\n$name = $_GET["n"];\n$html .= "<pre>Hello $name</pre>";\necho json_encode($_GET);\n',
        lines: [2, 5],
      },
      {
        path: 'a.rb',
        text: 'def f\n  render html: "<b>#{params[:q]}</b>"\n  render turbo_stream: turbo_stream.append(params[:id], html: helpers.tag.hint)\nend\n',
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tterm := r.FormValue("term")\n\tv := fmt.Sprintf("<b>%s</b>", term)\n\tdata["v"] = template.HTML(v)\n\tfmt.Fprintf(w, "<p>%s</p>", term)\n\tfmt.Fprintf(w, "%s", term)\n}\n',
        lines: [5, 6],
      },
    ],
  },
  {
    id: 'template-injection',
    cwe: 'CWE-1336',
    owasp: 'A03',
    title: 'A template is written by request data',
    severity: 'critical',
    why: 'The language of the template reaches objects of the server, and through them usually commands.',
    fix: 'Keep the template fixed and give the value as a variable of it.',
    sinks: [
      {
        languages: ['python'],
        callee:
          /^(?:flask\.)?render_template_string$|(?:env|environment|jinja\w*|templates?|engines?(?:\[[^\]]{1,20}\])?)\.from_string$|^(?:jinja2|tornado\.template)\.Template$/i,
        arguments: [0],
        when: 'any',
      },
      {
        languages: script,
        callee:
          /^(?:ejs|pug|nunjucks|_|Handlebars|handlebars|[mM]ustache|do[tT]T?|[eE]ta|[hH]ogan|swig|Sqrl)\.(?:render|compile|renderString|template)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['go'],
        callee: /(?:^|\.)(?:t|tpl|tmpl|\w{0,20}[tT]emplate|New\([^()]{0,60}\))\.Parse$/,
        arguments: [0],
        when: 'any',
        file: /"(?:html|text)\/template"/,
        possible: true,
      },
      { languages: ['ruby'], callee: /^(?:ERB|Liquid::Template)\.(?:new|parse)$/, arguments: [0], when: 'any' },
      { languages: ['php'], callee: /(?:^|\.)createTemplate$/, arguments: [0], when: 'any' },
      {
        languages: ['php'],
        callee: /twig\.render$/i,
        arguments: [0],
        when: 'any',
        file: /Twig_Loader_String/,
      },
      {
        languages: ['java'],
        callee: /(?:^|\.)(?:evaluate|getTemplateFromString|putTemplate)$|^Template$/,
        when: 'any',
        file: /velocity|freemarker/i,
      },
    ],
    examples: [
      {
        path: 'b.py',
        text: 'import tornado.template\nclass A(Handler):\n    def get(self):\n        page = PAGE.replace("NAME", self.get_argument("n"))\n        return tornado.template.Template(page)\n',
        lines: [5],
      },
      {
        path: 'a.controller.ts',
        text: "import * as dot from 'dot';\nclass A {\n  show(@Body() raw): string {\n    return dot.compile(raw.toString())();\n  }\n}\n",
        lines: [4],
      },
      {
        path: 'a.py',
        text: 'def f():\n    name = request.args["n"]\n    render_template_string("<h1>%s</h1>" % name)\n    render_template_string("<h1>{{ n }}</h1>", n=name)\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'ldap-injection',
    cwe: 'CWE-90',
    owasp: 'A03',
    title: 'A directory query (LDAP) is put together from request data',
    severity: 'high',
    why: 'Signs such as `*` and `)(` change whom the query finds; a login check by it can be passed.',
    fix: 'Escape the value for filters with the function of the library.',
    sinks: [
      {
        languages: [...script, 'python', 'php', 'java', 'csharp', 'go', 'ruby'],
        callee: /(?:^|\.)(?:search|search_s|search_ext_s|ldap_search|FindAll|FindOne|searchAsync)$/,
        when: 'joined',
        made: true,
        shows: /\((?:[&|!]\s*\(|(?:uid|cn|sn|mail|ou|dc|objectClass|sAMAccountName|userPrincipalName)\s*=)/,
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "function f(req) {\n  client.search('dc=a', { filter: '(uid=' + req.body.u + ')' });\n  items.search(req.query.q);\n}\n",
        lines: [2],
      },
      // A filter in a name of its own.
      {
        path: 'A.java',
        text: 'class A { void f(HttpServletRequest request) {\n  String filter = "(uid=" + request.getParameter("u") + ")";\n  context.search(base, filter, controls);\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'xpath-injection',
    cwe: 'CWE-643',
    owasp: 'A03',
    title: 'An XPath query is put together from request data',
    severity: 'high',
    why: 'A quote in the value changes which nodes the query finds.',
    fix: 'Give the value as a variable of the query, or allow letters and digits only.',
    sinks: [
      {
        languages: [...script, 'python', 'php', 'java', 'csharp', 'ruby'],
        callee:
          /(?:^|\.)(?:xpath|evaluate|compile|select|select1|parse|selectNodes|SelectSingleNode|SelectNodes|Select|Evaluate|query|findall|find)$/,
        when: 'joined',
        made: true,
        shows: /["'`]\/{1,2}[\w*]+(?:\/[\w*]+)*\[/,
      },
      { languages: script, callee: /^xpath\.(?:select1?|evaluate|parse)$/, arguments: [0], when: 'start' },
      { languages: ['php', 'java', 'python'], callee: /xpath\w{0,10}\.(?:query|evaluate|compile)$/i, when: 'joined' },
    ],
    examples: [
      {
        path: 'b.js',
        text: "const xpath = require('xpath');\nfunction f(req, doc) {\n  return xpath.select(req.query.path, doc);\n}\n",
        lines: [3],
      },
      {
        path: 'a.py',
        text: 'def f():\n    name = request.args["n"]\n    tree.xpath("//user[name=\'" + name + "\']")\n    tree.xpath("//user[name=$n]", n=name)\n',
        lines: [3],
      },
      {
        path: 'a.js',
        text: "const xpath = require('xpath');\nfunction f(req, doc) {\n  const { name } = req.body;\n  const asked = '//user[name=\"' + name + '\"]';\n  return xpath.select(asked, doc);\n}\n",
        lines: [5],
      },
    ],
  },
];
