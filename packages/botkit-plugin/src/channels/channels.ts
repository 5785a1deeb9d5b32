import type { BotkitReply } from '../botkit.ts'
import type { Unsent } from '../state/kept-conversation.ts'
import { type Channel, shownOf } from './channel.ts'
import { facebook } from './facebook.ts'
import { slack } from './slack.ts'
import { sms } from './sms.ts'
import { teams } from './teams.ts'
import { web } from './web.ts'

/** By the adapters' `channelId`. A channel without a line here gets a numbered list, which every one can show. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  websocket: web,
  webhook: web,
  facebook,
  slack,
  msteams: teams,
}

/** A message as the replies that show it on a channel, in order; none for a message without anything to show. */
export function repliesFor(channelId: string | undefined, unsent: Unsent): readonly BotkitReply[] {
  const shown = shownOf(unsent)
  if (shown.text === '' && shown.options.length === 0 && shown.items.length === 0) return []
  return (CHANNELS[channelId ?? ''] ?? sms)(shown)
}

/** Buyers of this channel answer with the number of an option. */
export function isNumbered(channelId: string | undefined): boolean {
  return !Object.hasOwn(CHANNELS, channelId ?? '')
}

/** A tap comes as the option's own words there, not as a payload that names it: the web chat, and numbered lists. */
export function tapsAreWords(channelId: string | undefined): boolean {
  return isNumbered(channelId) || CHANNELS[channelId ?? ''] === web
}
