import type { LanguageId } from '../../../sourceFile';

/** How the handler of a plain HTTP server finds out which path is asked for. */
export interface DispatchRule {
  readonly framework: string;
  readonly languages: readonly LanguageId[];
  /** Words that a file has whose functions answer requests, each of them. */
  readonly telling: readonly RegExp[];
  /** Words of a file whose comparisons say something else. */
  readonly never?: RegExp;
  /** The path of a request. */
  readonly path: string;
  /** A variable that is given it; its name is the first group. */
  readonly variable?: RegExp;
  /** Only branches over several values count, no single comparison. */
  readonly onlyBranches?: boolean;
  /** A method named in a function's head. */
  readonly head?: RegExp;
}

/** What the frameworks of JavaScript are imported by: they hand on requests that are compared for something else. */
const scriptFrameworks =
  /['"](?:express|fastify|koa|connect|hono|polka|restify|vite|@hapi\/hapi|@nestjs\/\w{1,20})['"]/;

export const dispatchRules: readonly DispatchRule[] = [
  {
    framework: 'Node.js http',
    languages: ['javascript', 'typescript'],
    telling: [/['"](?:node:)?https?2?['"]/, /\bcreate(?:Secure)?Server\s{0,4}\(/],
    never: scriptFrameworks,
    path: '(?:req|request)\\.url',
    variable:
      /\b(?:const|let|var)\s{1,4}(?:(\w{1,40})|\{\s{0,4}(pathname)\s{0,4}\})\s{0,4}=\s{0,4}(?:new URL\(|(?:url\.)?parse\()?(?:req|request)\.url\b/g,
  },
  {
    framework: 'Netty',
    languages: ['java'],
    telling: [/\bio\.netty\.handler\.codec\.http\./, /\bchannelRead0?\s{0,4}\(/, /\bHttpServerCodec\b/],
    path: '(?:msg|request|req|httpRequest)\\.(?:uri|getUri)\\(\\)',
    variable: /\bString\s{1,4}(\w{1,40})\s{0,4}=\s{0,4}(?:msg|request|req|httpRequest)\.(?:uri|getUri)\(\)\s{0,4};/g,
    onlyBranches: true,
  },
  {
    framework: 'net/http',
    languages: ['go'],
    telling: [/"net\/http"/, /\bhttp\.ResponseWriter,\s{0,4}\w{1,20}\s{1,4}\*http\.Request\b/],
    never: /"net\/http\/httptest"|\bRoundTrip\(|\bStripPrefix\(|\bnext\b/,
    path: '(?:r|req|request)\\.URL\\.Path',
    onlyBranches: true,
  },
  {
    framework: 'http.server',
    languages: ['python'],
    telling: [/HTTPRequestHandler(?<=\(\s{0,4}(?:\w{1,40}\.){0,3}(?:Base|Simple)HTTPRequestHandler)\b/],
    path: 'self\\.path',
    variable: /^[ \t]{1,40}(\w{1,40})\s{0,4}=\s{0,4}(?:(?:\w{1,20}\.){0,3}url(?:parse|split)\()?self\.path\b/gm,
    head: /^\s{0,40}def do_(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/,
  },
];
