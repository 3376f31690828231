import type { Further } from './furtherSinks';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** The same of calls that open, fetch, lead to or show what they are given. */
export const frameworkAddressSinks: Readonly<Record<string, Further>> = {
  'path-traversal': {
    sinks: [
      {
        languages: script,
        callee: /^(?:res|resp|response|reply)\.(?:render|view|sendfile)$|^import$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: script,
        callee:
          /^(?:fs|fse|fsp|fs\.promises|fsPromises?)\.(?:rename|renameSync|copyFile|copyFileSync|mkdir|mkdirSync|rmdirSync|statSync|stat|access|chmod|open|openSync|readlink|createReadStream)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['python'],
        callee:
          /^(?:pathlib\.)?Path\(.{0,160}\)\.(?:read_text|read_bytes|write_text|write_bytes|open|unlink)$|^(?:FileSystemStorage\(.{0,80}\)|fs|storage)\.(?:save|open|delete)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: ['python'], callee: /^(?:pathlib\.)?Path$/, when: 'any', possible: true },
      {
        languages: ['php'],
        callee:
          /^(?:getimagesize|exif_read_data|md5_file|sha1_file|fileperms|touch|readlink|simplexml_load_file|ZipArchive\.open)$/,
        arguments: [0],
        when: 'any',
      },
      {
        languages: ['php'],
        callee:
          /^(?:response\(\)|Response)\.(?:download|file|streamDownload)$|(?:^|\.)(?:storeAs|putFileAs|BinaryFileResponse)$/,
        arguments: [0, 1, 2],
        when: 'any',
        possible: true,
      },
      {
        languages: ['ruby'],
        callee: /^(?:(?:self|controller|format|view|view_context|ApplicationController)\.)?render$/,
        arguments: [0],
        when: 'any',
        possible: true,
        shows: /^\(?\s?(?:params\[|(?:file|template|action|partial|layout):\s?["'\w/#{]{0,40}params\[)/,
      },
      {
        languages: ['ruby'],
        callee: /^(?:YAML\.load_file|Zip::File\.open|Tempfile\.new|Dir\.\w{1,12}|FileUtils\.\w{1,12})$/,
        arguments: [0, 1],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  res.render(req.query.page);\n  res.render('a', { page: req.query.page });\n  fs.copyFileSync(req.body.from, 'b');\n});\n",
        lines: [2, 4],
      },
      {
        path: 'a.rb',
        text: 'class A\n  def f\n    render params[:page]\n    render template: params[:page]\n    render json: params[:page]\n    Markdown.render(params[:page])\n    YAML.load_file(params[:name])\n  end\nend\n',
        lines: [3, 4, 7],
      },
      { path: 'a.php', text: "<?php\n$size = getimagesize($_GET['image']);\n", lines: [2] },
      {
        path: 'a.py',
        text: 'def f():\n    return Path(folder, request.args["name"]).read_text()\n',
        lines: [2],
      },
    ],
  },
  ssrf: {
    sinks: [
      {
        languages: script,
        callee: /^page\.goto$|^(?:sender|requester|fetcher|\w{0,20}[hH]ttps?|\w{0,12}[cC]lient)\.(?:get|request)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: script,
        callee: /^(?:this\.)?(?:http|httpService|httpClient|client)\.(?:get|post|put|request|axiosRef\.\w{3,6})$/,
        arguments: [0],
        when: 'start',
        file: /HttpService|axios|@nestjs\/axios|\bgot\b|needle/,
      },
      {
        languages: ['php'],
        callee: /^(?:getimagesize|fopen|readfile|copy|simplexml_load_file|SoapClient)$/,
        arguments: [0],
        when: 'start',
        possible: true,
      },
      {
        languages: ['php'],
        callee: /^curl_setopt_array$/,
        arguments: [1],
        when: 'any',
        shows: /CURLOPT_URL\s?=>\s?(?:\$_|\$request)/,
      },
      {
        languages: ['php'],
        callee: /(?:[cC]lient|\\?Client\(.{0,60}\)|guzzle)\)?\.request(?:Async)?$/,
        arguments: [1],
        when: 'start',
      },
      {
        languages: ['ruby'],
        callee: /^(?:Kernel\.)?open$|^Net::HTTP\.(?:start|new)$|^Curl\.\w{3,6}$|^Down\.\w{4,10}$/,
        arguments: [0],
        when: 'start',
        possible: true,
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', async (req, res) => {\n  await page.goto(req.query.site);\n  await page.goto('https://a.example/' + req.query.site);\n  validHttp.get(req.body.image, done);\n});\n",
        lines: [2, 4],
      },
      {
        path: 'a.php',
        text: "<?php\ncurl_setopt_array($ch, [CURLOPT_URL => $_GET['from'], CURLOPT_RETURNTRANSFER => true]);\n$client->request('GET', $_POST['address']);\n",
        lines: [2, 3],
      },
      { path: 'a.rb', text: 'def f\n  Net::HTTP.start(params[:host], 80)\nend\n', lines: [2] },
    ],
  },
  'open-redirect': {
    sinks: [
      {
        languages: script,
        callee: /^(?:res|response|reply)\.location$|^(?:Next)?Response\.redirect$|^redirect$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: script,
        callee: /^(?:res|response|reply)\.(?:setHeader|header|set)$/,
        arguments: [1],
        when: 'start',
        shows: /^\(\s?['"]location['"]/i,
      },
      {
        languages: script,
        callee: /^(?:res|response)\.writeHead$/,
        arguments: [1],
        when: 'any',
        shows: /\blocation['"]?\s?:(?!\s{0,3}['"`]\/)/i,
      },
      {
        languages: ['php'],
        callee: /^(?:redirect\(\)|Redirect|\$?this\.response)\.(?:to|away|redirect|intended)$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['ruby'], callee: /^redirect$/, arguments: [0], when: 'start' },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  res.location(req.query.a);\n  res.setHeader('Location', req.query.b);\n  res.writeHead(302, { Location: req.query.c });\n  res.setHeader('X-Next', req.query.next);\n  res.writeHead(302, { Location: '/a?next=' + req.query.next });\n});\n",
        lines: [2, 3, 4],
      },
      {
        path: 'a.php',
        text: "<?php\nreturn redirect()->to($request->input('next'));\n",
        lines: [2],
      },
      { path: 'a.rb', text: "get '/a' do\n  redirect params[:next]\nend\n", lines: [2] },
    ],
  },
  'reflected-xss': {
    sinks: [
      {
        languages: script,
        callee: /^(?:res|response)\.(?:status\(.{0,20}\)\.)?(?:send|write|end)$/,
        arguments: [0],
        when: 'joined',
        made: true,
        shows: /<[a-z!]/i,
      },
      {
        languages: ['python'],
        callee:
          /^(?:HTMLResponse|responses\.HTMLResponse|web\.Response|HttpResponse(?:BadRequest|NotFound|Forbidden|Gone|ServerError)?)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['python'],
        callee: /^return$/,
        when: 'joined',
        file: /HTMLResponse|\bfrom bottle import|\bimport bottle\b/,
        shows: /<[a-z]\w*[ >/]/i,
      },
      {
        languages: ['go'],
        callee: /^(?:c|ctx|gc)\.(?:Data|String|HTML|HTMLBlob|SendString)$/,
        when: 'joined',
        shows: /<[a-z]\w*[ >/]/i,
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "app.get('/', (req, res) => {\n  const page = '<h1>' + req.query.name + '</h1>';\n  res.status(200).send(page);\n});\n",
        lines: [3],
      },
      {
        path: 'a.py',
        text: 'from fastapi.responses import HTMLResponse\n@app.get("/a", response_class=HTMLResponse)\ndef hello(name: str):\n    return f"<h1>{name}</h1>"\n\n@app.get("/b")\ndef other(name: str):\n    return HTMLResponse(content="<p>" + name)\n',
        lines: [4, 8],
      },
      // Where a redirect leads stands in a header, and no page.
      {
        path: 'views.py',
        text: "def page(request):\n    return HttpResponseNotFound('<p>' + request.GET['q'])\n\ndef on(request):\n    return HttpResponseRedirect('/list?%s' % request.META['QUERY_STRING'])\n",
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(c *gin.Context) {\n\tc.Data(200, "text/html", []byte("<p>" + c.Query("m")))\n}\n',
        lines: [3],
      },
    ],
  },
};
