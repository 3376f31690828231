import { checkPrefixes } from './checkRoutes';

const mod = 'module example.com/shop\n\ngo 1.22\n\nrequire github.com/gin-gonic/gin v1.10.0\n';
const api =
  'package api\n\nimport "github.com/gin-gonic/gin"\n\nfunc GetCup(router *gin.RouterGroup) {\n\trouter.GET("/cups/:id", func(c *gin.Context) {})\n}\n';
const routes = `package server

import (
	"github.com/gin-gonic/gin"

	"example.com/shop/api"
)

var APIv1 *gin.RouterGroup

func registerRoutes(router *gin.Engine) {
	router.GET("/health", func(c *gin.Context) {})
	api.GetCup(APIv1)
}
`;
const start = (place: string): string => `package server

import (
	"github.com/gin-gonic/gin"

	"example.com/shop/config"
)

func Start(conf *config.Config) {
	router := gin.New()
	APIv1 = router.Group(${place}, nil)
	registerRoutes(router)
	router.Run()
}
`;
const settings = 'package config\n\nconst ApiUri = "/api/v1"\n\ntype Config struct{}\n';

describe('groups of routes that are variables of a package', () => {
  const check = (place: string, expected: string): Promise<void> =>
    checkPrefixes(
      {
        'go.mod': mod,
        'api/cups.go': api,
        'config/config.go': settings,
        'server/routes.go': routes,
        'server/start.go': start(place),
      },
      [expected, 'GET /health'],
    );

  it('are what a function in another file of the package makes of them', () =>
    check('"/api/v1"', 'GET /api/v1/cups/{id}'));

  it('lie at the path that is put below the place of the whole program', async () => {
    await check('conf.BaseUri("/api/v1")', 'GET /api/v1/cups/{id}');
    await check('conf.BaseUri(config.ApiUri)', 'GET /api/v1/cups/{id}');
  });

  it('have an unknown place where that path is not known', () =>
    check('conf.BaseUri(conf.OwnPath)', 'GET …/cups/{id}'));
});

describe('a base path of Go that a configuration says', () => {
  const server = `package web

import "github.com/go-chi/chi/v5"

type Config struct {
	Base string
}

func createRouter(config *Config) *chi.Mux {
	r := chi.NewRouter()
	r.Route(config.Base, func(r chi.Router) {
		r.Get("/cups", list)
	})
	return r
}
`;

  it('is not where a front end looks for its own files', () =>
    checkPrefixes(
      {
        'go.mod': 'module example.com/shop\n\ngo 1.22\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n',
        'web/routes.go': server,
        'vite.config.ts': "const apiPath = '/api';\n\nexport const config = { base: './' };\n",
      },
      ['GET /cups'],
    ));
});
