import { roughBytesOf } from '../../../facts/roughSize';
import { languageEntry } from '../../../languages/linguistTable';
import type { ScanModel } from '../../../scanModel';
import type { Ecosystem } from '../manifestFacts';

/** Languages (as Linguist names them) of the code that takes packages of each kind. */
const languages: Readonly<Record<Ecosystem, readonly string[]>> = {
  npm: ['JavaScript', 'TypeScript', 'TSX', 'Vue', 'Svelte', 'Astro', 'CoffeeScript', 'MDX', 'Glimmer JS', 'Glimmer TS'],
  pypi: ['Python', 'Cython'],
  maven: ['Java', 'Kotlin', 'Scala', 'Groovy', 'Clojure', 'ClojureScript'],
  nuget: ['C#', 'F#', 'Visual Basic .NET'],
  composer: ['PHP', 'Hack'],
  gem: ['Ruby', 'Crystal'],
  golang: ['Go', 'templ'],
  cargo: ['Rust', 'Slint'],
  hex: ['Elixir', 'Erlang', 'Gleam'],
  pub: ['Dart'],
  hackage: ['Haskell', 'Literate Haskell', 'PureScript'],
  swift: ['Swift', 'Objective-C', 'Objective-C++', 'Metal'],
};

const minShare = 0.4;

/**
 * Whether packages of these kinds are what the product is built with: whether they serve a good part of its code. Tools that a
 * repository of another language installs for its tests or its pages are not.
 */
export function servesProduct(model: ScanModel, ecosystems: ReadonlySet<Ecosystem>, least = minShare): boolean {
  const served = new Set([...ecosystems].flatMap((ecosystem) => languages[ecosystem]));
  let [own, total] = [0, 0];
  for (const file of model.files) {
    const { role, languageName, skipped } = file;
    // What was packed or made by a tool is not what somebody wrote.
    if (role !== 'source' || skipped !== undefined) continue;
    const isServed = served.has(languageName);
    if (!isServed && languageEntry(languageName)?.type !== 'programming') continue;
    const bytes = roughBytesOf(file);
    total += bytes;
    if (isServed) own += bytes;
  }
  // Where nothing but settings is there, the manifest is all that can be told, unless it only serves those.
  return total === 0 ? !model.files.some(({ path }) => settings.test(path)) : own >= total * least;
}

/** What is made of settings for a tool: collections and roles of Ansible, charts of Helm. */
const settings = /(?:^|\/)(?:galaxy\.yml|Chart\.yaml|meta\/main\.yml)$/;
