import type { Extractor } from '../../../extractor';
import type { ModuleConfig } from '../../../facts/moduleConfig';
import type { SourceFile } from '../../../sourceFile';
import { readComposer, readGemspec, readGradle, readMaven, readMix, readMsBuild } from './build';
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
};

const typescriptConfig = /^(?:tsconfig|jsconfig)(?:\.[\w.-]+)?\.json$/;

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (Object.hasOwn(readers, name)) return readers[name];
  if (typescriptConfig.test(name)) return readTypeScriptConfig;
  if (name.endsWith('.gemspec')) return readGemspec;
  return /\.(?:cs|fs|vb)proj$/.test(name) ? readMsBuild : undefined;
}

/** The first line that holds each name, however the language spells it. */
function linesOf(config: ModuleConfig, file: SourceFile): Record<string, number> {
  const lines: Record<string, number> = {};
  for (const name of namesIn(config)) {
    if (name === '') continue;
    const spellings = [name, name.replaceAll('_', '-'), name.replaceAll('/', '\\')];
    const offsets = spellings.map((spelling) => file.text.indexOf(spelling)).filter((offset) => offset !== -1);
    if (offsets.length > 0) lines[name] = file.lineAt(Math.min(...offsets));
  }
  return lines;
}

function namesIn(config: ModuleConfig): readonly string[] {
  switch (config.kind) {
    case 'npm':
      return [config.name ?? '', ...config.runtimeDependencies];
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
  version: 6,
  wants: (file) => readerOf(file.path) !== undefined,
  extract(file) {
    const config = readerOf(file.path)?.(file.text);
    if (config === undefined) return undefined;
    const lines = linesOf(config, file);
    return Object.keys(lines).length === 0 ? config : { ...config, lines };
  },
};
