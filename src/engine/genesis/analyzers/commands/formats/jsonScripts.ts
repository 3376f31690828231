import { parseJson } from '../../dependencies/text/jsonTree';
import { type DeclaredCommand, oneLine } from '../commandFacts';

/** `scripts` and `bin` of `package.json`. */
export function packageJsonCommands(text: string): DeclaredCommand[] {
  const root = parseJson(text);
  const [, manager] = /^(npm|pnpm|yarn|bun)@/.exec(root?.get('packageManager')?.string ?? '') ?? [];
  const by = manager === undefined ? {} : { manager };
  const scripts = (root?.get('scripts')?.entries() ?? []).flatMap(([name, value]): DeclaredCommand[] =>
    value.string === undefined
      ? []
      : [{ name, run: `npm run ${name}`, does: oneLine(value.string), line: value.line, kind: 'script', ...by }],
  );
  const bin = root?.get('bin');
  const own = (root?.get('name')?.string ?? '').replace(/^@[^/]{1,100}\//, '');
  const single: DeclaredCommand[] =
    bin?.string === undefined || own === ''
      ? []
      : [{ name: own, run: own, does: bin.string, line: bin.line, kind: 'binary' }];
  const several = (bin?.entries() ?? []).flatMap(([name, value]): DeclaredCommand[] =>
    value.string === undefined ? [] : [{ name, run: name, does: value.string, line: value.line, kind: 'binary' }],
  );
  return [...scripts, ...single, ...several];
}

/** Events that Composer runs by itself. */
const composerEvent = /^(pre|post)-/;

export function composerCommands(text: string): DeclaredCommand[] {
  const root = parseJson(text);
  return (root?.get('scripts')?.entries() ?? []).flatMap(([name, value]): DeclaredCommand[] => {
    if (composerEvent.test(name)) return [];
    const does = value.string ?? value.strings().join(' && ');
    return [{ name, run: `composer ${name}`, does: oneLine(does), line: value.line, kind: 'script' }];
  });
}

export function denoCommands(text: string): DeclaredCommand[] {
  return (parseJson(text)?.get('tasks')?.entries() ?? []).flatMap(([name, value]): DeclaredCommand[] => {
    const does = value.string ?? value.get('command')?.string;
    return does === undefined
      ? []
      : [{ name, run: `deno task ${name}`, does: oneLine(does), line: value.line, kind: 'task' }];
  });
}

/** `project.json` of Nx. */
export function nxCommands(text: string): DeclaredCommand[] {
  const root = parseJson(text);
  const project = root?.get('name')?.string;
  if (project === undefined) return [];
  return (root?.get('targets')?.entries() ?? []).map(([target, value]): DeclaredCommand => {
    const does = value.get('executor')?.string ?? value.get('command')?.string;
    return {
      name: target,
      run: `nx ${target} ${project}`,
      ...(does === undefined ? {} : { does }),
      line: value.line,
      kind: 'task',
    };
  });
}
