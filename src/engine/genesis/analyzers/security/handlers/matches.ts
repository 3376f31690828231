/** So many are looked for in one text. */
const most = 20_000;

const globals = new Map<RegExp, RegExp>();

function globalOf(pattern: RegExp): RegExp {
  let global = globals.get(pattern);
  if (global === undefined) {
    global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
    globals.set(pattern, global);
  }
  return global;
}

/** Where a text matches, one inside of another too, in the order in which they begin. */
export class Matches {
  private readonly all: RegExpExecArray[] = [];

  constructor(pattern: RegExp, text: string) {
    const global = globalOf(pattern);
    global.lastIndex = 0;
    for (let match = global.exec(text); match !== null && this.all.length < most; match = global.exec(text)) {
      this.all.push(match);
      global.lastIndex = match.index + 1;
    }
  }

  get areNone(): boolean {
    return this.all.length === 0;
  }

  /** The place of the first that begins at an offset or behind it. */
  private placeOf(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.index ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those that begin between two offsets. */
  between(from: number, to: number): RegExpExecArray[] {
    return this.all.length === 0 ? this.all : this.all.slice(this.placeOf(from), this.placeOf(to));
  }

  /** Whether one stands between two offsets as a whole. */
  isBetween(from: number, to: number): boolean {
    if (this.all.length === 0) return false;
    for (let place = this.placeOf(from); place < this.all.length; place++) {
      const match = this.all[place];
      if (match === undefined || match.index >= to) return false;
      if (match.index + match[0].length <= to) return true;
    }
    return false;
  }
}
