import type { Extractor } from '../../../extractor';
import type { ModuleConfig } from '../../../facts/moduleConfig';
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
};

const typescriptConfig = /^(?:tsconfig|jsconfig)(?:\.[\w.-]+)?\.json$/;

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return Object.hasOwn(readers, name) ? readers[name] : typescriptConfig.test(name) ? readTypeScriptConfig : undefined;
}

/** Reads the files that steer module resolution. A file that is not well formed has nothing to say. */
export const moduleConfigExtractor: Extractor<ModuleConfig> = {
  id: 'moduleConfig',
  version: 1,
  wants: (file) => readerOf(file.path) !== undefined,
  extract: (file) => readerOf(file.path)?.(file.text),
};
