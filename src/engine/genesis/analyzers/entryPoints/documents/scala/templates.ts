import { alone } from './definitions';

/** What a name of a path means, where it is known. */
export type TextOf = (name: string) => string | undefined;

const mark = /\$\{([^{}:]{1,120})(?::(\w{1,60}))?\}/g;

/** The parts of a path with its names put in; `undefined` for those in front of and with one that is not known. */
export function resolvedParts(parts: readonly string[], textOf: TextOf): { parts: string[]; isLost: boolean } {
  let made: string[] = [];
  let isLost = false;
  for (const part of parts) {
    if (!part.startsWith('=')) {
      made.push(part);
      continue;
    }
    let isKnown = true;
    const text = part.slice(1).replace(mark, (_all, name: string, variable: string | undefined) => {
      const found =
        textOf(name) ??
        (variable === undefined ? textOf(alone + name) : `{${variable}}`) ??
        // Behind what is known a member of something is one part, whatever it says.
        (made.length > 0 && name.includes('.') ? `{${name.slice(name.lastIndexOf('.') + 1)}}` : undefined);
      isKnown &&= found !== undefined;
      return found ?? '';
    });
    if (isKnown) made.push(...text.split('/').filter((one) => one !== ''));
    else {
      isLost = true;
      made = [];
    }
  }
  return { parts: made, isLost };
}

/** `"/v" + version`, `s"$version/users"`, `Paths.users`: one template; `undefined` for what is none of these. */
export function templateOf(written: string): string | undefined {
  let made = '';
  for (const term of written.split('+')) {
    const [whole, s, text, name] =
      /^\s{0,80}(?:(s?)"([^"\n]{0,150})"|((?:\w{1,60}\.){0,4}\w{1,60}))\s{0,80}$/.exec(term) ?? [];
    if (whole === undefined) return undefined;
    if (name !== undefined) made += `\${${name}}`;
    else made += s === 's' ? (text ?? '').replace(/\$(\w{1,60})/g, (_all, one: string) => `\${${one}}`) : (text ?? '');
  }
  return made.includes('${') ? `=${made}` : made;
}
