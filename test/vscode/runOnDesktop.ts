import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { repositoryRoot } from '../support/editor/editorPackage';
import { sampleWorkspace } from '../support/sampleWorkspace';
import { buildSuites } from './buildSuites';

async function run(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'cxd-'));
  await runTests({
    extensionDevelopmentPath: repositoryRoot,
    extensionTestsPath: await buildSuites(),
    launchArgs: [
      sampleWorkspace(join(scratch, 'ws')),
      '--disable-workspace-trust',
      '--user-data-dir',
      join(scratch, 'user'),
    ],
    extensionTestsEnv: { CONTOX_DATA_DIR: join(scratch, 'contox') },
  });
}

run().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
