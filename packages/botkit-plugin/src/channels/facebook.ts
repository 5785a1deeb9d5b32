import { linesOf } from '@shopbell/engine'
import { type Channel, payloadOf } from './channel.ts'

/** Messenger's limits: https://developers.facebook.com/docs/messenger-platform/reference/templates */
const MOST_BUTTONS = 3
const MOST_TITLE = 20
const MOST_BUTTON_TEXT = 640
const MOST_CARDS = 10
/** A button template needs words. */
const NO_WORDS = '…'

/** Messenger: cards as a generic template, options as postback buttons, three to a template; they stay, so a list can be tapped again. */
export const facebook: Channel = (shown) => {
  const { seq, text, options, items } = shown
  if (items.length > 0) {
    const elements = items.slice(0, MOST_CARDS).map(({ title, line, image, url }) => ({
      title,
      subtitle: line,
      ...(image === undefined ? {} : { image_url: image }),
      ...(url === undefined ? {} : { default_action: { type: 'web_url', url } }),
    }))
    const cards = templateOf({ template_type: 'generic', elements })
    return text === '' ? [cards] : [{ text }, cards]
  }
  if (options.length === 0) return [{ text: linesOf(shown) }]
  const first = text.length <= MOST_BUTTON_TEXT ? text : ''
  const groups = Array.from({ length: Math.ceil(options.length / MOST_BUTTONS) }, (_, group) =>
    options.slice(group * MOST_BUTTONS, (group + 1) * MOST_BUTTONS),
  )
  return [
    ...(first === text ? [] : [{ text }]),
    ...groups.map((group, index) =>
      templateOf({
        template_type: 'button',
        text: index === 0 && first !== '' ? first : NO_WORDS,
        buttons: group.map(({ id, label }) => ({
          type: 'postback',
          title: shortened(label, MOST_TITLE),
          payload: payloadOf(seq, id),
        })),
      }),
    ),
  ]
}

function templateOf(payload: object) {
  return { attachment: { type: 'template', payload } }
}

/** At most so many UTF-16 units, as platforms count, without cutting a character in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length > most - 1) break
    short += segment
  }
  return `${short}…`
}
