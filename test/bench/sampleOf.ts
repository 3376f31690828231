/** Numbers that look random and are the same every time. */
function generator(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const classes: Readonly<Record<string, string>> = {
  w: `${letters}${letters.toUpperCase()}0123456789_`,
  d: '0123456789',
  s: ' ',
  S: `${letters}0123456789`,
};

/** A text that a pattern in Go's syntax fits; good enough for patterns of tokens, wrong for look-arounds. */
export function sampleOf(pattern: string, seed: number): string {
  const random = generator(seed);
  let at = 0;
  const pick = (from: string): string => from[Math.floor(random() * from.length)] ?? '';

  function choice(): string {
    const branches: string[] = [sequence()];
    while (pattern[at] === '|') {
      at++;
      branches.push(sequence());
    }
    return branches[Math.floor(random() * branches.length)] ?? '';
  }

  function sequence(): string {
    let text = '';
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') text += repeated();
    return text;
  }

  function repeated(): string {
    const start = at;
    let text = atom();
    const counts = /^(?:\{(\d+)(,?)(\d*)\}|[*+?])\??/.exec(pattern.slice(at));
    if (counts === null) return text;
    const end = at + counts[0].length;
    const [, low, comma, high] = counts;
    const least = low === undefined ? (counts[0].startsWith('+') ? 1 : 0) : Number(low);
    const most =
      low === undefined ? least : comma === '' ? least : high === '' || high === undefined ? least : Number(high);
    // Optional parts are left out, long ones stay at their least length; a few more where a length may vary.
    const times = least > 0 ? Math.min(most, least + Math.floor(random() * 3)) : 0;
    if (times === 0) text = '';
    for (let count = 1; count < times; count++) {
      at = start;
      text += atom();
    }
    at = end;
    return text;
  }

  function atom(): string {
    const sign = pattern[at++] ?? '';
    if (sign === '(') return group();
    if (sign === '[') return pick(set());
    if (sign === '\\') return escaped(pattern[at++] ?? '');
    if (sign === '.') return pick(classes['S'] ?? '');
    return sign === '^' || sign === '$' ? '' : sign;
  }

  function group(): string {
    const flags = /^\?(?:P?<\w+>|[a-z-]*:|[a-z-]*\))/.exec(pattern.slice(at));
    if (flags !== null) at += flags[0].length;
    if (flags?.[0].endsWith(')')) return '';
    const text = choice();
    at++;
    return text;
  }

  function escaped(sign: string): string {
    if (sign === 'b' || sign === 'z') return '';
    if (sign === 'x') {
      at += 2;
      return String.fromCharCode(Number.parseInt(pattern.slice(at - 2, at), 16));
    }
    return classes[sign] === undefined ? (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign) : pick(classes[sign]);
  }

  function set(): string {
    let members = '';
    const negated = pattern[at] === '^';
    if (negated) at++;
    while (at < pattern.length && pattern[at] !== ']') {
      const posix = /^\[:(\w+):\]/.exec(pattern.slice(at));
      if (posix !== null) {
        members += `${letters}0123456789`;
        at += posix[0].length;
        continue;
      }
      let first = pattern[at++] ?? '';
      if (first === '\\') {
        first = pattern[at++] ?? '';
        if (first === 'x') {
          first = String.fromCharCode(Number.parseInt(pattern.slice(at, at + 2), 16));
          at += 2;
        } else if (classes[first] !== undefined) {
          members += classes[first];
          continue;
        }
      }
      if (pattern[at] === '-' && pattern[at + 1] !== ']') {
        const last = pattern[at + 1] ?? '';
        at += 2;
        for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) members += String.fromCharCode(code);
      } else members += first;
    }
    at++;
    return negated ? letters : members;
  }

  return choice();
}
