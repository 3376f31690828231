import { nameOf } from '../run/expressions';
import type { Interpreter } from '../run/interpreter';
import { type ClassValue, hole } from '../run/values';
import { springPrefixKey, springStartKey } from '../settings/codePrefixes';
import { lostPrefix } from '../settings/lostPrefix';
import { applicationFile, type ServerSettings } from '../settings/settingsExtractor';
import { springServletPath } from '../settings/springServlets';
import type { DescribedClass } from './annotatedRoutes';
import { type Annotation, annotationsOf, textsAt } from './annotationsOf';
import { containerPlacements } from './containerPlacements';
import type { Placement } from './placements';
import { cloudContexts, dropwizardPaths } from './servicePaths';

const keysOf: Readonly<Record<string, readonly string[]>> = {
  spring: ['server.servlet.contextpath', 'server.contextpath', 'spring.mvc.servlet.path', 'spring.webflux.basepath'],
  micronaut: ['micronaut.server.contextpath'],
  jaxRs: ['quarkus.http.rootpath', 'quarkus.resteasy.path', 'quarkus.resteasyreactive.path', 'quarkus.rest.path'],
};

/** Frameworks of the JVM put the paths of their configuration in front, and JAX-RS that of the application class. */
export function jvmPlacements(
  interpreter: Interpreter,
  settings: ReadonlyMap<string, ServerSettings>,
): Record<string, Placement> {
  const applications = applicationPaths(interpreter);
  const modules = valuesByModule(settings);
  const everywhere: Values = Object.assign({}, ...[...settings.values()].map(({ values }) => values));
  const constantOf = (name: string): string => interpreter.constants.find(name) ?? hole(name);
  const prefixes = new Set([...settings.values()].flatMap(({ values }) => values[springPrefixKey] ?? []));
  const shared = onlySettings(settings, modules);
  const servlets = new Map([...modules].flatMap(([module, values]) => servletOf(module, values)));
  const dropwizard = dropwizardPaths(settings);
  const cloud = cloudContexts(settings);
  // A module without settings of its own is a part of the application whose settings are the only ones of the build.
  const valuesOf = (type: ClassValue): Values => {
    const said = modules.get(moduleOf(type.unit.path));
    const isOther = said?.[springStartKey] !== undefined && shared?.startsItself === true;
    const own = { ...(isOther ? {} : shared?.values), ...said };
    const given = cloud(own['spring.application.name']);
    return given === undefined ? own : { ...own, 'server.servlet.contextpath': given };
  };
  const placementOf = (rule: string): Placement => ({
    prefixes: ({ type, annotations }) => {
      const found = valuesOf(type);
      const configured = (keysOf[rule] ?? []).map((key) => found[key] ?? '').join('/');
      const application = rule === 'jaxRs' ? (applications.get(moduleOf(type.unit.path)) ?? only(applications)) : '';
      const servlet =
        rule === 'spring'
          ? springServletPath(everywhere, type.unit.directory, constantOf)
          : rule === 'jaxRs'
            ? (found[servletKey] ?? only(servlets))
            : undefined;
      const served = rule === 'jaxRs' ? dropwizard(moduleOf(type.unit.path), servlet !== undefined) : '';
      // An application class at the root leaves the place to the mapping of the servlet.
      const place = application === undefined || application === '' ? servlet : application;
      const added = rule === 'spring' ? addedPrefix(found, prefixes, annotations, type, constantOf) : '';
      return [withSettings(`${configured}/${served}/${place ?? ''}/${added}`, found)];
    },
    replace: (path, { type }) => withSettings(path, valuesOf(type)),
  });
  // What a container serves lies below the path of the application, whichever framework it is of.
  const context = (described: DescribedClass): string => {
    const found = valuesOf(described.type);
    return withSettings(contextKeys.map((key) => found[key] ?? '').join('/'), found);
  };
  return {
    spring: placementOf('spring'),
    micronaut: placementOf('micronaut'),
    jaxRs: placementOf('jaxRs'),
    armeriaAnnotated: armeriaPlacement(interpreter),
    // Behind the question mark stand the parameters of the query; `:path:` takes all that is left.
    fluentHttp: { replace: (path) => path.replace(/\?.*$/, '').replace(/:(\w{1,60}):$/, '*$1') },
    // Without a path the name of the method is one, in letters that nobody here puts together.
    quarkusRoutes: {
      skips: (_described, method) => method.paths.every((path) => path === '') || answersFailures(method.annotations),
    },
    ...containerPlacements(interpreter, everywhere, context),
  };
}

/** `@Route(type = Route.HandlerType.FAILURE)`: nobody asks for it. */
const answersFailures = (annotations: readonly Annotation[]): boolean =>
  annotations.some(({ args }) => args.some((one) => one.name === 'type' && /FAILURE$/.test(nameOf(one.source) ?? '')));

const contextKeys = [
  'server.servlet.contextpath',
  'server.contextpath',
  'micronaut.server.contextpath',
  'quarkus.http.rootpath',
];

/** A class lies where `annotatedService` puts it, and below no path where nobody is seen to. */
function armeriaPlacement(interpreter: Interpreter): Placement {
  const given = interpreter.remarks.filter(({ kind }) => kind === 'armeriaService');
  return {
    prefixes: ({ type }) => {
      const found = given.flatMap(({ value, text }) => {
        const at = value.kind === 'object' ? value.type : value.kind === 'class' ? value : undefined;
        return at?.unit === type.unit && at.id === type.id ? [text] : [];
      });
      return found.length === 0 ? [''] : [...new Set(found)];
    },
    replace: (path) => patterned(path),
  };
}

/** `exact:/a`, `prefix:/a` and `glob:/a/*` say how a path is compared. */
function patterned(path: string): string {
  const [, kind, rest = path] = /^\/{0,2}(exact|prefix|glob):(.*)$/.exec(path) ?? [];
  if (kind === 'prefix') return `${rest.replace(/\/$/, '')}/*`;
  return kind === 'glob' ? rest.replace(/\*\*/g, '*') : rest;
}

type Values = Readonly<Record<string, string>>;
const servletKey = 'jaxrs.servlet';

/** Resources of a library lie below the servlet of the one application that takes them in. */
function servletOf(module: string, values: Values): (readonly [string, string])[] {
  const said = values[servletKey];
  return said === undefined ? [] : [[module, said]];
}

/**
 * What a class of settings puts before the controllers: of its own module as it says, of others nobody knows, but where
 * it is the only one and names the package of those that it means.
 */
function addedPrefix(
  own: Values,
  all: ReadonlySet<string>,
  annotations: readonly Annotation[],
  { unit }: ClassValue,
  constantOf: (name: string) => string,
): string {
  const [only = '', ...others] = all;
  const isTold = others.length === 0 && only.split(' ').length === 3;
  const said = own[springPrefixKey] ?? (isTold ? only : undefined);
  if (said === lostPrefix || (said === undefined && all.size > 0)) return hole('place');
  const [whom = '', prefix = '', below] = (said ?? '').split(' ');
  if (whom === 'rest' && !annotations.some(({ name }) => name === 'RestController')) return '';
  if (below !== undefined && unit.program.namespace?.startsWith(below) !== true) return '';
  return prefix.startsWith('=') ? constantOf(prefix.slice(1)) : prefix;
}

/** What all files of a build module say together. */
function valuesByModule(settings: ReadonlyMap<string, ServerSettings>): ReadonlyMap<string, Values> {
  const found = new Map<string, Values>();
  for (const [path, { values }] of settings) {
    const module = moduleOf(path);
    found.set(module, { ...values, ...found.get(module) });
  }
  return found;
}

/** The settings of an application, where they are those of one module alone, and whether that is what starts it. */
function onlySettings(
  settings: ReadonlyMap<string, ServerSettings>,
  byModule: ReadonlyMap<string, Values>,
): { readonly values: Values; readonly startsItself: boolean } | undefined {
  const files = [...settings].filter(([path]) => applicationFile.test(path));
  const modules = new Set(files.map(([path]) => moduleOf(path)));
  const [module = ''] = modules;
  return modules.size === 1
    ? {
        values: Object.assign({}, ...files.map(([, { values }]) => values)),
        startsItself: byModule.get(module)?.[springStartKey] !== undefined,
      }
    : undefined;
}

/** `${api.prefix:/v1}` is what the settings say, else what stands behind the colon, else its last word as a name. */
function withSettings(path: string, values: Values): string {
  let written = path;
  // What stands behind the colon may be such a text itself: the innermost goes first.
  for (let round = 0; round < mostNested && written.includes('${'); round++)
    written = written.replace(placeholder, (_whole, key: string, otherwise?: string) => {
      const set = values[key.toLowerCase().replace(/-/g, '')];
      return set ?? otherwise ?? hole(key.slice(key.lastIndexOf('.') + 1));
    });
  return written;
}

const mostNested = 4;
const placeholder = /\$\{([\w.-]{1,100})(?::([^{}]{0,100}))?\}/g;

/** `@ApplicationPath("/api")` by module. */
function applicationPaths(interpreter: Interpreter): Map<string, string> {
  const found = new Map<string, string>();
  for (const unit of interpreter.project.units.values()) {
    if (unit.program.language !== 'java' && unit.program.language !== 'kotlin') continue;
    unit.program.classes.forEach((declared, id) => {
      const type: ClassValue = { kind: 'class', unit, id, scope: unit.scope };
      for (const annotation of annotationsOf(interpreter, declared.decorators, interpreter.objects.frameOf(type)))
        if (annotation.name === 'ApplicationPath')
          // `/*` is how a servlet is mapped: all below the root.
          found.set(moduleOf(unit.path), (textsAt(annotation, ['value', 0])?.[0] ?? '').replace(/\/?\*$/, ''));
    });
  }
  return found;
}

function only(paths: ReadonlyMap<string, string>): string | undefined {
  return paths.size === 1 ? [...paths.values()][0] : undefined;
}

/** The folder of the build module that a file belongs to. */
function moduleOf(path: string): string {
  const at = path.indexOf('src/main/');
  return at === -1 ? '' : path.slice(0, at);
}
