import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import type { Route } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';
import { readFixture } from './fixture';

/** Ways in which projects of typed languages put their routes together, by the fixture that shows them. */
const ways = {
  aspNetBranches: 'branches of a pipeline of ASP.NET, which are no endpoints',
  aspNetBuilds: 'parts of ASP.NET that a symbol leaves in a build, without those of debug builds',
  aspNetFoundGroups: 'groups of ASP.NET that reflection finds, under the names of their classes',
  aspNetOwnGroups: 'groups of ASP.NET that a method of the project makes for an object',
  aspNetOwnPrefixes: 'endpoints of ASP.NET that say their prefix in a property',
  actixResources: 'resources of Actix that methods of a type make for one another',
  aspNetNamedRoutes: 'named routes of ASP.NET, controllers in parts and below those of a library',
  aspNetPathClasses: 'classes of paths of one name in several programs of ASP.NET',
  aspNetPrograms: 'endpoints that programs of ASP.NET Core find by code that they share',
  actixSettings: 'routes of Actix of any method, without those at paths that only settings say',
  axumCrates: 'routers of Axum from other crates of the workspace, without those that nobody takes',
  axumPathTypes: 'types of Rust that say a path by a constant or a function of a trait',
  axumHandedOn: 'routers of Axum that functions hand on, and handlers that stand at no path',
  axumExtra: 'what axum-extra adds to a router, and methods of the project on one',
  axumServed: 'a router of Axum that a server makes as it begins, beside builders of others',
  axumWholeNames: 'routers of Axum that are named with their whole path, without those of builds for developers',
  carterModules: 'modules of Carter below the path that their constructor says',
  fastEndpointsHelper: 'a prefix of FastEndpoints that a function sets that the configuration calls',
  ginCopied: 'routes of one engine of Gin that a loop puts below a group of another',
  goAdopted: 'a router of Gin that a library hands out',
  goBlocks: 'variables of Go that inner blocks declare anew, and tables that are maps',
  goEmbeddedRound: 'structs of Go that embed one another',
  goEmbedded: 'routers that structs of Go embed, below prefixes that are stripped by hand',
  goGathered: 'functions of Go that are gathered in lists and called in a loop',
  goPathMakers: 'paths that a function of another package makes',
  goGorillaHelpers: 'routes of gorilla that go through two functions of the project',
  goHandlers: 'methods of one name on several handlers of Go, each where it is called',
  goHandedVerbs: 'methods of a router of Go that are handed on as functions',
  goHandedTypes: 'routers of Go that the parts of a program hand on by their types',
  goNamedRoutes: 'routes of gorilla that get what answers them by their names',
  goOwnRouter: 'a router of the project around that of Go, whose groups have prefixes',
  goPackagePaths: 'variables of a Go package that a function gives their paths',
  goRegistry: 'a mux of Go that is put into a registry by a name',
  goRegistrars: 'functions of Go that a function gathers, over an API of Huma that a struct stands around',
  goWire: 'routers of Go in structs that Wire puts together, mounted by a method of the project',
  goWholePaths: 'routers of Go that see the whole path behind one another',
  ktorBlocks: 'blocks that functions of the project put around routes of Ktor',
  ktorDocs: 'Ktor with a description before each handler, below functions of an object',
  ktorLetters: 'names of constants in paths of Ktor with letters beyond ASCII',
  helidonServices: 'a service of Helidon that nobody is seen to register',
  javalinOwnPlace: 'routes of Javalin below a path that a function of the project makes',
  ginConfigured: 'a beginning of paths of Gin that the configuration leaves empty',
  jaxRsLibraries: 'resources of JAX-RS in a library, below the servlet of the application',
  playFiles: 'the files of routes of Play',
  rocketDocs: 'routes of Rocket that a macro mounts with their documents',
  rocketMountLists: 'routes of Rocket in a list beside their paths, which a loop mounts',
  rustBranches: 'routes of Rocket that a function gives back from its branches',
  rustComments: 'calls of Rust with comments between their arguments',
  rustLists: 'routes of Actix that an attribute of the project lists for a type',
  rustFeatures: 'functions of Rust of one name of which a feature builds one',
  springHandedOut: 'functional routes of Spring that a method hands to what asks for them',
  vaporExtensions: 'parts of paths that extensions of Swift declare',
};

function written({ method, path, file, line, handler, middleware, prefix }: Route): string {
  const guards = middleware === undefined ? [] : [`[${middleware.join(', ')}]`];
  return [
    method,
    path,
    `${file}:${line}`,
    ...(handler === undefined ? [] : [handler]),
    ...guards,
    ...(prefix === undefined ? [] : ['(prefix unknown)']),
  ].join(' ');
}

describe('routes of typed languages', () => {
  for (const [name, says] of Object.entries(ways))
    it(`reads ${says}`, async () => {
      const { files, expected } = readFixture(`typed/${name}`);
      const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
      assert.deepEqual(problems, []);
      assert.deepEqual(inventory.routes.map(written).sort(), [...expected].sort());
    });
});
