import { mayHold } from '../../../../../../base/wordFilter';
import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { code } from '../languages';

/** The text that a model of language gave back, as its clients write it. */
const answer = String.raw`(?:\w{1,30}(?:\.|\[['"])(?:choices(?:['"]\])?\[0\](?:\.|\[['"])(?:message|text)|output_text|completion\b|content\[0\]\.text|candidates\[0\])|(?:llm|gpt|ai|model|chat|bot|agent|assistant)_?(?:response|output|answer|result|reply|text|code)\b|(?:generated|suggested)_?(?:code|sql|query|command|text|html)\b)`;

/** Programs that speak to a model of language. */
const speaks =
  /\b(?:openai|anthropic|langchain|llama_?index|litellm|ollama|google\.generativeai|genai|cohere|mistralai|transformers|huggingface_hub|ChatOpenAI|bedrock|vertexai|groq|gpt-[34]|claude-|chat\/completions|api\/generate)\b/i;

/** In any case, parts of the names above: in most texts none of them stands, and nothing is read for that. */
const named = [
  'openai',
  'anthropic',
  'langchain',
  'llama',
  'litellm',
  'generativeai',
  'genai',
  'cohere',
  'mistralai',
].concat([
  'transformers',
  'huggingface_hub',
  'bedrock',
  'vertexai',
  'groq',
  'gpt-',
  'claude-',
  'chat/completions',
  'api/generate',
]);

const speaksToModel = ({ text }: SourceFile): boolean => named.some((name) => mayHold(text, name)) && speaks.test(text);

const sinks = String.raw`(?<![\w.])(?:eval|exec|execSync|compile|Function)\(|\bos\.(?:system|popen)\(|\bsubprocess\.\w{2,12}\(|\bchild_process\.\w{2,8}\(|\.(?:execute|executescript|query|raw|run)\(|\.innerHTML\s?\+?=|\brender_template_string\(|\bmark_safe\(|\bMarkup\(|\bHTMLResponse\(|\bres\.send\(|\bunsafe_allow_html|\brequests\.(?:get|post)\(|\bfetch\(|\bopen\(|\bst\.markdown\(`;

const ofModel = {
  possible: true,
  told: 'model-answer-run',
  cwe: 'CWE-1426',
  owasp: 'A03',
  title: 'What a language model answers is run, or shown as markup',
  severity: 'high',
  why: 'Whoever writes a part of its prompt, a page or a mail that it reads, decides what it answers.',
  fix: 'Treat the answer as what a stranger sent: parse it as data, run it in a sandbox, escape it in pages.',
} as const;

/** Programs that hand texts to a language model, and do what it says. */
export const modelForms: readonly LineRule[] = [
  {
    ...ofModel,
    id: 'model-answer-run',
    wants: code,
    words: ['choices', 'output_text', 'completion', 'generated', 'response', 'answer', 'suggested', 'output'],
    pattern: new RegExp(
      String.raw`(?:${sinks})\s{0,3}(?:f?["'\x60][^"'\x60\n]{0,120}(?:\{|\$\{|["'\x60]\s?\+\s?)\s?)?${answer}`,
      'g',
    ),
    fits: speaksToModel,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: 'from openai import OpenAI\ndef f():\n    exec(r.choices[0].message.content)\n    cursor.execute(generated_sql)\n    print(r.choices[0].message.content)\n',
        lines: [3, 4],
      },
      {
        path: 'a.js',
        text: "import OpenAI from 'openai';\nbox.innerHTML = made.choices[0].message.content;\n",
        lines: [2],
      },
    ],
  },
  {
    ...ofModel,
    id: 'model-answer-in-name',
    wants: code,
    words: ['choices', 'output_text', 'invoke(', 'generate(', 'predict(', 'response.text'],
    pattern: new RegExp(
      String.raw`(?:${sinks})\s{0,3}(?:f?["'\x60][^"'\x60\n]{0,120}(?:\{|\$\{|["'\x60]\s?\+\s?)\s?)?(?<name>[a-z]\w{0,30})\b`,
      'g',
    ),
    fits: speaksToModel,
    accept(match, file) {
      const name = match.groups?.['name'] ?? '';
      if (isForTests(file, file.lineAt(match.index ?? 0))) return false;
      const before = linesAround(file, file.lineAt(match.index ?? 0), 14, 0);
      return new RegExp(
        String.raw`(?<![\w.])${name}\s?=\s?(?:await\s)?(?:\w{1,30}\.){1,3}(?:choices|output_text|completions\.create|invoke\(|generate\(|generate_content\(|predict\(|content\[0\])|(?<![\w.])${name}\s?=\s?(?:ask|call|query|run|chat|get|generate)_?(?:llm|gpt|model|ai|openai|completion)\w{0,12}\(`,
        'i',
      ).test(before);
    },
    examples: [
      {
        path: 'a.py',
        text: 'from openai import OpenAI\ndef f():\n    text = r.choices[0].message.content\n    eval(text)\n    eval(own)\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'model-tool-of-everything',
    possible: true,
    cwe: 'CWE-1427',
    owasp: 'A04',
    title: 'A language model is given a shell, an interpreter, or code of others',
    severity: 'medium',
    why: 'A text that it reads can make it run whatever the process may.',
    fix: 'Give single tools that look at what they are given, in a sandbox, and load models by a pinned version without code.',
    wants: code,
    words: [
      'load_tools(',
      'PythonREPL',
      'ShellTool',
      'SQLDatabaseChain',
      'SQLDatabaseToolkit',
      'allow_dangerous',
      'trust_remote_code',
      'BashProcess',
      'PALChain',
      'create_sql_agent',
      'create_pandas',
      'create_csv_agent',
      'DangerouslySkip',
    ],
    pattern:
      /\bload_tools\(\s?\[[^\]\n]{0,160}['"](?:terminal|python_repl|requests_all|shell)['"]|\b(?:PythonREPL(?:Tool)?|PythonAstREPLTool|ShellTool|BashProcess)\(|\bSQLDatabaseChain(?:\.from_llm)?\(|\bPALChain\.\w{1,30}\(|\bcreate_(?:sql|pandas_dataframe|csv|python)_agent\(|\ballow_dangerous_(?:code|deserialization|requests|tools)\s?=\s?True|\btrust_remote_code\s?=\s?True/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: 'tools = load_tools(["terminal"])\nstore = FAISS.load_local("a", e, allow_dangerous_deserialization=True)\nmodel = AutoModel.from_pretrained("a/b", trust_remote_code=True)\nmodel = AutoModel.from_pretrained("a/b")\n',
        lines: [1, 2, 3],
      },
    ],
  },
  {
    id: 'prompt-of-request',
    possible: true,
    cwe: 'CWE-1427',
    owasp: 'A03',
    title: 'Request data stands in the instructions for a language model',
    severity: 'medium',
    why: 'Its sender writes instructions of their own: what the model may do, it does for them.',
    fix: 'Give it as a message of the user, apart from the instructions, and let rights not depend on what the model says.',
    wants: code,
    words: ['prompt', 'Prompt', 'system', 'messages', 'instruction'],
    pattern:
      /(?:\b\w{0,20}(?:prompt|instructions?|system_?message)\s{0,3}[:=+]{1,2}\s{0,3}|['"]?role['"]?\s?:\s?['"]system['"]\s?,\s?['"]?content['"]?\s?:\s?)(?:f?(?:["'`]|"{3})[^`"'{}]{0,400}\$?\{\s?(?:\w{1,20}\.){0,2}(?:message|question|query|input|user_?(?:input|message|query|prompt|text)|prompt|text|body|content|request|topic|name|req\.body\.\w{1,20}|request\.\w{1,12})\b|[^\n]{0,80}\+\s?(?:\w{1,20}\.){0,2}(?:message|question|user_?(?:input|message|query|prompt)|req\.body\.\w{1,20})\b)/gi,
    fits: speaksToModel,
    accept: (match, file) =>
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      /\b(?:req|request|body|app|router|gr\.|st\.|flask|fastapi|input\()\b/.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'from openai import OpenAI\n@app.post("/chat")\ndef chat(request):\n    prompt = f"You are a clerk. Answer: {request.message}"\n    messages = [{"role": "user", "content": request.message}]\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'secret-in-prompt',
    possible: true,
    cwe: 'CWE-200',
    owasp: 'A01',
    title: 'Instructions for a language model hold a secret',
    severity: 'medium',
    why: 'Whoever talks to it gets it to say what stands there.',
    fix: 'Leave out what the user must not know.',
    wants: code,
    words: ['prompt', 'Prompt', 'PROMPT', 'system', 'instruction'],
    pattern:
      /(?:\b\w{0,20}(?:prompt|instructions?)\s{0,3}[:=]\s{0,3}|['"]?content['"]?\s?:\s?)f?(?:["'`]|"{3})[^`{}]{0,600}?\b(?:(?:secret|password|api[ _-]?key|passcode|flag|discount code|access code|token)\s(?:is|=|:)\s?['"]?[\w!@#$%{}-]{4,}|(?:do not|don't|never) (?:reveal|share|disclose|tell)[^`"\n]{0,80}(?:password|secret|key|flag|code))/gi,
    fits: speaksToModel,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    spans: true,
    examples: [
      {
        path: 'a.py',
        text: 'from openai import OpenAI\nSYSTEM_PROMPT = "You are a clerk. The secret is H1dden. Help people."\nOTHER_PROMPT = "You are a clerk."\n',
        lines: [2],
      },
    ],
  },
];
