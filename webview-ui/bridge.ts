import type { HostMessage, PanelMessage, PanelState } from '../src/shared/panelMessages';

/** The one place that talks to the host. */

interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: PanelState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function post(message: PanelMessage): void {
  api.postMessage(message);
}

/** Calls back for each message of the host. */
export function listen(receive: (message: HostMessage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<HostMessage | null | undefined>) => {
    // Tools and other frames post messages too.
    if (typeof data === 'object' && data !== null && typeof data.type === 'string') receive(data);
  });
}

export const loadState = (): unknown => api.getState();

export const saveState = (state: PanelState): void => api.setState(state);
