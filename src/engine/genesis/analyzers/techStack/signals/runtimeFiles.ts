import type { Extractor } from '../../../extractor';
import type { RuntimeVersion } from '../../dependencies/manifestFacts';

/** Files that hold a runtime's version and nothing else. */
const single: Readonly<Record<string, string>> = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  'runtime.txt': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.php-version': 'php',
  '.go-version': 'go',
  '.swift-version': 'swift',
  'rust-toolchain': 'rust',
};

/** Names in `.tool-versions` and `mise.toml` that differ from ours. */
const toolNames: Readonly<Record<string, string>> = { nodejs: 'node', golang: 'go' };

export const runtimeFileExtractor: Extractor<readonly RuntimeVersion[]> = {
  id: 'techStack/runtimeFiles',
  version: 5,
  wants: (file) =>
    single[nameOf(file.path)] !== undefined ||
    terraformFile.test(file.path) ||
    standards.some(({ file: named }) => named.test(file.path)) ||
    /^(\.tool-versions|\.?mise\.toml|rust-toolchain\.toml|\.fvmrc)$/.test(nameOf(file.path)),
  extract(file) {
    const name = nameOf(file.path);
    const runtime = single[name];
    if (terraformFile.test(file.path)) return terraformVersion(file.text);
    const standard = standards.find(({ file: named }) => named.test(file.path));
    if (standard !== undefined) return standardOf(file.text, standard.pattern);
    const found = runtime === undefined ? listed(file.text, name) : alone(file.text, runtime);
    return found.length === 0 ? undefined : found;
  },
};

/** Where the whole says, outside of a choice, which standard of C++ it is written in. */
const standards: readonly { readonly file: RegExp; readonly pattern: RegExp }[] = [
  {
    file: /^(?:src\/)?CMakeLists\.txt$/,
    pattern:
      /^(?:set\s?\(\s?CMAKE_CXX_STANDARD\s{1,9}|target_compile_features\s?\(\s?[\w.${}-]{1,60}\s{1,9}(?:PUBLIC|PRIVATE|INTERFACE)\s{1,9}cxx_std_)(\d\d)\b/i,
  },
  { file: /^meson\.build$/, pattern: /\bcpp_std\s{0,3}[=:]\s{0,3}['"]?(?:c|gnu)\+\+(\d\d)\b/ },
];

function standardOf(text: string, pattern: RegExp): RuntimeVersion[] | undefined {
  for (const [index, line] of text.slice(0, 200_000).split('\n').entries()) {
    const version = line.length > 1_000 ? undefined : pattern.exec(line)?.[1];
    if (version !== undefined) return [{ name: 'c++', version, line: index + 1 }];
  }
  return undefined;
}

/** Where modules of Terraform say, by custom, what they need. */
const terraformFile = /(?:^|\/)(?:versions?|terraform|main|providers?)\.tf$/;

function terraformVersion(text: string): RuntimeVersion[] | undefined {
  const lines = text.slice(0, 40_000).split('\n');
  const at = lines.findIndex((line) => /^\s{1,20}required_version\s{0,9}=/.test(line));
  const version = quoted(lines[at] ?? '');
  const own = version === undefined ? [] : [{ name: 'terraform', version, line: at + 1 }];
  const found = [...own, ...providersOf(lines)];
  return found.length === 0 ? undefined : found;
}

const quoted = (line: string): string | undefined => /"([^"$]{1,60})"/.exec(line)?.[1];

/** `source = "hashicorp/aws"` below `required_providers`, with the version that the next line or the one before it asks for. */
function providersOf(lines: readonly string[]): RuntimeVersion[] {
  const start = lines.findIndex((line) => /^\s{0,20}required_providers\s{0,9}\{/.test(line));
  if (start < 0) return [];
  return lines.slice(start, start + 80).flatMap((line, index, all) => {
    const source = /^\s{0,40}source\s{0,20}=\s{0,9}"(?:registry\.terraform\.io\/)?([\w.-]{1,60}\/[\w.-]{1,60})"/i.exec(
      line,
    )?.[1];
    if (source === undefined) return [];
    const beside = [all[index + 1] ?? '', all[index - 1] ?? ''].find((one) => /^\s{0,40}version\s{0,20}=/.test(one));
    return [
      { name: `terraform/${source.toLowerCase()}`, version: quoted(beside ?? '') ?? '', line: start + index + 1 },
    ];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function alone(text: string, name: string): RuntimeVersion[] {
  const line = text.split('\n').findIndex((one) => one.trim() !== '' && !one.startsWith('#'));
  const version = (text.split('\n')[line] ?? '')
    .trim()
    .replace(/^(python|ruby|v|go|openjdk|temurin)-?/, '')
    .split(/[\s/]/)[0];
  return version !== undefined && /^[\w.*-]{1,40}$/.test(version) ? [{ name, version, line: line + 1 }] : [];
}

function listed(text: string, file: string): RuntimeVersion[] {
  return text.split('\n').flatMap((line, index) => {
    const pattern =
      file === '.tool-versions'
        ? /^([\w-]{1,40})\s{1,9}([\w.-]{1,60})/
        : file === '.fvmrc'
          ? /"(flutter)"\s{0,9}:\s{0,9}"([\w.-]{1,60})"/
          : /^\s{0,9}([\w-]{1,40})\s{0,9}=\s{0,9}"([\w.-]{1,60})"/;
    const [, name, version] = pattern.exec(line) ?? [];
    if (name === undefined || version === undefined) return [];
    if (file === 'rust-toolchain.toml') return name === 'channel' ? [{ name: 'rust', version, line: index + 1 }] : [];
    return [{ name: toolNames[name] ?? name, version: version.replace(/-otp-\d+$/, ''), line: index + 1 }];
  });
}
