import { checkRoutes } from './checkRoutes';

describe('what middleware of JavaScript and TypeScript answers', () => {
  it('is a route where it hands nothing on', () =>
    checkRoutes(
      {
        'server.js': `const express = require('express');
const auth = require('./auth');
const app = express();
app.use('/health', (req, res) => { res.status(200).json({ ok: true }); });
app.use('/metrics', async function (request, response) { response.send(await collect()); });
app.use('/guarded', auth, (req, res) => { if (!store) return res.status(404).end(); res.send(store); });
app.use('/counted', (req, res) => { res.on('finish', () => counter.add()); });
app.use('/logged', (req, res, next) => { res.json; next(); });
app.use('/api', (req, res) => res.status(404).json({ message: 'not found' }));
app.use((req, res) => res.sendFile('index.html'));
const places = { readyEndpoint: '/ready' };
app.use(places.readyEndpoint, function (req, res, next) { res.send('ready'); });
app.listen(3000);
`,
        'package.json': '{"name":"shop","dependencies":{"express":"4"}}',
      },
      ['ANY /health', 'ANY /metrics', 'ANY /guarded', 'ANY /ready'],
    ));

  it('sockets are told of a file that holds nothing else', () =>
    checkRoutes(
      {
        'server.js': `const express = require('express');
const { agentSocket } = require('./agentSocket');
const app = express();
const api = express.Router();
require('@shop/express-ws').default(app);
app.use('/api', api);
agentSocket(api);
app.listen(3000);
`,
        'agentSocket.js': `function agentSocket(app) {
  if (!app) return;
  app.ws('/agents/:uuid', async function (socket, request) {
    socket.on('message', relay);
  });
}
module.exports = { agentSocket };
`,
      },
      ['WS /api/agents/{uuid}'],
    ));
});
