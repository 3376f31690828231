import { checkRoutes } from './checkRoutes';

describe('paths that handlers of plain HTTP servers tell apart', () => {
  it('a server of Node.js, and no client of it', () =>
    checkRoutes(
      {
        'server.js': `const http = require('http');

http.createServer((req, res) => {
  const { pathname } = new URL(req.url, 'http://localhost');
  // if (pathname === '/never') return;
  if (req.method === 'POST' && pathname === '/orders') return create(req, res);
  if (req.method === 'GET') {
    switch (pathname) {
      case '/orders':
      case '/orders/open':
        return list(res);
      default:
        switch (kind) {
          case '/nothing':
            return;
        }
    }
  } else if (pathname === '/health') {
    res.end('ok');
  }
}).listen(80);
`,
        'client.js': "const http = require('http');\nif (request.url === '/orders') http.get(request.url);\n",
      },
      ['POST /orders', 'GET /orders', 'GET /orders/open', 'ANY /health'],
    ));

  it('a handler of Netty that sends all other methods away', () =>
    checkRoutes(
      {
        'src/main/java/shop/OrderServer.java': `package shop;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;

public class OrderServer extends SimpleChannelInboundHandler<FullHttpRequest> {
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest msg) {
        String uri = msg.uri();
        answer(ctx, msg.method(), uri);
    }

    private Object answer(ChannelHandlerContext ctx, HttpMethod method, String uri) {
        if (HttpMethod.POST != method) {
            return null;
        }
        try {
            switch (uri) {
                case "/orders":
                    return orders();
                case "/users" -> go("/none");
                case "/more":
                    return users();
                default:
                    return null;
            }
        } catch (Exception error) {
            return null;
        }
    }
}
`,
      },
      ['POST /orders', 'POST /users', 'POST /more'],
    ));

  it('a server of Go and one of Python', () =>
    checkRoutes(
      {
        'main.go': `package main

import "net/http"

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/orders", "/users":
		s.list(w)
	default:
		http.NotFound(w, r)
	}
	if r.URL.Path == "/single" {
		return
	}
}
`,
        'mocks/bank.py': `from http.server import BaseHTTPRequestHandler


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/accounts":
            self.show()
`,
        'serve.py': `from http.server import BaseHTTPRequestHandler
from urllib.parse import urlparse


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parsed = urlparse(self.path)
        if parsed.path == "/pages":
            self.show()
        elif parsed.path in ("/a", "/b"):
            self.show()

    def do_POST(self):
        if self.path == "/pages":
            self.store()
`,
      },
      ['ANY /orders', 'ANY /users', 'GET /pages', 'GET /a', 'GET /b', 'POST /pages'],
    ));
});
