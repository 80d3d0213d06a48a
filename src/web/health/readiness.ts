import { Injectable } from '@nestjs/common';

/** Whether this process wants further requests. It says no before it stops listening. */
@Injectable()
export class Readiness {
  isStopping = false;
}
