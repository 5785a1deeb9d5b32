/** How a program may ask: what its token lets it do, and how a request is repeated. */
export const REQUEST_ERRORS = {
  SCOPE_MISSING: {
    status: 403,
    message: 'This API token may not do this; use one with the scope that is named.',
    solve: 'Make a token whose scopes hold `scope`, at /console/account; scopes of a token do not change.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'This address does not take that method; the header Allow says which it takes.',
    solve: 'Look at `Allow`, and at the routes in docs.',
  },
} as const
