import { type ServerProcess, startServerProcess } from './server-process.ts'

/** A server in a process of its own whose time stands still until it is moved. */
export interface MovedServer extends ServerProcess {
  /** The link that creates the owner's account; null once there is an owner. */
  readonly setupLink: string | null
  readonly clock: {
    /** The server's time, as of the last move. */
    readonly now: () => number
    /** Resolves when what is due by then was done. */
    readonly moveTo: (at: number) => Promise<void>
    readonly forward: (ms: number) => Promise<void>
  }
}

/** Starts the server as operators do, with a clock that this test moves. */
export async function startMovedServer(
  startsAt: number,
  environment: Readonly<Record<string, string>>,
): Promise<MovedServer> {
  const server = await startServerProcess({ PORT: '0', SHOPBELL_TEST_CLOCK: '0', ...environment })
  const address = /Test clock\s+(\S+)/.exec(server.output())?.[1]
  if (address === undefined) throw new Error(`The server has no clock that can be moved:\n${server.output()}`)
  let now = startsAt
  const moveTo = async (at: number) => {
    const answer = await fetch(address, { method: 'PUT', body: JSON.stringify({ now: at }) })
    if (!answer.ok) throw new Error(`The clock was not moved: ${await answer.text()}`)
    now = at
  }
  await moveTo(startsAt)
  return {
    ...server,
    setupLink: /Console\s+(\S+\/setup#token=\S+)/.exec(server.output())?.[1] ?? null,
    clock: { now: () => now, moveTo, forward: (ms) => moveTo(now + ms) },
  }
}
