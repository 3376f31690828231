import type { LockFacts, ManifestFacts, Requirement, RuntimeVersion } from '../../manifestFacts';

/** `go.mod`. A `replace` with a folder is kept as the requirement's source. */
export function parseGoMod(text: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const runtimes: RuntimeVersion[] = [];
  const replaced = new Map<string, string>();
  let block = '';
  let name: string | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const [code = '', comment = ''] = splitComment(raw);
    const opened = /^(require|replace|exclude|retract|tool)\s{0,9}\($/.exec(code)?.[1];
    if (opened !== undefined) block = opened;
    else if (code === ')') block = '';
    else {
      const [verb = '', ...words] = block === '' ? code.split(/\s+/) : [block, ...code.split(/\s+/)];
      if (verb === 'module') name = words[0]?.replaceAll('"', '');
      if (verb === 'go') runtimes.push({ name: 'go', version: words[0] ?? '', line: index + 1 });
      if (verb === 'toolchain') runtimes.push({ name: 'go-toolchain', version: words[0] ?? '', line: index + 1 });
      if (verb === 'require') requirements.push(...required(words, /\bindirect\b/.test(comment), index + 1));
      const arrow = words.indexOf('=>');
      if (verb === 'replace' && arrow > 0) replaced.set(words[0] ?? '', words.slice(arrow + 1).join(' '));
    }
  }
  return {
    ecosystem: 'golang',
    format: 'go.mod',
    ...(name === undefined ? {} : { name }),
    requirements: requirements.map((one) => {
      const location = replaced.get(one.name);
      if (location === undefined) return one;
      const isPath = /^\.{0,2}\//.test(location);
      return isPath
        ? { ...one, source: { kind: 'path', location } }
        : { ...one, declared: location.split(' ')[1] ?? one.declared };
    }),
    runtimes,
  };
}

function splitComment(line: string): [string, string] {
  const at = line.indexOf('//');
  return at === -1 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at)];
}

function required([name, version]: readonly string[], indirect: boolean, line: number): Requirement[] {
  if (!name || !version || !/[./]/.test(name)) return [];
  return [{ name, declared: version, scope: 'runtime', line, ...(indirect ? { indirect: true as const } : {}) }];
}

/** `go.work`: the modules that are built together. */
export function parseGoWork(text: string): ManifestFacts {
  const members: string[] = [];
  let inUse = false;
  for (const raw of text.split('\n')) {
    const line = splitComment(raw)[0];
    if (/^use\s{0,9}\($/.test(line)) inUse = true;
    else if (line === ')') inUse = false;
    else if (inUse && line !== '') members.push(line);
    else if (line.startsWith('use ')) members.push(line.slice(4).trim());
  }
  return { ecosystem: 'golang', format: 'go.work', requirements: [], members };
}

/** `go.sum` holds hashes; `go.mod` names the versions already, so only its presence matters. */
export function parseGoSum(): LockFacts {
  return { ecosystem: 'golang', format: 'go.sum', packages: [] };
}
