import type { SourceFile } from '../../../sourceFile';

/** Libraries of others that were copied beside the own pages: nobody mends them here. */
const copied =
  /(?:^|\/)(?:public|static|webapp|wwwroot|htdocs|javascripts)\/(?:[^/\n]{1,60}\/){0,4}(?:plugins?|vendors?|libs?|third[-_]?party|codemirror|ckeditor\w*|tinymce|ueditor|ace|monaco|pdfjs|mathjax|editor\.md)\/[^\n]{1,200}\.(?:js|css|html?)$|(?:^|\/)(?:vendor|third[-_]?party|bower_components)\/|(?:^|\/)(?:lib|libs|includes|library)\/(?:[^/\n]{1,60}\/){0,2}(?:swiftmailer|phpmailer|adodb|smarty|twig|htmlpurifier|simplepie|zend|pear|tcpdf|fpdf|phpexcel|nusoap|getid3|jsonwebtoken|jwa|jws|jquery|lodash|moment|passport)(?:\/|[-_.])|(?:^|\/)src\/main\/java\/(?:android|dalvik|javax?|sun)\/[\w/]{1,100}\.java$|@\d{1,4}\.\d{1,4}[\w.-]{0,20}\.(?:js|css)$/i;

export const isThirdParty = (path: string): boolean => copied.test(path);

/** Calls of a service somewhere else: how it wants to be spoken to is not the caller's choice. */
const outgoing =
  /\bhttp\.(?:NewRequest|Post|PostForm|Get)\b|\brequest\.New\(|\brequests\.(?:get|post|put|request|Session)\(|\b(?:api|http|send)_?request\(|\bself\.load\(|\baxios\b|\bfetch\(|\bcurl_init\b|\bHttpClient\b|\bhttpx\.|\burlopen\(|\bFaraday\b|\bNet::HTTP\b|\bRestClient\b|\bHTTParty\b|\bRestTemplate\b|\breqwest\b|\bGuzzleHttp\b|\bOkHttpClient\b/;

/** Accounts that are kept here: what such a file hashes lies in a table of the own. */
const storing =
  /\b(?:INSERT INTO|SELECT\s[^\n]{1,200}FROM|findOne|find_by|filter_by|session\[|\$_SESSION|@Entity|\.save\()/i;

export const isClientOfOthers = (file: SourceFile): boolean => outgoing.test(file.text) && !storing.test(file.text);

const browserFolder =
  /(?:^|\/)(?:client|frontend|front-end|web-?app|webui|ui|www|static|public|assets|components|composables|hooks|pages|views|resources\/(?:js|assets|scripts)|webview-ui|src-ui|console-src)\/|\.user\.js$|\.(?:vue|svelte|tsx|jsx)$/i;
const serverSign =
  /\brequire\(\s*['"](?:express|koa|fastify|http|fs|child_process|hapi|restify)['"]|\bfrom\s+['"](?:express|koa|fastify|@nestjs\/common|hono|node:\w+|fs|http|next\/server|next|child_process)['"]|\bmodule\.exports\b|\bexports\.\w+\s*=|\b(?:export\s+)?(?:async\s+)?function\s+(?:GET|POST|PUT|DELETE|PATCH|loader|action)\b|\bdefineEventHandler\b/;
const browserSign = /\b(?:window|document)\s*\.\s*\w|\blocalStorage\b|\bchrome\.runtime\b|\bGM_\w+\(/;

/** Script that runs in the browser of its user: it has no requests of strangers. */
export function isBrowserCode(file: SourceFile): boolean {
  // A folder `www` of PHP runs on the server, and `document.title` is a field of anything there.
  if (!['javascript', 'typescript', 'tsx', 'other'].includes(file.language) || serverSign.test(file.text)) return false;
  return browserFolder.test(file.path) || browserSign.test(file.text);
}
