import type { Browser, BrowserContext } from 'playwright-core';
import { startBrowser } from '../../support/editor/browser';
import { openPanelPage, type PanelPage, type PanelPageOptions } from './panelPage';

/** One browser for the tests of a `describe`; each test opens pages of its own, and they are closed after it. */
export function usePanelBrowser(): (options?: PanelPageOptions) => Promise<PanelPage> {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  before(async () => {
    browser = await startBrowser();
  });
  beforeEach(async () => {
    context = await browser?.newContext();
  });
  afterEach(async () => {
    await context?.close();
  });
  after(async () => {
    await browser?.close();
  });
  return async (options) => {
    if (!context) throw new Error('The browser is not there');
    const panel = await openPanelPage(context, options);
    await panel.said('ready');
    return panel;
  };
}
