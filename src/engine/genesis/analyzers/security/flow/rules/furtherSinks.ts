import type { FlowRule, Sink } from '../flowRule';

/** Sinks, and their examples, that a rule has besides its own. */
export interface Further {
  readonly sinks: readonly Sink[];
  readonly examples: FlowRule['examples'];
}

const ofWebForms = /System\.Web\.UI|:\s(?:System\.Web\.UI\.)?(?:Page|UserControl|MasterPage)\b/;

/** Calls of Java, C# and Go by more names than the common ones, and what C# assigns to a property. */
export const furtherSinks: Readonly<Record<string, Further>> = {
  'sql-injection': {
    sinks: [
      { languages: ['csharp'], callee: /(?:^|\.)CommandText$/, arguments: [0], when: 'joined' },
      {
        languages: ['csharp'],
        callee:
          /(?:^|\.)(?:SqlDataAdapter|OleDbCommand|OleDbDataAdapter|OdbcCommand|OracleCommand|SQLiteCommand|MySqlDataAdapter|DbCommand|SqlQuery|FromSql|ExecuteSqlCommand|ExecuteSqlCommandAsync|QueryFirst\w{0,20}|QuerySingle\w{0,20}|ExecuteScalar\w{0,10}|CreateSQLQuery|CreateQuery|ExecuteQuery|GetSqlStringCommand)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['go'],
        callee: /(?:^|\.)(?:Queryx|QueryRowx|MustExec|NamedQuery|NamedExec|SelectContext|GetContext|Having|Joins)$/,
        when: 'joined',
      },
      {
        languages: ['java'],
        callee:
          /(?:^|\.)(?:executeLargeUpdate|selectList|selectOne|createFilter|queryForStream|queryForInt|queryForLong)$/,
        arguments: [0],
        when: 'joined',
      },
    ],
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public ActionResult Find(string name) {\n    var cmd = connection.CreateCommand();\n    cmd.CommandText = "select * from users where name = \'" + name + "\'";\n    return Json(cmd.ExecuteReader());\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  'command-injection': {
    sinks: [
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:Arguments|FileName)$/,
        arguments: [0],
        when: 'any',
        file: /\bProcess(?:StartInfo)?\b/,
      },
    ],
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public IActionResult Ping(string host) {\n    var p = new Process();\n    p.StartInfo.FileName = "/bin/bash";\n    p.StartInfo.Arguments = "-c \\"ping " + host + "\\"";\n    return Ok(p.Start());\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  'path-traversal': {
    sinks: [
      {
        languages: ['java'],
        callee:
          /^(?:FileWriter|RandomAccessFile|PrintWriter|FileSystemResource|ClassPathResource|UrlResource|PathResource|File\.createTempFile)$|(?:^|\.)(?:getResourceAsStream|getRealPath)$|^FileUtils\.(?:readFileTo\w+|writeStringToFile|getFile|openInputStream)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['java'],
        callee: /(?:^|\.)getRequestDispatcher$/,
        arguments: [0],
        when: 'any',
        // The path of the request itself, which the server has found something for already.
        file: /^(?![\s\S]*\.getServletPath\(\)\s{0,3}\+)/,
      },
      {
        languages: ['csharp'],
        callee:
          /(?:^|\.)(?:Response\.WriteFile|Response\.TransmitFile|FilePathResult|FileInfo|DirectoryInfo|Server\.MapPath|File\.(?:AppendAll\w+|Copy|Move|Create|CreateText|AppendText|Exists)|Directory\.(?:GetFiles|Delete|CreateDirectory|EnumerateFiles)|SaveAs|CopyToFile)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['go'],
        callee: /^(?:os\.(?:Create|WriteFile|RemoveAll|ReadDir|Mkdir|MkdirAll|Rename)|ioutil\.(?:WriteFile|ReadDir))$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'Contact.aspx.cs',
        text: 'public partial class Contact : Page {\n  protected void Page_Load(object sender, EventArgs e) {\n    string name = Request["file"];\n    Response.WriteFile(name);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'a.go',
        text: 'package a\n\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tname := r.FormValue("name")\n\tos.WriteFile("data/"+name, nil, 0600)\n}\n',
        lines: [5],
      },
      {
        path: 'Skip.java',
        text: 'class Skip { void doFilter(HttpServletRequest request) {\n  String path = request.getServletPath() + request.getPathInfo();\n  request.getRequestDispatcher(path);\n} }\n',
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A { @GetMapping("/a") void f(String page, HttpServletRequest request) {\n  request.getRequestDispatcher("/pages/" + page).forward(request, null);\n  FileUtils.writeStringToFile(kept, page, "UTF-8");\n} }\n',
        lines: [2],
      },
    ],
  },
  ssrf: {
    sinks: [
      {
        languages: ['csharp'],
        callee:
          /^(?:Http)?WebRequest\.Create(?:Http)?$|(?:^|\.)(?:DownloadData\w*|OpenRead\w*|SendAsync)$|^(?:HttpRequestMessage|RestRequest|RestClient)$/,
        arguments: [0, 1],
        when: 'start',
      },
      {
        languages: ['java'],
        callee:
          /^(?:ImageIO\.read|IOUtils\.toString|Request\.Builder\(\)\.url|.{0,80}\.uri|HttpRequest\.newBuilder|OkHttpUtil\.\w+|HttpClientUtil\.\w+)$/,
        arguments: [0],
        when: 'start',
        file: /HttpClient|WebClient|okhttp|ImageIO|IOUtils/,
        // What is read as it came in is no address.
        shows: /^(?!\([^,]{0,120}(?:Stream|Reader))/,
      },
    ],
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public IActionResult Show(string url) {\n    var request = WebRequest.Create(url);\n    return Ok(request.GetResponse());\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  'open-redirect': {
    sinks: [
      {
        languages: ['csharp'],
        callee:
          /(?:^|\.)(?:RedirectPreserveMethod|RedirectPermanentPreserveMethod|RedirectResult|Redirect|RedirectLocation)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['java'],
        callee:
          /^(?:Response\.(?:seeOther|temporaryRedirect)|(?:response|res|ctx|exchange)\.redirect|.{0,80}\.location|.{0,40}\.setLocation)$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { @GET Response f(@QueryParam("to") String to) {\n  return Response.seeOther(URI.create(to)).build();\n} }\n',
        lines: [2],
      },
    ],
  },
  'reflected-xss': {
    sinks: [
      { languages: ['csharp'], callee: /(?:^|\.)(?:InnerHtml|Text)$/, arguments: [0], when: 'any', file: ofWebForms },
      // What a controller answers with is a page, unless something says otherwise.
      {
        languages: ['java'],
        callee: /^return$/,
        when: 'any',
        possible: true,
        file: /@RestController|@ResponseBody/,
        shows:
          /^return\s+(?:[a-z]\w{0,40}\s?;|[a-z]\w{0,40}\s?\+\s?"|"(?!redirect:|forward:|[\w-]{1,40}\/)[^"\n]{0,200}"\s?\+\s?[a-z]\w{0,40}\s?[;+])/,
      },
      { languages: ['csharp'], callee: /^(?:MvcHtmlString\.Create|MarkupString)$/, arguments: [0], when: 'any' },
      {
        languages: ['java'],
        callee: /(?:getOutputStream\(\)|^outputStream|^output|^pw|^printWriter)\.(?:print|println|write)$/,
        when: 'any',
        shows: /<[a-z]\w*[ >/]/i,
        made: true,
      },
    ],
    examples: [
      {
        path: 'Hello.aspx.cs',
        text: 'public partial class Hello : System.Web.UI.Page {\n  protected void Page_Load(object sender, EventArgs e) {\n    lblName.Text = "Hello " + Request.QueryString["name"];\n    lblOther.Text = Server.HtmlEncode(Request.QueryString["name"]);\n  }\n}\n',
        lines: [3],
      },
      // A helper answers nobody.
      {
        path: 'A.java',
        text: '@RestController class A {\n  @GetMapping("/a") String a(@RequestParam String name) {\n    log(other(name));\n    return "Hello " + name;\n  }\n  private String other(String name) {\n    return "Hello " + name;\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  'ldap-injection': {
    sinks: [
      {
        languages: ['csharp'],
        callee: /(?:^|\.)Filter$/,
        arguments: [0],
        when: 'joined',
        file: /DirectoryServices|Ldap/,
      },
    ],
    examples: [
      {
        path: 'A.cs',
        text: 'using System.DirectoryServices;\nclass A : Controller {\n  public ActionResult Find(string name) {\n    searcher.Filter = $"(cn={name})";\n    return Json(searcher.FindOne());\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  'code-injection': {
    sinks: [
      {
        languages: ['java'],
        callee:
          /^Eval\.me$|(?:^|\.)(?:createValueExpression|createMethodExpression)$|\b(?:elProcessor|processor|jexl|engine|interpreter|bsh)\.(?:eval|getValue|createExpression|createScript)$/i,
        arguments: [0, 1],
        when: 'any',
        file: /javax\.el|jakarta\.el|jexl|groovy|bsh\./,
      },
      { languages: ['csharp'], callee: /(?:^|\.)CompileAssemblyFromSource$/, arguments: [1], when: 'any' },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'import groovy.util.Eval;\nclass A { @GetMapping("/a") Object f(String code) {\n  return Eval.me(code);\n} }\n',
        lines: [3],
      },
    ],
  },
  'template-injection': {
    sinks: [
      {
        languages: ['java'],
        callee: /^(?:ModelAndView|mav\.setViewName|modelAndView\.setViewName)$|\b\w{0,20}[tT]emplateEngine\.process$/,
        arguments: [0],
        when: 'start',
        file: /thymeleaf|ModelAndView/,
      },
      // The text itself is the template there.
      {
        languages: ['java'],
        callee: /\b\w{0,20}[tT]emplateEngine\.process$/,
        arguments: [0],
        when: 'any',
        file: /\bStringTemplateResolver\b/,
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:Engine\.Razor\.RunCompile|RunCompile|Razor\.Parse|Template\.Parse)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['go'], callee: /(?:^|\.)template\.New\(.{0,60}\)\.Parse$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'A.java',
        text: '@Controller class A { @GetMapping("/a") ModelAndView f(String view) {\n  return new ModelAndView(view);\n} }\n',
        lines: [2],
      },
      {
        path: 'B.java',
        text: 'class B {\n  B() { templateEngine.setTemplateResolver(new StringTemplateResolver()); }\n  @GetMapping("/a") String f(String text) {\n    return templateEngine.process("<p>" + text + "</p>", context);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'a.go',
        text: 'package a\n\nfunc f(w http.ResponseWriter, r *http.Request) {\n\ttext := "Hello " + r.FormValue("name")\n\tt, _ := template.New("a").Parse(text)\n\tt.Execute(w, nil)\n}\n',
        lines: [5],
      },
    ],
  },
  'pattern-injection': {
    sinks: [
      { languages: ['java'], callee: /^Pattern\.(?:compile|matches)$/, arguments: [0], when: 'any' },
      { languages: ['csharp'], callee: /^Regex$/, arguments: [0], when: 'any' },
      {
        languages: ['csharp'],
        callee: /^Regex\.(?:IsMatch|Match|Matches|Replace|Split)$/,
        arguments: [1],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { @GetMapping("/a") boolean f(String word) {\n  return Pattern.compile(word).matcher(text).find();\n} }\n',
        lines: [2],
      },
    ],
  },
};
