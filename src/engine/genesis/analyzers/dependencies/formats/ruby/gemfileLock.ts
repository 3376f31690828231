import type { LockedPackage, LockFacts, RuntimeVersion } from '../../manifestFacts';

/** `Gemfile.lock`: sections at column 0, gems at column 4 with their exact version. */
export function parseGemfileLock(text: string): LockFacts {
  const packages: LockedPackage[] = [];
  const runtimes: RuntimeVersion[] = [];
  const seen = new Set<string>();
  let section = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (/^[A-Z]/.test(line)) section = line.trim();
    const [, name, version] = /^ {4}([\w.-]{1,100}) \(([^)]{1,60})\)/.exec(line) ?? [];
    if (name !== undefined && version !== undefined && ['GEM', 'GIT'].includes(section) && !seen.has(name)) {
      seen.add(name);
      packages.push({
        name,
        version: version.replace(/-(x86|x64|arm|aarch|java|universal)[\w-]{0,40}$/, ''),
        line: index + 1,
      });
    }
    const ruby = section === 'RUBY VERSION' ? /ruby (\d[\w.]{0,20})/.exec(line)?.[1] : undefined;
    if (ruby !== undefined) runtimes.push({ name: 'ruby', version: ruby.replace(/p\d+$/, ''), line: index + 1 });
  }
  return { ecosystem: 'gem', format: 'Gemfile.lock', packages, runtimes };
}
