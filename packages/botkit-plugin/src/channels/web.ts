import { type Channel, linesOf } from './channel.ts'

/** Botkit's web client: quick replies. It shows a payload as the buyer's own words, so the payload is the label. */
export const web: Channel = (shown) => [
  {
    text: linesOf(shown),
    ...(shown.options.length === 0
      ? {}
      : { quick_replies: shown.options.map(({ label }) => ({ title: label, payload: label })) }),
  },
]
