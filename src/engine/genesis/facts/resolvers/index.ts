import type { LanguageId } from '../../sourceFile';
import { cFamilyResolver } from './cFamily';
import { csharpResolver } from './csharp';
import { elixirResolver } from './elixir';
import { goResolver } from './go';
import { javascriptResolver } from './javascript';
import { jvmResolver } from './jvm';
import { phpResolver } from './php';
import { pythonResolver } from './python';
import type { ImportResolver, ProjectView } from './resolver';
import { rubyResolver } from './ruby';
import { rustResolver } from './rust';

const makers: Readonly<Partial<Record<LanguageId, (project: ProjectView) => ImportResolver>>> = {
  typescript: javascriptResolver,
  tsx: javascriptResolver,
  javascript: javascriptResolver,
  python: pythonResolver,
  java: jvmResolver,
  kotlin: jvmResolver,
  go: goResolver,
  ruby: rubyResolver,
  php: phpResolver,
  csharp: csharpResolver,
  rust: rustResolver,
  elixir: elixirResolver,
  // Only files of C and its like have imports among these.
  other: cFamilyResolver,
};

/** Makes each resolver when the first file of its languages asks. */
export function createResolvers(project: ProjectView): (language: LanguageId) => ImportResolver | undefined {
  const made = new Map<unknown, ImportResolver>();
  return (language) => {
    const make = makers[language];
    if (make === undefined) return undefined;
    let resolver = made.get(make);
    if (resolver === undefined) {
      resolver = make(project);
      made.set(make, resolver);
    }
    return resolver;
  };
}
