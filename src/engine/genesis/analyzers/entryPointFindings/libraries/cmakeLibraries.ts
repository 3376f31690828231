import { lineAt, type NamedLine } from '../namedLine';

const installsHeaders =
  /\binstall\s{0,5}\(\s{0,40}(?:FILES|DIRECTORY)\s[^)]{0,2000}?(?:\.h(?:pp|h|xx)?\b|(?:\b|_)include(?:dir)?(?:\b|_))|\bPUBLIC_HEADER\b|\bFILE_SET\s{1,40}HEADERS\b/i;

const cmakeVariable =
  /\b(?:set\s{0,5}\(\s{0,40}(\w{1,80})\s{1,40}"?([\w.-]{1,80}|\$\{\w{1,80}\})"?\s{0,40}\)|(project)\s{0,5}\(\s{0,40}"?([\w.-]{1,80}))/gi;

/** Libraries that are installed beside the program, by name or by a variable that the same file sets; a plug-in is a module. */
export function cmakeLibraries(text: string): NamedLine[] {
  const plain = text.replace(/#[^\n]*/g, '');
  if (!installsHeaders.test(plain)) return [];
  const values = new Map(
    [...plain.matchAll(cmakeVariable)].map(([, name = '', value, project, called = '']) =>
      project === undefined ? [name, value ?? ''] : ['PROJECT_NAME', called],
    ),
  );
  const valueIn = (word: string): string => word.replace(/^\$\{(\w+)\}$/, (all, name) => values.get(name) ?? all);
  const nameOf = (word: string): string => valueIn(valueIn(word.replace(/"/g, '')));
  const installed = new Set(
    [...plain.matchAll(/\binstall\s{0,5}\(\s{0,40}TARGETS\s([^)]{0,1000})\)/gi)].flatMap(({ 1: words = '' }) =>
      words.split(/\s+/).map(nameOf),
    ),
  );
  const libraries = [
    ...plain.matchAll(
      /\badd_library\s{0,5}\(\s{0,40}("?(?:[\w.-]{1,80}|\$\{\w{1,80}\})"?)\s{1,40}(?!(?:MODULE|OBJECT|ALIAS|IMPORTED)\b)(INTERFACE\b)?/gi,
    ),
  ].flatMap(({ 1: word = '', 2: headers, index }) => {
    const name = nameOf(word);
    // What has no code of its own may only hold settings, unless the whole is called so.
    if (headers !== undefined && name !== values.get('PROJECT_NAME')) return [];
    return installed.has(name) && !name.includes('$') ? [{ name, line: lineAt(plain, index) }] : [];
  });
  // Each of several forms of it may be added by a line of its own.
  return libraries.filter(({ name }, at) => libraries.findIndex((one) => one.name === name) === at);
}
