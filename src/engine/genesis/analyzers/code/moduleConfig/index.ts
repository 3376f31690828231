import type { Extractor } from '../../../extractor';
import type { ModuleConfig } from '../../../facts/moduleConfig';
import type { SourceFile } from '../../../sourceFile';
import {
  gradleReferences,
  readComposer,
  readGemspec,
  readGradle,
  readMaven,
  readMix,
  readMsBuild,
  readPubspec,
} from './build';
import { readCargo } from './cargo';
import { readGoModule, readGoWorkspace } from './go';
import { readNpmPackage } from './npm';
import { readPyproject, readSetupCfg, readSetupPy } from './python';
import { readTypeScriptConfig } from './typescript';

type Reader = (text: string) => ModuleConfig | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'package.json': readNpmPackage,
  'go.mod': readGoModule,
  'go.work': readGoWorkspace,
  'Cargo.toml': readCargo,
  'pyproject.toml': readPyproject,
  'setup.py': readSetupPy,
  'setup.cfg': readSetupCfg,
  'pom.xml': readMaven,
  'build.gradle': readGradle,
  'build.gradle.kts': readGradle,
  'composer.json': readComposer,
  'mix.exs': readMix,
  'pubspec.yaml': readPubspec,
};

const typescriptConfig = /^(?:tsconfig|jsconfig)(?:\.[\w.-]+)?\.json$/;

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (Object.hasOwn(readers, name)) return readers[name];
  if (typescriptConfig.test(name)) return readTypeScriptConfig;
  if (name.endsWith('.gemspec')) return readGemspec;
  return /\.(?:cs|fs|vb)proj$|^Directory\.Build\.(?:props|targets)$/i.test(name) ? readMsBuild : undefined;
}

/**
 * The first line that holds each name whole, however the language spells it: as a key where it is one, since scripts and
 * longer names hold it too.
 */
function linesOf(config: ModuleConfig, file: SourceFile): Record<string, number> {
  const lines: Record<string, number> = {};
  const projects = config.kind === 'build' ? gradleReferences(file.text) : new Map<string, number>();
  for (const name of namesIn(config)) {
    if (name === '') continue;
    const spellings = [...new Set([name, name.replaceAll('_', '-'), name.replaceAll('/', '\\')])];
    const offset =
      projects.get(name) ??
      (config.kind === 'npm' && name === config.name ? nameOffset(file, name) : ownKeyOffset(file, name));
    const offsets = (offset < 0 ? spellings.map((spelling) => wholeOffset(file.text, spelling)) : [offset]).filter(
      (found) => found !== -1,
    );
    if (offsets.length > 0) lines[name] = file.lineAt(Math.min(...offsets));
  }
  return lines;
}

/** Where a package says what it is called: its program may be called so, too. */
function nameOffset(file: SourceFile, name: string): number {
  const found = /"name"\s{0,20}:\s{0,20}"([^"\n]{1,250})"/.exec(file.text);
  return found?.[1] === name ? found.index : ownKeyOffset(file, name);
}

/** Where a manifest has names as keys or in elements of their own: a group, a description or a script may hold them, too. */
function ownKeyOffset({ path, text }: SourceFile, name: string): number {
  if (/(?:package|composer)\.json$/.test(path)) return keyOffset(text, name);
  if (path.endsWith('pom.xml')) return text.indexOf(`<artifactId>${name}</artifactId>`);
  const plain = name.replaceAll(/[^\w-]/g, '\\$&').replaceAll(/[_-]/g, '[_-]');
  // A module's path may begin with that of another.
  if (path.endsWith('go.mod'))
    return text.search(new RegExp(`^[ \\t]{0,9}(?:(?:module|require)[ \\t]{1,9})?"?${plain}(?![\\w./-])`, 'm'));
  if (/(?:pyproject\.toml|setup\.py)$/.test(path))
    return pythonOffset(text, name.replaceAll(/[^\w-]/g, '\\$&').replaceAll('-', '[-_.]{1,3}'));
  if (path.endsWith('pubspec.yaml')) return text.search(new RegExp(`^(?:  ${plain}:|name:[ ]{0,9}${plain}\\s*$)`, 'm'));
  if (path.endsWith('Cargo.toml'))
    return text.search(
      new RegExp(`^(?:name[ ]{0,9}=[ ]{0,9}"${plain}"|"?${plain}"?[ ]{0,9}[.=]|\\[[\\w.-]{0,60}\\.${plain}\\])`, 'm'),
    );
  return -1;
}

/** Names of Python are spelled in many ways: as a project's own one, as a requirement, or as the key of one. */
function pythonOffset(text: string, name: string): number {
  const own = text.search(new RegExp(`\\bname["']?\\s{0,9}=\\s{0,9}["']${name}["']`, 'i'));
  return own >= 0 ? own : text.search(new RegExp(`["']${name}(?![\\w.-])|^"?${name}"?[ ]{0,9}=`, 'im'));
}

function keyOffset(text: string, name: string): number {
  const key = `"${name}"`;
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + 1))
    if (/^\s{0,20}:/.test(text.slice(at + key.length, at + key.length + 30))) return at;
  return -1;
}

/** Not as the beginning or the end of a longer name. */
function wholeOffset(text: string, name: string): number {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + name.length] ?? '')) return at;
  return -1;
}

function namesIn(config: ModuleConfig): readonly string[] {
  switch (config.kind) {
    case 'npm':
      return [config.name ?? config.dependencies[0] ?? '', ...config.linkable];
    case 'cargo':
      return [config.crate ?? '', ...config.dependencies];
    case 'go':
      return [config.module, ...config.requires];
    case 'build':
      return [config.name ?? '', ...config.dependencies, ...config.references];
    case 'python':
      return [config.name ?? '', ...config.dependencies];
    default:
      return [];
  }
}

/** Reads the files that steer module resolution. A file that is not well formed has nothing to say. */
export const moduleConfigExtractor: Extractor<ModuleConfig> = {
  id: 'moduleConfig',
  version: 25,
  wants: (file) => readerOf(file.path) !== undefined,
  extract(file) {
    const config = readerOf(file.path)?.(file.text);
    if (config === undefined) return undefined;
    const lines = linesOf(config, file);
    return Object.keys(lines).length === 0 ? config : { ...config, lines };
  },
};
