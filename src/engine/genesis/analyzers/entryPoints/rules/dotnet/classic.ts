import type { RouterRule } from '../routerRule';

/** How ASP.NET before Core finds actions that have no path of their own. */
export const aspNetClassic: RouterRule = {
  id: 'aspNetClassic',
  name: 'ASP.NET',
  languages: ['csharp'],
  packages: ['System.Web.Http', 'System.Web.Mvc', 'System.Web.Routing'],
  creates: [],
  types: ['RouteCollection', 'HttpConfiguration', 'HttpRouteCollection'],
  verbs: {
    Routes: { does: 'same' },
    MapRoute: { does: 'special', special: 'controllerRoute' },
    MapHttpRoute: { does: 'special', special: 'apiRoute' },
    IgnoreRoute: { does: 'nothing' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

/** `context.MapRoute("Admin", "Admin/{controller}/{action}/{id}")`: for the controllers of one area. */
export const aspNetAreas: RouterRule = {
  id: 'aspNetAreas',
  name: 'ASP.NET',
  languages: ['csharp'],
  packages: ['System.Web.Mvc'],
  creates: [],
  types: ['AreaRegistrationContext'],
  verbs: { MapRoute: { does: 'special', special: 'areaFolder' } },
  notation: 'braces',
  trailingSlash: 'drop',
};
