import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

/** `mount(path: string, …) { const wss = new WebSocketServer({ noServer: true })`. */
const helper =
  /\b(\w{1,60})\s{0,3}\(\s{0,10}(?:path|pathname|route|url|endpoint)\s{0,4}(?::\s{0,4}string\s{0,4})?[,)][^;{]{0,300}\{[^}]{0,400}?\bnew\s{1,5}(?:\w{1,40}\.)?(?:WebSocketServer|WebSocket\.Server|WSServer|WSS)\(/g;

/** Where a function that is given a path makes a server of sockets: each call of it in the same file. */
export function mountedSockets(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(helper)].slice(0, 10).flatMap(({ 1: mount = '' }) => {
    const calls = new RegExp(`\\b${mount}\\(\\s{0,20}['"\`](/[^'"\`\\n]{0,100})['"\`]`, 'g');
    return [...text.matchAll(calls)].slice(0, 100).map(({ 1: name = '', index }) => ({ name, at: index }));
  });
}

export function mountedSocketWays(text: string, file: SourceFile): WayFact[] {
  return mountedSockets(text).map(({ name, at }) => ({
    kind: 'websocket',
    framework: 'ws',
    name,
    line: file.lineAt(at),
  }));
}

/** Where a server of Socket.IO is made, which other modules may take from there. */
export function socketServers(text: string, file: SourceFile): WayFact[] {
  const at = text.search(/\bnew\s{1,5}(?:\w{1,40}\.)?(?:Server|SocketIO|SocketIOServer)\(/);
  return at < 0 ? [] : [{ kind: 'websocket', framework: 'Socket.IO', name: '', line: file.lineAt(at), isMade: true }];
}
