import type { FilePlace, FileRouteRule } from './fileRouteRule';
import { reactRouterFiles, remixExports, script } from './reactRouterFiles';

const methods = {
  GET: 'GET',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
  HEAD: 'HEAD',
  OPTIONS: 'OPTIONS',
};
const page = (pattern: RegExp, silent: readonly string[] = ['index']): FilePlace => ({
  pattern,
  notation: 'brackets',
  gives: 'page',
  silent,
});

const next: FileRouteRule = {
  id: 'next',
  name: 'Next.js',
  dependencies: ['next'],
  places: [
    {
      pattern: new RegExp(`^(?:src/)?app/(?<path>(?:[^/]+/){0,30})route\\.${script}$`),
      notation: 'brackets',
      gives: 'exports',
      exported: methods,
    },
    page(/^(?:src\/)?app\/(?<path>(?:[^/]+\/){0,30})page\.(?:tsx?|jsx?|mdx?)$/, []),
    {
      pattern: new RegExp(`^(?:src/)?pages/(?<path>api/.{1,300})\\.${script}$`),
      notation: 'names',
      gives: 'handler',
      silent: ['index'],
    },
    {
      ...page(/^(?:src\/)?pages\/(?!api\/|_(?:app|document|error)\.)(?<path>.{1,300})\.(?:tsx?|jsx?|mdx?)$/),
      notation: 'names',
    },
  ],
};

const medusa: FileRouteRule = {
  id: 'medusa',
  name: 'Medusa',
  dependencies: ['@medusajs/medusa', '@medusajs/framework'],
  places: [
    {
      pattern: /^src\/api\/(?<path>(?:[^/]+\/){0,30})route\.[tj]s$/,
      notation: 'brackets',
      gives: 'exports',
      exported: methods,
    },
  ],
};

const tanStack = ['@tanstack/react-start', '@tanstack/solid-start', '@tanstack/start'];

const tanStackStart: FileRouteRule = {
  id: 'tanStackStart',
  name: 'TanStack Start',
  dependencies: tanStack,
  places: [
    { pattern: /^(?:src|app)\/routes\/(?<path>.{1,300})\.[tj]sx?$/, notation: 'dollarFolders', gives: 'listed' },
  ],
};

const nuxtPackages = ['nuxt', 'nuxt3', 'nuxt-nightly'];

/** The server of Nuxt alone, whose folders stand at the root or in `server`. */
const nitro: FileRouteRule = {
  id: 'nitro',
  name: 'Nitro',
  dependencies: ['nitropack', 'nitro'],
  never: [...nuxtPackages, '@analogjs/platform', '@solidjs/start', ...tanStack],
  places: ['(?<path>api/.{1,300}?)', 'routes/(?<path>.{1,300}?)'].map((place) => ({
    pattern: new RegExp(
      `^(?:src/)?(?:server/)?${place}(?:\\.(?<method>get|post|put|patch|delete|head|options))?\\.${script}$`,
    ),
    notation: 'nuxt',
    gives: 'name',
    silent: ['index'],
  })),
};

const nuxt: FileRouteRule = {
  id: 'nuxt',
  name: 'Nuxt',
  dependencies: [...nuxtPackages, '@analogjs/platform'],
  never: [...tanStack, '@solidjs/start'],
  places: [
    {
      pattern: new RegExp(
        `^(?:src/)?server/(?<path>api/.{1,300}?)(?:\\.(?<method>get|post|put|patch|delete|head|options))?\\.${script}$`,
      ),
      notation: 'nuxt',
      gives: 'name',
      silent: ['index'],
    },
    {
      pattern: new RegExp(
        `^(?:src/)?(?:server/)?routes/(?<path>.{1,300}?)(?:\\.(?<method>get|post|put|patch|delete|head|options))?\\.${script}$`,
      ),
      notation: 'nuxt',
      gives: 'name',
      silent: ['index'],
    },
    { ...page(/^(?:src\/|app\/)?pages\/(?<path>.{1,300})\.(?:vue|[jt]sx?)$/), notation: 'nuxtPages' },
  ],
};

const vuePages: FileRouteRule = {
  id: 'vuePages',
  name: 'Vue Router',
  dependencies: ['unplugin-vue-router', 'vite-plugin-pages'],
  never: nuxtPackages,
  places: [{ ...page(/^src\/pages\/(?<path>[^.@]{1,300}(?:\[\.{3}\w{1,60}\])?)\.vue$/), notation: 'nuxtPages' }],
};

const svelteKit: FileRouteRule = {
  id: 'svelteKit',
  name: 'SvelteKit',
  dependencies: ['@sveltejs/kit'],
  places: [
    {
      pattern: /^src\/routes\/(?<path>(?:[^/]+\/){0,30})\+server\.[tj]s$/,
      notation: 'brackets',
      gives: 'exports',
      exported: { ...methods, fallback: 'ANY' },
    },
    {
      pattern: /^src\/routes\/(?<path>(?:[^/]+\/){0,30})\+page\.server\.[tj]s$/,
      notation: 'brackets',
      gives: 'exports',
      exported: { actions: 'POST' },
    },
    page(/^src\/routes\/(?<path>(?:[^/]+\/){0,30})\+page(?:@[^/]{0,60})?\.svelte$/, []),
    // A page that only leads on to another has nothing to show.
    page(/^src\/routes\/(?<path>(?:[^/]+\/){0,30})\+page\.[tj]s$/, []),
  ],
};

const remix: FileRouteRule = {
  id: 'remix',
  name: 'Remix',
  dependencies: ['@remix-run/react', '@remix-run/node', '@remix-run/server-runtime', '@remix-run/cloudflare'],
  places: [
    {
      pattern: new RegExp(`^app/routes/(?<path>[^/]{1,300})/route\\.${script}$`),
      notation: 'dollars',
      gives: 'exports',
      exported: remixExports,
    },
    {
      pattern: new RegExp(`^app/routes/(?<path>[^/]{1,300})\\.${script}$`),
      notation: 'dollars',
      gives: 'exports',
      exported: remixExports,
    },
  ],
};

const astro: FileRouteRule = {
  id: 'astro',
  name: 'Astro',
  dependencies: ['astro'],
  places: [
    {
      pattern: /^src\/pages\/(?<path>.{1,300})\.[tj]s$/,
      notation: 'brackets',
      gives: 'exports',
      exported: { ...methods, ALL: 'ANY' },
      silent: ['index'],
    },
    page(/^src\/pages\/(?<path>.{1,300})\.(?:astro|mdx?|html)$/),
  ],
};

const solidStart: FileRouteRule = {
  id: 'solidStart',
  name: 'SolidStart',
  dependencies: ['@solidjs/start', 'solid-start'],
  places: [
    {
      pattern: /^src\/routes\/(?<path>.{1,300})\.[tj]sx?$/,
      notation: 'brackets',
      gives: 'exports',
      exported: { ...methods, default: 'GET' },
      silent: ['index'],
    },
  ],
};

/** Files of Fresh: an object of handlers by method, else a page. */
const fresh: FileRouteRule = {
  id: 'fresh',
  name: 'Fresh',
  dependencies: ['fresh'],
  places: [
    {
      pattern: /^routes\/(?<path>(?:[^/]{1,80}\/){0,10}[^/_][^/]{0,100})\.[tj]sx?$/,
      notation: 'brackets',
      gives: 'listed',
      silent: ['index'],
    },
  ],
};

const vercel: FileRouteRule = {
  id: 'vercel',
  name: 'Vercel Functions',
  dependencies: ['@vercel/node', '@vercel/edge', 'vercel'],
  places: [
    {
      pattern: new RegExp(`^(?<path>api/[^_].{0,300})\\.${script}$`),
      notation: 'brackets',
      gives: 'handler',
      silent: ['index'],
    },
  ],
};

const cloudflarePages: FileRouteRule = {
  id: 'cloudflarePages',
  name: 'Cloudflare Pages',
  dependencies: ['wrangler', '@cloudflare/workers-types'],
  places: [
    {
      pattern: /^functions\/(?<path>.{1,300})\.[tj]sx?$/,
      notation: 'brackets',
      gives: 'exports',
      exported: {
        onRequest: 'ANY',
        onRequestGet: 'GET',
        onRequestPost: 'POST',
        onRequestPut: 'PUT',
        onRequestPatch: 'PATCH',
        onRequestDelete: 'DELETE',
      },
      isDeep: true,
      silent: ['index'],
    },
  ],
};

const razorPages: FileRouteRule = {
  id: 'razorPages',
  name: 'ASP.NET Core',
  dependencies: [],
  places: [
    page(/^(?:.{1,200}\/)?Areas\/(?<area>[^/]{1,80})\/Pages\/(?!_|Shared\/)(?<path>.{1,300})\.cshtml$/, ['Index']),
    page(/^(?:.{1,200}\/)?Pages\/(?!_|Shared\/)(?<path>.{1,300})\.cshtml$/, ['Index']),
  ],
};

/** All frameworks that make routes of files. */
export const fileRouteRules: readonly FileRouteRule[] = [
  next,
  medusa,
  tanStackStart,
  nitro,
  nuxt,
  vuePages,
  svelteKit,
  ...reactRouterFiles,
  remix,
  astro,
  solidStart,
  fresh,
  vercel,
  cloudflarePages,
  razorPages,
];
