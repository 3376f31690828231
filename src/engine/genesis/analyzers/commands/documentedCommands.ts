/** A command of a package manager or task runner that a document tells the reader to type. */
export interface DocumentedCommand {
  readonly runner: 'npm' | 'composer' | 'make' | 'just' | 'task' | 'rake' | 'mix';
  readonly name: string;
  readonly line: number;
  /** As the document writes it. */
  readonly written: string;
  /** Typed in another folder, which the line or one before it in the same block goes to. */
  readonly isAway?: true;
}

/**
 * Where a command begins: at the start, after another one, or behind what runs it elsewhere. The words "name of npm run
 * script" in a tool's own help are no command.
 */
const start =
  /(?:^(?:\S{1,80}\$\s{1,3}|\$\s{1,3}|sudo\s|[A-Z_]{1,60}=\S{0,80}\s)?|[;&|]\s{0,3}|\b(?:exec|run)\s(?:-\S{1,20}\s)?\S{1,60}\s)/;

const beginning = (pattern: RegExp): RegExp => new RegExp(start.source + pattern.source);

/** What may follow a target: nothing, another command, options, variables or more targets; a sentence does not. */
const rest = /(?=\s{0,3}(?:$|[;&|#)]|--?\w|[A-Z_]{1,40}=)|\s[a-z][\w-]{0,60}\s{0,3}$)/;

const target = (pattern: RegExp): RegExp => new RegExp(pattern.source + rest.source);

/** `run` is needed where the bare word could be a command of the tool itself. Yarn and Bun run programs and files by `run`, too. */
const patterns: readonly (readonly [DocumentedCommand['runner'], RegExp])[] = [
  ['npm', /\b(?:npm|pnpm) run (?:-s |--silent )?([a-zA-Z][\w:.-]{0,60})(?![\w:./<{*-])/],
  ['npm', /\b(?:npm) (test|start)\b(?![\w-])/],
  ['make', target(/make ([a-z][\w.-]{0,60})(?<!-)(?![\w=/<*{$-])/)],
  ['composer', /\bcomposer run(?:-script)? ([a-zA-Z][\w:.-]{0,60})/],
  ['just', target(/just ([a-z][\w-]{0,60})(?![\w:-])/)],
  ['task', target(/task ([a-z][\w:-]{0,60})(?![\w:-])/)],
];

/** Commands in fenced blocks and in inline code; prose is not read. */
export function documentedCommands(text: string): DocumentedCommand[] {
  const found: DocumentedCommand[] = [];
  let fence: string | undefined;
  let skips = false;
  let isAway = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const mark = /^\s{0,9}(```|~~~)\s{0,3}([\w+-]{0,30})/.exec(raw);
    if (mark !== null) {
      fence = fence === undefined ? mark[1] : undefined;
      isAway = false;
      skips =
        fence !== undefined &&
        !/^(|sh|bash|shell|console|zsh|text|terminal|shell-session|powershell|cmd)$/i.test(mark[2] ?? '');
      continue;
    }
    if (fence !== undefined && skips) continue;
    const pieces = fence === undefined ? inlineCode(raw) : [raw.trim().split(/\s#/)[0] ?? ''];
    const goes = elsewhere.test(raw);
    for (const piece of pieces)
      for (const one of commandsIn(piece.trim(), index + 1))
        found.push(isAway || goes ? { ...one, isAway: true } : one);
    isAway ||= fence !== undefined && goes;
  }
  return found.slice(0, 300);
}

/** Goes to another folder, or fetches another project to go to. */
const elsewhere = /\b(?:cd|pushd)\s|\bgit clone\s|\b(?:make|npm|pnpm)\s(?:-C|--prefix|--dir|--filter)\b/;

function inlineCode(line: string): string[] {
  return [...line.matchAll(/`([^`\n]{1,200})`/g)].map((match) => match[1] ?? '');
}

function commandsIn(piece: string, line: number): DocumentedCommand[] {
  return patterns.flatMap(([runner, pattern]) => {
    const match = beginning(pattern).exec(piece);
    if (match?.[1] === undefined) return [];
    const written = match[0].slice(match[0].search(/\b(?:npm|pnpm|yarn|bun|make|composer|just|task)\s/));
    return [{ runner, name: match[1], line, written }];
  });
}
