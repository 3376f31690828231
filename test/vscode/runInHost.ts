import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { newProfile, startBrowser } from '../support/editor/browser';
import { repositoryRoot } from '../support/editor/editorPackage';
import { type EditorServer, startServer } from '../support/editor/server';
import { sampleWorkspace } from '../support/sampleWorkspace';
import { buildSuites } from './buildSuites';

interface Outcome {
  readonly title: string;
  readonly state: string;
  readonly error?: string;
}

const timeoutMs = 240_000;

/** VS Code's page calls these two while it runs extension tests; the log carries the workbench's own lines too. */
async function watchTestRun(page: Page): Promise<{ readonly ended: Promise<number> }> {
  let printing = false;
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    if (args[0] === '@@begin') printing = true;
    else if (args[0] === '@@end') printing = false;
    else if (printing) console.log(...args);
  });
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolveEnd) => {
    end = resolveEnd;
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
  return { ended };
}

/** A killed host comes back by itself and starts the tests anew: two hosts in one run mean that one died. */
function hostDied(server: EditorServer): Promise<string> {
  const seen = new Set<number>();
  return new Promise((resolveDied) => {
    const timer = setInterval(() => {
      for (const host of server.extensionHosts()) seen.add(host.pid);
      if (seen.size < 2) return;
      clearInterval(timer);
      resolveDied('the extension host died in the middle of the tests');
    }, 200);
    timer.unref();
  });
}

async function keepArtifacts(server: EditorServer | undefined, page: Page | undefined): Promise<void> {
  const folder = join(repositoryRoot, 'artifacts', 'vscode');
  await mkdir(folder, { recursive: true });
  await page?.screenshot({ path: join(folder, 'window.png') });
  if (server) await cp(join(server.userData, 'logs'), join(folder, 'logs'), { recursive: true }).catch(() => undefined);
}

async function run(vsix: string, suites?: string, workspace?: string): Promise<boolean> {
  const scratch = await mkdtemp(join(tmpdir(), 'cxh-'));
  const resultFile = join(scratch, 'result.json');
  // Tests run only beside an extension "under development": an empty one, so that ours is the packaged file.
  const empty = join(scratch, 'host');
  await mkdir(empty);
  await writeFile(
    join(empty, 'package.json'),
    JSON.stringify({ name: 'test-host', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
  );
  const tests = await buildSuites(suites);
  const server = await startServer({ vsix: [vsix], testDriver: true, environment: { CONTOX_TEST_RESULT: resultFile } });
  const browser = await startBrowser();
  let page: Page | undefined;
  try {
    const folder = workspace ?? sampleWorkspace(join(scratch, 'ws'));
    page = await (await newProfile(browser)).newPage();
    const { ended } = await watchTestRun(page);
    await page.goto(
      server.url({
        folder,
        payload: [
          ['extensionDevelopmentPath', server.remoteUri(empty)],
          ['extensionTestsPath', server.remoteUri(tests)],
        ],
      }),
    );
    const late = new Promise<string>((resolveLate) => setTimeout(resolveLate, timeoutMs, 'time-out').unref());
    const end = await Promise.race([ended, late, hostDied(server)]);
    const outcomes: Outcome[] = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : [];
    const count = (state: string): number => outcomes.filter((outcome) => outcome.state === state).length;
    for (const outcome of outcomes)
      if (outcome.state === 'failed') console.log(`\nFAILED ${outcome.title}\n${outcome.error}`);
    if (typeof end === 'string') console.log(end);
    console.log(`vscode: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
    const good = end === 0 && count('failed') === 0 && count('passed') > 0;
    if (!good) await keepArtifacts(server, page);
    return good;
  } finally {
    await browser.close();
    await server.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { suites: { type: 'string' }, folder: { type: 'string' } },
});
const path = (name: string | undefined): string | undefined => (name === undefined ? undefined : resolve(name));

run(resolve(positionals[0] ?? 'contox.vsix'), path(values.suites), path(values.folder)).then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
