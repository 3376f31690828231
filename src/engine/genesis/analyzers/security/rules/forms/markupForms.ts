import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { markupInPage, unescapedValue } from '../broad/kinds';
import { script } from '../languages';

const pageOrScript = (file: { readonly language: string; readonly path: string }): boolean =>
  script(file as never) || /\.(?:html?|php|ejs|erb|jsp|cshtml|aspx|hbs|twig|vue)$/.test(file.path);

const made = /escape|sanitiz|encode|purify|textContent|createTextNode|i18n|translate/i;

const isTold = (match: RegExpMatchArray, file: SourceFile): boolean => {
  const line = file.lineAt(match.index ?? 0);
  return (
    (file.language === 'other' || !script(file) || isBrowserCode(file) || /\bdocument\b|\$\(/.test(match[0])) &&
    file.lineText(line).length < 600 &&
    !isForTests(file, line) &&
    !made.test(linesAround(file, line, 3, 2))
  );
};

/** Names of what the own page is made of: nobody else wrote it. */
const ofOwn =
  /^(?:null|undefined|true|false|this|icon\w*|svg\w*|old\w*|orig\w*|\w*[tT]emplate\w*|loading\w*|empty\w*|spinner\w*|label\w*|prev\w*|\w*[cC]ount|\w*[lL]ength|[A-Z_\d]+)$/;

/** Values that become markup of a page, whatever they are called. */
export const markupForms: readonly LineRule[] = [
  {
    ...markupInPage,
    id: 'markup-of-any-name',
    wants: pageOrScript,
    words: ['innerHTML', 'outerHTML', '.html(', '.append('],
    pattern:
      /(?:\.(?:innerHTML|outerHTML)\s{0,3}\+?=(?!=)\s{0,3}|\)\.html\(\s?|\$\([^()\n]{1,60}\)\.(?:append|prepend)\(\s?(?=(?:data|err|res|response|result|msg|html)\b))(?<value>[a-z_$][\w$]{0,40}(?:\??\.[a-zA-Z_$][\w$]{0,40}|\[\w{1,20}\]){0,4})\s?(?:;|\)\s?;?\s?(?:$|\}|\/\/)|$|\s\/\/)/gm,
    accept: (match, file) => !ofOwn.test(match.groups?.['value'] ?? '') && isTold(match, file),
    examples: [
      {
        path: 'public/a.js',
        text: "document.getElementById('out').innerHTML = html;\ndocument.getElementById('all').innerHTML = answer.json.feedback;\n\n\n\n$('#screen').html(data);\n\n\n\nbox.innerHTML = escapeHtml(name);\nbox.innerHTML = '';\n\n\n\nbox.innerHTML = icon;\n",
        lines: [1, 2, 6],
      },
      { path: 'a.jsp', text: "<script>\n$('#all').append(data);\n</script>\n", lines: [2] },
    ],
  },
  {
    ...markupInPage,
    id: 'markup-of-any-text',
    wants: pageOrScript,
    words: ['innerHTML', 'insertAdjacentHTML'],
    pattern:
      /(?:\.innerHTML\s{0,3}\+?=(?!=)|\.insertAdjacentHTML\(\s?["']\w{1,20}["'],)\s{0,20}(?:[\w.]{1,40}\.map\(\s?\(?\w{1,20}(?:,\s?\w{1,20})?\)?\s?=>\s{0,20})?`[^`]{0,900}?\$\{\s?(?:\w{1,20}\.){0,3}\w{1,40}\s?(?:\}|\|\|)/g,
    accept: (match, file) => /<[a-z]/i.test(match[0]) && isTold(match, file),
    examples: [
      {
        path: 'public/a.js',
        text: `toast.innerHTML = \`\n  <p>\${said}</p>\n\`;\n\n\n\nbox.innerHTML = \`<b>\${escapeHtml(said)}</b>\`;\n`,
        lines: [1],
      },
    ],
  },
  {
    ...markupInPage,
    id: 'markup-of-component',
    wants: script,
    words: ['dangerouslySetInnerHTML'],
    pattern:
      /dangerouslySetInnerHTML=\{\{\s{0,80}__html:\s{0,3}(?<value>[a-z]\w{0,40}(?:(?:\??\.|\[)[\w\]]{1,40}){0,4})\s{0,3},?\s{0,80}\}\}/g,
    accept: (match, file) =>
      !ofOwn.test(match.groups?.['value'] ?? '') &&
      !/css|style|json|ld\b|script|theme|svg|icon|highlight|shiki|katex|markdown|md\b/i.test(
        match.groups?.['value'] ?? '',
      ) &&
      !made.test(linesAround(file, file.lineAt(match.index ?? 0), 12, 3)),
    examples: [
      {
        path: 'Page.jsx',
        text: 'const page = (\n  <div\n    dangerouslySetInnerHTML={{\n      __html: post.content,\n    }}\n  />\n);\n',
        lines: [3],
      },
      {
        path: 'Code.jsx',
        text: 'const a = <style dangerouslySetInnerHTML={{ __html: css }} />;\nconst b = <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(x) }} />;\n',
        lines: [],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'text-of-thymeleaf',
    wants: ({ path }) => /\.html$/.test(path),
    words: ['th:utext', '[('],
    pattern: /\bth:utext\s?=\s?"\$\{[^}"\n]{1,80}\}"|\[\(\$\{[^}\n]{1,80}\}\)\]/g,
    accept: ([text]) => !/#(?:messages|strings\.escape)|escape|sanitiz/i.test(text),
    examples: [
      {
        path: 'src/main/resources/templates/post.html',
        text: `<div class="a" th:utext="\${content}"></div>\n<p>[(\${user.bio})]</p>\n<p th:text="\${content}"></p>\n`,
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'text-run-in-page',
    possible: true,
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'A page runs text that it was sent',
    severity: 'medium',
    why: 'Whoever has a say in that text runs script in the page of whoever looks at it.',
    fix: 'Read it with `JSON.parse`.',
    wants: pageOrScript,
    words: ['eval(', 'setTimeout(', 'setInterval('],
    pattern:
      /(?<![\w.$])(?:eval\(\s?(?:["']\(["']\s?\+\s?)?[a-z]\w{0,30}\.(?:response\w{0,4}|responseText|data|value|body)\b|set(?:Timeout|Interval)\(\s?(?:"[^"\n]{0,80}"|'[^'\n]{0,80}')\s?\+\s?[a-z]\w{0,30})/g,
    accept: (match, file) => isTold(match, file),
    examples: [
      {
        path: 'public/a.html',
        text: "<script>\nvar got = eval('(' + xhr.responseText + ')');\n\n\n\nsetTimeout(\"go('\" + name + \"')\", 10);\nsetTimeout(go, 10);\n</script>\n",
        lines: [2, 6],
      },
    ],
  },
];
