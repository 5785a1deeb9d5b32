import type { StatusFacts } from '../conversation/facts.ts'
import { MINUTE_MS } from '../time/duration.ts'

/** People who are there, busy and gone by turns of seven minutes, with replies of which some wait. */
export function peopleByTurns(at: number, agent: string | undefined): StatusFacts {
  const turn = Math.floor(at / MINUTE_MS / 7)
  const delay = turn % 2 === 0 ? { delayMs: 61_000 } : {}
  return {
    ...(agent === undefined ? {} : { agent }),
    ...(turn % 3 === 1 && agent !== undefined ? { busy: true } : {}),
    ...(turn % 3 === 2 ? { nobody: true } : {}),
    replies: {
      status_first: { text: 'I read it now.', ...delay },
      status_busy: { text: 'Busy now.', ...delay },
      ...(turn % 5 === 0 ? {} : { status_closing: { text: 'Any time.' } }),
      away: { text: 'Nobody is here.', ...delay },
    },
  }
}
