/**
 * What ASP.NET Core makes of `[controller]` and `[action]`: a convention names a class that transforms the words, mostly
 * into those of addresses with dashes.
 */
export const tokenTransformerFile =
  /(?:^|\/)(?:Program|Startup|\w{0,80}(?:Transformer|Extensions?|Configuration|Convention|Setup|Installer))\.cs$/;

const asked = /\bnew\s{1,4}RouteTokenTransformerConvention\(\s{0,80}new\s{1,4}(\w{1,100})/;
const declared = /\bclass\s{1,4}(\w{1,100})\s{0,40}:\s{0,40}IOutboundParameterTransformer\b/;

const askedKey = 'aspnet.transforms';
const transformerKey = 'aspnet.transformer.';

export function tokenTransformersOf(text: string): Readonly<Record<string, string>> | undefined {
  const name = asked.exec(text)?.[1];
  const own = declared.exec(text)?.[1];
  if (name === undefined && own === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { [askedKey]: name }),
    ...(own === undefined ? {} : { [transformerKey + own]: kindOf(text) }),
  };
}

/** `Regex.Replace(value, "([a-z])([A-Z])", "$1-$2").ToLower()` */
function kindOf(text: string): string {
  const isLower = /\.ToLower(?:Invariant)?\(/.test(text);
  return /"\$1-\$2"|\bToKebabCase\b|\bKebaberize\(/.test(text)
    ? isLower
      ? 'kebab'
      : 'dashes'
    : isLower
      ? 'lower'
      : '';
}

type Values = Readonly<Record<string, string>>;

/** What words become in a file: what a program asks for holds in its own folder, what a library does, everywhere. */
export function transformerAt(settings: ReadonlyMap<string, { readonly values: Values }>): (path: string) => string {
  const kinds: Values = Object.assign({}, ...[...settings.values()].map(({ values }) => values));
  const askers = [...settings].flatMap(([file, { values }]) => {
    const name = values[askedKey];
    const folder = /(?:^|\/)(?:Program|Startup)\.cs$/.test(file) ? file.slice(0, file.lastIndexOf('/') + 1) : '';
    return name === undefined ? [] : [{ folder, kind: kinds[transformerKey + name] ?? '' }];
  });
  return (path) => askers.find(({ folder }) => path.startsWith(folder))?.kind ?? '';
}

/** A word of a route as a transformer of that kind writes it. */
export function transformed(word: string, kind: string): string {
  const dashed = word.replace(/([a-z])([A-Z])/g, '$1-$2');
  if (kind === 'kebab') return dashed.toLowerCase();
  if (kind === 'dashes') return dashed;
  return kind === 'lower' ? word.toLowerCase() : word;
}
