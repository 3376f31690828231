/** A program that a rule of a Makefile installs, with the line that spells its name. */
interface Installed {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

interface Variable {
  readonly value: string;
  readonly line: number;
}

/** A rule's targets and what they need, as they are written, and the lines of its recipe. */
interface Rule {
  readonly targets: string;
  readonly needs: string;
  readonly recipe: { readonly text: string; readonly line: number }[];
}

const assignment = /^(?:export\s{1,9}|override\s{1,9})?([\w.-]{1,60})\s{0,20}(?::{0,3}|\?|!)=\s{0,20}(.{0,2000})$/;
const head = /^([^\s#:=][^#:=]{0,300}?)\s{0,20}::?(?!=)/;
const reference = /\$[({]([\w.-]{1,60})[)}]/g;

/** Lines with those that a backslash carries on, by the number of the first. */
function wholeLines(text: string): { readonly text: string; readonly line: number }[] {
  const lines = text.split('\n');
  const whole: { text: string; line: number }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    let one = lines[at] ?? '';
    while (one.endsWith('\\') && at + 1 < lines.length && one.length < 4_000)
      one = `${one.slice(0, -1)} ${lines[++at]}`;
    whole.push({ text: one, line });
  }
  return whole;
}

function read(text: string): { readonly variables: ReadonlyMap<string, Variable>; readonly rules: readonly Rule[] } {
  const variables = new Map<string, Variable>();
  const rules: Rule[] = [];
  for (const { text: whole, line } of wholeLines(text)) {
    const written = whole.startsWith('\t') ? null : assignment.exec(whole.trim());
    if (whole.startsWith('\t')) rules.at(-1)?.recipe.push({ text: whole.trim(), line });
    else if (written?.[1] !== undefined) {
      // What is written first is what is built without settings.
      if (!variables.has(written[1])) variables.set(written[1], { value: written[2] ?? '', line });
    } else {
      const found = head.exec(whole);
      if (found?.[1] !== undefined)
        rules.push({ targets: found[1], needs: whole.slice(found[0].length).trim(), recipe: [] });
    }
  }
  return { variables, rules };
}

/** What is put in for variables of a whole file, in letters: variables of variables multiply. */
const mostLetters = 1_000_000;

/** What a text says once its variables are put in; what is set nowhere is empty, as for `make`, and a function gives anything. */
type Expand = (text: string) => string;

function expandWith(variables: ReadonlyMap<string, Variable>): Expand {
  let left = mostLetters;
  const expand = (text: string, depth: number): string => {
    left -= text.length + 1;
    if (left < 0 || depth > 4 || text.length > 4_000 || /\$[({][\w.-]{1,60}[\s:]/.test(text)) return '';
    return text.replace(reference, (_whole, name: string) => expand(variables.get(name)?.value ?? '', depth + 1));
  };
  return (text) => expand(text, 0);
}

/** `$(DESTDIR)$(PREFIX)/bin`, `$(bindir)`, `$(INSTALL_BIN)`: where programs go. */
const binFolder = /(?:^|[\s/_)}{(])s?bin(?:dir|_dir)?(?:$|[\s/)},;])|_BIN\b|BIN_?DIR/i;
const copies = /\binstall\b|\bINSTALL\w{0,20}\b|\bcp\b|\bln\b/i;
/** A folder is built by its own Makefile. */
const callsMake = /(?:^|[@\s])(?:\$[({]MAKE[)}]|make)\s/;
const notProgram = /\.(?:so|a|o|h|hpp|dylib|dll|\d|pc|py|sh|conf|txt|md|man|html|in)(?:\.\d+)*$/;

const token = /(?:\$[({][\w.-]{1,60}[)}]|[\w.+/-]){1,40}/g;

/** The words of a command, its variables put in, each at the line where it is spelled: its variable's, or its own. */
function wordsOf(command: string, line: number, variables: ReadonlyMap<string, Variable>, expand: Expand): Installed[] {
  return [...command.slice(0, 4_000).matchAll(token)].flatMap(({ 0: written }) => {
    const [, name = ''] = /^\$[({]([\w.-]{1,60})[)}]$/.exec(written) ?? [];
    return expand(written)
      .split(/\s+/)
      .map((word) => ({ name: word.slice(word.lastIndexOf('/') + 1), line: variables.get(name)?.line ?? line }));
  });
}

/** Targets that are no files, whether or not `.PHONY` says so. */
const usualTargets = ['all', 'check', 'clean', 'dist', 'doc', 'docs', 'install', 'man', 'strip', 'test', 'tests'];

/** What the rules make, but for targets that are no files. */
function madeBy(rules: readonly Rule[], expand: Expand): ReadonlySet<string> {
  const made = new Set(rules.flatMap(({ targets }) => expand(targets).split(/\s+/)));
  for (const { targets, needs } of rules)
    if (targets === '.PHONY') for (const name of needs.split(/\s+/)) made.delete(name);
  for (const name of usualTargets) made.delete(name);
  return made;
}

/**
 * What `make install` puts among the programs, of a Makefile that compiles C or C++: only what a rule of the same file
 * makes, so that a script or a page that is copied there is none.
 */
export function makefilePrograms(text: string): Installed[] {
  if (!/\$[({]?(?:CC|CXX|LD|CXXFLAGS|CFLAGS)\b|\w\.o\b/.test(text)) return [];
  const { variables, rules } = read(text);
  const expand = expandWith(variables);
  const made = madeBy(rules, expand);
  const found = new Map<string, Installed>();
  for (const { targets, needs, recipe } of rules) {
    if (!/(?:^|\s)(?:do-?)?install(?:-[\w-]{1,40})?(?:$|\s)/.test(targets)) continue;
    // What is asked for before it is there by then, whichever rule makes it.
    const ready = new Set(
      expand(needs)
        .split(/\s+/)
        .filter((name) => !usualTargets.includes(name)),
    );
    for (const { text: command, line } of recipe) {
      if (!copies.test(command) || !binFolder.test(command) || callsMake.test(command)) continue;
      for (const { name, line: at } of wordsOf(command, line, variables, expand))
        if (
          /^\w[\w.+-]{0,59}$/.test(name) &&
          (made.has(name) || ready.has(name)) &&
          name !== targets &&
          !notProgram.test(name) &&
          !found.has(name)
        )
          found.set(name, { name, line: at });
    }
  }
  return [...found.values()];
}
