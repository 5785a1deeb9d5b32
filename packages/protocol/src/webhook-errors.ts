/** Why a webhook is not kept: a part of the error catalogue. */
export const WEBHOOK_ERRORS = {
  WEBHOOK_URL_REFUSED: {
    status: 422,
    message:
      'Nothing may be sent to this address; give one that begins with https:// and is on the public net.',
    solve:
      'The sentence says what is wrong with it. `https` on port 443, a public address, no user name in it; whoever runs the server can allow others (`SHOPBELL_WEBHOOK_ALLOW`).',
  },
  WEBHOOKS_FULL: {
    status: 409,
    message: 'A store has at most ten webhooks; delete one that is no longer needed.',
    solve: 'Delete one, or let one endpoint listen to more events.',
  },
} as const
