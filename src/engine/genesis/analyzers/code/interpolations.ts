/** How strings of a language are written that may hold code: global, linear expressions. */
interface StringForms {
  /** Strings and comments; a comment begins with `#`, a text that holds no code with `'`, and the first group is there for what is code but for some text. */
  readonly strings: RegExp;
  /** The code within a template: what stands before it is its mark. */
  readonly inTemplate?: RegExp;
}

const interpolation = /#\{[^}]{0,500}/g;

/** What is called within a string is code: all else of such a string is blank, and all places stay. */
export function withInterpolations(text: string, { strings, inTemplate = interpolation }: StringForms): string {
  return text.replace(strings, (string, template?: string) => {
    const isTemplate = typeof template === 'string' && template !== '';
    if (/^[#']/.test(string) || (!isTemplate && !string.includes('#{'))) return string;
    let code = '';
    for (const { 0: part, index } of string.matchAll(isTemplate ? inTemplate : interpolation))
      code +=
        string.slice(code.length, index).replace(/[^\n]/g, ' ') +
        part.replace(/^[#{<]{1,2}/, (mark) => ' '.repeat(mark.length));
    return code + string.slice(code.length).replace(/[^\n]/g, ' ');
  });
}
