import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const storeId = Type.Integer({ minimum: 0 })
const conversationId = Type.Integer({ minimum: 0 })
const count = Type.Integer({ minimum: 0 })
const by = Type.Union([Type.Literal('buyer'), Type.Literal('agent')])

/**
 * What one part of the system (or one node) tells the others. Ids and numbers only, never content: a wake that is lost costs time,
 * never a message, because whoever is woken reads the database. It may come twice, late, or out of order.
 */
export const Wake = Type.Union([
  /** A step was committed. `head` is the last seq after it, the same as before when it stored no message; `revision` has grown. */
  Type.Object(
    { type: Type.Literal('conversation'), storeId, conversationId, head: count, revision: count },
    closed,
  ),
  Type.Object({ type: Type.Literal('typing'), storeId, conversationId, by }, closed),
  Type.Object({ type: Type.Literal('read'), storeId, conversationId, by, seq: count }, closed),
  /** The buyer said whether an automatic answer, the message `seq`, solved the matter (FAQ-17). */
  Type.Object(
    { type: Type.Literal('judged'), storeId, conversationId, seq: count, solved: Type.Boolean() },
    closed,
  ),
  Type.Object({ type: Type.Literal('flow'), storeId }, closed),
  /** Settings of the store changed, what pages may show its chat included, or it is being removed. */
  Type.Object({ type: Type.Literal('store'), storeId }, closed),
  /** The draft moved on. */
  Type.Object({ type: Type.Literal('draft'), storeId }, closed),
  Type.Object({ type: Type.Literal('signed_out'), storeId, sessionId: count }, closed),
  /** There is something to tell the store's webhooks. */
  Type.Object({ type: Type.Literal('webhooks'), storeId }, closed),
  /** Somebody of the store came, or is busy now, or no longer. */
  Type.Object({ type: Type.Literal('presence'), storeId }, closed),
  /** A console has this conversation open (`window` is the console's), writes in it, or has left it. Never stored. */
  Type.Object(
    {
      type: Type.Literal('attending'),
      storeId,
      conversationId,
      accountId: count,
      window: Type.String({ maxLength: 40 }),
      does: Type.Union([Type.Literal('look'), Type.Literal('write'), Type.Literal('leave')]),
    },
    closed,
  ),
  /** The buyer of a conversation was erased, and it with them. `publicId` is how consoles know it. */
  Type.Object(
    { type: Type.Literal('erased'), storeId, conversationId, publicId: Type.String({ maxLength: 64 }) },
    closed,
  ),
  /** Wakes were lost for so long that only looking everywhere finds out what they said. */
  Type.Object({ type: Type.Literal('missed') }, closed),
])
export type Wake = Readonly<Static<typeof Wake>>
