import type { FlowRule } from '../flowRule';

const script = ['javascript', 'typescript', 'tsx'] as const;

/** Request data that becomes a query, an object or the options of a template. */
export const objectRules: readonly FlowRule[] = [
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
      {
        path: 'c.js',
        text: "const mongoose = require('mongoose');\nfunction f(req) {\n  const { code } = req.body;\n  return Gate.findOne({ code: code.toUpperCase() });\n}\n",
        lines: [],
      },
      // A schema that refuses what is no text.
      {
        path: 'b.js',
        text: "const mongoose = require('mongoose');\nasync function f(req, res) {\n  const { email } = req.body;\n  const { error } = schema.validate({ email });\n  if (error) return res.status(409).end();\n  return User.findOne({ email: email });\n}\n",
        lines: [],
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
      // A part of the path is a text; a schema beside the handler says what each value is.
      {
        path: 'd.js',
        text: "const { MongoClient } = require('mongodb');\nrouter.get('/a/:key', async (req, res) => {\n  const key = req.params.key || undefined;\n  await Setting.findOne({ key });\n  const { id } = req.params;\n  await Setting.findOne({ _id: id, removed: false });\n});\nrouter.post('/b', validate(schema), async (req, res) => {\n  const { name } = req.body;\n  await Setting.findOne({ name });\n});\nrouter.post('/c', async (req, res) => {\n  const { name } = req.body;\n  await Setting.findOne({ name });\n});\n",
        lines: [14],
      },
      {
        path: 'e.js',
        text: "const User = require('../models/User');\napp.post('/a', async (req, res) => {\n  await User.findOne({ name: req.body.name });\n  await User.findOne({ name: { $eq: req.body.name } });\n});\n",
        lines: [3],
      },
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
      {
        languages: ['python'],
        callee: /^loads?$/,
        arguments: [0],
        when: 'any',
        file: /^from (?:pickle|cPickle|dill|marshal) import [^\n]{0,80}\bloads?\b/m,
      },
      // Where no class is allowed, plain data comes out.
      {
        languages: ['php'],
        callee: /^unserialize$/,
        arguments: [0],
        when: 'any',
        shows: /^(?![\s\S]*allowed_classes['"]\s?=>\s?(?!true\b))/,
      },
      { languages: ['ruby'], callee: /^(?:Marshal\.load|YAML\.(?:load|unsafe_load))$/, arguments: [0], when: 'any' },
      {
        languages: script,
        callee: /(?:^|\.)(?:unserialize)$/,
        arguments: [0],
        when: 'any',
        file: /['"][\w-]{0,20}serialize[\w-]{0,20}['"]/,
      },
      { languages: ['java'], callee: /^ObjectInputStream$|(?:^|\.)fromXML$/, when: 'any' },
      // Without its safe constructor, SnakeYAML makes objects of whatever class a text names.
      {
        languages: ['java'],
        callee: /^(?:y|\w{0,20}[yY]aml)\.load(?:As|All)?$/,
        arguments: [0],
        when: 'any',
        file: /org\.yaml\.snakeyaml(?![\s\S]{0,100000}\bSafeConstructor\b)/,
      },
      { languages: ['java'], callee: /^(?:java\.beans\.)?XMLDecoder$|^java\.io\.ObjectInputStream$/, when: 'any' },
      {
        languages: ['java'],
        callee: /^(?:Hessian2?Input|BurlapInput)$|^SerializationUtils\.deserialize$|(?:^|\.)readClassAndObject$/,
        arguments: [0],
        when: 'any',
      },
      // The first edition makes objects of the class that `@type` names, in many of its versions.
      {
        languages: ['java'],
        callee: /^JSON(?:Object)?\.(?:parse|parseObject)$/,
        arguments: [0],
        when: 'any',
        possible: true,
        file: /com\.alibaba\.fastjson\./,
        // A class that is named is what comes out.
        shows: /^\((?![\s\S]*,\s{0,3}(?!Object\b)\w{1,60}\.class\s{0,3}\))/,
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)Deserialize$/,
        arguments: [0],
        when: 'any',
        shows: /Binary|Soap|Los|NetDataContract/,
      },
    ],
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$a = unserialize($_POST['a'], ['allowed_classes' => false]);\n$b = unserialize($_POST['b']);\n",
        lines: [3],
      },
      { path: 'a.py', text: 'def f():\n    data = request.data\n    return pickle.loads(data)\n', lines: [3] },
      {
        path: 'A.java',
        text: 'import com.alibaba.fastjson.JSON;\nclass A {\n  @PostMapping("/a") void f(@RequestBody String text) {\n    Map m = JSON.parseObject(text, Map.class);\n    Object o = JSON.parseObject(text);\n  }\n}\n',
        lines: [5],
      },
      {
        path: 'b.py',
        text: 'from pickle import dumps, loads\ndef f():\n    return loads(b64decode(request.cookies.get("p")))\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'jndi-injection',
    cwe: 'CWE-74',
    owasp: 'A03',
    title: 'A name of a request is looked up by JNDI',
    severity: 'high',
    why: 'The name may be an address: the server then loads objects from whoever sends it.',
    fix: 'Look up names of a list only.',
    sinks: [
      {
        languages: ['java'],
        callee:
          /(?:^|\.)(?:\w{0,20}[cC]onte?xt|ctx|jndiTemplate|(?:new)?Initial(?:Dir|Ldap)?Context\(\))\.(?:lookup|doLookup)$/,
        arguments: [0],
        when: 'start',
        file: /javax\.naming|JndiTemplate/,
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'import javax.naming.InitialContext;\nclass A {\n  @GetMapping("/a")\n  void f(@RequestParam String name) {\n    Context ctx = new InitialContext();\n    ctx.lookup(name);\n    ctx.lookup("java:comp/env/" + name);\n  }\n}\n',
        lines: [6],
      },
    ],
  },
];
