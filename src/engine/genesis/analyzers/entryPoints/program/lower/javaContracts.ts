import type { Decorator, Expression, FileProgram, FunctionDeclaration, Statement } from '../program';
import { dotted, name } from '../program';

const implementer =
  /^(?:@\w{1,60}(?:\([^)\n]{0,120}\))?\s{1,4})?public\s{1,4}(?:final\s{1,4})?class\s{1,4}(\w{1,100})([^{;]{0,300}?)\bimplements\s{1,20}([^{]{1,300})\{/m;
/** What stands between a controller and what that extends, and may hand on no more than constants. */
const between =
  /^public\s{1,4}abstract\s{1,4}class\s{1,4}(\w{1,100})((?:<[^{]{1,100}>)?\s{1,20})(?:extends|implements)\s{1,4}([^{]{1,400})\{/m;
/** Names of interfaces that may carry the routes of what implements them. */
const contract = /(?:Service|Resource|Api|API|Endpoint|Controller|Facade|Operations|Contract|Rest)$/;
const imported = /^import\s{1,4}([\w.]{1,200})\.(\w{1,100});/gm;
const guard = /^\s{0,40}@(RolesAllowed|PermitAll|DenyAll|Authenticated|PreAuthorize|Secured)\b/;
const declaration = /^\s{0,40}(?:public|protected)\s[^=;(]{1,200}\b(\w{1,100})\s{0,4}\(/;

/**
 * A class that says nothing of routes and implements an interface that may: JAX-RS takes the annotations from there.
 * Its head and the guards of its methods are all that is read of it, from the text.
 */
export function readImplementation(source: string): FileProgram | undefined {
  const isBetween = source.includes('abstract class ');
  const head = isBetween ? between.exec(source) : /\simplements\s/.test(source) ? implementer.exec(source) : null;
  if (head === null) return undefined;
  const withoutArguments = (head[3] ?? '').replace(/<[^<>]{0,200}>/g, '');
  const bases = withoutArguments.split(/,|\bimplements\b/).map((base) => base.trim());
  if (![...bases, ...(isBetween ? [head[1] ?? ''] : [])].some((base) => contract.test(base))) return undefined;
  const body: Statement[] = [...source.matchAll(imported)].flatMap((found): Statement[] => {
    const local = found[2] ?? '';
    const binding = { local, imported: 'default' };
    return bases.includes(local)
      ? [{ do: 'import', specifier: `${found[1] ?? ''}.${local}`, bindings: [binding], line: 1 }]
      : [];
  });
  const { onClass, functions } = guardsOf(source);
  const line = source.slice(0, head.index).split('\n').length;
  const namespace = /^package\s{1,4}([\w.]{1,200});/m.exec(source)?.[1];
  return {
    language: 'java',
    ...(namespace === undefined ? {} : { namespace }),
    body: [...body, { do: 'class', id: 0 }],
    functions,
    classes: [
      {
        name: head[1] ?? '',
        line,
        kind: 'class',
        ...(isBetween ? { abstract: true } : {}),
        bases: bases.map((base): Expression => dotted(base)),
        decorators: onClass,
        fields: [],
        methods: functions.map((_declared, id) => id),
        body: [],
      },
    ],
  };
}

/** The guards above the class, and the methods that have some of their own. */
function guardsOf(source: string): { onClass: Decorator[]; functions: FunctionDeclaration[] } {
  let onClass: Decorator[] = [];
  let waiting: Decorator[] = [];
  const functions: FunctionDeclaration[] = [];
  source.split('\n').forEach((text, at) => {
    const found = guard.exec(text);
    if (found !== null) waiting.push({ value: name(found[1] ?? ''), line: at + 1 });
    if (waiting.length === 0) return;
    const declared = declaration.exec(text)?.[1];
    if (/\bclass\s/.test(text)) onClass = waiting;
    else if (declared !== undefined)
      functions.push({ name: declared, line: at + 1, parameters: [], body: [], decorators: waiting });
    else return;
    waiting = [];
  });
  return { onClass, functions };
}
