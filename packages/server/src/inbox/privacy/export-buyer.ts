import type { BuyerExport } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import { recordAudit } from '../../accounts/record-audit.ts'
import type { Clock } from '../../clock.ts'
import { answersEverGiven } from '../../store/answers.ts'
import { beganAt, conversationByPublicId } from '../../store/conversations.ts'
import { signalsOf } from '../../store/buyer-events.ts'
import type { Database } from '../../store/database.ts'
import { messagesBetween } from '../../store/messages.ts'
import { ordersOfBuyer } from '../../store/orders.ts'
import { runAsStore } from '../../store/run-as.ts'
import { contactsWith } from '../contacts/read-contacts.ts'
import { shownAnswer } from '../shown-answer.ts'
import { shownMessage } from '../shown-message.ts'
import { visitorName } from '../visitor-name.ts'

/** Messages read at a time; all of them are of one moment. */
const PAGE = 1_000

/** Everything that is kept of a buyer, with answers that were replaced later (PRV-02), written into the log; null where the conversation is not the store's. */
export function exportBuyer(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  publicId: string,
): Promise<BuyerExport | null> {
  const { storeId } = actor
  return runAsStore(database, storeId, async (tx) => {
    const row = await conversationByPublicId(tx, storeId, publicId)
    if (row === null) return null
    const messages = []
    for (let seq = 1; seq <= row.head; seq += PAGE) {
      messages.push(...(await messagesBetween(tx, row, seq, Math.min(row.head, seq + PAGE - 1), PAGE)))
    }
    await recordAudit(tx, actor, {
      at: clock.now(),
      action: 'buyer_exported',
      subject: visitorName(publicId),
    })
    const answers = await answersEverGiven(tx, row)
    return {
      format: 'shopbell.buyer.v1',
      exportedAt: clock.now(),
      conversation: {
        id: row.publicId,
        name: row.buyerName,
        locale: row.locale,
        beganAt: await beganAt(tx, row),
        lastAt: row.lastAt,
        handling: row.handling,
      },
      messages: messages.map(shownMessage),
      answers: answers.map(shownAnswer),
      products: [...(await signalsOf(tx, storeId, row.id))],
      contacts: [...(await contactsWith(tx, row, Number.MAX_SAFE_INTEGER))],
      orders: [...(await ordersOfBuyer(tx, storeId, row.publicId))],
    }
  })
}
