import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';
import { forgedRequests, storedScript } from '../broad/kinds';
import { php } from '../languages';

/** Templates of servers that put no token into forms by themselves. */
const template = ({ path }: FileDescription): boolean =>
  /\.(?:ejs|hbs|handlebars|njk|mustache|jinja2?|j2)$|(?:^|\/)(?:templates|views)\/[^\n]{0,200}\.html?$/.test(path);

const words =
  '(?:\\w{1,20}_)?(?:name|comments?|text|title|body|message|content|description|bio|note|subject|feedback|review|email|address|question|answer|author|nick\\w{0,6})';

/** Templates: what they write of rows, and the forms that they send. */
export const templateForms: readonly LineRule[] = [
  {
    ...storedScript,
    id: 'row-of-list-in-page',
    told: 'stored-xss',
    wants: php,
    words: ['foreach', 'while'],
    pattern: new RegExp(
      String.raw`(?:\becho\b|\bprint\b|<\?=)(?<before>[^;\n?]{0,200}?)\$(?<row>\w{1,40})(?:->|\[\s?['"]?)${words}\b(?!\()`,
      'gi',
    ),
    accept(match, { text }) {
      const { before = '', row = '' } = match.groups ?? {};
      if (/\w\s?\([^)]{0,200}$/.test(before)) return false;
      if (new RegExp(`\\bwhile\\s?\\(\\s?\\$${row}\\s?=`).test(text)) return true;
      const list = new RegExp(
        `\\bforeach\\s?\\(\\s?\\$(\\w{1,40})\\s+as\\s(?:\\$\\w{1,40}\\s?=>\\s?)?\\$${row}\\b`,
      ).exec(text)?.[1];
      return list !== undefined && !new RegExp(`\\$${list}\\s?=\\s?(?:\\[|array\\()`).test(text);
    },
    examples: [
      {
        path: 'view.php',
        text: '<?php foreach ($guests as $guest) { ?>\n  <p><?= $guest["comment"] ?></p>\n  <p><?= h($guest["comment"]) ?></p>\n<?php } ?>\n',
        lines: [2],
      },
      {
        path: 'menu.php',
        text: '<?php $entries = [["title" => "a"]];\nforeach ($entries as $entry) {\n  echo $entry["title"];\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'form-of-template',
    inTexts: true,
    told: 'form-without-token',
    title: 'A form is taken without a token of its page',
    why: 'A page of somebody else sends it in the name of who is signed in.',
    fix: 'Put a token of the session into the form, and compare it when it comes.',
    wants: template,
    words: ['<form', '<FORM'],
    fits: ({ text }) => !/csrf|xsrf|_token|form_tag|hidden_tag\(|th:action|authenticity|antiforgery|nonce/i.test(text),
    pattern: /<form\b[^<>]{0,300}\bmethod\s?=\s?["']?post\b[^<>]{0,200}/gi,
    accept(match, { text }) {
      const before = text.slice(0, match.index);
      return (
        !/<form\b[^<>]{0,300}\bmethod\s?=\s?["']?post\b/i.test(before) &&
        !/action\s?=\s?["']https?:|search|log_?in|sign_?in|logon|regist|sign_?up/i.test(match[0])
      );
    },
    examples: [
      {
        path: 'views/pay.ejs',
        text: '<form action="/pay" method="post">\n<input name="to"/>\n</form>\n<form action="/other" method="post">\n</form>\n',
        lines: [1],
      },
      {
        path: 'app/templates/safe.html',
        text: '<form action="/pay" method="post">\n{{ form.hidden_tag() }}\n</form>\n',
        lines: [],
      },
    ],
  },
];
