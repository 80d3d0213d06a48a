import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, AUDITS, STEP_UP } from '../../src/identity/index.js';
import type { TestApp } from './app.js';

/** One route as its controller states it. */
export interface StatedRoute {
  readonly method: RequestMethod;
  /** '/officer/members/:member'. */
  readonly path: string;
  /** Class and method, to find it. */
  readonly handler: string;
  readonly access: string | undefined;
  readonly event: string | undefined;
  readonly stepUp: boolean;
}

/** Every route of the application, in the order in which the controllers were given. */
export function routesOf(app: TestApp): StatedRoute[] {
  return [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()].map(({ metatype }) => metatype as Type))
    .flatMap(statedBy);
}

/** Reads what Nest’s decorators and ours have left on a controller. */
function statedBy(controller: Type): StatedRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const reflector = new Reflector();
  const bases = [Reflect.getMetadata('path', controller) as string | string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const method = Reflect.getMetadata('method', handler) as RequestMethod;
    const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
    const stated = (key: string): unknown => reflector.getAllAndOverride(key, [handler, controller]);
    return bases.flatMap((base) =>
      paths.map((path) => ({
        ...{ method, handler: `${controller.name}.${name}` },
        path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
        access: stated(ACCESS) as string | undefined,
        event: stated(AUDITS) as string | undefined,
        stepUp: stated(STEP_UP) === true,
      })),
    );
  });
}
