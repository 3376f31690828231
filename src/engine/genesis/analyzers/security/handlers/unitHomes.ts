import type { SourceFile } from '../../../sourceFile';
import { homes, moduleOf } from '../flow/homes';
import type { BareCode } from './bareCode';
import type { CodeUnit } from './codeUnits';

const classes = /(?<![.\w])(?:class|object|trait|module|struct|interface|record)\s{1,3}(?<name>[A-Z]\w{0,80})/g;
/** `users: UserService`, `UserService users;`, `users = new UserService(`, `users *UserService`. */
const annotatedName = /\b(?<name>[a-z_]\w{0,60})\??\s?:\s?(?<type>[A-Z]\w{1,60})\b/g;
const typedName = /\b(?<type>[A-Z]\w{1,60})(?:<[^<>\n]{0,60}>)?\s{1,3}\$?(?<name>[a-z_]\w{0,60})\s?[;=,){]/g;
const madeName =
  /\b(?<name>[a-z_]\w{0,60})\s{0,3}:?=\s{0,3}(?:new\s|&)?(?:\w{1,40}\.)?(?:New)?(?<type>[A-Z]\w{1,60})\s?[({]/g;
const fieldOfGo = /\b(?<name>[a-z]\w{0,60})\s{1,8}\*?(?:\w{1,40}\.)?(?<type>[A-Z]\w{1,60})\s{0,3}\n/g;
const typed: Readonly<Partial<Record<string, readonly RegExp[]>>> = {
  java: [typedName],
  csharp: [typedName],
  php: [typedName, madeName],
  go: [fieldOfGo, madeName],
  ruby: [],
};
const typedElse = [annotatedName, madeName];
const imported =
  /\bimport\s(?<names>[^'"()=;]{1,400}?)\sfrom\s['"](?<from>[^'"\n]{1,200})['"]|(?:const|let|var)\s(?<required>\w{1,60}|\{[^{}]{1,400}\})\s?=\s?(?:await\s)?(?:require|import)\(\s?['"](?<module>[^'"\n]{1,200})['"]|^[ \t]{0,8}from\s(?<package>[\w.]{1,200})\simport\s(?<held>\([^()]{1,1000}\)|[^\n(]{1,300})/gm;

interface ClassPlace {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** Its head: the name, and what it is derived from. */
  readonly base: string;
}

/** Where functions of one file live, and where those may live that it calls. */
export class UnitHomes {
  private readonly module: string;
  private readonly classes: readonly ClassPlace[];
  private meanings: ReadonlyMap<string, readonly string[]> | undefined;
  private readonly package: string | undefined;

  constructor(
    private readonly file: Pick<SourceFile, 'path' | 'language'>,
    private readonly source: BareCode,
  ) {
    this.module = moduleOf(`/${file.path}`);
    this.package = file.language === 'go' ? /^package\s+(\w+)/m.exec(source.bare.slice(0, 4_000))?.[1] : undefined;
    const { bare, closing } = source;
    const isIndented = file.language === 'python' || file.language === 'ruby';
    this.classes = [...bare.matchAll(classes)].slice(0, 300).map(({ index, groups }) => {
      const open = bare.slice(index, index + 400).search(/[{;]/);
      const end = isIndented || open < 0 ? undefined : closing.get(index + open);
      const base = bare.slice(index, index + Math.max(open, 0)).slice(0, 200);
      return { name: groups?.['name'] ?? '', at: index, end: end ?? bare.length, base };
    });
  }

  /** The innermost class around a function. */
  classOf({ start }: CodeUnit): ClassPlace | undefined {
    return this.classes.findLast(({ at, end }) => at < start && end > start);
  }

  of(unit: CodeUnit): string[] {
    const receiver =
      this.file.language === 'go'
        ? /^func\s{1,3}\((?:\w{1,40}\s)?\*?(?<type>\w{1,60})/.exec(this.source.bare.slice(unit.start, unit.start + 120))
            ?.groups?.['type']
        : this.classOf(unit)?.name;
    return homes([this.module, receiver, this.package]);
  }

  /** By what stands before the name of a call, or where a function without that was imported from. */
  ofCall(receiver: string | undefined, name: string): string[] {
    if (receiver !== undefined && /^(?:this|self|cls|super|static|parent)$/.test(receiver)) return ['this'];
    this.meanings ??= this.findMeanings();
    const key = receiver ?? name;
    const known = this.meanings.get(key) ?? [];
    return receiver === undefined ? homes(known) : homes([receiver, ...known]);
  }

  private findMeanings(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const add = (name: string, meaning: string): void => {
      const known = found.get(name);
      if (known === undefined) found.set(name, [meaning]);
      else if (known.length < 6 && !known.includes(meaning)) known.push(meaning);
    };
    for (const pattern of typed[this.file.language] ?? typedElse)
      for (const { groups } of this.source.bare.matchAll(pattern)) add(groups?.['name'] ?? '', groups?.['type'] ?? '');
    for (const { groups = {} } of this.source.code.matchAll(imported)) {
      const from = moduleOf((groups['from'] ?? groups['module'] ?? groups['package'] ?? '').replaceAll('\\', '/'));
      const names = groups['names'] ?? groups['required'] ?? groups['held'] ?? '';
      for (const one of names.matchAll(/\b(?:(?<was>\w{1,60})\s(?:as)\s|(?<of>\w{1,60})\s?:\s?)?(?<name>\w{1,60})\b/g))
        add(one.groups?.['name'] ?? '', from);
    }
    return found;
  }
}
