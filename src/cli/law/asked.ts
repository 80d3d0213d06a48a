/** How a case was asked: by which code, and whether the ordinary case may be taken for granted. */
export interface Asked {
  readonly code: string;
  /** True: what was not said is not known, and the answer may be "cannot tell". */
  readonly strict: boolean;
}
