import { annotatedRules } from '../rules/annotated/annotatedRules';
import { valueAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import type { Unit } from '../run/project/unit';
import { isInPackage } from '../run/ruleBook';
import { hole, textOf } from '../run/values';
import { lostPrefix } from '../settings/lostPrefix';
import { loopbackPrefixKey, midwayPrefixKey } from '../settings/scriptPrefixes';
import type { ServerSettings } from '../settings/settingsExtractor';
import type { DescribedClass } from './annotatedRoutes';
import type { Placement } from './placements';

/** What the settings of Midway and LoopBack put before all paths, and controllers by decorators of the project's own. */
export function scriptPlacements(
  interpreter: Interpreter,
  settings: ReadonlyMap<string, ServerSettings>,
): Record<string, Placement> {
  const server = serverOf(interpreter);
  return {
    midway: { prefixes: (described) => [isFree(described) ? '' : prefixOf(settings, midwayPrefixKey, described)] },
    loopback: { prefixes: (described) => [prefixOf(settings, loopbackPrefixKey, described)] },
    ownDecorators: { isLost: true, framework: ({ type }) => frameworkOf(type.unit) ?? server },
  };
}

/** `@Controller('/', { ignoreGlobalPrefix: true })` */
const isFree = ({ annotations }: DescribedClass): boolean =>
  annotations.some(({ args }) => textOf(valueAt(args, 'ignoreGlobalPrefix')) === 'true');

/** What is set in the nearest folder around; where it is no text, it is not known. */
function prefixOf(settings: ReadonlyMap<string, ServerSettings>, key: string, { type }: DescribedClass): string {
  let nearest = '';
  let prefix = '';
  for (const [path, { values }] of settings) {
    const value = values[key];
    const folder = moduleOf(path);
    if (value === undefined || folder.length < nearest.length || !type.unit.path.startsWith(folder)) continue;
    // What holds for all environments is said before what holds for one.
    if (folder === nearest && prefix !== '' && !path.includes('.default.')) continue;
    nearest = folder;
    prefix = value === lostPrefix ? hole('prefix') : value;
  }
  return prefix;
}

/** The folder around the sources. */
const moduleOf = (path: string): string => path.replace(/(?:src\/)?(?:config\/)?[^/]{1,100}$/, '');

/** The framework whose verbs stand below a decorator of somebody else. */
const frameworkOf = ({ program }: Unit): string | undefined =>
  annotatedRules.find(({ packages }) =>
    program.body.some(
      (statement) => statement.do === 'import' && packages.some((one) => isInPackage(statement.specifier, one)),
    ),
  )?.name;

/** The framework of servers that the project imports; of several nobody knows which is meant. */
function serverOf(interpreter: Interpreter): string {
  const found = interpreter.rules.rules.filter(({ id }) => servers.has(id)).filter((rule) => interpreter.imports(rule));
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? 'HTTP' : only.name;
}

const servers: ReadonlySet<string> = new Set(['express', 'fastify', 'koa', 'hapi', 'hono']);
