/** How a program may ask: what its token lets it do, and how a request is repeated. */
export const REQUEST_ERRORS = {
  SCOPE_MISSING: {
    status: 403,
    message: 'This API token may not do this; use one with the scope that is named.',
    solve: 'Make a token whose scopes hold `scope`, at /console/account; scopes of a token do not change.',
  },
  IDEMPOTENCY_NOT_OFFERED: {
    status: 400,
    message: 'Answers of this address are not kept; send it without the header Idempotency-Key.',
    solve:
      'Keys work on the routes that take API tokens. What signs in, or shows a secret once, is never kept.',
  },
  IDEMPOTENCY_REUSED: {
    status: 409,
    message: 'This Idempotency-Key was used for another request; use a new key for each.',
    solve: 'Repeat a request with the same method, address and body, or make a new key (a UUID).',
  },
  IDEMPOTENCY_BUSY: {
    status: 409,
    message: 'The same request is under way; ask again in a moment for its answer.',
    solve: 'Repeat it with the same key after retryAfterMs.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'This address does not take that method; the header Allow says which it takes.',
    solve: 'Look at `Allow`, and at the routes in docs.',
  },
} as const
