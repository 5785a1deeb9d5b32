/** What can stand in the way of a draft and of publishing it: a part of the error catalogue. */
export const FLOW_ERRORS = {
  DRAFT_MOVED: {
    status: 409,
    message: 'The draft changed since you looked; read it again, then publish.',
    solve:
      'Look at GET /api/v1/flow/publish-preview and publish with its revision; `moved` says who changed what.',
  },
  ALREADY_LIVE: {
    status: 409,
    message: 'Buyers get just that already; choose another version.',
    solve: 'GET /api/v1/flow/versions and restore one whose hash is not the live one’s.',
  },
  NO_DRAFT: {
    status: 404,
    message: 'There is no draft; import or edit a flow first.',
    solve: 'POST /api/v1/flow/import, or edit in the console.',
  },
  DRAFT_EXISTS: {
    status: 409,
    message: 'There is a draft already; read it, then edit it or import over it.',
    solve: 'GET /api/v1/flow/draft. To replace it on purpose: POST /api/v1/flow/import.',
  },
  FLOW_UNREADABLE: {
    status: 422,
    message: 'This cannot become the draft; the problems say why and where.',
    solve: 'Fix what the problems name; `shopbell validate <file>` shows those of a file without a server.',
  },
  FLOW_HAS_PROBLEMS: {
    status: 422,
    message: 'The draft has errors; fix them, then publish.',
    solve: 'Fix what the problems name. Warnings do not stop publishing.',
  },
} as const
