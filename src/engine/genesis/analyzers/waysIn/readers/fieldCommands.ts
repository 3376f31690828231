import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const tagged = /^[ \t]{1,20}([A-Z]\w{0,60})\s[^`\n]{1,120}`([^`\n]{1,400})`/gm;
const added = /\.AddCommand\(\s{0,20}"(?<name>[\w:-]{1,60})"\s{0,4},\s{0,20}["`]/g;
const clikt =
  /\bclass\s{1,5}(?<handler>\w{1,80})\s{0,5}(?:\([^{}]{0,300}?\)\s{0,5})?:\s{0,5}(?:(?:NoOp|Suspending|Core|CoreNoOp)?CliktCommand)\s{0,4}\(\s{0,20}(?:name\s{0,4}=\s{0,4})?(?:"(?<name>[\w:-]{1,60})")?/g;

const dashed = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** Commands that fields of Go are: `Serve ServeCmd `cmd:""`` of kong, `Serve ServeCmd `command:"serve"`` of go-flags. */
export function taggedCommands(text: string, file: SourceFile): WayFact[] {
  const ofFields = [...text.matchAll(tagged)].flatMap(({ 0: whole, 1: field = '', 2: tags = '', index }): WayFact[] => {
    const line = file.lineAt(index + whole.search(/\S/));
    const flags = /(?:^|\s)command:"([\w:-]{1,60})"/.exec(tags)?.[1];
    if (flags !== undefined) return [{ kind: 'cli', framework: 'go-flags', name: flags, line }];
    // What the program does without a command can be asked for by its name, too.
    if (!/(?:^|\s)cmd:"/.test(tags) || /(?:^|\s)hidden:"(?:1|true)?"/.test(tags)) return [];
    return [
      { kind: 'cli', framework: 'kong', name: /(?:^|\s)name:"([\w:-]{1,60})"/.exec(tags)?.[1] ?? dashed(field), line },
    ];
  });
  if (!text.includes('jessevdk/go-flags')) return ofFields;
  const calls = [...text.matchAll(added)].map(
    ({ groups, index }): WayFact => ({
      kind: 'cli',
      framework: 'go-flags',
      name: groups?.['name'] ?? '',
      line: file.lineAt(index),
    }),
  );
  return [...ofFields, ...calls];
}

/** Classes of Clikt, which calls them by what they are called, without the word for a command. */
export function cliktCommands(text: string, file: SourceFile): WayFact[] {
  return [...text.matchAll(clikt)].map(({ groups = {}, index }): WayFact => {
    const handler = groups['handler'] ?? '';
    const name = groups['name'] ?? dashed(handler.replace(/(?<=.)(?:Sub)?(?:Command|Cmd)$/, ''));
    return { kind: 'cli', framework: 'Clikt', name, line: file.lineAt(index), handler };
  });
}
