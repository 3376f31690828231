import { asString, asStrings, entriesOf, valueAt } from '../../dependencies/text/plainObject';
import { parseToml } from '../../dependencies/text/tomlDocument';
import { type DeclaredCommand, oneLine } from '../commandFacts';
import { childBlocks } from './yamlBlocks';

/** Aliases of `mix.exs`: the list that `aliases` returns. */
export function mixCommands(text: string): DeclaredCommand[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^\s{0,9}defp?\s{1,9}aliases\b/.test(line));
  if (start === -1) return [];
  const found: DeclaredCommand[] = [];
  for (let at = start + 1; at < lines.length && !/^\s{0,4}end\b/.test(lines[at] ?? ''); at++) {
    const [, quoted, plain, rest = ''] =
      /^\s{0,12}(?:"([\w.-]{1,60})":|(\w{1,60}):)\s{0,9}(.{0,500})$/.exec(lines[at] ?? '') ?? [];
    const name = quoted ?? plain;
    if (name === undefined) continue;
    const isOpen = rest.includes('[') && !rest.includes(']');
    const more = isOpen
      ? (lines
          .slice(at + 1, at + 12)
          .join(' ')
          .split(']')[0] ?? '')
      : '';
    const does = `${rest} ${more}`.replaceAll(/[[\]"]/g, '').replace(/,\s*$/, '');
    found.push({ name, run: `mix ${name}`, does: oneLine(does), line: at + 1, kind: 'task' });
  }
  return found;
}

/** `[alias]` of `.cargo/config.toml`. */
export function cargoAliases(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  return entriesOf(toml.data['alias']).map(([name, value]) => ({
    name,
    run: `cargo ${name}`,
    does: oneLine(asString(value) ?? asStrings(value).join(' ')),
    line: toml.lineOf('alias', name),
    kind: 'task',
  }));
}

/** Programs that a `Cargo.toml` names. */
export function cargoBinaries(text: string): DeclaredCommand[] {
  const toml = parseToml(text);
  const bins = toml.data['bin'];
  const usual = usualFeatures(toml.data['features']);
  return (Array.isArray(bins) ? bins : []).flatMap((bin): DeclaredCommand[] => {
    const name = asString(valueAt(bin, 'name'));
    // Without its features no build makes it.
    if (name === undefined || !asStrings(valueAt(bin, 'required-features')).every((feature) => usual.has(feature)))
      return [];
    const path = asString(valueAt(bin, 'path'));
    const line = binLine(text, name) ?? toml.headOf('bin') ?? 1;
    const does = path === undefined ? {} : { does: path };
    return [{ name, run: `cargo run --bin ${name}`, ...does, line, kind: 'binary' }];
  });
}

/** The features of a crate that are there without being asked for. */
function usualFeatures(features: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const todo = asStrings(valueAt(features, 'default'));
  for (let feature = todo.pop(); feature !== undefined && found.size < 500; feature = todo.pop()) {
    if (!found.has(feature)) todo.push(...asStrings(valueAt(features, feature)));
    found.add(feature);
  }
  return found;
}

/** The line below a `[[bin]]` that gives this name. */
function binLine(text: string, name: string): number | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  let inBin = false;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('[')) inBin = line.startsWith('[[bin]]');
    else if (inBin && /^name\s{0,9}=/.test(line) && /["']([^"']{1,200})["']/.exec(line)?.[1] === name) return index + 1;
  }
  return undefined;
}

export function composeServices(text: string, path: string): DeclaredCommand[] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const usual = /^(docker-)?compose\.ya?ml$/.test(file);
  return childBlocks(text, 'services').map(({ key, line, body }) => {
    const said = new Map(
      body.flatMap(({ text: row }): [string, string][] => {
        const [, key, value = ''] = /^\s{0,20}(image|build):\s{0,9}(.{0,200})$/.exec(row) ?? [];
        return key === undefined ? [] : [[key, value]];
      }),
    );
    // What is built here may be given a name for a registry.
    const image = said.has('build') ? undefined : said.get('image');
    const does = image === undefined ? 'build' : `image ${image}`;
    return {
      name: key,
      run: `docker compose ${usual ? '' : `-f ${file} `}up ${key}`,
      does: oneLine(does),
      line,
      kind: 'task',
    };
  });
}

/** What a container starts, with what `CMD` gives to `ENTRYPOINT`; a list may go over several lines. */
export function dockerCommands(text: string): DeclaredCommand[] {
  const written = text.split('\n');
  // What goes on below a line of another instruction is a part of it: `HEALTHCHECK --interval=10s \` and its `CMD`.
  const lines = written.map((line, at) =>
    /\\\s{0,9}$/.test(written[at - 1] ?? '') && /^\s{0,40}CMD\s/i.test(line) ? '' : line,
  );
  const words = /^\s{0,9}(?:CMD|ENTRYPOINT)\s/i;
  const base = lines.findLastIndex((line) => /^\s{0,9}FROM\s/i.test(line));
  // The last image may be made of one before it, and start as that does.
  const first = lines.slice(Math.max(0, base)).some((line) => words.test(line)) ? base : -1;
  const lastOf = (word: RegExp): number => lines.findLastIndex((line, at) => at > first && word.test(line));
  const entry = lastOf(/^\s{0,9}ENTRYPOINT\s/i);
  const given = lastOf(/^\s{0,9}CMD\s/i);
  if (entry < 0 && given < 0) return [];
  const wordsAt = (at: number): string => {
    if (at < 0) return '';
    const end = lines.findIndex((line, index) => index >= at && !/\\\s{0,9}$/.test(line));
    return lines
      .slice(at, end === -1 ? undefined : Math.min(end + 1, at + 40))
      .map((line) => line.trim().replace(/\s{0,9}\\$/, ''))
      .join(' ')
      .replace(/^\s*(CMD|ENTRYPOINT)\s+/i, '')
      .replaceAll(/[[\]"]/g, '')
      .replaceAll(/,\s*/g, ' ');
  };
  const does = `${wordsAt(entry)} ${wordsAt(given)}`.trim();
  return [{ name: 'container', run: oneLine(does), line: Math.max(entry, given) + 1, kind: 'task' }];
}
