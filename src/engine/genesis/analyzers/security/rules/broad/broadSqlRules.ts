import { isBoundTemplate } from '../../context/boundTemplate';
import type { LineRule } from '../../weakness';
import { anyLanguage } from '../languages';
import { sqlText } from './kinds';

/** MyBatis Generator writes conditions into each mapper that its own classes make up, with the values bound. */
const isOfGenerator = (name: string, text: string): boolean =>
  /^(?:criterion\.\w+|orderByClause|distinct)$/.test(name) && text.includes('Example_Where_Clause');

/** SQL whose text holds a value, wherever that comes from. */
export const broadSqlRules: readonly LineRule[] = [
  {
    ...sqlText,
    id: 'sql-text-with-values',
    inTexts: true,
    wants: anyLanguage,
    words: ['elect ', 'ELECT ', 'nsert ', 'NSERT ', 'pdate ', 'PDATE ', 'elete ', 'ELETE ', 'LIKE ', 'like '],
    pattern:
      /["'`](?:\s{0,20})(?:select\s[^"`\n]{1,300}\sfrom|update\s[^"`\n]{1,80}\sset|delete\s+from|insert\s+into)\s[^"`\n]{0,300}(?:=|\blike|\(|,)\s?[\\'%(]{0,4}["'`]\s?(?:\+|\.)\s{0,20}\$?[A-Za-z_]\w{0,40}\b(?!\s?(?:\(|::\s?[A-Z_]+\b|(?:->|::|\.)\s?\w{1,40}\())|^\s{0,60}where\s+[\w."]{1,60}\s?(?:=|like)\s?['%]{0,2}\$?\{\s?\$?[A-Za-z_]|`\(?[\w.]{1,40}\s(?:i?like)\s'%?\$\{\s?[a-z]\w{0,40}/gim,
    accept: (match, file) => !isBoundTemplate(file, (match.index ?? 0) + match[0].length - 1),
    examples: [
      // The tag binds the values, wherever its line ends; one that gives the text back does not.
      {
        path: 'a.ts',
        text: `const had: { a: 'b' }[] | undefined =\n  await tx.$queryRaw\`\n    SELECT a FROM "B"\n    WHERE id = \${m.id}\n  \`;\nconst rows = await tx.$queryRaw<\n  { a: 1 }[]\n>\`\n    SELECT a FROM "B"\n    WHERE id = \${m.id}\`;\nconst text = String.raw\`\n  select a from b\n  where id = \${id}\`;\n`,
        lines: [13],
      },
      {
        path: 'a.js',
        text: `const q = "select * from users where id = " + parameter[0];\nconst r = "select * from users where id = $1";\nclient.query(\`select *\n  from users\n  where id = \${id}\`);\n`,
        lines: [1, 5],
      },
    ],
  },
  {
    ...sqlText,
    id: 'sql-text-of-python',
    wants: ({ language }) => language === 'python',
    words: ['execute(', 'raw(', 'text('],
    pattern:
      /\b(?:execute|executescript|raw|text)\(\s{0,20}(?:f"{1,3}[^"\n]{0,200}|f'{1,3}[^'\n]{0,200}|"[^"\n]{0,300}"\s?(?:%|\.format\()|'[^'\n]{0,300}'\s?(?:%|\.format\())/g,
    accept: ([match]) =>
      /^(?:text|raw)\([^\n]{0,200}(?:'%?%s%?'\s{1,3}(?:i?like|=)|(?:=|like)\s{0,3}'%?%s)/i.test(match) ||
      (/\b(?:select\s.{1,200}\sfrom|insert\s+into|update\s.{1,80}\sset|delete\s+from)\b/i.test(match) &&
        (/^\w+\(\s{0,20}f/.test(match) ? /(?:=|\blike|\(|,)\s?['%(]{0,3}\{/i.test(match) : true)),
    examples: [
      { path: 'b.py', text: 'office = Office.query.filter(text("\'%s\' like prefix" % phone)).first()\n', lines: [1] },
      {
        path: 'a.py',
        text: 'cursor.execute(f"SELECT * FROM projects WHERE owner = \'{owner}\'")\ncursor.execute("SELECT * FROM projects WHERE owner = \'%s\'" % owner)\ncursor.execute("SELECT * FROM projects WHERE owner = %s", [owner])\ncursor.execute(f"SELECT * FROM {table}")\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...sqlText,
    id: 'mapper-annotation',
    wants: ({ language }) => language === 'java' || language === 'kotlin',
    words: ['@Select(', '@Update(', '@Delete(', '@Insert('],
    pattern:
      /@(?:Select|Update|Delete|Insert)\(\s{0,3}\{?\s{0,20}"[^"\n]{0,300}\$\{\s?(?!table|schema|prefix|ew\.)\w[\w.]{0,40}\s?\}/g,
    examples: [
      {
        path: 'Mapper.java',
        text: `interface Mapper {\n  @Select("select * from users order by \${field} \${sort}")\n  List<User> sorted(String field, String sort);\n  @Select("select * from users where id = #{id}")\n  User one(int id);\n}\n`,
        lines: [2],
      },
    ],
  },
  {
    ...sqlText,
    id: 'sql-in-template',
    wants: ({ language }) => language === 'javascript' || language === 'typescript',
    words: ['`SELECT', '`select', '`UPDATE', '`update', '`DELETE', '`delete', '`INSERT', '`insert'],
    pattern:
      /`(?:select\s[^`\n]{1,200}\sfrom|update\s[^`\n]{1,60}\sset|delete\s+from|insert\s+into)\s[^`\n]{0,200}?(?:=\s?|\blike\s|\()['"]%?\$\{\s?[a-z_][\w.]{0,60}\s?\}/gi,
    accept: (match, file) => !isBoundTemplate(file, (match.index ?? 0) + match[0].length - 1),
    examples: [
      {
        path: 'a.js',
        text: `const q = \`UPDATE users SET email='\${args.email}' WHERE id = 1\`;\nconst r = \`SELECT a FROM \${table} WHERE id = ?\`;\n`,
        lines: [1],
      },
    ],
  },
  {
    ...sqlText,
    id: 'sql-of-parts',
    wants: ({ language }) => language === 'javascript' || language === 'typescript',
    words: ['.push(', '? `'],
    // Parts of a statement: a field, and a value between quotes.
    pattern:
      /(?:\.push\(|\?\s?)\s?`(?:[\w."]{1,40}|\$\{\s?\w{1,20}\s?\})\s?(?:=|i?like|LIKE)\s?'%?\$\{\s?[a-z]\w{0,40}(?:\.\w{1,40})?\s?\}%?'`/g,
    accept: (_match, file) => /\b(?:UPDATE|SELECT|WHERE|update|select)\s/.test(file.text),
    examples: [
      {
        path: 'a.ts',
        text: `class A {\n  update(dto) {\n    parts.push(\`email = '\${dto.email}'\`);\n    parts.push(\`email = ?\`);\n    const query = \`UPDATE users SET \${parts.join(', ')} WHERE id = ?\`;\n    const one = keys.map((key) => (isText ? \`\${key} = '\${value}'\` : key));\n  }\n}\n`,
        lines: [3, 6],
      },
    ],
  },
  {
    ...sqlText,
    id: 'mapper-text',
    inTexts: true,
    wants: ({ path }) => path.endsWith('.xml'),
    words: ['<mapper'],
    pattern: /\$\{\s?(?<name>\w[\w.]{0,60})\s?\}/g,
    accept: (match, file) =>
      /<mapper\s+namespace/.test(file.text) &&
      // What a generator of code fills in: `${` is its own sign there.
      !/<#(?:list|if|assign)\b|\$\{[^}]{0,60}\/|^#(?:foreach|if|set)\s?\(/m.test(file.text) &&
      !/\$\{|\.(?:vm|ftl)\b/.test(file.path) &&
      !/^(?:prefix|suffix|table\w*|ew\.\w+|schema|project\.|revision)/i.test(match.groups?.['name'] ?? '') &&
      !isOfGenerator(match.groups?.['name'] ?? '', file.text),
    examples: [
      {
        path: 'src/main/resources/UserMapper.xml',
        text: `<mapper namespace="a.UserMapper">\n<select id="find">\n  select * from users where name like '%\${name}%' and id = #{id}\n</select>\n</mapper>\n`,
        lines: [3],
      },
      {
        path: 'src/main/resources/template/OneMapper.xml',
        text: `<mapper namespace="\${package}.OneMapper">\n<#list fields as one>\n  where \${one.name} = 1\n</#list>\n</mapper>\n`,
        lines: [],
      },
      {
        path: 'src/main/resources/OrderMapper.xml',
        text: `<mapper namespace="a.OrderMapper">\n<sql id="Example_Where_Clause">\n  and \${criterion.condition} #{criterion.value}\n</sql>\n<select id="selectByExample">\n  order by \${orderByClause}\n</select>\n<select id="own">order by \${column}</select>\n</mapper>\n`,
        lines: [8],
      },
    ],
  },
];
