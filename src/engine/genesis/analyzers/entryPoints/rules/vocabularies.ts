import type { LanguageId } from '../../../sourceFile';
import type { Vocabulary } from '../program/vocabulary';
import { isInPackage } from '../run/ruleBook';
import type { AnnotatedRule } from './annotated/annotatedRule';
import { viewMethods, viewSetActions } from './python/djangoViews';
import type { RouterRule, Verb } from './routerRule';

/** The words of all rules for a language. */
export function vocabularyOf(
  rules: readonly RouterRule[],
  annotated: readonly AnnotatedRule[],
  language: LanguageId,
): Vocabulary {
  const marked = annotated.filter((rule) => rule.languages.includes(language));
  const own = rules.filter((rule) => rule.languages.includes(language));
  const spelt = language === 'php' ? spellings : (name: string) => [name];
  const verbs = own
    .flatMap((rule) => Object.entries({ ...rule.verbs, ...rule.globals, ...rule.texts }))
    .flatMap(([name, verb]) => spelt(name).map((spelling): [string, Verb] => [spelling, verb]));
  const packages = [...own, ...marked.map((rule) => ({ packages: rule.packages, creates: [] }))].flatMap((rule) => [
    ...rule.packages,
    ...rule.creates.flatMap((creation) => creation.package ?? []),
  ]);
  return {
    verbs: new Set(verbs.map(([name]) => name)),
    joins: new Set(verbs.filter(([, verb]) => joins(verb)).map(([name]) => name)),
    fills: new Set(verbs.filter(([, verb]) => fills(verb)).map(([name]) => name)),
    bare: new Set(own.filter((rule) => rule.bare === true).flatMap((rule) => Object.keys(rule.verbs))),
    types: new Set(
      own
        .flatMap((rule) => [...(rule.types ?? []), ...(rule.bases ?? [])])
        .concat([...viewClasses, ...marked.flatMap((rule) => rule.bases ?? [])]),
    ),
    texts: new Set(own.flatMap((rule) => Object.keys(rule.texts ?? {}))),
    unimported: new Set(own.flatMap((rule) => rule.unimported ?? [])),
    annotations: new Set([
      ...alwaysTelling,
      ...own.flatMap((rule) => Object.keys(rule.attributes ?? {})),
      ...marked.flatMap((rule) => [
        ...Object.keys(rule.routes),
        ...Object.keys(rule.prefixes),
        ...(rule.controllers ?? []),
      ]),
    ]),
    conventional: new Set(own.flatMap((rule) => rule.conventional ?? [])),
    wellKnown: new Set(own.flatMap((rule) => rule.wellKnown ?? [])),
    isFramework: remembering((specifier) => packages.some((candidate) => isInPackage(specifier, candidate))),
  };
}

/** Files of a project import the same few modules, and the packages of a language are many. */
const mostRemembered = 2_000;

function remembering(isSo: (specifier: string) => boolean): (specifier: string) => boolean {
  const answers = new Map<string, boolean>();
  return (specifier) => {
    let answer = answers.get(specifier);
    if (answer === undefined) {
      answer = isSo(specifier);
      if (answers.size >= mostRemembered) answers.clear();
      answers.set(specifier, answer);
    }
    return answer;
  };
}

/** Methods of PHP know no case: `get`, `Get` and `GET` are one. */
const spellings = (name: string): string[] => [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()];

/** Classes whose methods handle requests. */
const viewClasses = [...Object.keys(viewMethods), ...Object.keys(viewSetActions)].concat([
  'View',
  'APIView',
  'GenericAPIView',
  'GenericViewSet',
  'ViewSet',
  'Resource',
  'MethodView',
  'HTTPEndpoint',
  'RequestHandler',
]);

/** Annotations that say something of routes without making one. */
const alwaysTelling = [
  'Module',
  'ApplicationPath',
  'Resource',
  'Location',
  'api_view',
  'action',
  'path',
  'list_route',
  'detail_route',
].concat(['require_http_methods', 'require_GET', 'require_POST', 'require_safe']);

const fills = (verb: Verb): boolean =>
  verb.does === 'group' || verb.does === 'special' || (verb.does === 'route' && verb.branches === true);

const joins = (verb: Verb): boolean => verb.does === 'mount' || verb.does === 'group' || verb.does === 'special';
