import { checkPrefixes } from './checkRoutes';

const mod = 'module example.com/shop\n\ngo 1.22\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n';

describe('forms of typed languages', () => {
  it('Kotlin has texts in which a name that is put in stands behind several dollars', () =>
    checkPrefixes(
      {
        'src/main/resources/application.yml': 'api:\n  base:\n    path: /api\n',
        'src/main/kotlin/shop/Users.kt': `package shop

import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController

const val USERS = "users"

@RestController
@RequestMapping(value = [$$"\${api.base.path}/$$USERS"])
class Users {
  @GetMapping("/$USERS/{id}")
  fun one() = ""

  @GetMapping($$"""/$\${USERS}/all""")
  fun all() = ""
}
`,
      },
      ['GET /api/users/users/{id}', 'GET /api/users/users/all'],
    ));

  it('Go puts a router that it is handed at the root of another, where it keeps its paths', () =>
    checkPrefixes(
      {
        'go.mod': mod,
        'server/server.go': `package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Server struct{ s *http.Server }

func (s *Server) SetHandler(handler http.Handler) {
	router := chi.NewRouter()
	router.Get("/health", nil)
	router.Mount("/", handler)
	s.s.Handler = router
}
`,
        'api/api.go': `package api

import "github.com/go-chi/chi/v5"

type Api struct{}

func (a *Api) Routes() *chi.Mux {
	router := chi.NewMux()
	router.Get("/users", nil)
	return router
}
`,
        'main.go': `package main

import "example.com/shop/server"

func main() {
	srv := server.Make()
	srv.SetHandler(made().Routes())
}
`,
      },
      ['GET /health', 'GET /users'],
    ));
});
