import type { LockFacts } from '../../manifestFacts';

/** `gradle.lockfile`: `group:artifact:version=configurations`. */
export function parseGradleLock(text: string): LockFacts {
  const packages = text.split('\n').flatMap((line, index) => {
    const [, name, version] = /^([\w.-]{1,200}:[\w.-]{1,200}):([\w.+-]{1,100})=/.exec(line) ?? [];
    return name === undefined || version === undefined ? [] : [{ name, version, line: index + 1 }];
  });
  return { ecosystem: 'maven', format: 'gradle.lockfile', packages };
}
