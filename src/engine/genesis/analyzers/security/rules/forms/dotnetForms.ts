import type { FileDescription } from '../../../../extractor';
import { functionAround, isForDevelopers } from '../../context/enclosing';
import { lineOf } from '../../context/ofServer';
import type { LineRule } from '../../weakness';
import { errorInAnswer, massAssignment, sessionKept, uncheckedSignature, unescapedValue } from '../broad/kinds';
import { keyClass } from '../keys/keyClass';
import { csharp } from '../languages';

const webForm = ({ path }: FileDescription): boolean => /\.(?:aspx|ascx|master|asp|ashx)$/i.test(path);
const webConfig = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:[wW]eb|[aA]pp|machine)(?:\.\w{1,20})?\.config$/.test(path);

/** ASP.NET: what actions answer and take, and what pages of web forms write. */
export const dotnetForms: readonly LineRule[] = [
  {
    ...errorInAnswer,
    id: 'whole-error-of-dotnet',
    wants: csharp,
    words: ['{ex}', '{e}', '{exception}', '+ ex)', '+ e)', '.ToString()', '.StackTrace'],
    pattern:
      /\b(?:StatusCode|Content|BadRequest|NotFound|Conflict|UnprocessableEntity|Ok|Json|Problem|ObjectResult|WriteAsync|Response\.Write)\([^;\n]{0,160}(?:\{(?:ex|e|exception)\}|"\s?\+\s?(?:ex|e|exception)\s?\)|\b(?:BadRequest|NotFound|Conflict|UnprocessableEntity)\(\s?(?:ex|e|exception)\.(?:ToString\(\)|StackTrace))|\b(?:BadRequest|NotFound|Conflict|UnprocessableEntity)\(\s?(?:new\s?\{[^{}\n]{0,60}=\s?)?(?:ex|e|exception)\.(?:ToString\(\)|StackTrace)/g,
    accept: (match, file) =>
      /Controller|HttpContext|Response\b|IResult/.test(file.text) &&
      /\bcatch\b/.test(functionAround(file, lineOf(match, file))) &&
      !isForDevelopers(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  IActionResult F() {\n    try { return Run(); }\n    catch (Exception ex)\n    {\n      return StatusCode(500, $"Internal server error: {ex}");\n    }\n  }\n  IActionResult G() {\n    try { return Run(); }\n    catch (Exception ex) { return BadRequest(ex.ToString()); }\n  }\n  IActionResult H(Entry e) => Content($"{e}");\n}\n',
        lines: [6, 11],
      },
    ],
  },
  {
    ...sessionKept,
    id: 'dotnet-session-kept',
    fix: 'Abandon the session and begin a new one, or sign in with the cookie of ASP.NET Identity.',
    wants: csharp,
    words: ['Session[', 'Session.Set'],
    pattern:
      /\b(?:HttpContext\.)?Session(?:\[\s?"(?:user\w{0,8}|uid|login\w{0,8}|account|admin|role|isLoggedIn|logged\w{0,6}|email|customer\w{0,4})"\s?\]\s?=(?!=)|\.Set(?:String|Int32)?(?:<\w{1,30}>)?\(\s?"(?:user\w{0,8}|uid|login\w{0,8}|account|admin|role|isLoggedIn|logged\w{0,6}|email|customer\w{0,4})"\s?,)/gi,
    accept: (match, file) =>
      /passw|\bpwd\b|txtPass|\.Pass\b/i.test(functionAround(file, lineOf(match, file))) &&
      !/Session\.(?:Abandon|Clear|RemoveAll)\(|RegenerateID|SessionIDManager|SignInAsync|FormsAuthentication/.test(
        functionAround(file, lineOf(match, file)),
      ) &&
      !/=\s?(?:null|string\.Empty|"")\s?;|register|sign_?up/i.test(file.lineText(lineOf(match, file))),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public IActionResult Login(string name, string password) {\n    if (!Check(name, password)) return View();\n    HttpContext.Session.SetString("user", name);\n    return Redirect("/");\n  }\n  public IActionResult Theme(string theme) {\n    HttpContext.Session.SetString("theme", theme);\n    return View();\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'entity-state-of-request',
    wants: csharp,
    words: ['EntityState.Modified', 'TryUpdateModel', '.CurrentValues.SetValues('],
    pattern:
      /\.Entry(?:<\w{1,40}>)?\(\s?(?<name>[a-z]\w{0,40})\s?\)\.State\s?=\s?EntityState\.Modified|\bTryUpdateModel(?:Async)?(?:<\w{1,40}>)?\(\s?\w{1,40}\s?\)|\.CurrentValues\.SetValues\(\s?(?<values>[a-z]\w{0,40})\s?\)/g,
    accept(match, file) {
      const name = match.groups?.['name'] ?? match.groups?.['values'];
      const around = functionAround(file, lineOf(match, file));
      // The fields that may be set are named where the parameter stands.
      if (/\[Bind\(|\[Http(?:Get)\b/.test(around.slice(0, 600))) return false;
      return (
        /Controller\b/.test(file.text) &&
        (name === undefined ||
          new RegExp(
            `\\(\\s?(?:[^()]{0,200},\\s{0,40})?(?:\\[From(?:Body|Form)\\]\\s?)?(?!\\w{0,40}(?:Dto|DTO|Model|Request|Command|Input)\\b)[A-Z]\\w{1,40}\\s${name}\\b`,
          ).test(around.slice(0, 600)))
      );
    },
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpPut("{id}")]\n  public IActionResult Update(int id, [FromBody] User user)\n  {\n    context.Entry(user).State = EntityState.Modified;\n    context.SaveChanges();\n    return Ok();\n  }\n\n  [HttpPut("b/{id}")]\n  public IActionResult Other(int id, UserDto dto)\n  {\n    var user = Map(dto);\n    context.Entry(user).State = EntityState.Modified;\n    return Ok();\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'role-of-request-dotnet',
    title: 'A request says which role an account has',
    wants: csharp,
    words: ['.Role', '.IsAdmin'],
    pattern:
      /\b(?:Role|IsAdmin|IsAdministrator|UserRole|role)\s?=\s?(?:request|model|dto|input|command|viewModel|registerDto|body)\.(?:Role|IsAdmin|IsAdministrator|UserRole)\b/g,
    accept: (match, file) =>
      /Controller\b|IResult\b/.test(file.text) &&
      /regist|sign_?up|profile/i.test(functionAround(file, lineOf(match, file)).slice(0, 400)) &&
      !/\[Authorize|IsInRole|HasPermission/.test(functionAround(file, lineOf(match, file))),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpPost("register")]\n  public IActionResult Register(Entry request)\n  {\n    var user = new User { Name = request.Name, Role = request.Role };\n    return Ok();\n  }\n\n  [Authorize(Roles = "Admin")]\n  [HttpPost("register-for")]\n  public IActionResult RegisterFor(Entry request)\n  {\n    var user = new User { Role = request.Role };\n    return Ok();\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'archive-of-dotnet',
    told: 'archive-traversal',
    possible: true,
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names of an archive become paths',
    severity: 'medium',
    why: 'With `../` in a name the archive writes files outside the folder that was meant.',
    fix: 'Refuse names whose full path does not begin with the folder.',
    wants: csharp,
    words: ['.FullName'],
    pattern: /\bPath\.Combine\([^()\n]{1,80},\s?(?:entry|e|file|item|zipEntry|archiveEntry)\.FullName\s?\)/g,
    accept: (match, file) =>
      /ZipArchive|ZipFile|TarReader|IArchiveEntry/.test(file.text) &&
      !/StartsWith\([^;{}]{0,160}\)\s?\)\s{0,40}\{?\s{0,40}(?:\/\/[^\n]{0,100}\s{1,40})?(?:throw|continue|return|break)\b/.test(
        functionAround(file, lineOf(match, file)),
      ),
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  void F(ZipArchive archive) {\n    foreach (var entry in archive.Entries) {\n      entry.ExtractToFile(Path.Combine(folder, entry.FullName));\n    }\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'B.cs',
        text: 'class B {\n  void F(ZipArchive archive) {\n    foreach (var entry in archive.Entries) {\n      var to = Path.GetFullPath(Path.Combine(folder, entry.FullName));\n      if (!to.StartsWith(folder)) throw new Refused();\n      entry.ExtractToFile(to);\n    }\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...uncheckedSignature,
    id: 'token-decoded-by-dotnet',
    wants: csharp,
    words: ["Split('.')", 'Split(".")'],
    pattern:
      /\b(?:FromBase64String|Base64Url\w{0,10}|DecodeBytes|Decode)\([^;\n]{0,60}\b(?:parts|segments|tokenParts|pieces|split)\[1\]/g,
    accept: (_match, file) =>
      /Controller\b|HttpContext|Request\b/.test(file.text) &&
      !/HMAC|VerifyData|\.ValidateToken\(|RSA\b|ECDsa/.test(file.text),
    examples: [
      {
        path: 'A.cs',
        text: "class A : Controller {\n  public IActionResult Who(string token) {\n    var parts = token.Split('.');\n    var text = Encoding.UTF8.GetString(Convert.FromBase64String(parts[1]));\n    return Ok(text);\n  }\n}\n",
        lines: [4],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'razor-of-each',
    wants: ({ path }) => /\.(?:cshtml|razor)$/i.test(path),
    words: ['Html.Raw(', 'MarkupString', 'HtmlString('],
    pattern:
      /@Html\.Raw\(\s?(?!Model\b|ViewBag\b|item\b)(?:[a-z]\w{0,20}\.){1,3}(?:\w{0,12}(?:Name|Title|Text|Comment|Message|Content|Body|Description|Bio|Note|Review|Subject|Address|Email|Answer|Question))\s?\)|\(MarkupString\)\s?\(?(?:[a-z]\w{0,40}(?:Html|Text|Message|Result|Content|Input|Comment)\b|(?:\w{1,20}\.){1,3}\w{0,12}(?:Name|Title|Text|Comment|Message|Content|Body|Description|Bio|Note|Review|Subject|Answer|Question)\b)|new\sHtmlString\(\s?(?:\w{1,20}\.){1,3}(?:Name|Title|Text|Comment|Message|Content|Body|Description|Bio|Note|Review)\b/g,
    examples: [
      {
        path: 'Views/A.cshtml',
        text: '@foreach (var comment in Model.Comments) {\n  <p>@Html.Raw(comment.Text)</p>\n  <p>@comment.Text</p>\n  <p>@Html.Raw(chart.Svg)</p>\n}\n',
        lines: [2],
      },
      {
        path: 'Pages/A.razor',
        text: '<p>@((MarkupString)comment.Text)</p>\n<p>@((MarkupString)errorMessage)</p>\n<p>@((MarkupString)icon)</p>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'web-form-value',
    wants: webForm,
    words: ['<%=', '<%#', 'Response.Write'],
    pattern:
      /<%=\s{0,3}Request(?:\.(?:QueryString|Form|Params|Cookies))?[[(]\s?"|\bResponse\.Write\s?\(?[^;%\n]{0,120}\bRequest(?:\.(?:QueryString|Form|Params|Cookies))?[[(]\s?"|<%#\s{0,3}(?:DataBinder\.)?Eval\(\s?(?:Container\.DataItem\s?,\s?)?"(?:\w{0,20}(?:[nN]ame|[cC]omment|[tT]ext|[mM]essage|[tT]itle|[bB]ody|[cC]ontent|[dD]escription|[nN]ote|[sS]ubject|[rR]eview))"\s?\)/g,
    accept: (match, file) => !/Encode|AntiXss/.test(file.lineText(lineOf(match, file))),
    examples: [
      {
        path: 'Show.aspx',
        text: '<p><%= Request.QueryString["q"] %></p>\n<p><%# Eval("Comment") %></p>\n<p><%#: Eval("Comment") %></p>\n<p><%# Eval("Id") %></p>\n<p><%= Server.HtmlEncode(Request["q"]) %></p>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...keyClass,
    id: 'key-of-machine',
    told: 'literal-key',
    possible: true,
    title: 'A key that signs or encrypts is written in the code',
    wants: webConfig,
    words: ['machineKey'],
    pattern: /<machineKey\b[^<>]{0,120}\b(?:validationKey|decryptionKey)\s?=\s?"(?!AutoGenerate)[0-9A-Fa-f]{24,200}/g,
    examples: [
      {
        path: 'Web.config',
        text: '<machineKey validationKey="AAAABBBBCCCCDDDD00001111222233334444" decryptionKey="AAAABBBBCCCCDDDD00001111" />\n<machineKey validationKey="AutoGenerate" decryptionKey="AutoGenerate" />\n',
        lines: [1],
      },
    ],
  },
];
