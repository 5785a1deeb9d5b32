import Type, { type Static } from 'typebox'
import { closed, ExternalRef, Instant, PublicId } from '../field.ts'

/** Ways beside the chat by which a shop and its buyers are in contact. */
export const CONTACT_CHANNELS = ['inquiry', 'mail'] as const
const Channel = Type.Enum([...CONTACT_CHANNELS])

/**
 * `POST /api/v1/contacts`: a contact with a buyer on another channel, as the shop’s own system tells it (WEL-02, CNT-04, CNT-05). `id`
 * is that system’s own: told again, it is replaced. `buyer` is the public id of their conversation. Without `author`, an account of the
 * store, nobody knows whose words they were, and they count as nobody’s reply (CNT-08). What is in the message stays where it is.
 */
export const ContactBody = Type.Object(
  {
    id: ExternalRef,
    buyer: PublicId,
    channel: Channel,
    from: Type.Union([Type.Literal('buyer'), Type.Literal('store')]),
    author: Type.Optional(PublicId),
    at: Instant,
    /** The store took it back again (CNT-06). */
    takenBackAt: Type.Optional(Instant),
  },
  closed,
)
export type ContactBody = Static<typeof ContactBody>

/** A contact, and of a buyer’s when it was replied to: by any account, in the chat or on any channel. Left out: not yet. */
export const Contact = Type.Object({ ...ContactBody.properties, repliedAt: Type.Optional(Instant) }, closed)
export type Contact = Static<typeof Contact>

/** `GET /api/v1/contacts?buyer=`: the newest 100 with this buyer, the newest first. */
export const ContactList = Type.Object({ contacts: Type.Array(Contact) }, closed)
export type ContactList = Static<typeof ContactList>
