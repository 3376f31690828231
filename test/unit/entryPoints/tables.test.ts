import { checkRoutes } from './checkRoutes';

describe('tables from which a framework makes its routes', () => {
  it('of Sails stand in its configuration', () =>
    checkRoutes(
      {
        'config/routes.js': `module.exports.routes = {
  'GET /': { action: 'view-homepage' },
  'POST /api/v1/users/:id': 'UserController.update',
  // 'GET /old': { action: 'old' },
  '/faq': { view: 'pages/faq' },
  'GET /terms': '/legal/terms',
};
`,
      },
      ['GET / config/routes.js:2', 'POST /api/v1/users/{id} config/routes.js:3', 'ANY /faq config/routes.js:5'],
      true,
    ));

  it('of Strapi are rows, and what a type of content brings under its name', () =>
    checkRoutes(
      {
        'src/api/article/routes/article.ts':
          "import { factories } from '@strapi/strapi';\nexport default factories.createCoreRouter('api::article.article', { except: ['delete'] });\n",
        'src/api/article/routes/custom.js': `module.exports = {
  routes: [
    {
      method: 'GET',
      path: '/articles/:slug/related',
      handler: 'article.related',
    },
    { path: '/articles/import', method: 'POST', handler: 'article.import' },
  ],
};
`,
        'src/api/home/routes/home.js':
          "const { createCoreRouter } = require('@strapi/strapi').factories;\nmodule.exports = createCoreRouter('api::home.home');\n",
        'src/api/article/content-types/article/schema.json':
          '{ "kind": "collectionType", "info": { "singularName": "article", "pluralName": "articles" } }',
        'src/api/home/content-types/home/schema.json':
          '{ "kind": "singleType", "info": { "singularName": "home", "pluralName": "homes" } }',
      },
      [
        'GET /api/articles',
        'GET /api/articles/{id}',
        'POST /api/articles',
        'PUT /api/articles/{id}',
        'GET /api/articles/{slug}/related',
        'POST /api/articles/import',
        'GET /api/home',
        'PUT /api/home',
        'DELETE /api/home',
      ],
    ));
});
