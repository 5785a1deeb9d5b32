import { LetterId, LetterList } from '@shopbell/protocol'
import Type from 'typebox'
import { listLetters } from '../../mail/list-letters.ts'
import { sendAgain } from '../../mail/send-again.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: LetterId })

/** Which of the store's letters did not arrive. What they say stays hidden: it can hold a link that signs somebody in. */
export function letterRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/letters',
    {
      config: { access: 'keyKeeper' },
      schema: {
        operationId: 'listLetters',
        summary: 'Lists the letters of the store that did not arrive, newest first.',
        response: { 200: LetterList },
      },
    },
    async (request) => ({
      sending: parts.sendMail !== null,
      letters: await listLetters(parts, actorOf(request)),
    }),
  )

  app.post(
    '/letters/:id/again',
    {
      config: { access: 'keyKeeper' },
      schema: {
        operationId: 'sendLetterAgain',
        summary: 'Sends a letter again that did not arrive.',
        refuses: ['LETTER_TOO_OLD'],
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const outcome = await sendAgain(parts, actorOf(request), Number(request.params.id))
      return outcome === 'queued' ? reply.code(204).send() : refuse(request, reply, { refused: outcome })
    },
  )
}
