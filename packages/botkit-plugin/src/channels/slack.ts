import { linesOf } from '@shopbell/engine'
import { type Channel, payloadOf } from './channel.ts'
import { shortened } from './facebook.ts'

/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks */
const MOST_SECTION = 3_000
const MOST_TITLE = 75
const MOST_BUTTONS = 25

/** Slack: a section and buttons; the plain words beside them are what a notification shows. */
export const slack: Channel = (shown) => {
  const { seq, options } = shown
  const text = linesOf(shown)
  if (options.length === 0) return [{ text }]
  const actions = {
    type: 'actions',
    elements: options.slice(0, MOST_BUTTONS).map(({ id, label }) => ({
      type: 'button',
      text: { type: 'plain_text', text: shortened(label, MOST_TITLE) },
      value: payloadOf(seq, id),
      action_id: payloadOf(seq, id),
    })),
  }
  const section = { type: 'section', text: { type: 'plain_text', text: shortened(text, MOST_SECTION) } }
  return [{ text, blocks: text === '' ? [actions] : [section, actions] }]
}
