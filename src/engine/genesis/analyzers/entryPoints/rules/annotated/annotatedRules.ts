import type { AnnotatedRule } from './annotatedRule';
import { apiPlatform } from './apiPlatform';
import { aspNetControllers } from './aspNetControllers';
import { serviceStack, wolverine } from './dotnetSmall';
import { hyperfAttributes } from './hyperf';
import { armeriaAnnotated, fluentHttp, helidonDeclarative, quarkusRoutes, servlets, sockets } from './jvmSmall';
import { laravelAttributes } from './laravelAttributes';
import { loopback, nest, routingControllers, tsEd, tsoa } from './nest';
import { nextcloud } from './nextcloud';
import { appBuilder, coaster, odoo } from './pythonControllers';
import {
  fastifyDecorators,
  inversify,
  inversifyCore,
  midway,
  overnight,
  ownDecorators,
  tegg,
} from './scriptDecorators';
import { jaxRs, micronaut, spring } from './spring';
import { symfony } from './symfony';

/** All frameworks whose routes are annotated methods. */
export const annotatedRules: readonly AnnotatedRule[] = [
  nest,
  routingControllers,
  tsoa,
  tsEd,
  loopback,
  inversify,
  inversifyCore,
  overnight,
  midway,
  tegg,
  fastifyDecorators,
  ownDecorators,
  spring,
  micronaut,
  jaxRs,
  armeriaAnnotated,
  quarkusRoutes,
  fluentHttp,
  helidonDeclarative,
  servlets,
  sockets,
  aspNetControllers,
  wolverine,
  serviceStack,
  symfony,
  apiPlatform,
  laravelAttributes,
  hyperfAttributes,
  nextcloud,
  odoo,
  appBuilder,
  coaster,
];
