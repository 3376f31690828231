import { adonis } from './javascript/adonis';
import { elysia } from './javascript/elysia';
import { express } from './javascript/express';
import { fastify } from './javascript/fastify';
import { hapi } from './javascript/hapi';
import { hono } from './javascript/hono';
import { koa } from './javascript/koa';
import { bun, h3, ittyRouter, restify } from './javascript/smallRouters';
import type { RouterRule } from './routerRule';

/** All frameworks whose routes are registered on router values. */
export const routerRules: readonly RouterRule[] = [
  express,
  koa,
  fastify,
  hono,
  elysia,
  hapi,
  adonis,
  restify,
  ittyRouter,
  h3,
  bun,
];
