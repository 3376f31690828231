import type { HostMessage, PanelMessage, PanelState } from '../src/shared/panelMessages';
import { HostWatch } from './hostWatch';

/** The one place that talks to the host. */

interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: PanelState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
let tellLost: (lost: boolean) => void = () => undefined;

const watch = new HostWatch(
  () => api.postMessage({ type: 'ping' }),
  (lost) => tellLost(lost),
  {
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
  },
);

export function post(message: PanelMessage): void {
  api.postMessage(message);
  watch.said();
}

/** Calls back for each message of the host, and when it stops answering or answers again. */
export function listen(receive: (message: HostMessage) => void, onLost: (lost: boolean) => void): void {
  tellLost = onLost;
  window.addEventListener('message', ({ data }: MessageEvent<HostMessage | null | undefined>) => {
    // Tools and other frames post messages too.
    if (typeof data !== 'object' || data === null || typeof data.type !== 'string') return;
    watch.heard();
    receive(data);
  });
}

export const loadState = (): unknown => api.getState();

export const saveState = (state: PanelState): void => api.setState(state);
