import type { Node } from 'web-tree-sitter';
import type { Extractor } from '../../../../extractor';
import type { FileRole } from '../../../../sourceFile';
import { fieldNodes, lineOf, namedChildren } from '../../program/lowering';

/** An attribute by its name, as it is written: `HttpGet`, `("list")`. */
export interface FurionAttribute {
  readonly name: string;
  readonly args: string;
}

export interface FurionMethod {
  readonly name: string;
  readonly line: number;
  readonly attributes: readonly FurionAttribute[];
  /** The parameters that are parts of the path, as nothing says where they come from. */
  readonly inPath: readonly string[];
}

export interface FurionClass {
  readonly name: string;
  readonly bases: readonly string[];
  /** It stands for others alone. */
  readonly isBase: boolean;
  readonly attributes: readonly FurionAttribute[];
  readonly methods: readonly FurionMethod[];
}

/** What a file says of the services that Furion serves, or how they are named. */
export interface FurionFile {
  readonly classes: readonly FurionClass[];
  readonly settings?: Readonly<Record<string, string | boolean>>;
}

const roles: ReadonlySet<FileRole> = new Set(['source', 'config']);
const longest = 300_000;
const telling = /\bI?DynamicApiController\b|\bclass\s{1,4}\w{1,80}\s{0,9}:\s{0,9}\w{0,60}(?:Base|Crud)\w{0,60}</;
const settings = /"DynamicApiControllerSettings"\s{0,9}:\s{0,9}\{([^{}]{0,2000})\}/;
const setting = /^[^/\n]{0,40}"(\w{1,40})"\s{0,9}:\s{0,9}(?:"([^"\n]{0,100})"|(true|false))/gm;
const simple =
  /^(?:string|bool|byte|short|int|long|float|double|decimal|Guid|DateTime|DateTimeOffset|Int64|Int32|String)\??$/;

/** Reads services of Furion, which it serves by their names, and the settings that say how. */
export const furionExtractor: Extractor<FurionFile> = {
  id: 'entryPoints.furion',
  version: 1,
  wants: (file) => roles.has(file.role) && (file.language === 'csharp' || file.path.endsWith('.json')),
  extract(file) {
    const { text } = file;
    if (text.length > longest) return undefined;
    if (file.path.endsWith('.json')) {
      const said = text.includes('DynamicApiController') ? settings.exec(text)?.[1] : undefined;
      if (said === undefined) return undefined;
      const values = [...said.matchAll(setting)].map(
        ([, key = '', value, flag]) => [key, value ?? flag === 'true'] as const,
      );
      return { classes: [], settings: Object.fromEntries(values) };
    }
    const root = telling.test(text) ? file.tree?.rootNode : undefined;
    if (root === undefined) return undefined;
    const classes = root
      .descendantsOfType('class_declaration')
      .flatMap((node) => (node === null ? [] : [classOf(node)]));
    return classes.length === 0 ? undefined : { classes };
  },
};

function classOf(node: Node): FurionClass {
  const bases = namedChildren(namedChildren(node).find(({ type }) => type === 'base_list') ?? null);
  return {
    name: node.childForFieldName('name')?.text ?? '',
    bases: bases.map(({ text }) => text.replace(/<.*$/s, '').replace(/^.*\./, '')),
    isBase: isMarked(node, 'abstract') || namedChildren(node).some(({ type }) => type === 'type_parameter_list'),
    attributes: attributesOf(node),
    methods: namedChildren(node.childForFieldName('body')).flatMap((member): FurionMethod[] => {
      const isServed =
        member.type === 'method_declaration' && isMarked(member, 'public') && !isMarked(member, 'static');
      return isServed ? [methodOf(member)] : [];
    }),
  };
}

function methodOf(node: Node): FurionMethod {
  const name = node.childForFieldName('name');
  const parameters = namedChildren(node.childForFieldName('parameters')).filter(({ type }) => type === 'parameter');
  return {
    name: name?.text ?? '',
    line: lineOf(name ?? node),
    attributes: attributesOf(node),
    inPath: parameters.flatMap((parameter) => {
      const isSimple = simple.test(parameter.childForFieldName('type')?.text ?? '');
      const isSaid = attributesOf(parameter).some(({ name: said }) => /^From(?!Route)|^QueryParameters$/.test(said));
      return isSimple && !isSaid ? fieldNodes(parameter, 'name').map(({ text }) => text) : [];
    }),
  };
}

const isMarked = (node: Node, word: string): boolean =>
  namedChildren(node).some(({ type, text }) => type === 'modifier' && text === word);

function attributesOf(node: Node): FurionAttribute[] {
  return namedChildren(node)
    .filter(({ type }) => type === 'attribute_list')
    .flatMap((list) => namedChildren(list))
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => ({
      name: (attribute.childForFieldName('name')?.text ?? '').replace(/^.*\./, ''),
      args: namedChildren(attribute).find(({ type }) => type === 'attribute_argument_list')?.text ?? '',
    }));
}
