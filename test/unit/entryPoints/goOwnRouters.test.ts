import { checkRoutes } from './checkRoutes';

const mod = 'module example.com/shop\n\ngo 1.22\n';
const router = `package web

import (
	"net/http"
	"path"
)

type router struct {
	mux    *http.ServeMux
	prefix string
}

type RouterAdmin struct{ router }
type RouterPublic struct{ router }

func newRouter() *router { return &router{mux: http.NewServeMux()} }

func NewPublic() *RouterPublic { return &RouterPublic{router: *newRouter()} }

func NewAdmin() *RouterAdmin {
	r := &RouterAdmin{router: *newRouter()}
	r.prefix = "/admin"
	return r
}

func NewBelow(prefix string) *RouterPublic {
	r := NewPublic()
	r.prefix = prefix
	return r
}

func (r *router) GET(route string, handle http.HandlerFunc) { r.handle(http.MethodGet, route, handle) }

func (r *router) handle(method string, route string, handler http.Handler) {
	r.mux.Handle(method+" "+path.Join(r.prefix, route), handler)
}
`;
const cups = `package cups

import (
	"net/http"

	"example.com/shop/web"
)

const CupsPath = "/cups"

type Handler struct{}

func (h *Handler) SetPublicRoutes(public *web.RouterPublic) {
	public.GET(CupsPath, h.list)
}

func (h *Handler) SetAdminRoutes(admin *web.RouterAdmin) {
	admin.GET(CupsPath, h.list)
}

func (h *Handler) list(w http.ResponseWriter, r *http.Request) {}
`;
const main = `package main

import (
	"net/http"

	"example.com/shop/cups"
	"example.com/shop/web"
)

func main() {
	h := &cups.Handler{}
	public, admin := web.NewPublic(), web.NewAdmin()
	h.SetPublicRoutes(public)
	h.SetAdminRoutes(admin)
	http.ListenAndServe(":1", public)
	http.ListenAndServe(":2", admin)
}
`;

describe('routers that a project of Go makes of the standard mux', () => {
  it('put the field of the struct that they embed before their routes, or nothing where it is left empty', () =>
    checkRoutes(
      { 'go.mod': mod, 'web/router.go': router, 'cups/cups.go': cups, 'main.go': main },
      ['GET /cups cups/cups.go:14', 'GET /admin/cups cups/cups.go:18'],
      true,
    ));

  it('tell a line once for each of the routers that its function is called with', () =>
    checkRoutes(
      {
        'go.mod': mod,
        'web/router.go': router,
        'cups/cups.go': cups,
        'main.go': main.replace('h.SetAdminRoutes(admin)', 'below := web.NewBelow("/v2")\n\th.SetPublicRoutes(below)'),
      },
      ['GET /cups cups/cups.go:14', 'GET /v2/cups cups/cups.go:14', 'GET /admin/cups cups/cups.go:18'],
      true,
    ));
});

describe('forks and constants of Go', () => {
  const forked = `package server

import (
	"net/http"

	"github.com/acme/mux"
)

const adminPath = reservedPath + "/admin"

func Serve() {
	router := mux.NewRouter().SkipClean(true)
	admin := router.PathPrefix(adminPath).Subrouter()
	admin.Methods(http.MethodPost).Path("/cups").HandlerFunc(add)
	http.ListenAndServe(":80", router)
}
`;
  const texts = `package server

import "net/http"

const (
	slash        = "/"
	reservedPath = slash + "shop"
)

func add(w http.ResponseWriter, r *http.Request) {}
`;

  it('are read as the library whose name they bear, and whichever file comes first', () =>
    checkRoutes(
      { 'go.mod': `${mod}\nrequire github.com/acme/mux v1.8.0\n`, 'server/a.go': forked, 'server/b.go': texts },
      ['POST /shop/admin/cups'],
    ));
});

describe('a beginning without an end', () => {
  const nodes = Array.from({ length: 40 }, (_, at) => at);
  const calls = nodes.map((at) => `eval${at}(x + "/a")`).join('\n\t');
  const endless = nodes.map((at) => `func eval${at}(x string) string {\n\t${calls}\n\treturn x + "/b"\n}\n`).join('\n');

  it('leaves steps to the others', () =>
    checkRoutes(
      {
        'go.mod': mod,
        'eval/eval.go': `package eval\n\nimport "net/http"\n\nfunc Eval() {\n\teval0("/")\n}\n\n${endless}`,
        'web/web.go':
          'package web\n\nimport "net/http"\n\nfunc Serve() {\n\thttp.HandleFunc("/cups", list)\n\thttp.ListenAndServe(":80", nil)\n}\n',
      },
      ['ANY /cups'],
    ));
});
