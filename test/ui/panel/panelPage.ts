import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { HostMessage, PanelMessage, PanelState } from '../../../src/shared/panelMessages';
import { panelHtml } from '../../../src/shell/panel/panelHtml';
import themes from './themes.json';

export type Theme = keyof typeof themes;

/** The few names of the page that the functions below use when they run there; the tests have no DOM of their own. */
interface InPage {
  dispatchEvent(event: unknown): void;
  acquireVsCodeApi: unknown;
  toHost(message: unknown): void;
}
declare const window: InPage;
declare const sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
declare const document: {
  readonly body: { className: string };
  readonly documentElement: { readonly style: { setProperty(name: string, value: string): void } };
  addEventListener(type: string, listener: () => void): void;
};
declare function requestAnimationFrame(callback: (at: number) => void): number;

const ORIGIN = 'http://panel.test';
const NONCE = 'b2c1f0e4d3a59687b2c1f0e4d3a59687';
const dist = process.env['CONTOX_DIST'] ?? join(__dirname, '../../../dist');
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  ttf: 'font/ttf',
  map: 'application/json',
};

/** What the built panel says and hears, with a host of our own in the place of VS Code. */
export interface PanelPage {
  readonly page: Page;
  /** All that the panel has posted, oldest first. */
  readonly posted: PanelMessage[];
  /** Errors of scripts and of the content policy. */
  readonly problems: string[];
  send(...messages: readonly HostMessage[]): Promise<void>;
  /** The first message of the type that arrives, or has arrived, after `from` messages. */
  said<T extends PanelMessage['type']>(type: T, from?: number): Promise<Extract<PanelMessage, { type: T }>>;
  state(): Promise<PanelState | undefined>;
  /** Waits until the expression holds in the page. Playwright's own way needs eval, which the content policy forbids. */
  until(expression: string): Promise<void>;
}

export interface PanelPageOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** What an earlier page kept by `setState`. */
  readonly state?: unknown;
  readonly now?: number;
  /** The host is gone: it does not even answer a ping. The page's clock can be moved then. */
  readonly dead?: boolean;
}

/** Opens the page that the extension would show, with its own HTML, content policy and build. */
export async function openPanelPage(context: BrowserContext, options: PanelPageOptions = {}): Promise<PanelPage> {
  const { theme = 'dark', width = 1280, height = 900, state, now, dead = false } = options;
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  if (now !== undefined) await page.clock.setFixedTime(now);
  if (dead) await page.clock.install();
  const posted: PanelMessage[] = [];
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') problems.push(line.text());
  });
  await page.exposeFunction('toHost', (message: PanelMessage) => void posted.push(message));
  // The loader of the tests wraps named functions in a call of this; the page has to know it too.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(fakeHost, { ...themes[theme], state, answers: !dead });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') {
      const html = panelHtml({
        cspSource: ORIGIN,
        scriptUri: `${ORIGIN}/panel.js`,
        styleUri: `${ORIGIN}/panel.css`,
        nonce: NONCE,
        projectId: 'proj_shop',
      });
      await route.fulfill({ contentType: 'text/html', body: html });
    } else {
      const body = readFileSync(join(dist, 'webview', name));
      await route.fulfill({ contentType: types[name.split('.').at(-1) ?? ''] ?? 'text/plain', body });
    }
  });
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    posted,
    problems,
    send: async (...messages) => {
      await page.evaluate((all) => {
        for (const message of all) window.dispatchEvent(new MessageEvent('message', { data: message }));
      }, messages);
      await settled(page);
    },
    said: (type, from = 0) => waitFor(() => posted.slice(from).find((message) => message.type === type) as never),
    until: (expression) =>
      waitFor(async () => ((await page.evaluate(expression)) === true ? true : undefined)).then(() => undefined),
    state: () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined),
  };
}

/** Runs in the page: the API that VS Code gives a webview, and the theme it puts on the document. */
function fakeHost(given: {
  bodyClass: string;
  variables: Record<string, string>;
  state: unknown;
  answers: boolean;
}): void {
  let kept = given.state;
  window.acquireVsCodeApi = () => ({
    postMessage: (message: { readonly type: string }) => {
      window.toHost(structuredClone(message));
      if (message.type === 'ping' && given.answers)
        window.dispatchEvent(new MessageEvent('message', { data: { type: 'pong' } }));
    },
    getState: () => kept,
    setState: (next: unknown) => {
      kept = next;
      sessionStorage.setItem('state', JSON.stringify(next));
    },
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = given.bodyClass;
    for (const [name, value] of Object.entries(given.variables))
      document.documentElement.style.setProperty(name, value);
  });
}

/** Two frames later: everything that was asked for is rendered. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function waitFor<T>(look: () => T | undefined | Promise<T | undefined>, timeoutMs = 5000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('The panel did not say what was waited for');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
