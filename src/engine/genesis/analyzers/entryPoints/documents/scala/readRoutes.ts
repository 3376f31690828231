import type { SourceFile } from '../../../../sourceFile';
import { arrowCases, interpolatedCases } from './casePatterns';
import { basesIn, definitionsIn, importsIn, ownerIn, textsIn, typeHeads, typesIn } from './definitions';
import { directiveWords } from './directives';
import { asksForSomething, emptyTree, type RouteDefinition, type RouteFile } from './routeTree';
import { type Dialect, TreeReader } from './treeReader';

const toolkits: readonly { readonly named: RegExp; readonly framework: string; readonly dialect: Dialect }[] = [
  { named: /\bpekko\.http\.scaladsl\.server\b/, framework: 'Pekko HTTP', dialect: directiveWords },
  { named: /\bakka\.http\.scaladsl\.server\b/, framework: 'Akka HTTP', dialect: directiveWords },
  { named: /\borg\.http4s\b/, framework: 'http4s', dialect: arrowCases },
  { named: /\b(?:zhttp|zio)\.http\b/, framework: 'ZIO HTTP', dialect: arrowCases },
  { named: /\bplay\.api\.routing\b/, framework: 'Play', dialect: interpolatedCases },
];
const nameOfTexts =
  /\b(?:object|trait)\s[\s\S]{0,400}?\bval\s{1,9}\w{0,60}(?:path|prefix|version|base|root|api|\bv\d)\w{0,40}\s{0,9}[:=]/i;

/** Reads routes that Akka HTTP, Pekko HTTP, http4s and Play put together from values. */
export function readRoutes(file: SourceFile, text: string): RouteFile | undefined {
  const toolkit = toolkits.find(({ named }) => named.test(text));
  if (toolkit === undefined && !nameOfTexts.test(text)) return undefined;
  const heads = typeHeads(text);
  const inPackage = /^\s{0,20}package\s{1,9}([\w.]{1,200})/m.exec(text)?.[1] ?? '';
  const texts = textsIn(text, heads);
  const plain: RouteFile = {
    framework: '',
    inPackage,
    imports: {},
    definitions: [],
    pathDirectives: [],
    types: {},
    bases: {},
    texts,
  };
  if (toolkit === undefined) return Object.keys(texts).length === 0 ? undefined : plain;
  const { framework, dialect } = toolkit;
  const definitions = definitionsOf(file, text, dialect, framework);
  const pathDirectives = dialect === directiveWords ? pathDirectivesIn(text) : [];
  const bases = basesIn(text, heads);
  if (pathDirectives.length + definitions.length + Object.keys(texts).length + Object.keys(bases).length === 0)
    return undefined;
  return { ...plain, framework, definitions, pathDirectives, types: typesIn(text), bases, imports: importsIn(text) };
}

/** `val itemId: Directive1[Id] = path(Segment).flatMap(…)` */
const pathDirective =
  /\b(?:val|def)\s{1,9}(\w{1,80})[^=\n]{0,200}:\s{0,9}Directive\w{0,3}\b[^=\n]{0,100}=\s{0,80}[^\n]{0,60}?\b(?:raw)?[pP]ath(?:Prefix|Suffix)?\(/g;

const pathDirectivesIn = (text: string): string[] => [...text.matchAll(pathDirective)].map(([, name = '']) => name);

function definitionsOf(file: SourceFile, text: string, dialect: Dialect, framework: string): RouteDefinition[] {
  const definitions: RouteDefinition[] = [];
  const heads = typeHeads(text);
  const read: { from: number; to: number }[] = [];
  definitionsIn(text, ({ name, at, head, isOverride, from, to }) => {
    // A directive asks for something where it is used, and answers nothing itself.
    if (/:\s{0,9}(?:\w{1,40}\.)?(?:Directive|PathMatcher)\d?\b/.test(head)) return false;
    const given = new Set([...head.matchAll(/\b([a-z]\w{0,60})\s{0,4}:/g)].map(([, one = '']) => one));
    const tree = new TreeReader(file, text, dialect, given).tree(from, to, emptyTree(file.lineAt(at)));
    const isRoute = /\b(?:Http|Authed)?Routes?\b|\bHttpApp\b/.test(head) || /rout|endpoint/i.test(name);
    if (!asksForSomething(tree) && !(isRoute && (tree.refs.length > 0 || tree.children.length > 0))) return false;
    const owner = ownerIn(heads, at);
    const isOpen = framework !== 'Play' && (isOverride || /\(\s{0,40}\w/.test(head) || owner?.kind === 'trait');
    definitions.push({ owner: owner?.name ?? '', name, tree, isOpen, isOverride, isRoute });
    read.push({ from, to });
    return true;
  });
  return [...definitions, ...bare(file, text, dialect, read)];
}

/** Cases that stand in the body of a class: `class Users extends HttpService({ case GET -> Root => … })`. */
function bare(
  file: SourceFile,
  text: string,
  dialect: Dialect,
  read: readonly { from: number; to: number }[],
): RouteDefinition[] {
  if (dialect === directiveWords) return [];
  const heads = typeHeads(text);
  const reader = new TreeReader(file, text, dialect);
  let behind = 0;
  return [
    ...text.matchAll(/\bcase\s{1,20}[\w@ ]{0,80}?\(?(?:Method\.)?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g),
  ].flatMap((found): RouteDefinition[] => {
    if (found.index < behind || read.some(({ from, to }) => from < found.index && found.index < to)) return [];
    const to = found.index + found[0].length;
    const tree = reader.tree(found.index, to, emptyTree(file.lineAt(found.index)));
    behind = to;
    if (!asksForSomething(tree)) return [];
    return [
      {
        owner: ownerIn(heads, found.index)?.name ?? '',
        name: '',
        tree,
        isOpen: false,
        isOverride: false,
        isRoute: true,
      },
    ];
  });
}
