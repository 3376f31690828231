import assert from 'node:assert/strict';
import { lineRules } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import type { SourceFile } from '../../../src/engine/genesis/sourceFile';

const longText = '// nothing to see in here\n'.repeat(20);

function fits(id: string, text: string, path = 'src/shop.js'): boolean {
  const rule = lineRules.find((one) => one.id === id);
  assert.ok(rule?.fits !== undefined, id);
  return rule.fits({ path, text: `${longText}${text}\n`, language: 'javascript', role: 'source' } as SourceFile);
}

/** Lines that the pattern of a rule meets, and one that no match of it can stand beside. */
const cases: Readonly<Record<string, { readonly met: readonly string[]; readonly passedOver: string }>> = {
  'login-of-connection-call': {
    met: [
      ...['psycopg2', 'pymysql', 'MySQLdb', 'mysql.connector', 'pymssql', 'pyodbc', 'cx_Oracle', 'asyncpg'],
      ...['mysql', 'mysql2', 'pg', 'mariadb', 'mssql', 'nodemailer', 'ftplib', 'paramiko', 'redis'],
    ]
      .flatMap((client) =>
        ['password', 'passwd', 'pwd', 'pass'].map((name) => `${client}.open({ ${name}: 'autumn19' })`),
      )
      .concat(
        ['mysqli_connect', 'mysql_connect', 'mysqli', 'PDO', 'Sequelize', 'pg_connect'].map(
          (call) => `${call}('db', 'shop', 'autumn19')`,
        ),
        "DriverManager.getConnection('db', 'shop', 'autumn19')",
      ),
    passedOver: "socket.connect('shop')",
  },
  'error-in-answer': {
    met: [
      'echo mysqli_error($con)',
      'die(pg_last_error())',
      'print(sqlsrv_errors())',
      'res.send(err)',
      'jsonify(str( e ))',
    ],
    passedOver: 'log(error)',
  },
  'word-in-code': { met: ["if (body.secret !== 'test123')"], passedOver: "if (secret !== 'Bearer')" },
};

/** How programs that speak to a model of language name what they speak to. */
const models = [
  'openai',
  'Anthropic',
  'langchain',
  'llama_index',
  'litellm',
  'ollama',
  'google.generativeai',
  'genai',
].concat(
  ['cohere', 'mistralai', 'transformers', 'huggingface_hub', 'ChatOpenAI', 'bedrock', 'vertexai', 'groq', 'gpt-4'],
  ['claude-3', 'chat/completions', 'api/generate'],
);

describe('What a file must be for a rule', () => {
  for (const [id, { met, passedOver }] of Object.entries(cases)) {
    it(`holds wherever the pattern of ${id} is met`, () => {
      const pattern = lineRules.find((one) => one.id === id)?.pattern ?? /^$/g;
      for (const line of met) {
        assert.equal(line.match(pattern)?.length, 1, line);
        assert.ok(fits(id, line), line);
      }
      assert.equal(fits(id, passedOver), false);
    });
  }

  it('is for answers of models that one is named', () => {
    for (const name of models) assert.ok(fits('model-answer-run', `import "${name}"`), name);
    assert.equal(fits('model-answer-run', 'eval(response_text)'), false);
  });

  it('is for logins in settings told by the path', () => {
    assert.equal(fits('login-in-settings-of-code', '', 'src/config.js'), true);
    assert.equal(fits('login-in-settings-of-code', '', 'src/cart.js'), false);
  });
});
