import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { editorNode, ensureEditor, serverMain } from './editorPackage';
import { type ChildProcessFacts, childrenOf } from './processes';

export interface ServerOptions {
  /** Folder for everything the server writes; a short path, since sockets lie below it. Default: a new temporary one. */
  readonly root?: string;
  readonly port?: number;
  readonly vsix?: readonly string[];
  /** Lets a window run extension tests; it also hides notifications, so leave it off where those are looked at. */
  readonly testDriver?: boolean;
  /** Workspace Trust on: folders open in Restricted Mode. */
  readonly restricted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly log?: (text: string) => void;
}

export interface WindowAddress {
  readonly folder?: string;
  readonly workspace?: string;
  readonly payload?: readonly (readonly [string, string])[];
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
};

/** A real VS Code server on loopback, in folders of its own. */
export class EditorServer {
  constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
    readonly port: number,
    readonly root: string,
    private readonly ownsRoot: boolean,
  ) {}

  get userData(): string {
    return join(this.root, 'user');
  }

  /** Where the extension keeps its store, since the server's environment names it. */
  get dataFolder(): string {
    return join(this.root, 'contox');
  }

  extensionHosts(): ChildProcessFacts[] {
    return childrenOf(this.pid).filter((child) => child.commandLine.includes('--type=extensionHost'));
  }

  url({ folder, workspace, payload }: WindowAddress = {}): string {
    const url = new URL(`http://127.0.0.1:${this.port}/`);
    if (folder) url.searchParams.set('folder', folder);
    if (workspace) url.searchParams.set('workspace', workspace);
    if (payload) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  remoteUri(path: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${resolve(path)}`;
  }

  /** Ends the server and all its children; deletes its folder unless the caller named one. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      signalGroup(this.pid, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(this.pid, 'SIGKILL'), 5000);
      await gone;
      clearTimeout(timer);
    }
    signalGroup(this.pid, 'SIGKILL');
    if (this.ownsRoot) await rm(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: nobody is left in the group.
  }
}

function serverEnvironment(root: string, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|CONTOX_)/.test(name),
  );
  return {
    ...Object.fromEntries(outer),
    HOME: join(root, 'home'),
    TMPDIR: join(root, 't'),
    XDG_RUNTIME_DIR: join(root, 't'),
    GIT_CONFIG_GLOBAL: join(root, 'home', '.gitconfig'),
    CONTOX_DATA_DIR: join(root, 'contox'),
    ...extra,
  };
}

function listeningPort(child: ChildProcess, log: ((text: string) => void) | undefined): Promise<number> {
  let output = '';
  return new Promise((resolvePort, reject) => {
    const read = (bytes: Buffer): void => {
      output += bytes.toString();
      log?.(bytes.toString());
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolvePort(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The server ended early (${code ?? signal}):\n${output}`)));
  });
}

export async function startServer(options: ServerOptions = {}): Promise<EditorServer> {
  ensureEditor();
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'cx-')));
  for (const name of ['user/User', 'ext', 'server', 'home', 't']) await mkdir(join(root, name), { recursive: true });
  const settingsFile = join(root, 'user', 'User', 'settings.json');
  const settings = {
    ...quietSettings,
    'security.workspace.trust.enabled': options.restricted === true,
    'security.workspace.trust.startupPrompt': 'never',
    ...options.settings,
  };
  if (!existsSync(settingsFile)) await writeFile(settingsFile, JSON.stringify(settings, null, 2));
  const folders = [
    '--user-data-dir',
    join(root, 'user'),
    '--extensions-dir',
    join(root, 'ext'),
    '--server-data-dir',
    join(root, 'server'),
  ];
  const environment = serverEnvironment(root, options.environment ?? {});
  for (const vsix of options.vsix ?? []) {
    const install = [serverMain, '--install-extension', resolve(vsix), '--force', ...folders];
    const { stdout, stderr } = await promisify(execFile)(editorNode, install, { env: environment });
    options.log?.(stdout + stderr);
  }
  const args = [serverMain, '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off', ...folders);
  if (!options.restricted) args.push('--disable-workspace-trust');
  if (options.testDriver) args.push('--enable-smoke-test-driver');
  // A process group of its own, so that `stop` reaches every child.
  const child = spawn(editorNode, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const port = await listeningPort(child, options.log);
  return new EditorServer(child, child.pid ?? 0, port, root, options.root === undefined);
}
