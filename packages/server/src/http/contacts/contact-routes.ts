import { Contact, ContactBody, ContactList } from '@shopbell/protocol'
import Type from 'typebox'
import { readContacts } from '../../inbox/contacts/read-contacts.ts'
import { recordContact } from '../../inbox/contacts/record-contact.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const OfBuyer = Type.Object({ buyer: ContactBody.properties.buyer }, { additionalProperties: false })

/** Contacts with buyers on other channels, which the shop’s own systems tell of (WEL-02, CNT-05). */
export function contactRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/contacts',
    {
      config: { access: 'account', scope: 'conversations:read' },
      schema: {
        operationId: 'listContacts',
        summary: 'Lists the contacts with a buyer on other channels.',
        refuses: ['NOT_FOUND'],
        querystring: OfBuyer,
        response: { 200: ContactList },
      },
    },
    async (request, reply) => {
      const list = await readContacts(parts, actorOf(request), request.query.buyer)
      return list ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.post(
    '/contacts',
    {
      config: { access: 'robotKeeper', scope: 'conversations:write' },
      schema: {
        operationId: 'recordContact',
        summary: 'Tells of a contact with a buyer on another channel.',
        refuses: ['CONTACT_UNFIT', 'NOT_FOUND'],
        body: ContactBody,
        response: { 200: Contact },
      },
    },
    async (request, reply) => {
      const kept = await recordContact(parts, actorOf(request), request.body)
      return isRefused(kept) ? refuse(request, reply, kept) : kept
    },
  )
}
