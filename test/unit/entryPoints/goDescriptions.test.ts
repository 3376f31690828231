import { checkRoutes } from './checkRoutes';

const api = `syntax = "v1"

import "cups/cups.api"

// no need to log in
@server (
	prefix: shop/v1
	group:  cups
)
service shop-api {
	@doc "all cups"
	@handler listCups
	get /cups (ListRequest) returns (ListResponse)

	@handler showCup
	get /cups/:id returns (Cup)
}

@server (
	prefix:     /shop/v1
	jwt:        Auth
	middleware: Limit
)
service shop-api {
	@handler addCup
	post /cups (Cup)
	/* @handler dropCup
	delete /cups/:id */
}
`;

describe('descriptions of which servers of Go are generated', () => {
  it('of go-zero say prefix, method and path', () =>
    checkRoutes(
      { 'go.mod': 'module example.com/shop\n', 'desc/shop.api': api },
      [
        'GET /shop/v1/cups desc/shop.api:13',
        'GET /shop/v1/cups/{id} desc/shop.api:16',
        'POST /shop/v1/cups desc/shop.api:26',
      ],
      true,
    ));

  it('of go-zero are not told again where code registers their routes', () =>
    checkRoutes(
      {
        'go.mod': 'module example.com/shop\n',
        'desc/shop.api': api,
        'handler/routes.go': `package handler

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

func RegisterHandlers(server *rest.Server) {
	server.AddRoutes([]rest.Route{{Method: http.MethodGet, Path: "/cups", Handler: list}}, rest.WithPrefix("/shop/v1"))
}
`,
      },
      ['GET /shop/v1/cups', 'GET /shop/v1/cups/{id}', 'POST /shop/v1/cups'],
    ));

  const thrift = `namespace go cups

service Cups {
    ListResponse ListCups(1: ListRequest req) (api.get="/v1/cups")
    // Cup DropCup(1: CupRequest req) (api.delete="/v1/cups/:id")
    Cup ShowCup(1: CupRequest req) (api.param = 'true', api.get = '/v1/cups/:id')
}
`;
  const proto = `syntax = "proto3";
import "api.proto";

service Plates {
  rpc ListPlates(ListRequest) returns (ListResponse) {
    option (api.get) = "/v1/plates";
  }
}
`;

  it('of Hertz say them in Thrift and Protobuf', () =>
    checkRoutes(
      { 'cmd/api/.hz': 'hz version: v0.9.0\n', 'idl/cups.thrift': thrift, 'idl/plates.proto': proto },
      ['GET /v1/cups idl/cups.thrift:4', 'GET /v1/cups/{id} idl/cups.thrift:6', 'GET /v1/plates idl/plates.proto:6'],
      true,
    ));

  it('say nothing where no server of Hertz was generated', () => checkRoutes({ 'idl/cups.thrift': thrift }, []));
});
