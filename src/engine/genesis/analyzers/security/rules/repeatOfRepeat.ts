/** What the parts of a pattern's sequence are, as far as it matters for how often a text can be split among them. */
interface Part {
  /** Characters of ASCII that it can begin with. */
  readonly set: ReadonlySet<number>;
  readonly nullable: boolean;
  /** Each set of characters that a part of it can take over without end, with all that is needed beside it. */
  readonly loops: readonly ReadonlySet<number>[];
  /** A repeat inside it can split a text in exponentially many ways. */
  readonly dangerous: boolean;
}

const all = [...Array(128).keys()];
const of = (fits: (sign: string) => boolean): ReadonlySet<number> =>
  new Set(all.filter((code) => fits(String.fromCharCode(code))));
const classes: Readonly<Record<string, ReadonlySet<number>>> = {
  w: of((sign) => /\w/.test(sign)),
  W: of((sign) => /\W/.test(sign)),
  d: of((sign) => /\d/.test(sign)),
  D: of((sign) => /\D/.test(sign)),
  s: of((sign) => /\s/.test(sign)),
  S: of((sign) => /\S/.test(sign)),
};
/** A dot passes no line break. */
const every = new Set(all.filter((code) => code !== 10 && code !== 13));
/** The end of the text is no character; no repeat takes it over. */
const endOfText = new Set([all.length]);
const mostCharacters = 400;

/** True where a pattern repeats a group whose parts overlap, such as `([0-9]+)+` or `([-.\w]*[0-9a-z])*`. */
export function repeatsRepeat(pattern: string): boolean {
  if (pattern.length > mostCharacters || !/[)][*+{]/.test(pattern)) return false;
  return new PatternReader(pattern).read().dangerous;
}

class PatternReader {
  private at = 0;

  constructor(private readonly text: string) {}

  read(): Part {
    const branches = [this.readSequence()];
    while (this.text[this.at] === '|') {
      this.at++;
      branches.push(this.readSequence());
    }
    return {
      set: new Set(branches.flatMap((branch) => [...branch.set])),
      nullable: branches.some((branch) => branch.nullable),
      loops: branches.flatMap((branch) => branch.loops),
      dangerous: branches.some((branch) => branch.dangerous),
    };
  }

  private readSequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')')
      parts.push(this.readPart());
    const needed = parts.filter((part) => !part.nullable);
    return {
      set: new Set(parts.flatMap((part) => [...part.set])),
      nullable: needed.length === 0,
      // Another part that the repeated one can't take over sets a mark, which leaves one way to split.
      loops: parts.flatMap((part) =>
        part.loops.filter((loop) =>
          needed.every((other) => other === part || [...other.set].every((sign) => loop.has(sign))),
        ),
      ),
      dangerous: parts.some((part) => part.dangerous),
    };
  }

  private readPart(): Part {
    const atom = this.readAtom();
    const repeat = /^(?:[*+?]|\{\d*,?\d*\})[?+]?/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? '';
    this.at += repeat.length;
    const endless = /^[*+]|^\{\d*,\}/.test(repeat);
    return {
      set: atom.set,
      nullable: atom.nullable || /^[*?]|^\{0?,/.test(repeat),
      loops: endless ? [...atom.loops, atom.set] : atom.loops,
      dangerous: atom.dangerous || (endless && atom.loops.length > 0),
    };
  }

  private readAtom(): Part {
    const sign = this.text[this.at++] ?? '';
    if (sign === '(') return this.readGroup();
    const single = { nullable: false, loops: [], dangerous: false };
    if (sign === '[') return { ...single, set: this.readSet() };
    if (sign === '\\') return { ...single, ...this.readEscape(this.text[this.at++] ?? '') };
    if (sign === '^') return { ...single, nullable: true, set: new Set() };
    if (sign === '$') return { ...single, set: endOfText };
    return { ...single, set: sign === '.' ? every : new Set([sign.charCodeAt(0)]) };
  }

  private readEscape(sign: string): { readonly set: ReadonlySet<number>; readonly nullable: boolean } {
    if (/[bBAzZG]/.test(sign)) return { set: new Set(), nullable: true };
    return { set: classes[sign] ?? new Set([sign.charCodeAt(0)]), nullable: false };
  }

  private readGroup(): Part {
    const head = /^\?(?:[:>=!]|<[=!]|P?<\w{1,40}>)/.exec(this.text.slice(this.at, this.at + 50))?.[0] ?? '';
    this.at += head.length;
    const inner = this.read();
    this.at++;
    // Atomic groups and looks around give nothing back.
    return /[>=!]$/.test(head) && !/<\w/.test(head)
      ? { set: new Set(), nullable: true, loops: [], dangerous: false }
      : inner;
  }

  private readSet(): ReadonlySet<number> {
    const members = new Set<number>();
    const negated = this.text[this.at] === '^';
    if (negated) this.at++;
    for (let first = true; this.at < this.text.length && (first || this.text[this.at] !== ']'); first = false) {
      let sign = this.text[this.at++] ?? '';
      if (sign === '\\') {
        sign = this.text[this.at++] ?? '';
        const known = classes[sign];
        if (known) {
          for (const code of known) members.add(code);
          continue;
        }
      }
      const last = this.text[this.at] === '-' && this.text[this.at + 1] !== ']' ? this.text[this.at + 1] : undefined;
      if (last !== undefined) this.at += 2;
      for (let code = sign.charCodeAt(0); code <= (last ?? sign).charCodeAt(0); code++) members.add(code);
    }
    this.at++;
    return negated ? new Set(all.filter((code) => !members.has(code))) : members;
  }
}
