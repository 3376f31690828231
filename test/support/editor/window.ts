import type { FrameLocator, Page } from 'playwright-core';

/** Waits until the workbench is drawn. */
export async function workbenchDrawn(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
}

/**
 * Runs a command through the palette, as a user does. A webview that is just loading takes the focus and closes the
 * palette, so it is tried again.
 */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  for (let attempt = 1; ; attempt++) {
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 2000 });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click({ timeout: 3000 });
      return;
    } catch (error) {
      if (attempt >= 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The document of the n-th webview: VS Code's shell frame, and in it the frame with the extension's own HTML. */
export function webviewFrame(page: Page, nth = 0): FrameLocator {
  return page.frameLocator('iframe.webview.ready').nth(nth).frameLocator('iframe#active-frame');
}

/** Opens the Contox container in the activity bar. */
export async function openContoxContainer(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Contox' }).first().click();
}
