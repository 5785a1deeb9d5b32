import { webReply } from '@shopbell/engine'
import type { Channel } from './channel.ts'

/** Botkit's web client: quick replies. It shows a payload as the buyer's own words, so the payload is the label. */
export const web: Channel = ({ content }) => {
  const reply = webReply(content)
  return reply === null ? [] : [{ ...reply }]
}
