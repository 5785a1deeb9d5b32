import { SocketTicket } from '@shopbell/protocol'
import { issueSocketTicket } from '../../accounts/socket-ticket.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'

/** A ticket opens one console socket: a WebSocket cannot be trusted with the cookie alone (reliability: A1). */
export function socketTicketRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/socket-tickets',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'issueSocketTicket',
        summary: 'Gives a ticket that opens one console socket.',
        response: { 200: SocketTicket },
      },
    },
    async (request) => issueSocketTicket(parts, actorOf(request)),
  )
}
