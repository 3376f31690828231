import type { LanguageId } from '../../sourceFile';
import { CFamilyResolver } from './cFamily';
import { CsharpResolver } from './csharp/resolver';
import { DartResolver } from './dart';
import { ElixirResolver } from './elixir';
import { GoResolver } from './go';
import { JavascriptResolver } from './javascript/resolver';
import { JvmResolver } from './jvm';
import { PhpResolver } from './php';
import { PythonResolver } from './python/resolver';
import type { ImportResolver, ProjectView } from './resolver';
import { RubyResolver } from './ruby/resolver';
import { RustResolver } from './rust/resolver';
import { SwiftResolver } from './swift';

const resolverOf: Readonly<Partial<Record<LanguageId, new (project: ProjectView) => ImportResolver>>> = {
  typescript: JavascriptResolver,
  tsx: JavascriptResolver,
  javascript: JavascriptResolver,
  python: PythonResolver,
  java: JvmResolver,
  kotlin: JvmResolver,
  go: GoResolver,
  ruby: RubyResolver,
  php: PhpResolver,
  csharp: CsharpResolver,
  rust: RustResolver,
  elixir: ElixirResolver,
  dart: DartResolver,
  swift: SwiftResolver,
  // Scala and files of C and its like have imports among these.
  other: CFamilyResolver,
};

const scalaFile = /\.(?:scala|sc)$/;

/** Makes each resolver when the first file of its languages asks. */
export function createResolvers(
  project: ProjectView,
): (language: LanguageId, path: string) => ImportResolver | undefined {
  const made = new Map<unknown, ImportResolver>();
  return (language, path) => {
    const Resolver = scalaFile.test(path) ? JvmResolver : resolverOf[language];
    if (Resolver === undefined) return undefined;
    let resolver = made.get(Resolver);
    if (resolver === undefined) {
      resolver = new Resolver(project);
      made.set(Resolver, resolver);
    }
    return resolver;
  };
}
