import type { BotkitMessage } from './botkit.ts'

/** Where adapters that give an activity no id leave the platform's own: Messenger's messages and taps, Slack's taps. */
const PLACES = [['message', 'mid'], ['postback', 'mid'], ['trigger_id']] as const

/** What a platform calls this activity whenever it sends it; undefined where it has no name. */
export function activityOf({ incoming_message: { id, channelData } }: BotkitMessage): string | undefined {
  if (id !== undefined) return id
  for (const place of PLACES) {
    const named = place.reduce<unknown>(within, channelData)
    if (typeof named === 'string') return named
  }
  return undefined
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
