import type { SourceFile } from '../../../sourceFile';
import { type JsonValue, parseJson } from '../../dependencies/text/jsonTree';
import type { WayFact } from '../wayRule';

/** Commands that an extension adds to Visual Studio Code, by the names that keys and code call them by. */
export function editorCommands(file: SourceFile): WayFact[] {
  const root = parseJson(file.text);
  if (root?.get('engines', 'vscode') === undefined) return [];
  const commands = root.get('contributes', 'commands')?.items() ?? [];
  return commands.flatMap((item) => commandOf('Visual Studio Code', item.get('command')));
}

/** Commands for which a browser lets keys be chosen. */
export function browserCommands(file: SourceFile): WayFact[] {
  const root = parseJson(file.text);
  if (root?.get('manifest_version') === undefined) return [];
  return (root.get('commands')?.entries() ?? []).flatMap(([name, { line }]) => fact('browser extension', name, line));
}

/** Actions of a plug-in for the IntelliJ Platform, which are found by name or lie in menus. */
export function intellijActions(file: SourceFile): WayFact[] {
  if (!file.text.includes('<idea-plugin')) return [];
  const text = file.text.replace(/<!--[\s\S]*?(?:-->|$)/g, (piece) => piece.replace(/[^\n]/g, ' '));
  return [...text.matchAll(/<action\s([^>]{1,1000})>/g)].flatMap(({ 1: attributes = '', index }) => {
    const said = (name: string): string | undefined =>
      new RegExp(`(?:^|\\s)${name}\\s{0,4}=\\s{0,4}"([^"\\n]{1,200})"`).exec(attributes)?.[1];
    const className = said('class');
    return fact('IntelliJ Platform', said('id') ?? className, file.lineAt(index), className);
  });
}

const commandOf = (framework: string, value: JsonValue | undefined): WayFact[] =>
  value === undefined ? [] : fact(framework, value.string, value.line);

const fact = (framework: string, name: string | undefined, line: number, handler = name): WayFact[] =>
  name === undefined || name === ''
    ? []
    : [
        {
          kind: 'cli',
          framework,
          name: name.slice(0, 120),
          line,
          ...(handler === undefined || handler === name ? {} : { handler: handler.slice(0, 120) }),
        },
      ];
