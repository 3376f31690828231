import type { LockedPackage, LockFacts, ManifestFacts, PackageSource, Requirement, Scope } from '../../manifestFacts';

/** `mix.exs`: the tuples of `deps`, read by lines. */
export function parseMixExs(text: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const clean = text.split('\n').map((line) => (line.trimStart().startsWith('#') ? '' : line));
  const joined = clean.join('\n');
  // A short list may stand on one line.
  const tuples = clean.flatMap((line, index) =>
    line.split(/(?<=\}),\s{0,9}(?=\{:)/).map((one) => [index, one] as const),
  );
  for (const [index, line] of tuples) {
    const [, name, rest = ''] =
      /^\s{0,40}(?:\[\s{0,9})?\{:(\w{1,80}),\s{0,9}(.{0,500})$/.exec(line) ?? chosen.exec(line) ?? [];
    if (name === undefined) continue;
    const more = /\}/.test(rest)
      ? rest
      : `${rest} ${
          clean
            .slice(index + 1, index + 5)
            .join(' ')
            .split('}')[0] ?? ''
        }`;
    if (!/^\s{0,40}["']|\b(git|github|path|in_umbrella|override|only|hex):/.test(more)) continue;
    const source = sourceOf(more);
    requirements.push({
      name,
      declared: /^\s{0,40}"([^"]{1,80})"/.exec(more)?.[1] ?? '',
      scope: chosen.test(line) ? 'optional' : scopeOf(more, joined),
      line: index + 1,
      ...(source === undefined ? {} : { source }),
    });
  }
  const name = /\bapp:\s{0,9}:(\w{1,80})/.exec(joined)?.[1];
  const version = /\bversion:\s{0,9}"([^"\n]{1,60})"/.exec(joined)?.[1];
  const description = /\bdescription:\s{0,9}"([^"\n]{1,300})"/.exec(joined)?.[1];
  const apps = /\bapps_path:\s{0,9}"([\w./-]{1,80})"/.exec(joined)?.[1];
  const elixir = clean.findIndex((line) => /\belixir:\s{0,9}"/.test(line));
  return {
    ecosystem: 'hex',
    format: 'mix.exs',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(apps === undefined ? {} : { members: [`${apps}/*`] }),
    isLibrary: /\bpackage:|\bdefp? package\b/.test(joined),
    requirements,
    runtimes:
      elixir === -1
        ? []
        : [
            {
              name: 'elixir',
              version: /elixir:\s{0,9}"([^"]{1,60})"/.exec(clean[elixir] ?? '')?.[1] ?? '',
              line: elixir + 1,
            },
          ],
  };
}

/** What a condition stands before: `{config(:redis), {:eredis, "~> 1.7"}}`. */
const chosen = /\{[\w.?!]{1,60}\([^{}]{0,80}\),\s{0,9}\{:(\w{1,80}),\s{0,9}(.{0,500})$/;

const environments = String.raw`\[[^\]]{0,200}\]|:\w{1,40}`;
const restriction = new RegExp(`\\bonly:\\s{0,9}(${environments}|@\\w{1,60})`);

function scopeOf(rest: string, whole: string): Scope {
  const written = restriction.exec(rest)?.[1];
  // An attribute of the module: `@test_envs [:test, :ci]`.
  const only =
    written?.startsWith('@') === true
      ? new RegExp(`^\\s{0,40}${written}\\s{1,9}(${environments})`, 'm').exec(whole)?.[1]
      : written;
  if (only === undefined) return /\boptional:\s{0,9}true/.test(rest) ? 'optional' : 'runtime';
  if (/:prod\b/.test(only)) return 'runtime';
  return /:dev\b/.test(only) ? 'dev' : 'test';
}

function sourceOf(rest: string): PackageSource | undefined {
  const path =
    /\bpath:\s{0,9}"([^"]{1,200})"/.exec(rest)?.[1] ?? (/\bin_umbrella:\s{0,9}true/.test(rest) ? '.' : undefined);
  if (path !== undefined) return { kind: 'path', location: path };
  const git = /\b(?:git|github):\s{0,9}"([^"]{1,200})"/.exec(rest)?.[1];
  return git === undefined ? undefined : { kind: 'git', location: git, pinned: /\b(ref|tag):/.test(rest) };
}

/** `mix.lock`: `"name": {:hex, :name, "1.0.0", …}` or `{:git, url, ref, …}`. */
export function parseMixLock(text: string): LockFacts {
  const packages = text.split('\n').flatMap((line, index): LockedPackage[] => {
    const [, name, version] =
      /^\s{0,9}"([\w-]{1,80})":\s{0,9}\{:hex,\s{0,9}:\w{1,80},\s{0,9}"([^"]{1,60})"/.exec(line) ?? [];
    return name === undefined || version === undefined ? [] : [{ name, version, line: index + 1 }];
  });
  return { ecosystem: 'hex', format: 'mix.lock', packages };
}
