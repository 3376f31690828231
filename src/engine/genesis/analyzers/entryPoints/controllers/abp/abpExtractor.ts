import type { Extractor } from '../../../../extractor';
import type { FileRole } from '../../../../sourceFile';
import { lowerCSharp } from '../../program/lower/csharp/csharp';
import type { ClassDeclaration, Decorator, Expression, FileProgram } from '../../program/program';

/** Where a program has the application services of an assembly served. */
interface Convention {
  /** A class of the assembly. */
  readonly module: string;
  readonly kind: 'abp' | 'boilerplate';
  /** The part of the paths that the program sets; `null` where that is no text. */
  readonly root?: string | null;
}

/** An attribute by its name, with its texts and other values. */
interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
}

interface ServiceMethod {
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface ServiceClass {
  readonly name: string;
  readonly line: number;
  readonly bases: readonly string[];
  readonly isAbstract: boolean;
  readonly attributes: readonly Attribute[];
  readonly methods: readonly ServiceMethod[];
}

/** What a file of C# says of the application services of ABP. */
export interface AbpFile {
  readonly modules: readonly string[];
  readonly conventions: readonly Convention[];
  readonly services: readonly ServiceClass[];
}

const module = /\bclass\s{1,4}(\w{1,80}Module)\b/g;
const served =
  /\bConventionalControllers\s{0,40}\.Create\(\s{0,40}typeof\(\s{0,4}(\w{1,100})\s{0,4}\)\.Assembly\s{0,4}(,[^;]{0,300}?RootPath\s{0,4}=\s{0,4}(?:"([^"\n]{1,100})"|[\w.]))?/g;
const servedByBoilerplate =
  /\bCreateControllersForAppServices\(\s{0,40}typeof\(\s{0,4}(\w{1,100})\s{0,4}\)\.(?:GetAssembly\(\)|Assembly)\s{0,40}(?:,\s{0,40}(?:moduleName:\s{0,4})?(?:"([\w/-]{1,100})"|([A-Za-z][\w.]{0,100})(?!\s{0,4}:)))?/g;
const service = /\bclass\s{1,4}\w{1,100}Service\w{0,20}(?:<[^>\n]{1,100}>)?\s{0,100}:/;
const telling = /(?:App|Application|Remote)Service/;
const longest = 300_000;
/** No body of a method is read. */
const nothing = /(?!)/;

const readRoles: ReadonlySet<FileRole> = new Set(['source', 'config']);

/** Reads application services of ABP and of ASP.NET Boilerplate, and which of them a program serves by convention. */
export const abpExtractor: Extractor<AbpFile> = {
  id: 'entryPoints.abp',
  version: 1,
  wants: (file) => file.language === 'csharp' && readRoles.has(file.role),
  extract(file) {
    const { text } = file;
    if (text.length > longest) return undefined;
    const modules = text.includes('Module') ? [...text.matchAll(module)].flatMap(([, name]) => name ?? []) : [];
    const conventions = conventionsIn(text);
    const isService = telling.test(text) && service.test(text);
    const tree = isService ? file.tree : undefined;
    const services = tree !== undefined ? servicesOf(lowerCSharp(file, tree.rootNode, nothing)) : [];
    return modules.length + conventions.length + services.length === 0 ? undefined : { modules, conventions, services };
  },
};

function conventionsIn(text: string): Convention[] {
  if (!/ConventionalControllers|CreateControllersForAppServices/.test(text)) return [];
  return [
    ...[...text.matchAll(served)].flatMap(([, name, settings, root]): Convention[] =>
      name === undefined
        ? []
        : [{ module: name, kind: 'abp', ...(settings === undefined ? {} : { root: root ?? null }) }],
    ),
    ...[...text.matchAll(servedByBoilerplate)].flatMap(([, name, root, computed]): Convention[] =>
      name === undefined
        ? []
        : [
            {
              module: name,
              kind: 'boilerplate',
              ...(root === undefined && computed === undefined ? {} : { root: root ?? null }),
            },
          ],
    ),
  ];
}

function servicesOf(program: FileProgram): ServiceClass[] {
  return program.classes
    .filter(({ kind, name }) => kind === 'class' && /Service/.test(name))
    .map((declared) => ({
      name: declared.name,
      line: declared.line,
      bases: declared.bases.map(lastName).filter((name) => name !== ''),
      isAbstract: declared.abstract === true,
      attributes: declared.decorators.map(attribute),
      methods: methodsOf(program, declared),
    }));
}

/** The public methods: only they are served. */
function methodsOf({ functions }: FileProgram, declared: ClassDeclaration): ServiceMethod[] {
  return declared.methods.flatMap((id): ServiceMethod[] => {
    const method = functions[id];
    if (method === undefined || method.hidden === true || method.static === true) return [];
    const { name, line, parameters, decorators = [] } = method;
    if (name === declared.name) return [];
    return [{ name, line, parameters: parameters.map((one) => one.name), attributes: decorators.map(attribute) }];
  });
}

function attribute({ value }: Decorator): Attribute {
  if (value.is !== 'call') return { name: lastName(value), values: [] };
  const values = value.args.flatMap((one) => (one.value.is === 'text' ? [one.value.text] : []));
  return { name: lastName(value.callee), values };
}

const lastName = (value: Expression): string => {
  const name = value.is === 'name' || value.is === 'member' ? value.name : '';
  return name.slice(name.lastIndexOf('.') + 1);
};
