import { linesOf } from '@shopbell/engine'
import { type Channel, payloadOf } from './channel.ts'

const HERO_CARD = 'application/vnd.microsoft.card.hero'

/** Teams: a hero card whose buttons show their title as the buyer's words and send the payload. */
export const teams: Channel = (shown) => {
  const { seq, options } = shown
  const text = linesOf(shown)
  if (options.length === 0) return [{ text }]
  const buttons = options.map(({ id, label }) => ({
    type: 'messageBack',
    title: label,
    text: label,
    displayText: label,
    value: payloadOf(seq, id),
  }))
  return [{ attachments: [{ contentType: HERO_CARD, content: { text, buttons } }] }]
}
