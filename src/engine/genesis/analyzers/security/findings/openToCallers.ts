import type { WeaknessPlace } from '../weakness';
import type { Placed } from './places';

/** What runs a text as another language does so whoever hands it over. */
const runsText: ReadonlySet<string> = new Set([
  'command-injection',
  'code-injection',
  'unsafe-deserialization',
  'template-injection',
]);

/** What opens, fetches or shows a value is dangerous where that is a request's, which its name says. */
const takesValue: ReadonlySet<string> = new Set([
  'path-traversal',
  'ssrf',
  'open-redirect',
  'reflected-xss',
  'sql-injection',
  'xpath-injection',
  'ldap-injection',
  'nosql-injection',
]);
const ofRequest =
  /^\$?(?:user_?)?(?:input|payload|form|body|req\w{0,10}|request\w{0,10}|query_?(?:params?|string)|get_?params|post_?data|form_?data|user_?data|user_?supplied\w{0,10})$/i;

/** Languages in which a parameter of a function may hold a text of a request. */
const texts: ReadonlySet<string> = new Set([
  'javascript',
  'typescript',
  'python',
  'php',
  'ruby',
  'java',
  'go',
  'csharp',
]);

/** Steps of a build, a test or a setup hand themselves what they run. */
const ofTools =
  /(?:^|[/._-])(?:scripts?|tools?|cli|commands?|build\w*|setup|install\w*|deploy\w*|bench\w*|tests?|testing|ci|migrations?|management|core|plugins?|workers?|tasks?|jobs?)(?:[/._-]|$)/i;

/**
 * A function that nobody is seen to call, as handlers are that a framework of the project finds by their names: what it
 * does with a parameter is worth a look.
 */
export function openToCallers({ file, place }: Placed<WeaknessPlace>): Placed<WeaknessPlace>[] {
  const { end, ...at } = place;
  if (end === undefined || !texts.has(file.language) || ofTools.test(file.path)) return [];
  const isWorth = runsText.has(place.rule) || (takesValue.has(place.rule) && ofRequest.test(end.parameter));
  return isWorth ? [{ file, place: { ...at, possible: true } }] : [];
}
