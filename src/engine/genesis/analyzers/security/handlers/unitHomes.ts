import type { LanguageId, SourceFile } from '../../../sourceFile';
import { homes, moduleOf } from '../flow/homes';
import type { BareCode } from './bareCode';
import type { CodeUnit } from './codeUnits';

const classes = /(?<![.\w])(?:class|object|trait|module|struct|interface|record)\s{1,3}(?<name>[A-Z]\w{0,80})/g;
/** What stands around a name that tells its type. */
interface Typed {
  readonly before?: RegExp;
  readonly behind: RegExp;
}

/** `users: UserService`. */
const annotated: Typed = { behind: /^\??\s?:\s?(?<type>[A-Z]\w{1,60})\b/ };
/** `UserService users;`. */
const typed: Typed = {
  before: /\b(?<type>[A-Z]\w{1,60})(?:<[^<>\n]{0,60}>)?\s{1,3}\$?$/,
  behind: /^\s?[;=,){]/,
};
/** `users = new UserService(`. */
const made: Typed = {
  behind: /^\s{0,3}:?=\s{0,3}(?:new\s|&)?(?:\w{1,40}\.)?(?:New)?(?<type>[A-Z]\w{1,60})\s?[({]/,
};
/** `users *UserService`. */
const fieldOfGo: Typed = { behind: /^\s{1,8}\*?(?:\w{1,40}\.)?(?<type>[A-Z]\w{1,60})\s{0,3}\n/ };
const types: Readonly<Partial<Record<LanguageId, readonly Typed[]>>> = {
  java: [typed],
  csharp: [typed],
  php: [typed, made],
  go: [fieldOfGo, made],
  ruby: [],
};
const typesElse = [annotated, made];

const importedOfScript =
  /\bimport\s(?<names>[^'"()=;]{1,400}?)\sfrom\s['"](?<from>[^'"\n]{1,200})['"]|(?:const|let|var)\s(?<required>\w{1,60}|\{[^{}]{1,400}\})\s?=\s?(?:await\s)?(?:require|import)\(\s?['"](?<module>[^'"\n]{1,200})['"]/g;
const imported: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  javascript: importedOfScript,
  typescript: importedOfScript,
  tsx: importedOfScript,
  python: /from(?<=^[ \t]{0,8}from)\s(?<package>[\w.]{1,200})\simport\s(?<held>\([^()]{1,1000}\)|[^\n(]{1,300})/gm,
};

/** So many places of a name are looked at for its type, and so many meanings are kept. */
const mostPlaces = 500;
const mostMeanings = 6;

export interface ClassPlace {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** Where its annotations begin. */
  readonly from: number;
  /** Its head: the name, and what it is derived from. */
  readonly base: string;
}

/** Where that begins which stands above an offset: behind a sign, or behind an empty line. */
export function startAbove(bare: string, at: number, from: number, signs: string): number {
  for (let place = at - 1; place >= from; place--) {
    const sign = bare[place] ?? '';
    if (signs.includes(sign) || (sign === '\n' && bare[place + 1] === '\n' && place + 1 < at)) return place + 1;
  }
  return from;
}

/** Where functions of one file live, and where those may live that it calls. */
export class UnitHomes {
  private readonly module: string;
  private readonly classes: readonly ClassPlace[];
  private readonly meanings = new Map<string, readonly string[]>();
  private imports: ReadonlyMap<string, readonly string[]> | undefined;
  private readonly package: string | undefined;
  private readonly byReceiver = new Map<string | undefined, string[]>();

  constructor(
    private readonly file: Pick<SourceFile, 'path' | 'language'>,
    private readonly source: BareCode,
  ) {
    this.module = moduleOf(`/${file.path}`);
    this.package = file.language === 'go' ? /^package\s+(\w+)/m.exec(source.bare.slice(0, 4_000))?.[1] : undefined;
    const { bare, closing } = source;
    const isIndented = file.language === 'python' || file.language === 'ruby';
    this.classes = source
      .inBare(classes)
      .between(0, bare.length)
      .slice(0, 300)
      .map(({ index, groups }) => {
        const open = bare.slice(index, index + 400).search(/[{;]/);
        const end = isIndented || open < 0 ? undefined : closing.get(index + open);
        const base = bare.slice(index, index + Math.max(open, 0)).slice(0, 200);
        const from = startAbove(bare, index, Math.max(0, index - 500), ';}');
        return { name: groups?.['name'] ?? '', at: index, end: end ?? bare.length, from, base };
      });
  }

  /** The innermost class around a function. */
  classOf({ start }: CodeUnit): ClassPlace | undefined {
    return this.classes.findLast(({ at, end }) => at < start && end > start);
  }

  of(unit: CodeUnit, own: ClassPlace | undefined): string[] {
    const receiver =
      this.file.language === 'go'
        ? /^func\s{1,3}\((?:\w{1,40}\s)?\*?(?<type>\w{1,60})/.exec(this.source.bare.slice(unit.start, unit.start + 120))
            ?.groups?.['type']
        : own?.name;
    let found = this.byReceiver.get(receiver);
    if (found === undefined) {
      found = homes([this.module, receiver, this.package]);
      this.byReceiver.set(receiver, found);
    }
    return found;
  }

  /** By what stands before the name of a call, or where a function without that was imported from. */
  ofCall(receiver: string | undefined, name: string): string[] {
    if (receiver !== undefined && /^(?:this|self|cls|super|static|parent)$/.test(receiver)) return ['this'];
    const known = this.meaningsOf(receiver ?? name);
    return receiver === undefined ? homes(known) : homes([receiver, ...known]);
  }

  private meaningsOf(name: string): readonly string[] {
    let known = this.meanings.get(name);
    if (known === undefined) {
      this.imports ??= this.findImports();
      known = [...new Set([...this.typesOf(name), ...(this.imports.get(name) ?? [])])].slice(0, mostMeanings);
      this.meanings.set(name, known);
    }
    return known;
  }

  private typesOf(name: string): string[] {
    const { bare } = this.source;
    const forms = types[this.file.language] ?? typesElse;
    const found: string[] = [];
    if (forms.length === 0 || !/^[a-z_]/.test(name)) return found;
    let count = 0;
    for (let at = bare.indexOf(name); at >= 0 && count < mostPlaces; at = bare.indexOf(name, at + name.length)) {
      if (/\w/.test(bare[at - 1] ?? '') || /\w/.test(bare[at + name.length] ?? '')) continue;
      count++;
      const behind = bare.slice(at + name.length, at + name.length + 120);
      for (const form of forms) {
        const match = form.behind.exec(behind);
        if (match === null) continue;
        const type = (form.before?.exec(bare.slice(Math.max(0, at - 130), at)) ?? match).groups?.['type'];
        if (type !== undefined) found.push(type);
      }
    }
    return found;
  }

  private findImports(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const pattern = imported[this.file.language];
    if (pattern === undefined) return found;
    for (const { groups = {} } of this.source.code.matchAll(pattern)) {
      const from = moduleOf((groups['from'] ?? groups['module'] ?? groups['package'] ?? '').replaceAll('\\', '/'));
      const names = groups['names'] ?? groups['required'] ?? groups['held'] ?? '';
      for (const one of names.matchAll(
        /\b(?:(?<was>\w{1,60})\s(?:as)\s|(?<of>\w{1,60})\s?:\s?)?(?<name>\w{1,60})\b/g,
      )) {
        const name = one.groups?.['name'] ?? '';
        found.set(name, [...(found.get(name) ?? []), from]);
      }
    }
    return found;
  }
}
