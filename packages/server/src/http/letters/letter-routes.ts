import { LetterList } from '@shopbell/protocol'
import { listLetters } from '../../mail/list-letters.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'

/** Which of the store's letters did not arrive. What they say stays hidden: it can hold a link that signs somebody in. */
export function letterRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/letters',
    { config: { access: 'keyKeeper' }, schema: { response: { 200: LetterList } } },
    async (request) => ({
      sending: parts.sendMail !== null,
      letters: await listLetters(parts, actorOf(request)),
    }),
  )
}
