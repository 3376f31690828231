import type { TextNote } from '../../../shared/ingest';
import { binaryExtensions } from '../../genesis/listing/data/binaryExtensions';
import { contentWindow, generatedRules } from '../../genesis/listing/data/contentRules';
import { nameRules } from '../../genesis/listing/data/nameRules';
import type { Attributes } from '../../genesis/listing/gitAttributes';

/** Written by package managers: thousands of lines that say what one line of a manifest says. */
const lockFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|deno\.lock|composer\.lock|Gemfile\.lock|Cargo\.lock|go\.sum|go\.work\.sum|poetry\.lock|uv\.lock|pdm\.lock|pixi\.lock|Pipfile\.lock|conda-lock\.yml|mix\.lock|rebar\.lock|pubspec\.lock|packages\.lock\.json|project\.assets\.json|paket\.lock|gradle\.lockfile|buildscript-gradle\.lockfile|Podfile\.lock|Cartfile\.resolved|Package\.resolved|flake\.lock|\.terraform\.lock\.hcl|Chart\.lock|MODULE\.bazel\.lock|stack\.yaml\.lock|cabal\.project\.freeze|Brewfile\.lock\.json|gems\.locked|shard\.lock|elm-stuff\/.{1,200})$/;

/** Nobody writes lines of this length. */
const longLine = 2_000;

/** Why the text of a file is not worth keeping, told by its name: then it is a name and numbers only. */
export function quietByName(path: string, binary: boolean, attributes: Attributes): TextNote | undefined {
  const extension = /\.([^./]{1,20})$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (binary || binaryExtensions.has(extension)) return 'binary';
  if (lockFile.test(path)) return 'lock';
  const said = attributes.reasonFor(path);
  if (said !== undefined) return said === 'keep' ? undefined : 'generated';
  const rule = nameRules.find((candidate) => candidate.pattern.test(path));
  return rule === undefined ? undefined : rule.reason === 'minified' ? 'minified' : 'generated';
}

/** The same told by changed lines, where these are at the head of the file. */
export function quietByText(lines: readonly string[], fromHead: boolean): TextNote | undefined {
  if (lines.some((line) => line.length > longLine)) return 'minified';
  if (!fromHead) return undefined;
  const head = lines.join('\n').slice(0, contentWindow);
  const generated = generatedRules.some((rule) => rule.place === 'head' && !rule.languages && rule.pattern.test(head));
  return generated ? 'generated' : undefined;
}
