/** Folders of the code for one platform: `src/jvmMain/kotlin` of Kotlin, `core/jvm/src/main` of sbt. */
const kotlinSet = /(?:^|\/)src\/([a-zA-Z\d]{2,40})(?:Main|Test)\//;
const sbtPart = /(?:^|\/)([a-z-]{2,20})\/src\/(?:main|test)\//;

const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:jvm|android|desktop)/, 'jvm'],
  [/^(?:js|wasm|web|browser|node)/, 'js'],
  [/^(?:native|apple|ios|macos|tvos|watchos|linux|mingw|unix|posix|androidNative)/, 'native'],
];

/** Of what all platforms share, in Kotlin nothing can be seen of any of them. */
const common: readonly string[] = [];

/** For which platforms a file is written, none for what all share; nothing where its place does not tell. */
export function platformsOf(path: string): readonly string[] | undefined {
  const name = kotlinSet.exec(path)?.[1] ?? sbtPart.exec(path)?.[1];
  if (name === undefined) return undefined;
  if (name === 'common' || name === 'shared') return common;
  const parts = name.split(/-|And(?=[A-Z])/).map((part) => part.charAt(0).toLowerCase() + part.slice(1));
  const found = parts.map((part) => families.find(([pattern]) => pattern.test(part))?.[1]);
  return found.every((family) => family !== undefined) ? [...new Set(found)] : undefined;
}

/** Which of the files that declare a name can be meant by one: code for one platform sees none that is for others alone. */
export function usableOn(
  from: string,
  candidates: readonly string[],
  of: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = of.get(from);
  if (own === undefined) return candidates;
  if (own.length > 0)
    return candidates.filter((to) => {
      const others = of.get(to) ?? common;
      return others.length === 0 || others.some((platform) => own.includes(platform));
    });
  const shared = candidates.filter((to) => (of.get(to)?.length ?? 0) === 0);
  // Parts of sbt are compiled with what they share: which of several files is meant depends on the platform.
  return shared.length > 0 || candidates.length > 1 || kotlinSet.test(from) ? shared : candidates;
}
