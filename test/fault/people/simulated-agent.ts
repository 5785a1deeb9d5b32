import type { Chance } from '../chance.ts'
import type { History } from '../history/history.ts'

/** A person in the console, through its HTTP API: replies, and gives conversations back to the robot. */
export interface SimulatedAgent {
  /** Says something in the conversation, again and again until it is stored. Resolves then, or when told to give up. */
  readonly reply: (conversation: string) => Promise<void>
  readonly giveUp: () => void
}

const AGAIN_AFTER_MS = 50
const ANSWER_WITHIN_MS = 10_000
/** Answers that will not change. */
const FINAL: ReadonlySet<number> = new Set([400, 403, 404])

export function openSimulatedAgent(options: {
  readonly name: string
  readonly port: number
  readonly apiToken: string
  readonly history: History
  readonly chance: Chance
}): SimulatedAgent {
  const { name, port, apiToken, history, chance } = options
  const lane = `agent${chance.between(0, 0xffffff).toString(36).padStart(5, '0')}`
  let written = 0
  let isOver = false

  const ask = async (path: string, body: object): Promise<Response | null> => {
    try {
      return await fetch(`http://127.0.0.1:${String(port)}/api/v1/conversations/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${apiToken}`,
          // A connection that is kept would be one that a dead node had.
          connection: 'close',
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
    } catch {
      return null
    }
  }

  return {
    reply: async (conversation) => {
      written += 1
      const id = `${lane}.${String(written)}`
      const text = `${name} answers ${String(written)}`
      history.note({ f: 'write', client: name, id, text })
      while (!isOver) {
        history.note({ f: 'send', client: name, connection: 0, id })
        const response = await ask(`${conversation}/replies`, { id, text })
        if (response?.ok) {
          const { seq } = (await response.json()) as { readonly seq: number }
          history.note({ f: 'stored', client: name, connection: 0, id, seq })
          await ask(`${conversation}/handling`, { action: 'return' })
          return
        }
        if (response !== null && FINAL.has(response.status)) return
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
      }
    },
    giveUp: () => {
      isOver = true
    },
  }
}
