import { mountedSockets } from '../readers/mountedSockets';
import type { WayRule } from '../wayRule';

const script = ['javascript', 'typescript', 'tsx'] as const;
const kind = 'websocket' as const;
/** What the library itself sends. */
const ownEvents = /^(?:connection|connect|disconnect(?:ing)?|error|message_error|reconnect\w*|connect_error|close)$/;

/** `.on('message', …)`, and `.on(chatEvents.message, …)`, which is told as it is written. */
const receives =
  '\\.on\\(\\s{0,20}[\'"`]?(?<name>(?<=[\'"`])[\\w:./-]{1,80}(?=[\'"`])|\\w{0,40}(?:[eE]vents?|EVENTS?)\\.\\w{1,60}(?=\\s{0,4},))';
const eventName = (name: string): string | undefined =>
  ownEvents.test(name.replace(/^\w*events?\./i, '')) ? undefined : name;

const classMapping =
  /@MessageMapping\(\s{0,10}(?:value\s{0,4}=\s{0,4})?"([^"\n]{1,120})"\s{0,4}\)(?:\s{1,40}@\w{1,60}(?:\([^()\n]{0,200}\))?){0,8}\s{1,40}(?:(?:public|final|abstract|open)\s{1,5}){0,3}class\b/g;

/** Methods lie below the address of the class around them, which itself receives nothing. */
function messagesOfClass(text: string, at: number): string | undefined {
  let before = '';
  for (const { index, 1: address = '' } of text.matchAll(classMapping)) {
    if (index === at) return undefined;
    if (index < at) before = address;
  }
  return before;
}

/** `^ws/cups/(?P<id>\w+)/$` is `/ws/cups/{id}/`. */
const channelPath = (name: string): string =>
  `/${name
    .replace(/^\^?\/?|\$$/g, '')
    .replace(/\(\?P<(\w{1,60})>[^()]{0,60}\)/g, '{$1}')
    .replace(/<(?:\w{1,20}:)?(\w{1,60})>/g, '{$1}')
    .replace(/\/\?$/, '/')}`;

/** Sockets that stay open: what a client may send to them. */
export const socketRules: readonly WayRule[] = [
  {
    // Below what a client says lies the connection itself, a raw socket.
    id: 'socketIo',
    kind,
    framework: 'Socket.IO',
    languages: script,
    needs: ["'socket.io'", '"socket.io"'],
    find: new RegExp(`\\b(?!raw)(?:\\w{0,40}[sS]ocket|client|nsp|\\w{0,40}[nN]amespace)${receives}`, 'g'),
    named: eventName,
  },
  {
    // `export function addHandlers(socket: ChatSocket)`: the socket is handed over, the library is imported elsewhere.
    id: 'socketIoHandedOn',
    kind,
    framework: 'Socket.IO',
    languages: script,
    needs: ['ocket.on('],
    holds: /[(,]\s{0,10}\w{0,40}[sS]ocket\s{0,4}(?::\s{0,4}(?!WebSocket\b)\w{0,60}Socket\b[\w<>.]{0,80}\s{0,4})?[,)]/,
    handedOn: true,
    // Sockets of the runtime itself hear other things.
    counts: (text) => !/["'](?:node:)?(?:net|tls|dgram)["']/.test(text),
    find: new RegExp(`\\b(?!raw)\\w{0,40}[sS]ocket${receives}`, 'g'),
    named: eventName,
  },
  {
    id: 'socketIoServer',
    kind,
    framework: 'Socket.IO',
    languages: script,
    needs: ["'socket.io'", '"socket.io"'],
    find: /\b\w{1,40}(?:\.of\(\s{0,10}['"`](?<name>[^'"`\n]{1,80})['"`]\s{0,10}\)\s{0,20})?\.on\(\s{0,20}['"`]connection['"`]/g,
    named: (name) => (name === '' ? 'connection' : name),
  },
  {
    id: 'ws',
    kind,
    framework: 'ws',
    languages: script,
    needs: ["'ws'", '"ws"'],
    find: /\bnew\s{1,5}(?:\w{1,40}\.)?(?:WebSocketServer|WebSocket\.Server|WSServer|WSS|Server)\(\s{0,20}\{(?:[^}]{0,200}?\bpath:\s{0,10}['"`](?<name>[^'"`\n]{1,100})['"`])?/g,
    named: (name) => (name === '' ? 'WebSocket server' : name),
    counts: (text) => mountedSockets(text).length === 0,
  },
  {
    id: 'nestGateway',
    kind,
    framework: 'NestJS gateway',
    languages: script,
    needs: ["'@nestjs/websockets'", '"@nestjs/websockets"'],
    find: /@SubscribeMessage\(\s{0,10}(?:['"`](?<name>[^'"`\n]{1,100})['"`])?/g,
    decorates: 'function',
  },
  {
    id: 'pythonSocketIo',
    kind,
    framework: 'Socket.IO',
    languages: ['python'],
    needs: ['flask_socketio', 'import socketio', 'from socketio'],
    find: /^[ \t]{0,20}@\w{0,40}(?:[sS]ocket_?\w{0,20}|sio)\.(?:on\(\s{0,20}['"](?<name>[\w:./ -]{1,80})['"]|event\b)/gm,
    decorates: 'function',
    named: (name) => (name === '' ? undefined : eventName(name)),
  },
  {
    id: 'djangoChannels',
    kind,
    framework: 'Django Channels',
    languages: ['python'],
    needs: ['channels.generic.websocket'],
    find: /^class\s{1,5}(?<name>\w{1,100})\(\s{0,10}(?:\w{1,80},\s{0,10}){0,4}(?:Async)?(?:Json)?Web[sS]ocketConsumer\b/gm,
  },
  {
    id: 'djangoChannelsPath',
    kind,
    framework: 'Django Channels',
    languages: ['python'],
    needs: ['.as_asgi('],
    find: /\b(?:re_)?path\(\s{0,20}r?["'](?<name>[^"'\n]{1,120})["']\s{0,5},\s{0,20}(?<handler>[\w.]{1,120})\.as_asgi\(/g,
    named: channelPath,
  },
  {
    id: 'actionCable',
    kind,
    framework: 'Action Cable',
    languages: ['ruby'],
    needs: ['ApplicationCable::Channel'],
    find: /\bclass\s{1,5}(?<name>[\w:]{1,120})\s{0,5}<\s{0,5}(?:::)?ApplicationCable::Channel\b/g,
  },
  {
    id: 'phoenixChannel',
    kind,
    framework: 'Phoenix channels',
    languages: ['elixir'],
    needs: ['Phoenix.Socket'],
    find: /^\s{0,20}channel[ (]\s{0,4}"(?<name>[^"\n]{1,100})"\s{0,4},\s{0,10}(?<handler>[\w.]{1,120})/gm,
  },
  {
    id: 'signalR',
    kind,
    framework: 'SignalR',
    languages: ['csharp'],
    needs: ['MapHub<'],
    find: /\.MapHub<(?<handler>[\w.]{1,100})>\(\s{0,10}"(?<name>[^"\n]{1,120})"/g,
    named: (name) => (name.startsWith('/') ? name : `/${name}`),
  },
  {
    id: 'springWebSocket',
    kind,
    framework: 'Spring WebSocket',
    languages: ['java', 'kotlin'],
    needs: ['org.springframework.messaging', 'web.socket'],
    find: /@(?:MessageMapping|SubscribeMapping)\(\s{0,10}(?:value\s{0,4}=\s{0,4})?"(?<name>[^"\n]{1,120})"/g,
    decorates: 'function',
    before: messagesOfClass,
  },
  {
    id: 'springWebSocketEndpoint',
    kind,
    framework: 'Spring WebSocket',
    languages: ['java', 'kotlin'],
    needs: ['web.socket'],
    find: /(?:\.addEndpoint\(\s{0,10}|\.addHandler\(\s{0,20}[\w.()]{1,80},\s{0,20})"(?<name>[^"\n]{1,120})"/g,
  },
  {
    id: 'jakartaWebSocket',
    kind,
    framework: 'Jakarta WebSocket',
    languages: ['java', 'kotlin'],
    needs: ['websocket.server'],
    find: /@ServerEndpoint\(\s{0,10}(?:value\s{0,4}=\s{0,4})?"(?<name>[^"\n]{1,120})"/g,
    decorates: 'class',
  },
];
