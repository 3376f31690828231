import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that names an address to go to or to fetch. */
export const addressRules: readonly FlowRule[] = [
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
      {
        languages: ['php'],
        callee: /^header$/,
        arguments: [0],
        when: 'joined',
        shows: /['"]location:\s*(?:['"]\s*\.|[${])/i,
      },
      { languages: ['java'], callee: /(?:^|\.)sendRedirect$|^RedirectView$/, arguments: [0], when: 'start' },
      {
        languages: ['java'],
        callee: /(?:^|\.)(?:setHeader|addHeader|header)$/,
        arguments: [1],
        when: 'start',
        shows: /^\(\s{0,3}(?:"Location"|HttpHeaders\.LOCATION)/i,
      },
      {
        languages: ['java'],
        callee: /^(?:ModelAndView|return)$/,
        arguments: [0],
        when: 'joined',
        shows: /"redirect:(?:\/\/)?"\s*\+/,
      },
      { languages: ['go'], callee: /^http\.Redirect$/, arguments: [2], when: 'start' },
      { languages: ['go'], callee: /^(?:c|ctx)\.Redirect$/, arguments: [1], when: 'start' },
      {
        languages: ['php'],
        callee: /^(?:redirect|RedirectResponse|this\.redirect|\$this\.redirect)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['csharp'],
        callee: /^(?:Redirect|RedirectPermanent|Response\.Redirect)$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'empty.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tnext := r.FormValue("next")\n\tif next == "" {\n\t\tnext = "/posts"\n\t}\n\thttp.Redirect(w, r, next, 303)\n}\n',
        lines: [7],
      },
      {
        path: 'H.java',
        text: 'class H { void f(HttpServletRequest request) {\n  String url = request.getParameter("url");\n  response.setHeader("Location", url);\n  response.setHeader("X-From", url);\n} }\n',
        lines: [3],
      },
      {
        path: 'whole.js',
        text: "exports.dropIndexes = async (req, res) => {\n  await req.collection.dropIndexes(req.query.name);\n  res.redirect(req.get('Referrer') || '/');\n};\n",
        lines: [],
      },
      {
        path: 'a.js',
        text: "app.get('/l', (req, res) => {\n  res.redirect(req.query.url);\n  res.redirect('/users/' + req.params.id);\n  res.redirect('/home');\n});\n",
        lines: [2],
      },
      // A helper redirects; its callers asked before.
      {
        path: 'c.js',
        text: "function refuse(reply, to, error) {\n  const url = new URL(to);\n  reply.redirect(url.toString());\n}\napp.get('/a', (req, reply) => {\n  refuse(reply, req.query.redirect_uri, 'x');\n  reply.redirect(req.query.to);\n});\n",
        lines: [7],
      },
      // A form that only a page of the own can send; an address that another function was asked about.
      {
        path: 'a.py',
        text: "def f(request):\n    to = request.POST.get('path')\n    return HttpResponseRedirect(to)\ndef g(request):\n    to = request.GET.get('path')\n    return HttpResponseRedirect(to)\n",
        lines: [6],
      },
      {
        path: 'A.cs',
        text: 'class A {\n  [HttpPost] public IActionResult Login(LoginModel model) {\n    var context = interaction.GetAuthorizationContext(model.ReturnUrl);\n    if (context != null) {\n      return Redirect(model.ReturnUrl);\n    }\n    return View();\n  }\n}\n',
        lines: [],
      },
      // A choice asks about the address, or only whether there is one.
      {
        path: 'B.cs',
        text: 'class B {\n  [HttpPost] public IActionResult Out(string returnUrl) {\n    return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");\n  }\n  [HttpGet] public IActionResult In(string returnUrl) {\n    return Redirect(returnUrl != null ? returnUrl : "/");\n  }\n}\n',
        lines: [6],
      },
      {
        path: 'd.js',
        text: "app.get('/l', (req, res) => {\n  const to = req.query.to;\n  const own = to.startsWith('/') ? to : '/';\n  res.redirect(own);\n});\napp.get('/m', (req, res) => {\n  const to = req.query.to ? req.query.to : '/';\n  res.redirect(to);\n});\n",
        lines: [8],
      },
      {
        path: 'b.py',
        text: "def f(request):\n    to = request.GET.get('next')\n    return redirect(to if is_local(to) else '/')\n",
        lines: [],
      },
      // A path of the own application, an entry of a table, an address that is one of those known.
      {
        path: 'a.rb',
        text: 'def f\n  redirect_to params.merge(:only_path => true)\n  redirect_to PAGES[params[:page]]\nend\n',
        lines: [],
      },
      {
        path: 'a.php',
        text: "<?php\n$url = match ($request->input('kind')) { 'a' => route('a'), default => route('b') };\nreturn redirect($url);\n",
        lines: [],
      },
      {
        path: 'c.php',
        text: "<?php\nheader('Location: ./?' . $_SERVER['QUERY_STRING']);\nheader('Location: ' . $_GET['to']);\n",
        lines: [3],
      },
      {
        path: 'b.php',
        text: "<?php\n$to = $request->input('to');\nif (!str_starts_with($to, $base)) {\n  return redirect($base);\n}\nreturn redirect($to);\n",
        lines: [],
      },
      {
        path: 'b.js',
        text: "app.get('/l', (req, res) => {\n  const url = req.query.url;\n  if (!allowed.includes(url)) return;\n  res.redirect(url);\n});\n",
        lines: [],
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
          /^(?:fetch|axios|got|needle|superagent|request)$|^(?:axios|axios\.default|got|needle|superagent|request|https?|undici)\.(?:get|post|put|patch|delete|request|head)$|^(?:lib|protocol|transport|httpModule|httpLib)\.(?:get|request)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['python'],
        callee:
          /^(?:requests|httpx|aiohttp|urllib\.request|urllib2|urllib3|urllib|(?:requests\.)?[sS]ession|http_?client|async_client)\.(?:get|post|put|patch|delete|head|request|urlopen|urlretrieve|Request|stream)$|^(?:urlopen|urlretrieve)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: script,
        callee: /^(?:(?:child_process|cp)\.)?(?:spawn|spawnSync|execFile|execFileSync)$/,
        arguments: [1],
        when: 'any',
        shows: /^\(\s*['"](?:\/usr\/bin\/)?(?:curl|wget)['"]/,
      },
      {
        languages: ['php'],
        callee:
          /^(?:curl_init|fsockopen|get_headers|stream_socket_client|Http\.(?:get|post|put|head|delete)|\$?\w{0,20}[cC]lient\.(?:get|post|request))$/,
        arguments: [0, 1],
        when: 'start',
      },
      { languages: ['php'], callee: /^curl_setopt$/, arguments: [2], when: 'start', shows: /CURLOPT_URL\b/ },
      {
        languages: ['php'],
        callee: /^(?:file_get_contents|fopen|readfile|copy|getimagesize)$/,
        arguments: [0],
        when: 'start',
        shows: /^\(\s?\$\w{0,20}(?:url|uri|link|endpoint|webhook)/i,
      },
      { languages: ['java'], callee: /(?:^|\.)Jsoup\.connect$/, arguments: [0], when: 'start' },
      {
        languages: ['java'],
        callee: /^(?:URL|URI\.create)$/,
        arguments: [0],
        when: 'start',
        // An address that is put together is not asked for yet.
        file: /openConnection|openStream|HttpClient|HttpURLConnection|RestTemplate|WebClient|ImageIO\.read|copyURLToFile/,
      },
      // Clients of Apache, by the class of what they send; Hutool.
      {
        languages: ['java'],
        callee:
          /^Http(?:Get|Post|Put|Head)$|^(?:Get|Post)Method$|^Request\.(?:Get|Post)$|^HttpUtil\.(?:get|post|createGet|createPost|downloadFile)$/,
        arguments: [0],
        when: 'start',
        file: /org\.apache\.(?:http|hc|commons\.httpclient)\b|cn\.hutool\.http/,
      },
      {
        languages: ['java'],
        callee: /(?:^|\.)(?:getForObject|getForEntity|postForObject|exchange)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['csharp'],
        // Services of libraries have the same names; a client of HTTP is called one.
        callee:
          /(?:^|\.)\w{0,40}(?:[cC]lient|[hH]ttp)\w{0,20}(?:\(\))?\.(?:GetAsync|GetStringAsync|GetByteArrayAsync|GetStreamAsync|PostAsync|DownloadString\w*)$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['go'], callee: /^http\.(?:Get|Post|PostForm|Head)$/, arguments: [0], when: 'start' },
      { languages: ['go'], callee: /^http\.NewRequest$/, arguments: [1], when: 'start' },
      { languages: ['go'], callee: /^http\.NewRequestWithContext$/, arguments: [2], when: 'start' },
      {
        languages: ['ruby'],
        callee:
          /^(?:URI\.open|open-uri|Net::HTTP\.(?:get|get_response|post|post_form)|HTTParty\.\w+|Faraday\.\w+|RestClient\.\w+|Typhoeus\.\w+|Excon\.\w+|HTTP\.(?:get|post))$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'option.php',
        text: "<?php\n$url = $_GET['url'];\ncurl_setopt($ch, CURLOPT_URL, $url);\ncurl_setopt($ch, CURLOPT_USERAGENT, $url);\n",
        lines: [3],
      },
      {
        path: 'body.py',
        text: 'import requests\n@app.post("/fetch")\ndef fetch(item: Item, db: Session):\n    return requests.get(item.url)\n',
        lines: [4],
      },
      {
        path: 'form.py',
        text: 'from flask import request\ndef save():\n    form = ImageForm(request.form)\n    return requests.get(form.url.data)\n',
        lines: [4],
      },
      {
        path: 'clients/typescript/src/lib.ts',
        text: 'export class Client {\n  send(req: Request) {\n    return fetch(req.query.url);\n  }\n}\n',
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A { URL f() { return new URL(request.getParameter("u")); } }\n',
        lines: [],
      },
      {
        path: 'A.cs',
        text: 'class A { async Task F() {\n  await _payments.GetAsync(Request.Query["id"]);\n  await _httpClient.GetAsync(Request.Query["url"]);\n} }\n',
        lines: [3],
      },
      // The connection itself refuses addresses of the own network.
      {
        path: 'a.go',
        text: 'package a\nfunc f(r *http.Request) {\n\tdialer.Control = func(n, a string, c syscall.RawConn) error { return refuse(net.ParseIP(a).IsPrivate()) }\n\thttp.Get(r.FormValue("url"))\n}\n',
        lines: [],
      },
      // What is asked of a part of the address is asked of it.
      {
        path: 'c.js',
        text: "app.post('/t', async (req, res) => {\n  const { host } = req.body;\n  const parsed = new URL(host);\n  const name = parsed.hostname.toLowerCase();\n  if (isRefused(name)) return;\n  await fetch(host + '/?query=1');\n});\napp.post('/u', async (req, res) => {\n  const { host } = req.body;\n  const other = req.body.name;\n  if (isKnown(other)) return;\n  await fetch(host + '/?query=1');\n});\n",
        lines: [12],
      },
      {
        path: 'b.js',
        text: "const http = require('axios');\nfunction f(req) {\n  http.get(req.query.url);\n}\n",
        lines: [3],
      },
      {
        path: 'a.js',
        text: "const needle = require('needle');\nfunction f(req, res) {\n  const url = req.query.url + req.query.symbol;\n  needle.get(url, done);\n  axios.get('https://api.example.org/users/' + req.params.id);\n}\n",
        lines: [4],
      },
    ],
  },
];
