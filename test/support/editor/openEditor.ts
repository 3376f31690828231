import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { repositoryRoot } from './editorPackage';
import { startServer } from './server';

/** Path of a desktop VS Code that was downloaded, or `undefined` where none can be had or shown. */
async function desktopEditor(): Promise<string | undefined> {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay || process.env['CONTOX_START_SERVER']) return undefined;
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(repositoryRoot, '.vscode-test') });
  } catch (error) {
    console.error(`The desktop VS Code can't be downloaded (${String(error)}); using the server build.`);
    return undefined;
  }
}

async function openEditor(folder: string): Promise<void> {
  const desktop = await desktopEditor();
  if (desktop) {
    const profile = join(tmpdir(), `contox-start-${userInfo().username}`);
    const child = spawn(
      desktop,
      ['--extensionDevelopmentPath', repositoryRoot, '--user-data-dir', profile, folder].filter(Boolean),
      { stdio: 'inherit' },
    );
    await once(child, 'exit');
    return;
  }
  const server = await startServer({ vsix: [join(repositoryRoot, 'contox.vsix')] });
  console.log(`VS Code with Contox: ${server.url({ folder })}`);
  console.log('Open the address in a browser. Ctrl+C ends the server and deletes its folders.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  await server.stop();
}

openEditor(process.argv[2] ?? process.cwd()).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
