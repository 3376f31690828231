import type { ClassDeclaration, FileProgram, Statement } from '../program';
import { dotted } from '../program';

const opening =
  /^([ \t]{0,40})(?:class|module)[ \t]{1,4}([A-Z][\w:]{0,100})(?:[ \t]{0,4}<[ \t]{0,4}(?:::)?([A-Z][\w:]{0,100}))?[ \t]{0,4}(?:[;#].{0,200})?$/gm;
/** Names of classes that may stand between one with routes and the framework. */
const between = /(?:Controller|API|Api|App|Application|Base|Server|Endpoint|Routes|Web)$/;
/** Classes of Rails hold no routes. */
const ofRails = /^(?:Application[A-Z]\w+|Action[A-Z][\w:]+|Active[A-Z][\w:]+|StandardError)$/;

interface Open {
  readonly indent: number;
  readonly name: string;
  readonly body: Statement[];
}

/** The heads of classes without a route of their own: others that extend them are routers by what they extend. */
export function readRubyClasses(source: string): FileProgram | undefined {
  const heads = [...source.matchAll(opening)].slice(0, 40);
  const isBetween = (name = '', base = ''): boolean => between.test(name) && base !== '' && !ofRails.test(base);
  if (!heads.some(([, , name, base]) => isBetween(name, base))) return undefined;
  const classes: ClassDeclaration[] = [];
  const body: Statement[] = [];
  const around: Open[] = [];
  for (const { 1: indent = '', 2: written = '', 3: base, index } of heads) {
    while ((around.at(-1)?.indent ?? -1) >= indent.length) around.pop();
    const parts = written.split('::');
    const within = [...around.map(({ name }) => name), ...parts.slice(0, -1)].join('.');
    const own: Statement[] = [];
    (around.at(-1)?.body ?? body).push({ do: 'class', id: classes.length });
    classes.push({
      name: parts.at(-1) ?? written,
      ...(within === '' ? {} : { within }),
      line: source.slice(0, index).split('\n').length,
      kind: 'class',
      bases: base === undefined ? [] : [dotted(base, '::')],
      decorators: [],
      fields: [],
      methods: [],
      body: own,
    });
    around.push({ indent: indent.length, name: parts.join('.'), body: own });
  }
  return { language: 'ruby', body, functions: [], classes };
}
