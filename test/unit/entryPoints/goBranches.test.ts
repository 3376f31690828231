import { checkRoutes } from './checkRoutes';

const api = `package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Route("/api", func(r chi.Router) {
		resource(r, "/tags", false)
		resource(r, "/users", true)
		resource(r, "/plans", config.Editable)
	})
	http.ListenAndServe(":80", r)
}

func resource(r chi.Router, path string, persistable bool) {
	r.Route(path, func(r chi.Router) {
		r.Get("/", list)
		if persistable {
			r.Post("/", create)
		}
		if !persistable {
			r.Get("/frozen", show)
		} else {
			r.Delete("/{id}", remove)
		}
	})
}
`;

describe('branches of Go on a flag that was handed over', () => {
  it('are gone through where the flag says so or is not known', () =>
    checkRoutes({ 'go.mod': 'module example.com/shop\n\ngo 1.22\n', 'main.go': api }, [
      'GET /api/tags',
      'GET /api/tags/frozen',
      'GET /api/users',
      'POST /api/users',
      'DELETE /api/users/{id}',
      'GET /api/plans',
      'GET /api/plans/frozen',
      'POST /api/plans',
      'DELETE /api/plans/{id}',
    ]));
});

const named = `package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

const checkName = "check"

var pages = map[string]http.HandlerFunc{
	checkName: check,
	"info":    info,
}

func main() {
	r := chi.NewRouter()
	for name, page := range pages {
		r.Get("/pages/"+name, page)
	}
	http.ListenAndServe(":80", r)
}
`;

describe('maps of Go', () => {
  it('have the values of constants for their keys', () =>
    checkRoutes({ 'go.mod': 'module example.com/shop\n\ngo 1.22\n', 'main.go': named }, [
      'GET /pages/check',
      'GET /pages/info',
    ]));
});
