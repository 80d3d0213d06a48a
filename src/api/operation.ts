import {
  applyDecorators,
  Controller,
  createParamDecorator,
  HttpCode,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '../platform/errors/index.js';
import { ApiAnswers } from './api-answers.js';
import { checked, checkedQuery, type Shape } from './shapes/index.js';

export const OPERATION = 'probity:operation';

/** What a route says of itself: it is checked by this, and described by it. */
export interface OperationSays {
  /** A name that stays: generated clients call their functions by it. */
  readonly id: string;
  /** In one line. */
  readonly summary: string;
  /** More, for whoever writes a program. */
  readonly says?: string;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly answer: Shape;
  /** 200 unless told. */
  readonly status?: 200 | 201;
  /** Problems besides those that every operation may have. */
  readonly problems?: readonly (409 | 422)[];
}

/** An operation of the API. The classes it names are those by which what is sent is checked. */
export const Operation = (says: OperationSays): MethodDecorator =>
  applyDecorators(SetMetadata(OPERATION, says), HttpCode(says.status ?? 200));

/** A part of the API: the controller of '/api/v1/…'. */
export const ApiResource = (path = ''): ClassDecorator =>
  applyDecorators(Controller(`api/v1/${path}`), UseInterceptors(ApiAnswers));

const operationOf = (context: ExecutionContext): OperationSays => {
  const says = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationSays | undefined;
  if (says === undefined) throw new Error('This route must say its Operation.');
  return says;
};

/** The query, as the operation's class has it. @throws 400 with each parameter that is wrong */
export const SentQuery = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const { query } = operationOf(context);
  if (query === undefined) throw new Error('This operation has no query.');
  const request = context.switchToHttp().getRequest<Request>();
  const result = checkedQuery(query, request.query);
  if ('value' in result) return result.value;
  throw new Refusal(400, 'The parameters of the address are not right.', result.problems);
});

/** The body, as the operation's class has it. @throws 415 for anything but JSON, 422 with each field that is wrong */
export const SentBody = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const { body } = operationOf(context);
  if (body === undefined) throw new Error('This operation has no body.');
  const request = context.switchToHttp().getRequest<Request>();
  if (!request.is('application/json')) throw new Refusal(415, 'Send application/json.');
  const result = checked(body, request.body);
  if ('value' in result) return result.value;
  throw new Refusal(422, 'What was sent cannot be used. Nothing was changed.', result.problems);
});

/** An id in an address. What is no UUID names nothing. */
export const IdInPath = (name: string): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() }));

/** What an address names. Another council's rows are not found either, so both are answered 404. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === undefined || thing === null) throw new NotFoundException();
  return thing;
}
