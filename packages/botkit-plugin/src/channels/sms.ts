import { linesOf } from '@shopbell/engine'
import type { Channel } from './channel.ts'

/** SMS: options as a numbered list; the buyer answers with a number or with the words. */
export const sms: Channel = (shown) => {
  const numbered = shown.options.map(({ label }, index) => `${String(index + 1)}. ${label}`)
  return [{ text: [linesOf(shown), ...numbered].filter((line) => line !== '').join('\n') }]
}
