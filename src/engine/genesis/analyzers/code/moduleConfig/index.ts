import type { Extractor } from '../../../extractor';
import type { ModuleConfig } from '../../../facts/moduleConfig';
import { readComposer, readGradle, readMaven, readMsBuild } from './build';
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
};

const typescriptConfig = /^(?:tsconfig|jsconfig)(?:\.[\w.-]+)?\.json$/;

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (Object.hasOwn(readers, name)) return readers[name];
  if (typescriptConfig.test(name)) return readTypeScriptConfig;
  return /\.(?:cs|fs|vb)proj$/.test(name) ? readMsBuild : undefined;
}

/** Reads the files that steer module resolution. A file that is not well formed has nothing to say. */
export const moduleConfigExtractor: Extractor<ModuleConfig> = {
  id: 'moduleConfig',
  version: 3,
  wants: (file) => readerOf(file.path) !== undefined,
  extract: (file) => readerOf(file.path)?.(file.text),
};
