import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

const yaml = `openapi: 3.0.1
servers:
  - url: https://api.example.com/v2
paths:
  /pets/{petId}:
    parameters:
      - name: petId
        schema: { type: string }
    get:
      operationId: showPet
      responses:
        "200": {}
    delete:
      summary: x
  "/pets":
    post: {}
components: {}
`;
const json = JSON.stringify(
  { swagger: '2.0', basePath: '/v1', paths: { '/a': { get: { operationId: 'listA' } } } },
  null,
  1,
);

async function routesOf(files: Record<string, string>): Promise<string[]> {
  const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
  assert.deepEqual(problems, []);
  return inventory.routes.map(
    ({ method, path, file, line, declared }) => `${method} ${path} ${file}:${line} ${declared}`,
  );
}

describe('routes of OpenAPI documents', () => {
  it('are the list where the code shows none', async () => {
    assert.deepEqual(await routesOf({ 'api/openapi.yaml': yaml, 'swagger.json': json }), [
      'GET /v2/pets/{petId} api/openapi.yaml:9 document',
      'DELETE /v2/pets/{petId} api/openapi.yaml:13 document',
      'POST /v2/pets api/openapi.yaml:16 document',
      'GET /v1/a swagger.json:5 document',
    ]);
  });

  it('repeat nothing where the code shows its routes', async () => {
    const code = "const app = require('express')()\napp.get('/pets/:id', show)\n";
    assert.deepEqual(await routesOf({ 'openapi.yaml': yaml, 'app.js': code }), ['GET /pets/{id} app.js:2 explicit']);
  });

  it('are the list where the few routes of the code are none of them', async () => {
    const code = "const app = require('express')()\napp.get('/health', show)\n";
    const routes = await routesOf({ 'openapi.yaml': yaml, 'app.js': code });
    assert.deepEqual(
      routes.map((route) => route.split(' ').slice(0, 2).join(' ')),
      ['GET /health', 'GET /v2/pets/{petId}', 'DELETE /v2/pets/{petId}', 'POST /v2/pets'],
    );
    assert.deepEqual(await routesOf({ 'clients/openapi.yaml': yaml, 'app.js': code }), [
      'GET /health app.js:2 explicit',
    ]);
  });

  it('stand beside those of the code where a build makes a server of the document', async () => {
    const code = `package main
import "github.com/labstack/echo/v4"
func main() {
	e := echo.New()
	e.GET("/pets/:id", show)
	e.GET("/users", users)
}
`;
    const made = (options: string): string => `//go:generate go run oapi-codegen ${options} api/openapi.yaml\n${code}`;
    const ways = async (files: Record<string, string>): Promise<string[]> =>
      (await routesOf({ 'api/openapi.yaml': yaml, ...files })).map((route) => route.split(' ').slice(0, 2).join(' '));
    const inCode = ['GET /pets/{id}', 'GET /users'];
    assert.deepEqual(await ways({ 'main.go': made('-generate types,server -o gen.go') }), [
      'DELETE /v2/pets/{petId}',
      'POST /v2/pets',
      ...inCode,
    ]);
    assert.deepEqual(await ways({ 'main.go': made('-generate types,client -o gen.go') }), inCode);
    const settings = (kind: string): string =>
      `package: api\ngenerate:\n  models: true\n  ${kind}: true\noutput: gen.go\n`;
    const byConfig = { 'main.go': made('--config api/cfg.yaml') };
    assert.equal((await ways({ ...byConfig, 'api/cfg.yaml': settings('echo-server') })).length, 4);
    assert.deepEqual(await ways({ ...byConfig, 'api/cfg.yaml': settings('embedded-spec') }), inCode);
    const swagger = (line: string): string => `package main\n//go:generate swagger generate ${line}\n${code}`;
    assert.equal((await ways({ 'main.go': swagger('server -f ../api/openapi.yaml -A shop') })).length, 4);
    assert.deepEqual(await ways({ 'main.go': swagger('client -f ../api/openapi.yaml') }), inCode);
    const make =
      'define swagger_generate_server\n\t@$(SWAGGER) generate server -f $(1) --target $(2)\nendef\n' +
      'apis:\n\t$(call swagger_generate_server,api/openapi.yaml,src/server)\n';
    assert.equal((await ways({ 'main.go': code, Makefile: make })).length, 4);
    const pom = (kind: string): string => `<project><plugin><configuration>
      <inputSpec>\${project.basedir}/api/openapi.yaml</inputSpec><generatorName>${kind}</generatorName>
    </configuration></plugin></project>`;
    assert.equal((await ways({ 'main.go': code, 'pom.xml': pom('spring') })).length, 4);
    assert.deepEqual(await ways({ 'main.go': code, 'pom.xml': pom('java') }), inCode);
  });

  it('lie below the path at which the code serves what a script made of the document', async () => {
    const serving = `package main

import "net/http"

func main() {
	pets, err := gen.NewServer(service)
	mux := http.NewServeMux()
	mux.HandleFunc("/health", health)
	mux.Handle("/api/", http.StripPrefix("/api", pets))
	http.ListenAndServe(":1", mux)
}
`;
    const screens = "const app = require('express')()\napp.post('/pets', show)\n";
    const routes = await routesOf({
      'api/openapi.yaml': yaml,
      'generate.sh': '#!/bin/sh\ngo tool github.com/ogen-go/ogen/cmd/ogen --target gen --clean api/openapi.yaml\n',
      'main.go': serving,
      'web/app.js': screens,
    });
    assert.deepEqual(
      routes.map((route) => route.split(' ').slice(0, 2).join(' ')),
      ['GET /api/pets/{petId}', 'DELETE /api/pets/{petId}', 'POST /api/pets', 'ANY /health', 'POST /pets'],
    );
  });

  it('stand beside those of the code where the document names what handles them', async () => {
    const named = yaml.replace(/^( {4}get:)/m, '$1\n      x-swagger-router-controller: pets');
    assert.notEqual(named, yaml);
    const code =
      "const app = require('express')();\napp.get('/login', login);\napp.get('/login/callback', done);\napp.get('/pets/:id', show);\n";
    const routes = await routesOf({ 'api/swagger.yaml': named, 'app.js': code });
    assert.deepEqual(
      routes.map((route) => route.split(' ').slice(0, 2).join(' ')),
      ['DELETE /v2/pets/{petId}', 'POST /v2/pets', 'GET /login', 'GET /login/callback', 'GET /pets/{id}'],
    );
  });

  it('other YAML is none', async () => {
    assert.deepEqual(await routesOf({ 'values.yaml': 'paths:\n  /a:\n    get: 1\n' }), []);
  });

  it('and what a gateway makes of the calls of a service', async () => {
    const proto = `service Users {
  rpc Get(A) returns (B) { option (google.api.http) = {get: "/v1/{user.name=users/*}/x"}; }
  rpc Add(A) returns (B) {
    option (google.api.http) = {
      post: "/v1/users" // get: "/no"
      body: "*"
      additional_bindings { put: "/v1/{parent=teams/*/groups/*}/users" }
    };
  }
  rpc Plain(A) returns (B);
}
`;
    assert.deepEqual(await routesOf({ 'api/users.proto': proto }), [
      'GET /v1/users/{name}/x api/users.proto:2 explicit',
      'POST /v1/users api/users.proto:5 explicit',
      'PUT /v1/teams/{parent}/groups/{parent2}/users api/users.proto:7 explicit',
    ]);
    assert.deepEqual(await routesOf({ 'proto/google/users/v1/users.proto': proto }), []);
    // A program that has no gateway calls those of others.
    assert.deepEqual(await routesOf({ 'src/main/proto/users.proto': proto, 'src/main/java/A.java': 'class A {}' }), []);
  });

  it('stand in files of their own that a document names for its paths', async () => {
    const whole =
      "openapi: 3.0.0\npaths:\n  /search/{id}:\n    $ref: 'paths/search/one.yaml'\n  /gone:\n    $ref: paths/gone.yaml\n";
    const part = 'get:\n  operationId: findOne\n  responses:\n    "200": {}\ndelete:\n  responses: {}\n';
    assert.deepEqual(await routesOf({ 'api/search.yaml': whole, 'api/paths/search/one.yaml': part }), [
      'GET /search/{id} api/search.yaml:3 document',
      'DELETE /search/{id} api/search.yaml:3 document',
    ]);
    assert.deepEqual(await routesOf({ 'api/paths/search/one.yaml': part }), []);
  });
});
