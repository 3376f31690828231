import { checkPrefixes } from './checkRoutes';

const files = {
  'go.mod': `module example.com/shop

go 1.22

require github.com/gorilla/mux v1
`,
  'again/again.go': `package again

import (
	"net/http"

	"example.com/shop/handler"
	"example.com/shop/server"
)

var _ = server.Server{}

func Again(h *handler.Handler, w http.ResponseWriter, r *http.Request) {
	h.ServeHTTP(w, r)
}
`,
  'users/users.go': `package users

import (
	"net/http"

	"github.com/gorilla/mux"
)

type Handler struct {
	*mux.Router
}

func NewHandler() *Handler {
	h := &Handler{Router: mux.NewRouter()}
	h.Handle("/users", http.HandlerFunc(h.list)).Methods(http.MethodGet)
	return h
}
func (h *Handler) list(w http.ResponseWriter, r *http.Request) {}
`,
  'handler/handler.go': `package handler

import (
	"net/http"
	"strings"

	"example.com/shop/users"
)

type Handler struct {
	UsersHandler *users.Handler
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/api/users"):
		http.StripPrefix("/api", h.UsersHandler).ServeHTTP(w, r)
	}
}
`,
  'server/server.go': `package server

import (
	"net/http"

	"example.com/shop/handler"
	"example.com/shop/users"
)

type Server struct{ Handler *handler.Handler }

func (server *Server) Start() error {
	var usersHandler = users.NewHandler()
	server.Handler = &handler.Handler{
		UsersHandler: usersHandler,
	}
	return http.ListenAndServe(":80", server.Handler)
}
`,
};

describe('handlers of Go that a method serves below a prefix that it cuts off', () => {
  it('lie below it though they are made only later', () => checkPrefixes(files, ['GET /api/users']));

  it('are not placed where several of one type are made', () =>
    checkPrefixes(
      {
        ...files,
        'server/server.go': files['server/server.go'].replace(
          'var usersHandler = users.NewHandler()',
          'var usersHandler = users.NewHandler()\n\tserver.old = users.NewHandler()',
        ),
      },
      ['GET …/users'],
    ));
});
