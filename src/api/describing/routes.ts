import { RequestMethod, type Type } from '@nestjs/common';
import { Reflector, type ModulesContainer } from '@nestjs/core';
import { ACCESS, AUDITS, SCOPE, type Access, type Scope } from '../../identity/index.js';
import { OPERATION, type OperationSays } from '../operation.js';

/** An operation as the router has it. */
export interface DescribedRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** '/api/v1/members/{member}' */
  readonly path: string;
  readonly scope: Scope;
  readonly access: Access | undefined;
  readonly audits: string;
  readonly says: OperationSays;
}

/** Every route that says its Operation, as the controllers of this process state them. */
export function describedRoutes(modules: ModulesContainer): DescribedRoute[] {
  const controllers = [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Type),
  );
  return controllers.flatMap(routesOf).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function routesOf(controller: Type): DescribedRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const reflector = new Reflector();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function') return [];
    const says = Reflect.getMetadata(OPERATION, handler) as OperationSays | undefined;
    if (says === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
    const base = String(Reflect.getMetadata('path', controller));
    const path = `/${base}/${String(Reflect.getMetadata('path', handler))}`;
    return [
      {
        method: method.toLowerCase() as DescribedRoute['method'],
        path: path
          .replace(/\/+/g, '/')
          .replace(/(?<=.)\/$/, '')
          .replace(/:(\w+)/g, '{$1}'),
        scope: reflector.get<Scope>(SCOPE, handler),
        access: reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]),
        audits: reflector.getAllAndOverride<string>(AUDITS, [handler, controller]),
        says,
      },
    ];
  });
}
