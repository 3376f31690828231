import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Text of a request that names a file, an address or a query, or becomes an object or a page. */
export const exposureRules: readonly FlowRule[] = [
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
          /^(?:fs|fse|fsp|fs\.promises|fsPromises?)\.(?:readFile|readFileSync|createReadStream|writeFile|writeFileSync|unlink|unlinkSync|readdir|readdirSync|createWriteStream)$|(?:^|\.)(?:sendFile|download)$/,
        arguments: [0],
        when: 'any',
      },
      { languages: script, callee: /\.mv$/, arguments: [0], when: 'joined', file: /express-fileupload|req\.files/ },
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
      { languages: ['php'], callee: /^include$/, when: 'any' },
      { languages: ['python'], callee: /(?:^|\.)save$/, arguments: [0], when: 'any', shows: /filename/ },
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
          /^(?:os\.(?:Open|ReadFile|OpenFile|Remove)|ioutil\.ReadFile|http\.ServeFile)$|^(?:c|ctx|gc)\.(?:File|FileAttachment|Attachment|SendFile)$/,
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
      // The file that an upload lies in, one of those known, a folder that the framework keeps to.
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
      {
        languages: ['php'],
        callee: /^header$/,
        arguments: [0],
        when: 'joined',
        shows: /['"]location:\s*['"]?\s*[.$]/i,
      },
      { languages: ['java'], callee: /(?:^|\.)sendRedirect$|^RedirectView$/, arguments: [0], when: 'start' },
      {
        languages: ['java'],
        callee: /^(?:ModelAndView|return)$/,
        arguments: [0],
        when: 'joined',
        shows: /"redirect:"\s*\+/,
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
        path: 'a.js',
        text: "app.get('/l', (req, res) => {\n  res.redirect(req.query.url);\n  res.redirect('/users/' + req.params.id);\n  res.redirect('/home');\n});\n",
        lines: [2],
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
      {
        languages: script,
        callee: /^(?:(?:child_process|cp)\.)?(?:spawn|spawnSync|execFile|execFileSync)$/,
        arguments: [1],
        when: 'any',
        shows: /^\(\s*['"](?:\/usr\/bin\/)?(?:curl|wget)['"]/,
      },
      { languages: ['php'], callee: /^(?:curl_init|fsockopen)$/, arguments: [0], when: 'start' },
      { languages: ['java'], callee: /(?:^|\.)Jsoup\.connect$/, arguments: [0], when: 'start' },
      {
        languages: ['java'],
        callee: /^(?:URL|URI\.create)$/,
        arguments: [0],
        when: 'start',
        // An address that is put together is not asked for yet.
        file: /openConnection|openStream|HttpClient|HttpURLConnection|RestTemplate|WebClient|ImageIO\.read|copyURLToFile/,
      },
      {
        languages: ['java'],
        callee: /(?:^|\.)(?:getForObject|getForEntity|postForObject|exchange)$/,
        arguments: [0],
        when: 'start',
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:GetAsync|GetStringAsync|PostAsync|DownloadString\w*)$/,
        arguments: [0],
        when: 'start',
      },
      { languages: ['go'], callee: /^http\.(?:Get|Post|PostForm|Head)$/, arguments: [0], when: 'start' },
      { languages: ['go'], callee: /^http\.NewRequest$/, arguments: [1], when: 'start' },
      { languages: ['go'], callee: /^http\.NewRequestWithContext$/, arguments: [2], when: 'start' },
      {
        languages: ['ruby'],
        callee: /^(?:URI\.open|Net::HTTP\.get|HTTParty\.\w+|Faraday\.get)$/,
        arguments: [0],
        when: 'start',
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'class A { URL f() { return new URL(request.getParameter("u")); } }\n',
        lines: [],
      },
      {
        path: 'a.js',
        text: "const needle = require('needle');\nfunction f(req, res) {\n  const url = req.query.url + req.query.symbol;\n  needle.get(url, done);\n  axios.get('https://api.example.org/users/' + req.params.id);\n}\n",
        lines: [4],
      },
    ],
  },
  {
    id: 'template-options',
    cwe: 'CWE-73',
    owasp: 'A03',
    title: 'A template gets everything that a request sends, its options included',
    severity: 'high',
    why: 'Engines of Express take settings from the same object: `layout` reads other files, some options of EJS and Handlebars run code.',
    fix: 'Give the fields that the template shows, one by one.',
    sinks: [{ languages: script, callee: /^(?:res|response|reply)\.(?:render|view)$/, arguments: [1], when: 'whole' }],
    examples: [
      {
        path: 'a.js',
        text: "exports.save = (req, res) => {\n  const profile = req.body;\n  res.render('account', profile);\n  res.render('account', { name: req.body.name });\n  res.render('account', req.body.page);\n};\n",
        lines: [3],
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
          /(?:^|\.)(?:find|findOne|findOneAndUpdate|findOneAndDelete|updateOne|updateMany|deleteOne|deleteMany|update|remove|replaceOne|countDocuments|aggregate)$/,
        arguments: [0],
        when: 'any',
      },
    ],
    examples: [
      {
        path: 'a.js',
        text: "const mongoose = require('mongoose');\nfunction f(req) {\n  User.findOne({ name: req.body.name });\n  users.find((user) => user.id === req.params.id);\n  User.findOne({ name: String(req.body.name) });\n  User.findOne({ _id: req.params.id });\n}\n",
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
      { languages: ['java'], callee: /^ObjectInputStream$|(?:^|\.)fromXML$/, when: 'any' },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)Deserialize$/,
        arguments: [0],
        when: 'any',
        shows: /Binary|Soap|Los|NetDataContract/,
      },
    ],
    examples: [
      { path: 'a.py', text: 'def f():\n    data = request.data\n    return pickle.loads(data)\n', lines: [3] },
    ],
  },
];
